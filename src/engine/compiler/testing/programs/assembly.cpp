// Exchanges, comparisons and additions in the processor's own words, as spinlocks of lectures have them.
#include <cstdio>
#include <thread>
struct spin { volatile unsigned v = 0; };
static inline unsigned xchg(volatile unsigned *addr, unsigned newval) {
  unsigned result;
  // The + in "+m" denotes a read-modify-write operand.
  asm volatile("lock; xchgl %0, %1" :
               "+m" (*addr), "=a" (result) :
               "1" (newval) :
               "cc");
  return result;
}
static inline int atomic_xadd(int *p, int v) { __asm__ __volatile__("lock; xaddl %0, %1" : "+r"(v), "+m"(*p) : : "memory"); return v; }
static inline unsigned long cas(volatile unsigned long *ptr, unsigned long old, unsigned long _new) { unsigned long prev; asm volatile("lock;" "cmpxchgq %1, %2;" : "=a"(prev) : "q"(_new), "m"(*ptr), "a"(old) : "memory"); return prev; }
static inline int xchg2(int *p, int v) { asm volatile("xchgl %0,%1" : "=r"(v), "=m"(*p) : "0"(v), "m"(*p) : "memory"); return v; }
static inline void inc(int *p) { asm volatile("lock incl %[c]" : [c] "+m"(*p)); }
static inline void add(int *p, int n) { asm volatile("lock; addl %1,%0" : "+m"(*p) : "ir"(n)); }
char compare_and_swap(int *ptr, int old, int to) {
  unsigned char ret;
  __asm__ __volatile__("  lock\n"
                       "  cmpxchgl %2,%1\n"
                       "  sete %0\n"
                       : "=q"(ret), "=m"(*ptr)
                       : "r"(to), "m"(*ptr), "a"(old)
                       : "memory");
  return ret;
}
int main() {
  spin s; int c = 0, a = 5; unsigned long w = 7;
  auto f = [&] { while (xchg(&s.v, 1) != 0) ; c++; s.v = 0; inc(&a); };
  std::thread t(f); f(); t.join();
  int before = atomic_xadd(&a, 10);
  std::printf("%d %d %d\n", c, before, a);
  unsigned long first = cas(&w, 7, 9);
  unsigned long second = cas(&w, 7, 11);
  std::printf("%lu %lu %lu\n", first, second, w);
  before = xchg2(&a, 3);
  add(&a, 4);
  std::printf("%d %d\n", before, a);
  std::printf("%d", compare_and_swap(&c, 2, 100));
  std::printf("%d %d\n", compare_and_swap(&c, 2, 200), c);
}
// expect: 2 7 17
// expect: 7 9 9
// expect: 17 7
// expect: 10 100
