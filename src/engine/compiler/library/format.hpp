// <format> and <print>: texts with replacement fields ([format.string]). A text that is wrong is told when it is read, by std::format_error.
#include <array>
#include <chrono>
#include <__calendar>
#include <iterator>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <cstdio>
namespace std {
class format_error : public runtime_error {
 public:
  explicit format_error(const string& words) : runtime_error(words) {}
  explicit format_error(const char* words) : runtime_error(words) {}
};
// The fields of a text from `begin` on, and which argument the next one without a number takes.
class format_parse_context {
  const char* begin_;
  const char* end_;
  int next_ = 0;

 public:
  using char_type = char;
  using iterator = const char*;
  using const_iterator = const char*;
  format_parse_context(string_view text) : begin_(text.data()), end_(text.data() + text.size()) {}
  const char* begin() const { return begin_; }
  const char* end() const { return end_; }
  void advance_to(const char* to) { begin_ = to; }
  size_t next_arg_id() {
    if (next_ < 0) throw format_error("format error: mixing of automatic and manual argument indexing");
    return static_cast<size_t>(next_++);
  }
  void check_arg_id(size_t) {
    if (next_ > 0) throw format_error("format error: mixing of automatic and manual argument indexing");
    next_ = -1;
  }
};
class format_context;
struct __format_argument {
  const void* value;
  void (*put)(const void*, format_parse_context&, format_context&);
  long (*number)(const void*);
};
struct format_args {
  const __format_argument* first_;
  size_t size_;
  const __format_argument& __at(size_t i) const {
    if (i >= size_) throw format_error("format error: an argument is missing");
    return first_[i];
  }
};
class format_context {
  back_insert_iterator<string> out_;
  format_args args_;

