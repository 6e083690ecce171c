// thread_local: every thread has its own, made at its first use and ended with the thread.
#include <cstdio>
#include <string>
#include <thread>
#include <mutex>
struct T { int n; T(int n) : n(n) { printf("T%d ", n); } ~T() { printf("~T%d ", n); } };
thread_local int counter = 5;
thread_local double ratio = 0.5;
thread_local T object(counter + 1);
thread_local std::string name = "none";
int next() { static thread_local int calls = 0; return ++calls; }
int local(int k) { thread_local T t(k); return t.n; }
struct S { static thread_local int shared; static inline thread_local int other = 3; };
thread_local int S::shared = 9;
int main() {
  counter++; printf("%d %g\n", counter, ratio);
  std::thread a([] { counter += 10; printf("%d ", counter); printf("%d ", next()); printf("%d\n", next()); name = "a"; object.n++; printf("%d ", object.n); printf("%d ", local(30)); printf("%d\n", local(31)); });
  a.join(); puts("");
  std::thread b([] { printf("%d %s %d %d\n", counter, name.c_str(), next(), S::shared++ + S::other); });
  b.join();
  printf("%d %s %d %d %d\n", counter, name.c_str(), next(), S::shared, local(7));
  printf("%d\n", object.n);
}
// expect: 6 0.5
// expect: 15 1 2
// expect: T16 17 T30 30 30
// expect: ~T30 ~T17
// expect: T6 5 none 1 12
// expect: ~T6 T7 T7 6 none 1 9 7
// expect: 7
// expect: ~T7 ~T7
