// <cstring>: of strings only. Bytes have no meaning here: a value is a word or two.
inline size_t strlen(const char* text) {
  size_t n = 0;
  while (text[n] != 0) n++;
  return n;
}
inline int strcmp(const char* a, const char* b) {
  while (*a != 0 && *a == *b) {
    a++;
    b++;
  }
  return *a - *b;
}
inline char* strcpy(char* to, const char* from) {
  char* at = to;
  while ((*at++ = *from++) != 0) {
  }
  return to;
}
namespace std {
using ::strlen;
using ::strcmp;
using ::strcpy;
}  // namespace std
