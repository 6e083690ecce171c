// <cstdio>: printf and its like are read by the compiler (check/printf.ts); what they write into memory is made here. Nobody types anything.
#include <cerrno>
#include <cstdarg>
#include <string>
#define EOF (-1)
#define BUFSIZ 8192
struct FILE {};
constexpr FILE* stdin = nullptr;
constexpr FILE* stdout = nullptr;
constexpr FILE* stderr = nullptr;
int printf(const char*);
int fprintf(FILE*, const char*);
int puts(const char*);
inline int putchar(int c) {
  printf("%c", c);
  return c & 255;
}
inline int fputc(int c, FILE*) { return putchar(c); }
inline int putc(int c, FILE*) { return putchar(c); }
inline int fputs(const char* text, FILE*) { return printf("%s", text); }
inline int fflush(FILE*) { return 0; }
inline void setbuf(FILE*, char*) {}
inline int setvbuf(FILE*, char*, int, size_t) { return 0; }
inline void perror(const char* text) {
  if (text != nullptr && *text != 0) printf("%s: ", text);
  printf("%s\n", strerror(errno));
}
inline FILE* fopen(const char*, const char*) {
  errno = ENOENT;
  return nullptr;
}
inline int fclose(FILE*) { return 0; }
inline int feof(FILE*) { return 1; }
inline int ferror(FILE*) { return 0; }
inline int remove(const char*) {
  errno = ENOENT;
  return -1;
}
inline int getchar() { return EOF; }
inline int fgetc(FILE*) { return EOF; }
inline int getc(FILE*) { return EOF; }
inline char* fgets(char*, int, FILE*) { return nullptr; }
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define FILENAME_MAX 4096
#define L_tmpnam 20
using fpos_t = long;
inline FILE* freopen(const char*, const char*, FILE*) { return nullptr; }
inline FILE* tmpfile() { return nullptr; }
inline FILE* fdopen(int, const char*) { return nullptr; }
inline FILE* popen(const char*, const char*) { return nullptr; }
inline int pclose(FILE*) { return -1; }
inline int rename(const char*, const char*) { return remove(nullptr); }
inline int fseek(FILE*, long, int) { return -1; }
inline long ftell(FILE*) { return -1; }
inline void rewind(FILE*) {}
inline int fgetpos(FILE*, fpos_t*) { return -1; }
inline int fsetpos(FILE*, const fpos_t*) { return -1; }
inline void clearerr(FILE*) {}
inline int fileno(FILE*) { return 1; }
// A line is written in one step, whoever writes beside it.
inline void flockfile(FILE*) {}
inline int ftrylockfile(FILE*) { return 0; }
inline void funlockfile(FILE*) {}
inline int ungetc(int, FILE*) { return EOF; }
inline long getline(char**, size_t*, FILE*) { return -1; }
inline size_t fread(void*, size_t, size_t, FILE*) { return 0; }
template <class T> size_t fwrite(const T* items, size_t size, size_t n, FILE*) {
  if constexpr (sizeof(T) == 1)
    for (size_t i = 0; i < size * n; i++) printf("%c", items[i]);
  return n;
}
template <class... A> int scanf(const char*, A...) { return EOF; }
template <class... A> int fscanf(FILE*, const char*, A...) { return EOF; }

