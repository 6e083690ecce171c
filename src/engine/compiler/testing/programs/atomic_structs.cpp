// Atomics of classes, atomics and other converting classes beside built-in operators, ATOMIC_FLAG_INIT, memory orders by name.
#include <atomic>
#include <cstdio>
#include <thread>
struct P { int a = 0, b = 0; };
struct W { operator int() const { return 5; } };
std::atomic<P> p;
std::atomic<long> al{3};
std::atomic_flag f1 = ATOMIC_FLAG_INIT;
struct H { std::atomic_flag f = ATOMIC_FLAG_INIT; std::atomic_flag g{ATOMIC_FLAG_INIT}; std::atomic_flag h; H() : h(ATOMIC_FLAG_INIT) {} };
int main() {
  P q = p.load();
  printf("%d %d\n", q.a, q.b);
  p.store({1, 2});
  q = p.exchange(P{3, 4});
  printf("%d %d\n", q.a, q.b);
  P e{3, 4};
  bool ok = p.compare_exchange_strong(e, P{5, 6});
  printf("%d\n", ok);
  ok = p.compare_exchange_weak(e, P{7, 8}, std::memory_order_release, std::memory_order::relaxed);
  printf("%d %d %d\n", ok, e.a, e.b);
  P r = p;
  p = P{9, 9};
  printf("%d %d\n", r.a, p.load().b);
  long sum = 1; sum += al; int x = 2; x -= W(); x = x + al; x <<= W{};
  printf("%ld %d\n", sum, x);
  H h; printf("%d %d %d\n", h.f.test_and_set(), h.g.test(), f1.test());
  switch (std::memory_order_acquire) { case std::memory_order::acquire: printf("acq\n"); break; default: break; }
}
// expect: 0 0
// expect: 1 2
// expect: 1
// expect: 0 5 6
// expect: 5 9
// expect: 4 0
// expect: 0 0 0
// expect: acq