 public:
  using char_type = char;
  using iterator = back_insert_iterator<string>;
  format_context(string& to, format_args args) : out_(to), args_(args) {}
  iterator out() const { return out_; }
  void advance_to(iterator) {}
  const format_args& __args() const { return args_; }
};
template <class Out, class C> using basic_format_context = format_context;
template <class C> using basic_format_parse_context = format_parse_context;

// What stands behind the colon of a field ([format.string.std]).
struct __format_spec {
  char fill = ' ';
  char align = 0;
  char sign = '-';
  char type = 0;
  bool alternate = false;
  bool zero = false;
  int width = 0;
  int precision = -1;
  // Of a time: what of it is shown, `%H:%M`.
  string_view time;
  // Which argument says the width or the precision.
  int width_from = -1;
  int precision_from = -1;
};
inline bool __is_align(char c) { return c == '<' || c == '>' || c == '^'; }
inline int __format_count(const char*& at, const char* end, format_parse_context& context, int& from) {
  int n = 0;
  if (at != end && *at == '{') {
    at++;
    if (at != end && *at == '}') {
      from = static_cast<int>(context.next_arg_id());
    } else {
      from = 0;
      for (; at != end && *at >= '0' && *at <= '9'; at++) from = from * 10 + (*at - '0');
      context.check_arg_id(from);
    }
    if (at == end || *at != '}') throw format_error("format error: '}' expected");
    at++;
    return 0;
  }
  for (; at != end && *at >= '0' && *at <= '9'; at++) n = n * 10 + (*at - '0');
  return n;
}
inline const char* __read_spec(format_parse_context& context, __format_spec& spec) {
  const char* at = context.begin();
  const char* end = context.end();
  if (end - at > 1 && __is_align(at[1])) {
    spec.fill = at[0];
    spec.align = at[1];
    at += 2;
  } else if (at != end && __is_align(*at)) {
    spec.align = *at++;
  }
  if (at != end && (*at == '+' || *at == '-' || *at == ' ')) spec.sign = *at++;
  if (at != end && *at == '#') {
    spec.alternate = true;
    at++;
  }
  if (at != end && *at == '0') {
    spec.zero = true;
    at++;
  }
  spec.width = __format_count(at, end, context, spec.width_from);
  if (at != end && *at == '.') {
    at++;
    spec.precision = __format_count(at, end, context, spec.precision_from);
  }
  if (at != end && *at == 'L') at++;
  if (at != end && *at == '%') {
    const char* first = at;
    while (at != end && *at != '}') at++;
    spec.time = string_view(first, at - first);
  }
  if (at != end && *at != '}') spec.type = *at++;
  if (at != end && *at != '}') throw format_error("format error: failed to parse format-spec");
  return at;
}
inline __format_spec __resolved(__format_spec spec, const format_context& context) {
  if (spec.width_from >= 0) {
    const __format_argument& a = context.__args().__at(spec.width_from);
    spec.width = static_cast<int>(a.number(a.value));
  }
  if (spec.precision_from >= 0) {
    const __format_argument& a = context.__args().__at(spec.precision_from);
    spec.precision = static_cast<int>(a.number(a.value));
  }
  return spec;
}
inline void __put_all(back_insert_iterator<string>& out, string_view text) {
  for (char c : text) *out++ = c;
}
// `sign` stands before zeros, and behind any other fill.
inline void __put_aligned(back_insert_iterator<string>& out, const __format_spec& spec, string_view sign, string_view text, char align) {
  int fill = spec.width - static_cast<int>(sign.size() + text.size());
  if (fill < 0) fill = 0;
  bool zeros = spec.zero && spec.align == 0 && align == '>';
  char how = spec.align != 0 ? spec.align : align;
  int before = zeros || how == '<' ? 0 : how == '>' ? fill : fill / 2;
  for (int i = 0; i < before; i++) *out++ = spec.fill;
  __put_all(out, sign);
  if (zeros)
    for (int i = 0; i < fill; i++) *out++ = '0';
  __put_all(out, text);
  if (!zeros)
    for (int i = before; i < fill; i++) *out++ = spec.fill;
}
inline string __upper(string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}
inline void __put_integer(back_insert_iterator<string>& out, const __format_spec& spec, unsigned long n, bool negative) {
  char type = spec.type;
  int base = type == 'x' || type == 'X' ? 16 : type == 'o' ? 8 : type == 'b' || type == 'B' ? 2 : 10;
  if (type != 0 && type != 'd' && base == 10) throw format_error("format error: invalid type for an integer");
  string sign = negative ? "-" : spec.sign == '-' ? "" : string(1, spec.sign);
  if (spec.alternate && base != 10 && !(base == 8 && n == 0)) sign += base == 8 ? string("0") : string("0") + type;
  __put_aligned(out, spec, sign, __digits(n, false, base, type == 'X'), '>');
}
// As %a has it, without the 0x ([format.string.std]).
inline string __hexadecimal(double x, int precision) {
  string text = x < 0 ? "-" : "";
  if (x < 0) x = -x;
  int power = 0;
  if (x != 0) {
    for (; x >= 2; power++) x /= 2;
    for (; x < 1; power--) x *= 2;
  }
  if (precision >= 0) {
    double unit = 1;
    for (int i = 0; i < precision; i++) unit *= 16;
    double whole = static_cast<double>(static_cast<long>(x * unit));
    double rest = x * unit - whole;
    if (rest > 0.5 || (rest == 0.5 && static_cast<long>(whole) % 2 == 1)) whole += 1;
    x = whole / unit;
  }
  int digit = static_cast<int>(x);
  text += static_cast<char>('0' + digit);
  string digits;
  for (x -= digit; precision < 0 ? x != 0 : static_cast<int>(digits.size()) < precision; x -= digit) {
    x *= 16;
    digit = static_cast<int>(x);
    digits += "0123456789abcdef"[digit];
  }
  if (!digits.empty()) text += "." + digits;
  return text + (power < 0 ? "p-" : "p+") + to_string(power < 0 ? -power : power);
}
template <class T> void __put_float(back_insert_iterator<string>& out, const __format_spec& spec, T x) {
  char type = spec.type;
  bool upper = type >= 'A' && type <= 'Z';
  if (upper) type = static_cast<char>(type - 'A' + 'a');
  string text;
  int precision = spec.precision < 0 ? 6 : spec.precision;
  if (type == 0 && spec.precision < 0) text = __shortest(x);
  else if (type == 'e') text = __float_e(x, precision);
  else if (type == 'f') text = __float_f(x, precision);
  else if (type == 0 || type == 'g') text = __float_g(x, precision);
  else if (type == 'a') text = __hexadecimal(x, spec.precision);
  else throw format_error("format error: invalid type for a floating-point number");
  bool negative = text[0] == '-';
  if (negative) text = text.substr(1);
  if (upper) text = __upper(text);
  __format_spec padded = spec;
  if (text[0] > '9') padded.zero = false;
  __put_aligned(out, padded, negative ? "-" : spec.sign == '-' ? "" : string(1, spec.sign), text, '>');
}
inline void __put_string(back_insert_iterator<string>& out, const __format_spec& spec, string_view text) {
  if (spec.type != 0 && spec.type != 's' && spec.type != '?') throw format_error("format error: invalid type for a string");
  if (spec.precision >= 0) text = text.substr(0, static_cast<size_t>(spec.precision));
  if (spec.type != '?') return __put_aligned(out, spec, "", text, '<');
  string quoted = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n') quoted += "\\n";
    else if (c == '\t') quoted += "\\t";
    else quoted += c;
  }
  __put_aligned(out, spec, "", quoted + "\"", '<');
}
template <class T> void __put_value(back_insert_iterator<string>& out, const __format_spec& spec, const T& value) {
  if constexpr (is_same_v<T, bool>) {
    if (spec.type == 0 || spec.type == 's') __put_aligned(out, spec, "", value ? "true" : "false", '<');
    else __put_integer(out, spec, value, false);
  } else if constexpr (is_same_v<T, char>) {
    if (spec.type == 0 || spec.type == 'c') __put_aligned(out, spec, "", string_view(&value, 1), '<');
    else if (spec.type == '?') __put_aligned(out, spec, "", string("'") + value + "'", '<');
    else __put_integer(out, spec, static_cast<unsigned char>(value), false);
  } else if constexpr (__is_floating<T>()) {
    __put_float(out, spec, value);
  } else if constexpr (__is_arithmetic<T>()) {
    if (spec.type == 'c') {
      char c = static_cast<char>(value);
      __put_aligned(out, spec, "", string_view(&c, 1), '<');
    } else {
      bool negative = value < 0;
      unsigned long n = static_cast<unsigned long>(value);
      __put_integer(out, spec, negative ? 0ul - n : n, negative);
    }
  } else if constexpr (requires { string_view(value); }) {
    __put_string(out, spec, string_view(value));
  } else {
    __put_aligned(out, spec, "", "0x" + __digits(reinterpret_cast<unsigned long>(value), false, 16), '>');
  }
}
template <class T> concept __plainly_formatted = __is_arithmetic<T>() || __is_floating<T>() || is_pointer_v<T> ||
                                                 is_same_v<T, string> || is_same_v<T, string_view>;
