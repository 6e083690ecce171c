// Numbers in texts.
#include <cerrno>
namespace std {
struct __read_number {
  unsigned long value;
  const char* end;
  bool negative;
  bool fits;
};
inline __read_number __whole(const char* text, int base) {
  const char* at = text;
  while (*at == ' ' || (*at >= 9 && *at <= 13)) at++;
  bool negative = *at == '-';
  if (*at == '-' || *at == '+') at++;
  if ((base == 0 || base == 16) && at[0] == '0' && (at[1] == 'x' || at[1] == 'X')) {
    at += 2;
    base = 16;
  }
  if (base == 0) base = *at == '0' ? 8 : 10;
  __read_number read{0, text, negative, true};
  for (;; at++) {
    char c = *at;
    int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'z' ? c - 'a' + 10 : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 99;
    if (digit >= base) return read;
    if (read.value > (18446744073709551615ul - digit) / base) read.fits = false;
    read.value = read.value * base + digit;
    read.end = at + 1;
  }
}
}  // namespace std
inline long strtol(const char* text, char** end, int base) {
  std::__read_number read = std::__whole(text, base);
  if (end != nullptr) *end = const_cast<char*>(read.end);
  if (!read.fits || read.value > 9223372036854775807ul + read.negative) {
    errno = ERANGE;
    return read.negative ? -9223372036854775807l - 1 : 9223372036854775807l;
  }
  long value = static_cast<long>(read.value);
  return read.negative ? -value : value;
}
inline unsigned long strtoul(const char* text, char** end, int base) {
  std::__read_number read = std::__whole(text, base);
  if (end != nullptr) *end = const_cast<char*>(read.end);
  if (!read.fits) {
    errno = ERANGE;
    return 18446744073709551615ul;
  }
  return read.negative ? 0ul - read.value : read.value;
}
inline long long strtoll(const char* text, char** end, int base) { return strtol(text, end, base); }
inline unsigned long strtoull(const char* text, char** end, int base) { return strtoul(text, end, base); }
// Decimal fractions: exact for up to 15 digits and powers of ten that a double holds.
inline double strtod(const char* text, char** end) {
  const char* at = text;
  while (*at == ' ' || (*at >= 9 && *at <= 13)) at++;
  bool negative = *at == '-';
  if (*at == '-' || *at == '+') at++;
  // inf, infinity and nan, in letters of any case.
  auto reads = [&at](const char* word) {
    int n = 0;
    while (word[n] != 0 && (at[n] | 32) == word[n]) n++;
    if (word[n] != 0) return false;
    at += n;
    return true;
  };
  bool isInfinite = reads("inf");
  if (isInfinite) reads("inity");
  if (isInfinite || reads("nan")) {
    if (end != nullptr) *end = const_cast<char*>(at);
    double special = isInfinite ? 1e308 * 10 : -(0.0 / 0.0);
    return negative ? -special : special;
  }
  double value = 0;
  int scale = 0;
  const char* last = text;
  for (; *at >= '0' && *at <= '9'; at++) {
    value = value * 10 + (*at - '0');
    last = at + 1;
  }
  if (*at == '.')
    for (at++; *at >= '0' && *at <= '9'; at++) {
      value = value * 10 + (*at - '0');
      scale--;
      last = at + 1;
    }
  if (last != text && (*at == 'e' || *at == 'E')) {
    std::__read_number power = std::__whole(at + 1, 10);
    if (power.end != at + 1) {
      scale += power.negative ? -static_cast<int>(power.value) : static_cast<int>(power.value);
      last = power.end;
    }
  }
  if (end != nullptr) *end = const_cast<char*>(last);
  double ten = 1;
  for (int i = scale < 0 ? -scale : scale; i > 0; i--) ten *= 10;
  value = scale < 0 ? value / ten : value * ten;
  return negative ? -value : value;
}
