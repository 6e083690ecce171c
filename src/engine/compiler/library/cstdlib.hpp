// <cstdlib>: numbers by chance come from a seed that is always the same, each thread's from its own, so that drawing orders nothing.
#include <cmath>
#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647
void abort();
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
inline long labs(long n) { return n < 0 ? -n : n; }
inline int atoi(const char* text) {
  int i = text[0] == '-' ? 1 : 0;
  int n = 0;
  for (; text[i] >= '0' && text[i] <= '9'; i++) n = n * 10 + (text[i] - '0');
  return text[0] == '-' ? -n : n;
}
namespace std {
using ::abort;
using ::srand;
using ::rand;
using ::labs;
using ::atoi;
}  // namespace std
