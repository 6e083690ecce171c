// <cstring>: texts, and memory as the words of what lies in it: a value has no bytes here, so that both sides must be of one size of element.
#include <cerrno>
#include <type_traits>
namespace std {
template <class T> constexpr bool __is_byte = sizeof(T) == 1 && __is_scalar<T>();
// Elements that can be copied into each other word by word.
template <class T, class U> constexpr bool __alike = sizeof(T) * __words_of<U>() == sizeof(U) * __words_of<T>();
template <class T> constexpr bool __unknown = is_same_v<remove_const_t<T>, void>;
template <class T> size_t __words_in(size_t bytes) { return (bytes + sizeof(T) - 1) / sizeof(T) * __words_of<T>(); }
// What the pointers point to, where one of them does not say.
template <class T, class U> struct __element { using type = remove_const_t<T>; };
template <class U> struct __element<void, U> { using type = remove_const_t<U>; };
template <class U> struct __element<const void, U> { using type = remove_const_t<U>; };
template <> struct __element<void, void> { using type = unsigned char; };
template <> struct __element<void, const void> { using type = unsigned char; };
template <> struct __element<const void, const void> { using type = unsigned char; };
template <class T, class U> void __copy_words(T* to, const U* from, size_t bytes, bool backwards) {
  using E = typename __element<T, U>::type;
  using F = typename __element<U, T>::type;
  static_assert(__alike<E, F>, "memcpy between objects with elements of different sizes is not supported: copy the values");
  int* into = reinterpret_cast<int*>(to);
  const int* out = reinterpret_cast<const int*>(from);
  long n = static_cast<long>(__words_in<E>(bytes));
  if (backwards)
    for (long i = n - 1; i >= 0; i--) __copy_word(into + i, out + i);
  else
    for (long i = 0; i < n; i++) __copy_word(into + i, out + i);
}
template <class T> int __byte_of(const T* at, size_t i) {
  if constexpr (__is_byte<T>) return static_cast<unsigned char>(at[i]);
  else return static_cast<int>(static_cast<unsigned>(reinterpret_cast<const int*>(at)[i / 4]) >> (i % 4 * 8) & 255u);
}
}  // namespace std
template <class T, class U> T* memcpy(T* to, const U* from, size_t bytes) {
  std::__copy_words(to, from, bytes, false);
  return to;
}
template <class T, class U> T* memmove(T* to, const U* from, size_t bytes) {
  std::__copy_words(to, from, bytes, reinterpret_cast<const int*>(to) > reinterpret_cast<const int*>(from));
  return to;
}
template <class T> T* memset(T* to, int value, size_t bytes) {
  using E = typename std::__element<T, unsigned char>::type;
  if constexpr (std::__is_byte<E>) {
    for (size_t i = 0; i < bytes; i++) reinterpret_cast<E*>(to)[i] = static_cast<E>(value);
  } else {
    unsigned byte = static_cast<unsigned>(value) & 255u;
    int word = static_cast<int>(byte * 0x01010101u);
    if constexpr (sizeof(E) == 2) word = static_cast<int>(static_cast<E>(byte * 0x0101u));
    size_t n = std::__words_in<E>(bytes);
    for (size_t i = 0; i < n; i++) reinterpret_cast<int*>(to)[i] = word;
  }
  return to;
}
template <class T, class U> int memcmp(const T* a, const U* b, size_t bytes) {
  static_assert(std::__alike<T, U> && (std::__is_byte<T> || sizeof(T) % 4 == 0), "memcmp of these is not supported: compare the values");
  for (size_t i = 0; i < bytes; i++) {
    int difference = std::__byte_of(a, i) - std::__byte_of(b, i);
    if (difference != 0) return difference;
  }
  return 0;
}
inline void* memchr(const char* text, int c, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (text[i] == static_cast<char>(c)) return const_cast<char*>(text + i);
  return nullptr;
}
inline size_t strlen(const char* text) {
  size_t n = 0;
  while (text[n] != 0) n++;
  return n;
}
inline size_t strnlen(const char* text, size_t most) {
  size_t n = 0;
  while (n < most && text[n] != 0) n++;
  return n;
}
inline int strncmp(const char* a, const char* b, size_t n) {
  for (size_t i = 0; i < n; i++) {
    int difference = static_cast<unsigned char>(a[i]) - static_cast<unsigned char>(b[i]);
    if (difference != 0 || a[i] == 0) return difference;
  }
  return 0;
}
inline int strcmp(const char* a, const char* b) {
  while (*a != 0 && *a == *b) {
    a++;
    b++;
  }
  return static_cast<unsigned char>(*a) - static_cast<unsigned char>(*b);
}
inline int strcoll(const char* a, const char* b) { return strcmp(a, b); }
inline int strcasecmp(const char* a, const char* b) {
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : static_cast<int>(c); };
  for (; *a != 0 && lower(*a) == lower(*b); a++) b++;
  return lower(*a) - lower(*b);
}
inline char* strcpy(char* to, const char* from) {
  char* at = to;
  while ((*at++ = *from++) != 0) {
  }
  return to;
}
inline char* strncpy(char* to, const char* from, size_t n) {
  size_t i = 0;
  for (; i < n && from[i] != 0; i++) to[i] = from[i];
  for (; i < n; i++) to[i] = 0;
  return to;
}
inline char* strcat(char* to, const char* from) {
  strcpy(to + strlen(to), from);
  return to;
}
inline char* strncat(char* to, const char* from, size_t n) {
  char* at = to + strlen(to);
  for (; n > 0 && *from != 0; n--) *at++ = *from++;
  *at = 0;
  return to;
}
inline const char* strchr(const char* text, int c) {
  for (;; text++) {
    if (*text == static_cast<char>(c)) return text;
    if (*text == 0) return nullptr;
  }
}
inline char* strchr(char* text, int c) { return const_cast<char*>(strchr(static_cast<const char*>(text), c)); }
inline const char* strrchr(const char* text, int c) {
  const char* found = nullptr;
  for (;; text++) {
    if (*text == static_cast<char>(c)) found = text;
    if (*text == 0) return found;
  }
}
inline char* strrchr(char* text, int c) { return const_cast<char*>(strrchr(static_cast<const char*>(text), c)); }
inline const char* strstr(const char* text, const char* part) {
  size_t n = strlen(part);
  for (;; text++) {
    if (strncmp(text, part, n) == 0) return text;
    if (*text == 0) return nullptr;
  }
}
inline char* strstr(char* text, const char* part) { return const_cast<char*>(strstr(static_cast<const char*>(text), part)); }
inline const char* strpbrk(const char* text, const char* set) {
  for (; *text != 0; text++)
    if (strchr(set, *text) != nullptr) return text;
  return nullptr;
}
inline char* strpbrk(char* text, const char* set) { return const_cast<char*>(strpbrk(static_cast<const char*>(text), set)); }
inline size_t strcspn(const char* text, const char* set) {
  size_t n = 0;
  while (text[n] != 0 && strchr(set, text[n]) == nullptr) n++;
  return n;
}
inline size_t strspn(const char* text, const char* set) {
  size_t n = 0;
  while (text[n] != 0 && strchr(set, text[n]) != nullptr) n++;
  return n;
}
inline char* strtok_r(char* text, const char* set, char** rest) {
  if (text == nullptr) text = *rest;
  text += strspn(text, set);
  if (*text == 0) {
    *rest = text;
    return nullptr;
  }
  char* end = text + strcspn(text, set);
  *rest = *end == 0 ? end : end + 1;
  *end = 0;
  return text;
}
inline char* strtok(char* text, const char* set) {
  static char* rest = nullptr;
  return strtok_r(text, set, &rest);
}
inline char* strdup(const char* text) {
  char* copy = __new_array<char>(static_cast<int>(strlen(text)) + 1);
  return strcpy(copy, text);
}
inline char* strndup(const char* text, size_t most) {
  size_t n = strnlen(text, most);
  char* copy = __new_array<char>(static_cast<int>(n) + 1);
  strncpy(copy, text, n);
  copy[n] = 0;
  return copy;
}
inline int strncasecmp(const char* a, const char* b, size_t n) {
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : static_cast<int>(c); };
  for (; n > 0 && *a != 0 && lower(*a) == lower(*b); a++, b++) n--;
  return n == 0 ? 0 : lower(*a) - lower(*b);
}
inline size_t strxfrm(char* to, const char* from, size_t n) {
  if (n > 0) strncpy(to, from, n);
  return strlen(from);
}
namespace std {
using ::strpbrk;
using ::strxfrm;
using ::memchr;
using ::memcmp;
using ::memcpy;
using ::memmove;
using ::memset;
using ::strcat;
using ::strchr;
using ::strcmp;
using ::strcoll;
using ::strcpy;
using ::strcspn;
using ::strlen;
using ::strncat;
using ::strncmp;
using ::strncpy;
using ::strrchr;
using ::strspn;
using ::strstr;
using ::strtok;
}  // namespace std