template <class T, class C = char> struct formatter {
  formatter() = delete;
};
template <__plainly_formatted T> struct formatter<T, char> {
  __format_spec spec_;
  constexpr const char* parse(format_parse_context& context) { return __read_spec(context, spec_); }
  template <class Context> back_insert_iterator<string> format(const T& value, Context& context) const {
    back_insert_iterator<string> out = context.out();
    __put_value(out, __resolved(spec_, context), value);
    return out;
  }
};
// Texts made of a value: of a thread::id, and of durations.
template <class T> concept __thread_number = requires(const T& id) { id.__number() + id.__hash(); };
template <__thread_number T> string __format_text(const T& id) {
  return id.__number() < 0 ? string("thread::id of a non-executing thread") : to_string(140000000000000ul + 4096ul * id.__number());
}
template <class P> string __unit_of() {
  return P::den == 1000000000 ? "ns" : P::den == 1000000 ? "us" : P::den == 1000 ? "ms" : P::num == 60 ? "min" : P::num == 3600 ? "h" : P::num == 86400 ? "d" : "s";
}
template <class R, class P> string __format_text(const chrono::duration<R, P>& time) {
  string unit = __unit_of<P>();
  if constexpr (__is_floating<R>()) return __shortest(time.count()) + unit;
  else return to_string(time.count()) + unit;
}
template <class T> concept __moment = requires(const T& time) { time.time_since_epoch(); };
// Seconds with the fraction that the period has ([time.format]).
template <class R, class P> string __seconds_of(const chrono::duration<R, P>& time) {
  long per = P::den / P::num;
  long count = static_cast<long>(time.count());
  long second = per > 1 ? count / per : static_cast<long>(chrono::duration_cast<chrono::seconds>(time).count());
  string text = to_string(second % 60);
  if (text.size() < 2) text = "0" + text;
  if (per <= 1) return text;
  string fraction = to_string(per + count % per);
  return text + "." + fraction.substr(1);
}
template <class R, class P> string __time_text(const chrono::duration<R, P>& time, string_view pattern) {
  long seconds = static_cast<long>(chrono::duration_cast<chrono::seconds>(time).count());
  tm parts;
  gmtime_r(&seconds, &parts);
  string text;
  for (size_t i = 0; i < pattern.size(); i++) {
    char c = pattern[i];
    if (c != '%' || i + 1 == pattern.size()) {
      text += c;
      continue;
    }
    c = pattern[++i];
    if (c == 'S') {
      text += __seconds_of(time);
    } else if (c == 'T') {
      text += __time_text(time, "%H:%M:%S");
    } else if (c == 'Q') {
      text += to_string(time.count());
    } else if (c == 'q') {
      text += __unit_of<P>();
    } else {
      char form[3] = {'%', c, 0};
      text += __calendar_text(form, parts);
    }
  }
  return text;
}
template <__moment T> string __time_text(const T& time, string_view pattern) { return __time_text(time.time_since_epoch(), pattern); }
template <__moment T> string __format_text(const T& time) { return __time_text(time.time_since_epoch(), "%F %T"); }
template <class T> concept __formatted_as_text = requires(const T& value) { __format_text(value); };
template <__formatted_as_text T> struct formatter<T, char> {
  __format_spec spec_;
  constexpr const char* parse(format_parse_context& context) { return __read_spec(context, spec_); }
  template <class Context> back_insert_iterator<string> format(const T& value, Context& context) const {
    back_insert_iterator<string> out = context.out();
    string text;
    if constexpr (requires { __time_text(value, spec_.time); }) text = spec_.time.empty() ? __format_text(value) : __time_text(value, spec_.time);
    else text = __format_text(value);
    __put_aligned(out, __resolved(spec_, context), "", text, '<');
    return out;
  }
};
// Elements in brackets, texts among them in quotes ([format.range]).
template <class T> concept __formatted_range = !__plainly_formatted<T> && requires(const T& value) { value.begin() != value.end(); };
template <__formatted_range T> struct formatter<T, char> {
  formatter<remove_cvref_t<decltype(*declval<const T&>().begin())>, char> element_;
  constexpr const char* parse(format_parse_context& context) {
    const char* at = context.begin();
    if (at != context.end() && *at == ':') at++;
    context.advance_to(at);
    at = element_.parse(context);
    if constexpr (requires { element_.spec_.type; is_same_v<remove_cvref_t<decltype(*declval<const T&>().begin())>, string>; }) {
      if (!__is_arithmetic<remove_cvref_t<decltype(*declval<const T&>().begin())>>() && element_.spec_.type == 0) element_.spec_.type = '?';
    }
    return at;
  }
  template <class Context> back_insert_iterator<string> format(const T& value, Context& context) const {
    back_insert_iterator<string> out = context.out();
    bool first = true;
    *out++ = '[';
    for (const auto& element : value) {
      if (!first) __put_all(out, ", ");
      first = false;
      element_.format(element, context);
    }
    *out++ = ']';
    return out;
  }
};

