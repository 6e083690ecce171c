// <ios>, <ostream>, <istream>: what is written to cout, cerr and clog goes to the log of the run, to a string stream to its string.
// Threads that print at once share nothing, as the standard promises for these streams: what main sets is its own, and theirs too while it
// is alone; what another thread sets holds for the rest of its expression, in a copy of the stream.
#include <stdexcept>
#include <string>
int printf(const char*);
namespace std {
using streamsize = long;
// Another thread may print from now on.
bool __threads_began = false;
inline void __begin_thread(int) {
  if (!__threads_began) __threads_began = true;
}
// What a stream writes to and reads from: the stream itself, seen as that. Nobody derives from it.
class streambuf {
 public:
  string str();
  long in_avail();
};
class ios {
 public:
  static constexpr int boolalpha = 1, hex = 2, oct = 4, dec = 8, left = 16, right = 32, internal = 64, showbase = 128, showpos = 256,
                       uppercase = 512, fixed = 1024, scientific = 2048, unitbuf = 4096, showpoint = 8192, skipws = 0;
  static constexpr int basefield = 14, adjustfield = 112, floatfield = 3072;
  static constexpr int beg = 0, cur = 1, end = 2;
  static constexpr int in = 1, out = 2, app = 4, ate = 8, trunc = 16, binary = 32;
  static constexpr int goodbit = 0, badbit = 1, failbit = 2, eofbit = 4;
  using fmtflags = int;
  using openmode = int;
  using iostate = int;
  static bool sync_with_stdio(bool = true) { return true; }

  bool own_ = false;      // of a string, or a copy for the rest of an expression: nobody else uses it
  bool special_ = false;  // flags or a width are set
  int flags_ = 0;
  int theirs_ = 0;        // the flags for all threads but main
  int width_ = 0;
  int precision_ = 6;
  char fill_ = ' ';
  string* sink_ = nullptr;
  const string* source_ = nullptr;
  int at_ = 0;
  int failed_ = 0;
  int thrown_ = 0;  // the states that are told by an exception

