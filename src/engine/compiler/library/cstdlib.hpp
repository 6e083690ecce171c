// <cstdlib>: numbers by chance come from a seed that the program is compiled with (CompileOptions.seed), each thread's from its own, so that drawing orders nothing.
#include <__numbers>
#include <cmath>
using std::abs;
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
// How far each is from RACECOURSE_SEED: storage begins with 0.
inline unsigned* __seed() {
  static unsigned seeds[64];
  return &seeds[__self()];
}
inline void srand(unsigned seed) { *__seed() = seed - RACECOURSE_SEED; }
inline int rand() {
  unsigned* seed = __seed();
  unsigned next = (*seed + RACECOURSE_SEED) * 1103515245u + 12345u + static_cast<unsigned>(__self());
  *seed = next - RACECOURSE_SEED;
  return static_cast<int>(next >> 1);
}
inline long random() { return rand(); }
inline void srandom(unsigned seed) { srand(seed); }
inline int rand_r(unsigned* seed) {
  *seed = *seed * 1103515245u + 12345u;
  return static_cast<int>(*seed >> 1);
}
inline double drand48() { return rand() / 2147483648.0; }
inline double erand48(unsigned short* state) {
  unsigned seed = (static_cast<unsigned>(state[1]) << 16) + state[2];
  int drawn = rand_r(&seed);
  state[1] = seed >> 16;
  state[2] = seed;
  return drawn / 2147483648.0;
}
inline long lrand48() { return rand(); }
inline void srand48(long seed) { srand(seed); }
inline long labs(long n) { return n < 0 ? -n : n; }
inline long long llabs(long long n) { return n < 0 ? -n : n; }
inline div_t div(int a, int b) { return div_t{a / b, a % b}; }
inline ldiv_t ldiv(long a, long b) { return ldiv_t{a / b, a % b}; }

inline float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
inline int atoi(const char* text) { return static_cast<int>(strtol(text, nullptr, 10)); }
inline long atol(const char* text) { return strtol(text, nullptr, 10); }
inline long long atoll(const char* text) { return strtol(text, nullptr, 10); }
inline double atof(const char* text) { return strtod(text, nullptr); }

// Memory: the compiler knows from the cast around it what it is for, and calls __allocate.
namespace std {
template <class T> T* __allocate(size_t bytes) {
  size_t n = (bytes + sizeof(T) - 1) / sizeof(T);
  if constexpr (__flexible_words<T>() > 0) {
    size_t items = bytes > sizeof(T) ? (bytes - sizeof(T)) / __flexible_bytes<T>() : 0;
    n = 1 + (items * __flexible_words<T>() + __words_of<T>() - 1) / __words_of<T>();
  }
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
inline int posix_memalign(void** to, size_t, size_t bytes) {
  *to = std::__allocate<char>(bytes);
  return 0;
}
inline void free(void* block) { __free(block); }

// There is no environment, and nobody to run a command.
inline char* getenv(const char*) { return nullptr; }
inline int setenv(const char*, const char*, int) { return 0; }
inline int unsetenv(const char*) { return 0; }
inline int putenv(char*) { return 0; }
inline int system(const char*) { return -1; }

// Stable, by merging, as glibc's: who compares unequal keys as equal sees the same order.
template <class T, class F> void qsort(T* items, size_t n, size_t, F compare) {
  if (n < 2) return;
  T* other = __new_array<T>(static_cast<int>(n));
  for (size_t width = 1; width < n; width *= 2) {
    for (size_t from = 0; from < n; from += 2 * width) {
      size_t middle = from + width < n ? from + width : n;
      size_t end = from + 2 * width < n ? from + 2 * width : n;
      size_t left = from, right = middle;
      for (size_t to = from; to < end; to++)
        other[to] = left < middle && (right == end || compare(&items[left], &items[right]) <= 0) ? items[left++] : items[right++];
    }
    for (size_t i = 0; i < n; i++) items[i] = other[i];
  }
  __free(other);
}
template <class K, class T, class F> T* bsearch(const K* key, T* items, size_t n, size_t, F compare) {
  size_t from = 0;
  while (from < n) {
    size_t middle = from + (n - from) / 2;
    int order = compare(key, &items[middle]);
    if (order == 0) return &items[middle];
    if (order < 0) n = middle;
    else from = middle + 1;
  }
  return nullptr;
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
  __quit_clean();
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
using ::bsearch;
using ::ldiv;
using ::ldiv_t;
using ::srandom;
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
