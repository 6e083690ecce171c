// <charconv>, of whole numbers and of fractions read.
#include <cstdlib>
#include <string>
#include <system_error>
namespace std {
struct to_chars_result {
  char* ptr;
  errc ec;
};
struct from_chars_result {
  const char* ptr;
  errc ec;
};
template <class T> to_chars_result __put_chars(char* first, char* last, const string& text) {
  if (static_cast<size_t>(last - first) < text.size()) return to_chars_result{last, errc::value_too_large};
  for (char c : text) *first++ = c;
  return to_chars_result{first, errc()};
}
template <class T> to_chars_result to_chars(char* first, char* last, T value, int base = 10) {
  if constexpr (__is_floating<T>()) {
    return __put_chars<T>(first, last, __shortest(value));
  } else {
    bool negative = value < 0;
    unsigned long rest = static_cast<unsigned long>(value);
    return __put_chars<T>(first, last, __digits(negative ? 0ul - rest : rest, negative, base));
  }
}
template <class T> from_chars_result from_chars(const char* first, const char* last, T& value, int base = 10) {
  string text(first, last);
  if (text.empty() || text[0] == ' ' || text[0] == '+') return from_chars_result{first, errc::invalid_argument};
  char* end = nullptr;
  if constexpr (__is_floating<T>()) {
    double read = strtod(text.c_str(), &end);
    if (end == text.c_str()) return from_chars_result{first, errc::invalid_argument};
    value = static_cast<T>(read);
  } else {
    long read = strtol(text.c_str(), &end, base);
    if (end == text.c_str()) return from_chars_result{first, errc::invalid_argument};
    if (static_cast<long>(static_cast<T>(read)) != read) return from_chars_result{first + (end - text.c_str()), errc::result_out_of_range};
    value = static_cast<T>(read);
  }
  return from_chars_result{first + (end - text.c_str()), errc()};
}
}  // namespace std