namespace std {
// Where the characters go; those that do not fit are only counted.
struct __written_text {
  char* to;
  size_t room;
  int count;
  void put(char c) {
    if (static_cast<size_t>(count) + 1 < room) to[count] = c;
    count++;
  }
  void end() {
    if (room > 0) to[static_cast<size_t>(count) < room ? count : room - 1] = 0;
  }
};
struct __conversion {
  bool left = false, plus = false, space = false, alternate = false, zero = false;
  int width = 0;
  int precision = -1;
  int length = 0;
  char letter = 0;
  bool wide = false;
};
inline void __put_padded(__written_text& out, const __conversion& how, const string& sign, const string& text, bool number) {
  int fill = how.width - static_cast<int>(sign.size() + text.size());
  bool zeros = number && how.zero && !how.left;
  if (!how.left && !zeros)
    for (; fill > 0; fill--) out.put(' ');
  for (char c : sign) out.put(c);
  if (zeros)
    for (; fill > 0; fill--) out.put('0');
  for (char c : text) out.put(c);
  for (; fill > 0; fill--) out.put(' ');
}
template <class T> void __put_converted(__written_text& out, const __conversion& how, const T& value) {
  const char letter = how.letter;
  if constexpr (__is_floating<T>()) {
    string text = letter == 'e' || letter == 'E' ? __float_e(value, how.precision < 0 ? 6 : how.precision)
                  : letter == 'g' || letter == 'G' ? __float_g(value, how.precision < 0 ? 6 : how.precision)
                                                   : __float_f(value, how.precision < 0 ? 6 : how.precision);
    bool negative = text[0] == '-';
    __put_padded(out, how, negative ? "-" : how.plus ? "+" : how.space ? " " : "", negative ? text.substr(1) : text, true);
  } else if constexpr (__is_arithmetic<T>() || __is_enum<T>()) {
    long number = static_cast<long>(value);
    if (letter == 'c') return __put_padded(out, how, "", string(1, static_cast<char>(number)), false);
    bool isSigned = letter == 'd' || letter == 'i';
    unsigned long rest = static_cast<unsigned long>(number);
    if (!isSigned && sizeof(T) <= 4) rest = static_cast<unsigned>(number);
    bool negative = isSigned && number < 0;
    if (negative) rest = 0ul - rest;
    string text = __digits(rest, false, letter == 'x' || letter == 'X' ? 16 : letter == 'o' ? 8 : 10, letter == 'X');
    while (static_cast<int>(text.size()) < how.precision) text = "0" + text;
    string sign = negative ? "-" : isSigned && how.plus ? "+" : isSigned && how.space ? " " : how.alternate && rest != 0 ? (letter == 'x' ? "0x" : letter == 'X' ? "0X" : letter == 'o' ? "0" : "") : "";
    __conversion padded = how;
    if (how.precision >= 0) padded.zero = false;
    __put_padded(out, padded, sign, text, true);
  } else if constexpr (requires { string(value); }) {
    const char* from = value;
    string text = from == nullptr ? string("(null)") : string(from);
    __put_padded(out, how, "", how.precision >= 0 ? text.substr(0, how.precision) : text, false);
  } else {
    unsigned long address = reinterpret_cast<unsigned long>(value);
    __put_padded(out, how, "", address == 0 ? string("(nil)") : "0x" + __digits(address, false, 16), false);
  }
}
// Reads on to where the next argument is wanted: true with `how`, or with the star of a width or precision in `star`.
inline bool __next_conversion(__written_text& out, const char*& f, __conversion& how, int& star) {
  while (star == 0) {
    while (*f != 0 && *f != '%') out.put(*f++);
    if (*f == 0) return false;
    f++;
    if (*f != '%') break;
    out.put(*f++);
  }
  if (star == 0) {
    how = __conversion{};
    for (;; f++) {
      if (*f == '-') how.left = true;
      else if (*f == '+') how.plus = true;
      else if (*f == ' ') how.space = true;
      else if (*f == '#') how.alternate = true;
      else if (*f == '0') how.zero = true;
      else break;
    }
    if (*f == '*') {
      f++;
      star = 1;
      return true;
    }
    for (; *f >= '0' && *f <= '9'; f++) how.width = how.width * 10 + (*f - '0');
  }
  if (star != 2 && *f == '.') {
    f++;
    if (*f == '*') {
      f++;
      star = 2;
      return true;
    }
    how.precision = 0;
    for (; *f >= '0' && *f <= '9'; f++) how.precision = how.precision * 10 + (*f - '0');
  }
  for (; *f == 'l' || *f == 'h' || *f == 'z' || *f == 'j' || *f == 't'; f++) how.wide |= *f != 'h';
  how.letter = *f == 0 ? 'd' : *f++;
  star = 0;
  return true;
}
inline void __put_text(__written_text& out, const char* f, __conversion how, int star) {
  while (__next_conversion(out, f, how, star)) star = 0;
  out.end();
}
template <class T, class... A> void __put_text(__written_text& out, const char* f, __conversion how, int star, const T& value, const A&... rest) {
  if (!__next_conversion(out, f, how, star)) return out.end();
  if (star == 0) {
    __put_converted(out, how, value);
  } else if constexpr (__is_arithmetic<T>()) {
    if (star == 1) how.width = static_cast<int>(value);
    else how.precision = static_cast<int>(value);
    if (star == 1 && how.width < 0) {
      how.left = true;
      how.width = -how.width;
    }
  }
  __put_text(out, f, how, star, rest...);
}
// What va_start has kept is converted as each letter wants it.
inline void __put_variable(__written_text& out, const char* f, __variable_list& list) {
  __conversion how;
  int star = 0;
  while (__next_conversion(out, f, how, star)) {
    if (star != 0) {
      int n = __next_variable<int>(list);
      if (star == 2) how.precision = n;
      else how.width = n < 0 ? -n : n;
      if (star == 1 && n < 0) how.left = true;
      continue;
    }
    switch (how.letter) {
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G': __put_converted(out, how, __next_variable<double>(list)); break;
      case 's': __put_converted(out, how, __next_variable<const char*>(list)); break;
      case 'p': __put_converted(out, how, __next_variable<const void*>(list)); break;
      default:
        if (how.wide) __put_converted(out, how, __next_variable<long>(list));
        else __put_converted(out, how, __next_variable<int>(list));
    }
  }
  out.end();
}
}  // namespace std
template <class... A> int snprintf(char* to, size_t room, const char* format, A... args) {
  std::__written_text out{to, room, 0};
  std::__put_text(out, format, std::__conversion{}, 0, args...);
  return out.count;
}
template <class... A> int sprintf(char* to, const char* format, A... args) { return snprintf(to, 2147483647, format, args...); }
inline int vsnprintf(char* to, size_t room, const char* format, va_list list) {
  std::__written_text out{to, room, 0};
  std::__put_variable(out, format, list);
  return out.count;
}
inline int vsprintf(char* to, const char* format, va_list list) { return vsnprintf(to, 2147483647, format, list); }
inline int vprintf(const char* format, va_list list) {
  int n = vsnprintf(nullptr, 0, format, list);
  char* text = new char[n + 1];
  vsnprintf(text, n + 1, format, list);
  printf("%s", text);
  delete[] text;
  return n;
}
inline int vfprintf(FILE*, const char* format, va_list list) { return vprintf(format, list); }
template <class... A> int __print_with(const char* format, A... args) {
  va_list list;
  std::__keep_variable(list, args...);
  return vprintf(format, list);
}
namespace std {
// What a scanf is at: the text, how far it was read, and the conversion whose target is wanted.
struct __scan {
  const char* text;
  const char* at;
  const char* format;
  int width = 0;
  bool skips = false;
  char letter = 0;
  const char* set = nullptr;
  void blanks() {
    while (*at == ' ' || (*at >= 9 && *at <= 13)) at++;
  }
  // Is there a conversion, and the text fits what stands before it?
  bool next() {
    for (; *format != 0; format++) {
      if (*format == ' ' || (*format >= 9 && *format <= 13)) {
        blanks();
        continue;
      }
      if (*format != '%' || *++format == '%') {
        if (*format == '%') blanks();
        if (*at != *format) return false;
        at++;
        continue;
      }
      skips = *format == '*';
      if (skips) format++;
      for (width = 0; *format >= '0' && *format <= '9'; format++) width = width * 10 + (*format - '0');
      while (*format == 'l' || *format == 'h' || *format == 'z' || *format == 'j' || *format == 't') format++;
      letter = *format++;
      if (letter == '[') {
        set = format;
        if (*format == '^') format++;
        if (*format == ']') format++;
        while (*format != 0 && *format != ']') format++;
        if (*format == ']') format++;
      }
      if (letter != 'c' && letter != '[' && letter != 'n') blanks();
      return true;
    }
    return false;
  }
  bool takes(char c) const {
    if (c == 0) return false;
    if (letter == 's') return c != ' ' && !(c >= 9 && c <= 13);
    if (letter == 'c') return true;
    bool inverted = *set == '^';
    const char* s = inverted ? set + 1 : set;
    bool found = false;
    for (bool first = true; *s != 0 && (first || *s != ']'); first = false, s++) {
      if (s[1] == '-' && s[2] != ']' && s[2] != 0) {
        if (c >= s[0] && c <= s[2]) found = true;
        s += 2;
      } else if (*s == c) found = true;
    }
    return found != inverted;
  }
  // Characters into `to`, or past them: how many.
  int word(char* to) {
    int n = 0;
    int most = width > 0 ? width : letter == 'c' ? 1 : 2147483647;
    for (; n < most && takes(*at); at++, n++)
      if (to != nullptr) to[n] = *at;
    if (to != nullptr && letter != 'c' && n > 0) to[n] = 0;
    return n;
  }
  // The number at hand, in a text of its own where a width bounds it.
  template <class T> bool number(T* to) {
    string bounded = width > 0 ? string(at, strnlen_(at, width)) : string();
    const char* from = width > 0 ? bounded.c_str() : at;
    char* end = nullptr;
    if constexpr (__is_floating<T>()) {
      double value = strtod(from, &end);
      if (to != nullptr && end != from) *to = static_cast<T>(value);
    } else {
      int base = letter == 'x' || letter == 'X' ? 16 : letter == 'o' ? 8 : letter == 'i' ? 0 : 10;
      unsigned long value = strtoul(from, &end, base);
      if (to != nullptr && end != from) *to = static_cast<T>(value);
    }
    at += end - from;
    return end != from;
  }
  static size_t strnlen_(const char* s, int most) {
    size_t n = 0;
    while (n < static_cast<size_t>(most) && s[n] != 0) n++;
    return n;
  }
  bool skip() {
    if (letter == 's' || letter == 'c' || letter == '[') return word(nullptr) > 0;
    if (letter == 'f' || letter == 'g' || letter == 'e') return number(static_cast<double*>(nullptr));
    return number(static_cast<long*>(nullptr));
  }
};
inline int __scanned(__scan& in, int count) {
  while (in.next() && in.skips && in.skip()) {
  }
  return count == 0 && *in.at == 0 ? EOF : count;
}
template <class T, class... A> int __scanned(__scan& in, int count, T* to, A... rest) {
  while (in.next()) {
    if (in.skips) {
      if (!in.skip()) break;
      continue;
    }
    if (in.letter == 'n') {
      if constexpr (!__is_floating<T>()) *to = static_cast<T>(in.at - in.text);
      return __scanned(in, count, rest...);
    }
    if (*in.at == 0) return count == 0 ? EOF : count;
    bool read = false;
    if constexpr (sizeof(T) == 1) read = in.letter == 's' || in.letter == 'c' || in.letter == '[' ? in.word(reinterpret_cast<char*>(to)) > 0 : in.number(to);
    else read = in.number(to);
    return read ? __scanned(in, count + 1, rest...) : count;
  }
  return count == 0 && *in.at == 0 ? EOF : count;
}
}  // namespace std
template <class... A> int sscanf(const char* text, const char* format, A... to) {
  std::__scan in{text, text, format};
  return std::__scanned(in, 0, to...);
}
namespace std {
using ::FILE;
using ::fclose;
using ::fopen;
using ::clearerr;
using ::fgetpos;
using ::fpos_t;
using ::fread;
using ::freopen;
using ::fscanf;
using ::fseek;
using ::fsetpos;
using ::ftell;
using ::fwrite;
using ::rename;
using ::rewind;
using ::setbuf;
using ::sscanf;
using ::tmpfile;
using ::ungetc;
using ::remove;
using ::vfprintf;
using ::vprintf;
using ::vsnprintf;
using ::vsprintf;
using ::fflush;
using ::fgetc;
using ::fgets;
using ::fprintf;
using ::fputc;
using ::fputs;
using ::getc;
using ::getchar;
using ::perror;
using ::printf;
using ::putc;
using ::putchar;
using ::puts;
using ::scanf;
using ::setvbuf;
using ::snprintf;
using ::sprintf;
}  // namespace std