  int flags() const { return flags_; }
  int flags(int f) {
    int old = flags_;
    __set(f, ~0);
    return old;
  }
  int setf(int f) {
    int old = flags_;
    __set(f, 0);
    return old;
  }
  int setf(int f, int mask) {
    int old = flags_;
    __set(f, mask);
    return old;
  }
  void unsetf(int f) { __set(0, f); }
  void __set(int f, int mask) {
    int made = (flags_ & ~mask) | f;
    if (made == flags_) return;
    flags_ = made;
    special_ = true;
    if (!own_ && !__threads_began) theirs_ = made;
  }
  streamsize width() const { return width_; }
  streamsize width(streamsize n) {
    int old = width_;
    width_ = static_cast<int>(n);
    special_ = true;
    return old;
  }
  streamsize precision() const { return precision_; }
  streamsize precision(streamsize n) {
    int old = precision_;
    precision_ = static_cast<int>(n);
    special_ = true;
    return old;
  }
  char fill() const { return fill_; }
  char fill(char c) {
    char old = fill_;
    fill_ = c;
    return old;
  }
  bool good() const { return failed_ == 0; }
  bool fail() const { return (failed_ & 3) != 0; }
  bool bad() const { return (failed_ & 1) != 0; }
  bool eof() const { return (failed_ & 4) != 0; }
  int rdstate() const { return failed_; }
  class failure : public runtime_error {
   public:
    explicit failure(const char* words) : runtime_error(string(words) + ": iostream error") {}
  };
  void clear(int state = 0) {
    failed_ = state;
    if ((failed_ & thrown_) != 0) throw failure("basic_ios::clear");
  }
  void setstate(int state) { clear(failed_ | state); }
  int exceptions() const { return thrown_; }
  void exceptions(int states) {
    thrown_ = states;
    clear(failed_);
  }
  ios* lent_ = nullptr;  // whose buffer it uses, where not its own
  streambuf* rdbuf() const { return reinterpret_cast<streambuf*>(lent_ != nullptr ? lent_ : const_cast<ios*>(this)); }
  streambuf* rdbuf(streambuf* other) {
    streambuf* old = rdbuf();
    ios* from = reinterpret_cast<ios*>(other);
    lent_ = from == this ? nullptr : from;
    sink_ = lent_ == nullptr ? nullptr : lent_->sink_;
    source_ = lent_ == nullptr ? nullptr : lent_->source_;
    own_ = lent_ != nullptr;
    return old;
  }
  explicit operator bool() const { return !fail(); }
  bool operator!() const { return fail(); }
  void tie(void*) {}
  template <class L> L imbue(const L& locale) {
    return locale;
  }
};
using ios_base = ios;
inline string streambuf::str() {
  ios* of = reinterpret_cast<ios*>(this);
  return of->sink_ == nullptr ? string() : *of->sink_;
}
inline long streambuf::in_avail() {
  ios* of = reinterpret_cast<ios*>(this);
  return of->source_ == nullptr ? 0 : static_cast<long>(of->source_->size()) - of->at_;
}

class istream : public ios {
 public:
  istream() {}
  int __peek() const { return source_ == nullptr || at_ >= static_cast<int>(source_->size()) ? -1 : (*source_)[at_]; }
  int peek() {
    if (__peek() < 0) failed_ |= eofbit;
    return __peek();
  }
  int get() {
    int c = __peek();
    if (c < 0)
      failed_ |= eofbit | failbit;
    else
      at_++;
    return c;
  }
  istream& get(char& c) {
    int got = get();
    if (got >= 0) c = static_cast<char>(got);
    return *this;
  }
  istream& ignore(streamsize n = 1, int until = -1) {
    for (; n > 0 && __peek() >= 0; n--) {
      int c = __peek();
      at_++;
      if (c == until) break;
    }
    return *this;
  }
  streamsize last_ = 0;  // how many the last read without a format got
  streamsize gcount() const { return last_; }
  istream& read(char* to, streamsize n) {
    for (last_ = 0; last_ < n && __peek() >= 0; last_++) to[last_] = static_cast<char>((*source_)[at_++]);
    if (last_ < n) setstate(eofbit | failbit);
    return *this;
  }
  streamsize readsome(char* to, streamsize n) {
    for (last_ = 0; last_ < n && __peek() >= 0; last_++) to[last_] = static_cast<char>((*source_)[at_++]);
    return last_;
  }
  istream& getline(char* to, streamsize n, char end = '\n') {
    last_ = 0;
    streamsize used = 0;
    for (; used + 1 < n && __peek() >= 0; used++) {
      char c = static_cast<char>((*source_)[at_++]);
      last_++;
      if (c == end) {
        to[used] = 0;
        return *this;
      }
      to[used] = c;
    }
    to[used] = 0;
    if (__peek() < 0) setstate(last_ == 0 ? eofbit | failbit : eofbit);
    else setstate(failbit);
    return *this;
  }
  istream& get(char* to, streamsize n, char end = '\n') {
    for (last_ = 0; last_ + 1 < n && __peek() >= 0 && __peek() != end; last_++) to[last_] = static_cast<char>((*source_)[at_++]);
    to[last_] = 0;
    if (last_ == 0) setstate(failbit);
    return *this;
  }
  istream& putback(char) { return unget(); }
  long tellg() { return fail() ? -1 : at_; }
  istream& seekg(long at, int from = beg) {
    failed_ &= ~eofbit;
    int size = source_ == nullptr ? 0 : static_cast<int>(source_->size());
    at_ = static_cast<int>(at) + (from == end ? size : from == cur ? at_ : 0);
    return *this;
  }
  istream& unget() {
    at_--;
    return *this;
  }
  istream& ws() {
    while (__peek() == ' ' || __peek() == '\n' || __peek() == '\t') at_++;
    return *this;
  }
  istream& operator>>(char& c) {
    ws();
    return get(c);
  }
  istream& operator>>(string& word) {
    ws();
    string read;
    while (__peek() > ' ') read += static_cast<char>(get());
    if (read.empty()) failed_ |= failbit;
    if (__peek() < 0) failed_ |= eofbit;
    if (!read.empty()) word = read;
    return *this;
  }
  istream& operator>>(bool& b) { return __integer(b); }
  istream& operator>>(short& n) { return __integer(n); }
  istream& operator>>(unsigned short& n) { return __integer(n); }
  istream& operator>>(int& n) { return __integer(n); }
  istream& operator>>(unsigned& n) { return __integer(n); }
  istream& operator>>(long& n) { return __integer(n); }
  istream& operator>>(unsigned long& n) { return __integer(n); }
  istream& operator>>(long long& n) { return __integer(n); }
  istream& operator>>(unsigned long long& n) { return __integer(n); }
  istream& operator>>(double& n) { return __fraction(n); }
  istream& operator>>(float& n) { return __fraction(n); }
  template <class N> istream& __fraction(N& n) {
    ws();
    const char* text = source_ == nullptr || at_ >= static_cast<int>(source_->size()) ? "" : source_->c_str() + at_;
    char* end = nullptr;
    n = static_cast<N>(strtod(text, &end));
    at_ += static_cast<int>(end - text);
    if (__peek() < 0) failed_ |= eofbit;
    if (end == text) failed_ |= failbit;
    return *this;
  }
  istream& operator>>(istream& (*f)(istream&)) { return f(*this); }
  istream& operator>>(void (*f)(ios&)) {
    f(*this);
    return *this;
  }
  template <class N> istream& __integer(N& n) {
    ws();
    int used = 0;
    long read = source_ == nullptr || at_ >= static_cast<int>(source_->size()) ? 0 : __number(source_->c_str() + at_, (flags_ & hex) != 0 ? 16 : (flags_ & oct) != 0 ? 8 : 10, used);
    at_ += used;
    if (__peek() < 0) failed_ |= eofbit;
    if (used == 0) {
      failed_ |= failbit;
      n = 0;
    } else {
      n = static_cast<N>(read);
    }
    return *this;
  }
};
inline istream& ws(istream& in) { return in.ws(); }
inline istream& getline(istream& in, string& line, char end = '\n') {
  string read;
  if (in.__peek() < 0) in.setstate(6);
  while (in.__peek() >= 0) {
    char c = static_cast<char>(in.get());
    if (c == end) break;
    read += c;
  }
  if (!in.fail()) line = read;
  return in;
}

struct __held;
class __manipulator;
class ostream : public istream {
 public:
  ostream() {}
  // Nothing is set that this thread sees: the item is printed as it is.
  bool __plain() const { return !own_ && (__self() == 0 ? !special_ : theirs_ == 0); }
  // The stream that formats for this thread.
  template <class T> ostream& __formatted(T item) {
    if (own_ || __self() == 0) return __format(item);
    ostream mine;
    mine.own_ = true;
    mine.flags_ = theirs_;
    mine.__format(item);
    return *this;
  }
  ostream& operator<<(bool b) {
    if (!__plain()) return __formatted(b);
    printf("%d", b);
    return *this;
  }
  ostream& operator<<(char c) {
    if (!__plain()) return __formatted(c);
    printf("%c", c);
    return *this;
  }
  ostream& operator<<(signed char c) { return *this << static_cast<char>(c); }
  ostream& operator<<(unsigned char c) { return *this << static_cast<char>(c); }
  // Of wcout: characters of any width go to the same log.
  ostream& operator<<(wchar_t c) {
    printf("%c", static_cast<int>(c));
    return *this;
  }
  ostream& operator<<(const wchar_t* text) {
    for (; *text != 0; text++) *this << *text;
    return *this;
  }
  ostream& operator<<(short n) { return *this << static_cast<int>(n); }
  ostream& operator<<(unsigned short n) { return *this << static_cast<unsigned>(n); }
  ostream& operator<<(int n) {
    if (!__plain()) return __formatted(n);
    printf("%d", n);
    return *this;
  }
  ostream& operator<<(unsigned n) {
    if (!__plain()) return __formatted(static_cast<unsigned long>(n));
    printf("%u", n);
    return *this;
  }
  ostream& operator<<(long n) {
    if (!__plain()) return __formatted(n);
    printf("%ld", n);
    return *this;
  }
  ostream& operator<<(unsigned long n) {
    if (!__plain()) return __formatted(n);
    printf("%lu", n);
    return *this;
  }
  ostream& operator<<(long long n) { return *this << static_cast<long>(n); }
  ostream& operator<<(unsigned long long n) { return *this << static_cast<unsigned long>(n); }
  ostream& operator<<(float x) { return *this << static_cast<double>(x); }
  ostream& operator<<(double x) {
    if (!__plain()) return __formatted(x);
    printf("%g", x);
    return *this;
  }
  ostream& operator<<(const char* text) {
    if (!__plain()) return __formatted(text);
    printf("%s", text);
    return *this;
  }
  ostream& operator<<(const void* p) {
    if (sink_ != nullptr) return __formatted(p == nullptr ? "0" : "0x1000");
    if (p == nullptr) return *this << "0";
    printf("%p", p);
    return *this;
  }
  ostream& operator<<(streambuf* from) {
    ios* source = reinterpret_cast<ios*>(from);
    if (source == nullptr || source->source_ == nullptr || source->at_ >= static_cast<int>(source->source_->size())) {
      setstate(failbit);
      return *this;
    }
    string rest = source->source_->substr(source->at_);
    source->at_ = static_cast<int>(source->source_->size());
    return __raw(rest);
  }
  ostream& operator<<(nullptr_t) { return *this << "nullptr"; }
  ostream& operator<<(ostream& (*f)(ostream&)) { return f(*this); }
  ostream& operator<<(void (*f)(ios&), __held held = __held());
  ostream& operator<<(__manipulator m);
  ostream& put(char c) { return *this << c; }
  ostream& write(const char* text, streamsize n) { return __raw(string_view(text, n)); }
  ostream& flush() { return *this; }
  long tellp() const { return sink_ == nullptr ? -1 : static_cast<long>(sink_->size()); }
  ostream& seekp(long, int = beg) { return *this; }

