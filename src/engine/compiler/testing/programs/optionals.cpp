// std::optional, std::pair, std::tuple, std::array.
#include <array>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
std::optional<int> half(int n) {
  if (n % 2 != 0) return std::nullopt;
  return n / 2;
}
std::optional<std::string> name(bool has) {
  if (!has) return {};
  return "named";
}
struct Point {
  int x, y;
};
int main() {
  auto a = half(8);
  auto b = half(7);
  printf("%d %d %d %d\n", a.has_value(), *a, b.has_value(), b.value_or(-1));
  if (auto n = name(true)) printf("%s %zu\n", n->c_str(), n->size());
  a = 5;
  b = a;
  a.reset();
  printf("%d %d\n", a ? 1 : 0, b.value());
  a.emplace(9);
  printf("%d %d\n", a == 9, a == b);
  std::optional<Point> p;
  p = Point{1, 2};
  p->x = 10;
  printf("%d %d\n", p->x, (*p).y);
  std::optional<std::unique_ptr<int>> owner = std::make_unique<int>(3);
  auto taken = std::move(*owner);
  printf("%d %d\n", *taken, **std::optional<std::unique_ptr<int>>(std::make_unique<int>(4)));
  std::pair<int, std::string> pr{1, "one"};
  auto q = std::make_pair(2, 'c');
  printf("%d %s %d %c\n", pr.first, pr.second.c_str(), q.first, q.second);
  std::pair<int, int> r1{1, 2}, r2{1, 3};
  printf("%d %d\n", r1 < r2, r1 == r2);
  std::tuple<int, long, std::string> t{1, 2, "three"};
  std::get<0>(t) = 7;
  printf("%d %ld %s\n", std::get<0>(t), std::get<1>(t), std::get<2>(t).c_str());
  int x = 0;
  char y = 0;
  std::tie(x, y) = q;
  printf("%d %c\n", x, y);
  std::array<int, 4> arr{1, 2, 3};
  arr[3] = 4;
  int s = 0;
  for (int v : arr) s += v;
  printf("%d %zu %d\n", s, arr.size(), arr.back());
  std::array<std::array<int, 2>, 2> m{};
  m[1][0] = 6;
  printf("%d %d\n", m[1][0], m[0][1]);
  std::array<int, 4> copy = arr;
  copy.fill(2);
  printf("%d %d %d\n", arr[0], copy[0], arr == copy);
  return 0;
}
// expect: 1 4 0 -1
// expect: named 5
// expect: 0 5
// expect: 1 0
// expect: 10 2
// expect: 3 4
// expect: 1 one 2 c
// expect: 1 0
// expect: 7 2 three
// expect: 2 c
// expect: 10 4 4
// expect: 6 0
// expect: 1 2 0
