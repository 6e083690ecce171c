// auto, auto&, auto&&, decltype, deduced results, trailing return types, type aliases, constexpr.
#include <cstdio>
#include <vector>
using Number = long;
typedef unsigned Small;
template <class T> using List = std::vector<T>;
auto add(int a, long b) { return a + b; }
auto first(std::vector<int>& v) -> int& { return v[0]; }
decltype(auto) second(std::vector<int>& v) { return v[1]; }
constexpr int square(int n) { return n * n; }
constexpr int kSize = square(3);
int main() {
  auto i = 5;
  auto l = 5l;
  auto u = 5u;
  auto c = 'c';
  auto b = true;
  auto& r = i;
  const auto k = i;
  auto* p = &i;
  auto&& f = i;
  auto&& t = 12;
  r = 6;
  f = 7;
  printf("%d %ld %u %c %d %d %d %d\n", i, l, u, c, b, k, *p, t);
  printf("%zu %zu %zu %zu %zu\n", sizeof(i), sizeof(l), sizeof(c), sizeof(p), sizeof(add(1, 2)));
  decltype(l) m = 1;
  decltype((i)) ref = i;
  ref = 8;
  printf("%ld %d\n", m, i);
  List<int> v{1, 2, 3};
  first(v) = 10;
  second(v) = 20;
  printf("%d %d %d\n", v[0], v[1], v[2]);
  Number n = 3;
  Small s = 4;
  printf("%ld %u %ld\n", n, s, add(1, n));
  int fixed[kSize] = {};
  printf("%zu\n", sizeof(fixed) / sizeof(fixed[0]));
  static_assert(kSize == 9, "a constant");
  static_assert(sizeof(int) == 4);
  return 0;
}
// expect: 7 5 5 c 1 5 7 12
// expect: 4 8 1 8 8
// expect: 1 8
// expect: 10 20 3
// expect: 3 4 4
// expect: 9