  ostream& __format(bool b) {
    if ((flags_ & boolalpha) != 0) return __text(b ? "true" : "false");
    return __whole(b, false);
  }
  ostream& __format(char c) { return __text(string_view(&c, 1)); }
  ostream& __format(int n) { return (flags_ & 6) != 0 ? __whole(static_cast<unsigned>(n), false) : __format(static_cast<long>(n)); }
  ostream& __format(long n) {
    bool negative = n < 0 && (flags_ & 6) == 0;
    return __whole(negative ? 0ul - static_cast<unsigned long>(n) : static_cast<unsigned long>(n), negative);
  }
  ostream& __format(unsigned long n) { return __whole(n, false); }
  ostream& __format(double x) {
    int kind = flags_ & floatfield;
    string digits = kind == fixed ? __float_f(x, precision_) : kind == scientific ? __float_e(x, precision_) : __float_g(x, precision_);
    if ((flags_ & showpos) != 0 && digits[0] != '-') digits = "+" + digits;
    return __text(digits);
  }
  ostream& __format(const char* text) { return __text(text); }
  ostream& __format(string_view text) { return __text(text); }
  // In the width that is set, for this item alone.
  ostream& __text(string_view text) {
    int pad = width_ - static_cast<int>(text.size());
    if (width_ != 0) width_ = 0;
    if (pad <= 0) return __raw(text);
    string padded = string(pad, fill_);
    if ((flags_ & left) != 0) padded = string(text) + padded;
    else padded += text;
    return __raw(padded);
  }
  ostream& __whole(unsigned long n, bool negative) {
    int base = (flags_ & hex) != 0 ? 16 : (flags_ & oct) != 0 ? 8 : 10;
    string sign = negative ? "-" : (flags_ & showpos) != 0 && base == 10 ? "+" : "";
    if ((flags_ & showbase) != 0 && n != 0) sign += base == 16 ? ((flags_ & uppercase) != 0 ? "0X" : "0x") : base == 8 ? "0" : "";
    string digits = __digits(n, false, base, (flags_ & uppercase) != 0);
    int pad = width_ - static_cast<int>(sign.size() + digits.size());
    if ((flags_ & internal) != 0 && pad > 0) sign += string(pad, fill_);
    return __text(sign + digits);
  }
  ostream& __raw(string_view text) {
    if (sink_ != nullptr) {
      *sink_ += text;
    } else {
      // What goes to the log ends with a 0; a view may not.
      string whole(text);
      printf("%s", whole.c_str());
    }
    return *this;
  }
};
struct __held {
  ostream out_;
};
// setw and the others that take a value.
class __manipulator {
 public:
  void (*set_)(ios&, int);
  int value_;
  ostream out_;
  __manipulator(void (*set)(ios&, int), int value) : set_(set), value_(value) {}
};
inline ostream& __copied(const ostream& from, ostream& to) {
  bool whole = from.own_ || __self() == 0;
  to.own_ = true;
  to.special_ = true;
  to.flags_ = whole ? from.flags_ : from.theirs_;
  if (!whole) return to;
  to.width_ = from.width_;
  to.precision_ = from.precision_;
  to.fill_ = from.fill_;
  return to;
}
inline ostream& ostream::operator<<(void (*f)(ios&), __held held) {
  ostream& out = own_ || __self() == 0 ? *this : __copied(*this, held.out_);
  f(out);
  return out;
}
inline ostream& ostream::operator<<(__manipulator m) {
  ostream& out = own_ || __self() == 0 ? *this : __copied(*this, m.out_);
  m.set_(out, m.value_);
  return out;
}
inline ostream& operator<<(ostream& out, const string& s) {
  if (!out.__plain()) return out.__formatted(s.__view());
  printf("%s", s.c_str());
  return out;
}
inline ostream& operator<<(ostream& out, string_view s) {
  if (!out.__plain()) return out.__formatted(s);
  return out.__raw(s);
}
inline ostream& endl(ostream& out) { return out << '\n'; }
inline ostream& flush(ostream& out) { return out; }
inline ostream& ends(ostream& out) { return out; }
inline void boolalpha(ios& s) { s.__set(ios::boolalpha, 0); }
inline void noboolalpha(ios& s) { s.__set(0, ios::boolalpha); }
inline void hex(ios& s) { s.__set(ios::hex, ios::basefield); }
inline void oct(ios& s) { s.__set(ios::oct, ios::basefield); }
inline void dec(ios& s) { s.__set(0, ios::basefield); }
inline void left(ios& s) { s.__set(ios::left, ios::adjustfield); }
inline void right(ios& s) { s.__set(0, ios::adjustfield); }
inline void internal(ios& s) { s.__set(ios::internal, ios::adjustfield); }
inline void showbase(ios& s) { s.__set(ios::showbase, 0); }
inline void noshowbase(ios& s) { s.__set(0, ios::showbase); }
inline void showpos(ios& s) { s.__set(ios::showpos, 0); }
inline void noshowpos(ios& s) { s.__set(0, ios::showpos); }
inline void uppercase(ios& s) { s.__set(ios::uppercase, 0); }
inline void nouppercase(ios& s) { s.__set(0, ios::uppercase); }
inline void fixed(ios& s) { s.__set(ios::fixed, ios::floatfield); }
inline void scientific(ios& s) { s.__set(ios::scientific, ios::floatfield); }
inline void defaultfloat(ios& s) { s.__set(0, ios::floatfield); }
inline void showpoint(ios&) {}
inline void unitbuf(ios&) {}
inline void nounitbuf(ios&) {}
inline void skipws(ios&) {}
// An assignment prints.
template <class T, class S> class ostream_iterator {
  ostream* out_;
  const char* behind_;

 public:
  explicit ostream_iterator(ostream& out, const char* behind = "") : out_(&out), behind_(behind) {}
  ostream_iterator& operator=(const T& value) {
    *out_ << value << behind_;
    return *this;
  }
  ostream_iterator& operator*() { return *this; }
  ostream_iterator& operator++() { return *this; }
  ostream_iterator& operator++(int) { return *this; }
};
// Reads one item ahead; the iterator without a stream is the end of all.
template <class T, class S> class istream_iterator {
  istream* in_ = nullptr;
  T item_;

 public:
  using value_type = T;
  istream_iterator() : item_() {}
  istream_iterator(istream& in) : in_(&in), item_() { ++*this; }
  const T& operator*() const { return item_; }
  const T* operator->() const { return &item_; }
  istream_iterator& operator++() {
    if (in_ != nullptr && !(*in_ >> item_)) in_ = nullptr;
    return *this;
  }
  istream_iterator operator++(int) {
    istream_iterator old = *this;
    ++*this;
    return old;
  }
  bool operator==(const istream_iterator& other) const { return in_ == other.in_; }
};
template <class C> class istreambuf_iterator {
  istream* in_ = nullptr;

 public:
  using value_type = C;
  istreambuf_iterator() {}
  istreambuf_iterator(istream& in) : in_(&in) {}
  C operator*() const { return static_cast<C>(in_->__peek()); }
  istreambuf_iterator& operator++() {
    in_->get();
    return *this;
  }
  bool operator==(const istreambuf_iterator& other) const { return __at_end() == other.__at_end(); }
  bool __at_end() const { return in_ == nullptr || in_->__peek() < 0; }
};
template <class C> using basic_ostream = ostream;
template <class C> using basic_istream = istream;
}  // namespace std
