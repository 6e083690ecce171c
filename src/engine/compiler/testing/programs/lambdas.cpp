// Lambdas: all forms of capture, mutable, nested, generic, immediately called, as arguments and results.
#include <cstdio>
#include <functional>
#include <memory>
#include <utility>
template <class F> int apply(F f, int x) { return f(x); }
int applyPointer(int (*f)(int), int x) { return f(x); }
auto makeAdder(int n) {
  return [n](int x) { return x + n; };
}
struct Machine {
  int gear = 2;
  int run(int x) {
    auto byThis = [this](int v) { return v * gear; };
    auto byDefault = [&](int v) { return byThis(v) + gear; };
    auto byValue = [=, this] { return gear + x; };
    gear = 3;
    return byDefault(x) * 100 + byValue();
  }
  std::function<int()> later() {
    return [self = *this] { return self.gear; };
  }
};
int main() {
  int a = 1, b = 2;
  auto none = [] { return 5; };
  auto value = [a] { return a; };
  auto ref = [&b] { return ++b; };
  auto both = [=, &b] { b += a; };
  auto all = [&] { a += 10; };
  auto renamed = [c = a + b, &d = b] { return c + d; };
  all();
  both();
  int more = ref();
  printf("%d %d %d %d %d\n", none(), value(), more, renamed(), a);
  int counter = 0;
  auto count = [counter]() mutable { return ++counter; };
  count();
  printf("%d %d\n", count(), counter);
  printf("%d %d\n", apply([](int x) { return x * x; }, 7), apply(makeAdder(3), 4));
  printf("%d\n", applyPointer([](int x) { return -x; }, 5));
  auto generic = [](auto x, auto y) { return x + y; };
  printf("%d %ld\n", generic(1, 2), generic(1l, 2));
  auto typed = []<class T>(T x) { return sizeof(x); };
  printf("%zu %zu\n", typed('c'), typed(1l));
  auto nested = [&] {
    int local = 4;
    auto inner = [&, local] { return local + a + b; };
    return inner() * 2;
  };
  printf("%d\n", nested());
  printf("%d\n", [](int x) -> long { return x; }(9) > 8 ? 1 : 0);
  Machine m;
  printf("%d\n", m.run(5));
  auto f = m.later();
  m.gear = 50;
  printf("%d\n", f());
  auto owner = std::make_unique<int>(42);
  auto holds = [p = std::move(owner)] { return *p; };
  printf("%d %d\n", holds(), owner == nullptr);
  std::function<int(int)> fact = [&fact](int n) { return n <= 1 ? 1 : n * fact(n - 1); };
  printf("%d\n", fact(6));
  auto moved = std::move(holds);
  printf("%d\n", moved());
  auto copy = value;
  printf("%d\n", copy());
  return 0;
}
// expect: 5 1 4 7 11
// expect: 2 0
// expect: 49 7
// expect: -5
// expect: 3 3
// expect: 1 8
// expect: 38
// expect: 1
// expect: 1808
// expect: 3
// expect: 42 1
// expect: 720
// expect: 42
// expect: 1