template <class T> void __put_argument(const void* value, format_parse_context& text, format_context& to) {
  if constexpr (is_array_v<T>) {
    formatter<string_view, char> how;
    text.advance_to(how.parse(text));
    how.format(string_view(*static_cast<const T*>(value)), to);
  } else {
    formatter<T, char> how;
    text.advance_to(how.parse(text));
    how.format(*static_cast<const T*>(value), to);
  }
}
template <class T> long __number_of_argument(const void* value) {
  if constexpr (__is_arithmetic<T>()) return static_cast<long>(*static_cast<const T*>(value));
  else throw format_error("format error: width is not an integer");
}
inline const void* __no_address = nullptr;
template <class T> __format_argument __format_argument_of(const T& value) {
  if constexpr (is_null_pointer_v<T>) return __format_argument_of(__no_address);
  else return __format_argument{&value, &__put_argument<T>, &__number_of_argument<T>};
}
template <size_t N> struct __format_arguments {
  array<__format_argument, N> all_;
  operator format_args() const { return format_args{all_.data(), N}; }
};
template <> struct __format_arguments<0> {
  operator format_args() const { return format_args{nullptr, 0}; }
};
template <class Context = format_context, class... A> auto make_format_args(const A&... args) {
  if constexpr (sizeof...(A) == 0) return __format_arguments<0>{};
  else return __format_arguments<sizeof...(A)>{{__format_argument_of(args)...}};
}
// A text whose fields the compiler of the standard has checked.
struct __checked_format {
  string_view text_;
  template <class S> __checked_format(const S& text) : text_(text) {}
  string_view get() const { return text_; }
};
template <class... A> using format_string = __checked_format;

