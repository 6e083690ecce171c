// <cstdlib>: numbers by chance come from a seed that is always the same, each thread's from its own, so that drawing orders nothing.
#include <cmath>
#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647
void abort();
using __handler = void (*)();
struct div_t {
  int quot;
  int rem;
};
struct ldiv_t {
  long quot;
  long rem;
};
inline unsigned* __seed() {
  static unsigned seeds[64];
  return &seeds[__self()];
}
inline void srand(unsigned seed) { *__seed() = seed; }
inline int rand() {
  unsigned* seed = __seed();
  *seed = *seed * 1103515245u + 12345u + static_cast<unsigned>(__self());
  return static_cast<int>(*seed >> 1);
}
inline int rand_r(unsigned* seed) {
  *seed = *seed * 1103515245u + 12345u;
  return static_cast<int>(*seed >> 1);
}
inline long labs(long n) { return n < 0 ? -n : n; }
inline long llabs(long n) { return n < 0 ? -n : n; }
inline div_t div(int a, int b) { return div_t{a / b, a % b}; }
inline ldiv_t ldiv(long a, long b) { return ldiv_t{a / b, a % b}; }

// Numbers in texts.
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
  if (!read.fits || read.value > 9223372036854775807ul) return read.negative ? -9223372036854775807l - 1 : 9223372036854775807l;
  long value = static_cast<long>(read.value);
  return read.negative ? -value : value;
}
inline unsigned long strtoul(const char* text, char** end, int base) {
  std::__read_number read = std::__whole(text, base);
  if (end != nullptr) *end = const_cast<char*>(read.end);
  if (!read.fits) return 18446744073709551615ul;
  return read.negative ? 0ul - read.value : read.value;
}
inline long strtoll(const char* text, char** end, int base) { return strtol(text, end, base); }
inline unsigned long strtoull(const char* text, char** end, int base) { return strtoul(text, end, base); }
// Decimal fractions: exact for up to 15 digits and powers of ten that a double holds.
inline double strtod(const char* text, char** end) {
  const char* at = text;
  while (*at == ' ' || (*at >= 9 && *at <= 13)) at++;
  bool negative = *at == '-';
  if (*at == '-' || *at == '+') at++;
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
inline float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
inline int atoi(const char* text) { return static_cast<int>(strtol(text, nullptr, 10)); }
inline long atol(const char* text) { return strtol(text, nullptr, 10); }
inline long atoll(const char* text) { return strtol(text, nullptr, 10); }
inline double atof(const char* text) { return strtod(text, nullptr); }

// Memory: the compiler knows from the cast around it what it is for, and calls __allocate.
namespace std {
template <class T> T* __allocate(size_t bytes) {
  size_t n = (bytes + sizeof(T) - 1) / sizeof(T);
  return __new_array<T>(static_cast<int>(n == 0 ? 1 : n));
}
template <class T> T* __allocate_zeroed(size_t n, size_t size) {
  T* block = __allocate<T>(n * size);
  int* words = reinterpret_cast<int*>(block);
  for (size_t i = 0; i < (n * size + sizeof(T) - 1) / sizeof(T) * __words_of<T>(); i++) words[i] = 0;
  return block;
}
template <class T> T* __reallocate(T* old, size_t bytes) {
  T* block = __allocate<T>(bytes);
  if (old == nullptr) return block;
  int before = __count(old);
  int now = static_cast<int>(bytes / sizeof(T));
  for (int i = 0; i < (before < now ? before : now) * __words_of<T>(); i++)
    __copy_word(reinterpret_cast<int*>(block) + i, reinterpret_cast<const int*>(old) + i);
  __free(old);
  return block;
}
template <class T> T* __allocate_aligned(size_t, size_t bytes) { return __allocate<T>(bytes); }
}  // namespace std
inline void* malloc(size_t bytes) { return std::__allocate<char>(bytes); }
inline void* calloc(size_t n, size_t size) { return std::__allocate_zeroed<char>(n, size); }
inline void* realloc(void* old, size_t bytes) { return std::__reallocate<char>(static_cast<char*>(old), bytes); }
inline void* aligned_alloc(size_t, size_t bytes) { return std::__allocate<char>(bytes); }
inline void free(void* block) { __free(block); }

// There is no environment, and nobody to run a command.
inline char* getenv(const char*) { return nullptr; }
inline int system(const char*) { return -1; }

template <class T, class F> void qsort(T* items, size_t n, size_t, F compare) {
  for (size_t i = 1; i < n; i++)
    for (size_t at = i; at > 0 && compare(&items[at - 1], &items[at]) > 0; at--) std::swap(items[at - 1], items[at]);
}

// The end of the program.
namespace std {
struct __at_exit {
  __handler handlers[32];
  int count;
};
inline __at_exit __handlers;
inline __at_exit __quick_handlers;
inline int __register(__at_exit& list, __handler handler) {
  if (list.count == 32) return 1;
  list.handlers[list.count++] = handler;
  return 0;
}
inline void __run_handlers(__at_exit& list) {
  while (list.count > 0) list.handlers[--list.count]();
}
inline void __run_exit_handlers() { __run_handlers(__handlers); }
}  // namespace std
inline int atexit(__handler handler) {
  // So that the end of main calls it.
  (void)&std::__run_exit_handlers;
  return std::__register(std::__handlers, handler);
}
inline int at_quick_exit(__handler handler) { return std::__register(std::__quick_handlers, handler); }
[[noreturn]] inline void exit(int) {
  __end_statics();
  __quit();
}
[[noreturn]] inline void quick_exit(int) {
  std::__run_handlers(std::__quick_handlers);
  __quit();
}
[[noreturn]] inline void _Exit(int) { __quit(); }
[[noreturn]] inline void _exit(int) { __quit(); }
namespace std {
using ::_Exit;
using ::abort;
using ::aligned_alloc;
using ::at_quick_exit;
using ::atexit;
using ::atof;
using ::atoi;
using ::atol;
using ::atoll;
using ::calloc;
using ::div;
using ::exit;
using ::quick_exit;
using ::realloc;
using ::div_t;
using ::free;
using ::getenv;
using ::labs;
using ::llabs;
using ::malloc;
using ::qsort;
using ::rand;
using ::srand;
using ::strtod;
using ::strtof;
using ::strtol;
using ::strtoll;
using ::strtoul;
using ::strtoull;
using ::system;
}  // namespace std
