// std::function: of lambdas, functions, functors, members; copied, moved, reset, in containers, empty.
#include <cstdio>
#include <functional>
#include <string>
#include <vector>
int twice(int n) { return 2 * n; }
struct Adder {
  int by;
  int operator()(int n) const { return n + by; }
};
struct Tracked {
  static int alive;
  Tracked() { alive++; }
  Tracked(const Tracked&) { alive++; }
  ~Tracked() { alive--; }
};
int Tracked::alive = 0;
void each(const std::vector<int>& v, const std::function<void(int)>& f) {
  for (int x : v) f(x);
}
std::function<int(int)> compose(std::function<int(int)> f, std::function<int(int)> g) {
  return [f, g](int x) { return f(g(x)); };
}
int main() {
  std::function<int(int)> f = twice;
  printf("%d\n", f(4));
  f = Adder{10};
  printf("%d\n", f(4));
  int base = 100;
  f = [&base](int n) { return base + n; };
  base = 200;
  printf("%d\n", f(4));
  std::function<int(int)> g = f;
  std::function<int(int)> h = std::move(f);
  printf("%d %d\n", g(1), h(2));
  std::function<void()> empty;
  printf("%d %d\n", empty ? 1 : 0, g ? 1 : 0);
  empty = [] { printf("filled\n"); };
  empty();
  empty = nullptr;
  printf("%d\n", empty == nullptr);
  {
    Tracked t;
    std::function<int()> holds = [t] { return Tracked::alive; };
    std::function<int()> other = holds;
    printf("%d\n", holds() == other());
  }
  printf("%d\n", Tracked::alive);
  std::vector<std::function<int(int)>> steps;
  steps.push_back(twice);
  steps.push_back(Adder{1});
  steps.emplace_back([](int n) { return n * n; });
  int v = 3;
  for (auto& s : steps) v = s(v);
  printf("%d\n", v);
  int sum = 0;
  each({1, 2, 3}, [&](int x) { sum += x; });
  printf("%d %d\n", sum, compose(twice, Adder{5})(1));
  std::function<std::string(const std::string&)> greet = [](const std::string& n) { return "hi " + n; };
  printf("%s\n", greet("you").c_str());
  return 0;
}
// expect: 8
// expect: 14
// expect: 204
// expect: 201 202
// expect: 0 1
// expect: filled
// expect: 1
// expect: 1
// expect: 0
// expect: 49
// expect: 6 12
// expect: hi you
