// <cwchar>, <cwctype>: texts of wide characters, as far as no locale has a say.
#include <cctype>
#include <climits>
#define WEOF (0xffffffffu)
#define WCHAR_MIN (-2147483647 - 1)
#define WCHAR_MAX 2147483647
using wint_t = unsigned;
inline size_t wcslen(const wchar_t* text) {
  size_t n = 0;
  while (text[n] != 0) n++;
  return n;
}
inline int wcsncmp(const wchar_t* a, const wchar_t* b, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (a[i] != b[i] || a[i] == 0) return a[i] < b[i] ? -1 : a[i] > b[i];
  return 0;
}
inline int wcscmp(const wchar_t* a, const wchar_t* b) { return wcsncmp(a, b, ~0ul); }
inline wchar_t* wcscpy(wchar_t* to, const wchar_t* from) {
  wchar_t* at = to;
  while ((*at++ = *from++) != 0) {
  }
  return to;
}
inline wchar_t* wcsncpy(wchar_t* to, const wchar_t* from, size_t n) {
  size_t i = 0;
  for (; i < n && from[i] != 0; i++) to[i] = from[i];
  for (; i < n; i++) to[i] = 0;
  return to;
}
inline wchar_t* wcscat(wchar_t* to, const wchar_t* from) {
  wcscpy(to + wcslen(to), from);
  return to;
}
inline const wchar_t* wcschr(const wchar_t* text, wchar_t c) {
  for (;; text++) {
    if (*text == c) return text;
    if (*text == 0) return nullptr;
  }
}
inline int iswdigit(wint_t c) { return c < 128 && isdigit(static_cast<int>(c)); }
inline int iswalpha(wint_t c) { return c < 128 && isalpha(static_cast<int>(c)); }
inline int iswalnum(wint_t c) { return c < 128 && isalnum(static_cast<int>(c)); }
inline int iswspace(wint_t c) { return c < 128 && isspace(static_cast<int>(c)); }
inline int iswupper(wint_t c) { return c < 128 && isupper(static_cast<int>(c)); }
inline int iswlower(wint_t c) { return c < 128 && islower(static_cast<int>(c)); }
inline int iswpunct(wint_t c) { return c < 128 && ispunct(static_cast<int>(c)); }
inline wint_t towupper(wint_t c) { return c < 128 ? toupper(static_cast<int>(c)) : c; }
inline wint_t towlower(wint_t c) { return c < 128 ? tolower(static_cast<int>(c)) : c; }
namespace std {
using ::wint_t;
using ::wcslen;
using ::wcsncmp;
using ::wcscmp;
using ::wcscpy;
using ::wcsncpy;
using ::wcscat;
using ::wcschr;
using ::iswdigit;
using ::iswalpha;
using ::iswalnum;
using ::iswspace;
using ::iswupper;
using ::iswlower;
using ::iswpunct;
using ::towupper;
using ::towlower;
}  // namespace std