inline string vformat(string_view text, format_args args) {
  string made;
  format_parse_context from(text);
  format_context to(made, args);
  const char* at = from.begin();
  while (at != from.end()) {
    char c = *at++;
    if (c == '}') {
      if (at == from.end() || *at != '}') throw format_error("format error: unmatched '}' in format string");
      at++;
    } else if (c == '{') {
      if (at == from.end()) throw format_error("format error: unmatched '{' in format string");
      if (*at != '{') {
        size_t which = 0;
        if (*at >= '0' && *at <= '9') {
          for (; at != from.end() && *at >= '0' && *at <= '9'; at++) which = which * 10 + static_cast<size_t>(*at - '0');
          from.check_arg_id(which);
        } else {
          which = from.next_arg_id();
        }
        if (at != from.end() && *at == ':') at++;
        from.advance_to(at);
        const __format_argument& a = args.__at(which);
        a.put(a.value, from, to);
        at = from.begin();
        if (at == from.end() || *at != '}') throw format_error("format error: '}' expected");
        at++;
        continue;
      }
      at++;
    }
    made += c;
  }
  return made;
}
template <class... A> string format(format_string<A...> text, const A&... args) { return vformat(text.get(), make_format_args(args...)); }
template <class Out> Out vformat_to(Out out, string_view text, format_args args) {
  for (char c : vformat(text, args)) *out++ = c;
  return out;
}
template <class Out, class... A> Out format_to(Out out, format_string<A...> text, const A&... args) {
  return vformat_to(out, text.get(), make_format_args(args...));
}
template <class Out> struct format_to_n_result {
  Out out;
  ptrdiff_t size;
};
template <class Out, class... A> format_to_n_result<Out> format_to_n(Out out, ptrdiff_t n, format_string<A...> text, const A&... args) {
  string made = vformat(text.get(), make_format_args(args...));
  ptrdiff_t size = static_cast<ptrdiff_t>(made.size());
  for (ptrdiff_t i = 0; i < n && i < size; i++) *out++ = made[i];
  return {out, size};
}
template <class... A> size_t formatted_size(format_string<A...> text, const A&... args) {
  return vformat(text.get(), make_format_args(args...)).size();
}

template <class... A> void print(format_string<A...> text, const A&... args) {
  string made = vformat(text.get(), make_format_args(args...));
  printf("%s", made.c_str());
}
template <class... A> void println(format_string<A...> text, const A&... args) {
  string made = vformat(text.get(), make_format_args(args...));
  printf("%s\n", made.c_str());
}
inline void println() { printf("\n"); }
// To cout and cerr.
template <class S, class... A> requires (requires(S& out) { out.__raw(""); }) void print(S& out, format_string<A...> text, const A&... args) {
  out.__raw(vformat(text.get(), make_format_args(args...)));
}
template <class S, class... A> requires (requires(S& out) { out.__raw(""); }) void println(S& out, format_string<A...> text, const A&... args) {
  out.__raw(vformat(text.get(), make_format_args(args...)) + "\n");
}
template <class... A> void print(FILE*, format_string<A...> text, const A&... args) { print(text, args...); }
template <class... A> void println(FILE*, format_string<A...> text, const A&... args) { println(text, args...); }
inline void println(FILE*) { printf("\n"); }
}  // namespace std
