// <utility>: move, swap, exchange, forward, as_const; swapping members, arrays and containers.
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>
struct Slot {
  std::unique_ptr<int> p;
  Slot() = default;
  explicit Slot(int n) : p(std::make_unique<int>(n)) {}
  Slot(Slot&& o) noexcept : p(std::exchange(o.p, nullptr)) {}
  Slot& operator=(Slot&& o) noexcept {
    p = std::exchange(o.p, nullptr);
    return *this;
  }
};
int main() {
  int a = 1, b = 2;
  std::swap(a, b);
  int old = std::exchange(a, 50);
  printf("%d %d %d\n", a, b, old);
  std::string s = "s", t = "t";
  std::swap(s, t);
  s.swap(t);
  swap(s, t);
  printf("%s %s\n", s.c_str(), t.c_str());
  std::vector<int> v{1}, w{2, 3};
  v.swap(w);
  std::swap(v, w);
  printf("%zu %zu\n", v.size(), w.size());
  Slot x(5), y;
  y = std::move(x);
  Slot z(std::move(y));
  printf("%d %d %d\n", x.p == nullptr, y.p == nullptr, *z.p);
  const auto& c = std::as_const(v);
  printf("%d\n", c[0]);
  return 0;
}
// expect: 50 1 2
// expect: t s
// expect: 1 2
// expect: 1 1 5
// expect: 1
