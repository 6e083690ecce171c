// Structured bindings: of structs, pairs, arrays; by value, by reference, in loops, const.
#include <cstdio>
#include <map>
#include <utility>
#include <tuple>
struct P {
  int x;
  long y;
};
P make() { return {3, 4}; }
int main() {
  auto [x, y] = make();
  printf("%d %ld\n", x, y);
  P p{1, 2};
  auto& [rx, ry] = p;
  rx = 10;
  ry++;
  printf("%d %ld\n", p.x, p.y);
  auto [cx, cy] = p;
  cx = 99;
  printf("%d %d %ld\n", p.x, cx, cy);
  int a[3] = {1, 2, 3};
  auto& [a0, a1, a2] = a;
  a1 = a0 + a2;
  printf("%d\n", a[1]);
  std::map<int, int> m;
  m[2] = 20;
  m[1] = 10;
  for (auto& [k, v] : m) v += k;
  for (const auto& [k, v] : m) printf("%d=%d\n", k, v);
  auto [it, added] = m.insert({3, 30});
  printf("%d %d\n", it->second, added);
  const auto& [first, second] = std::make_pair(5, 'c');
  printf("%d %c\n", first, second);
  if (auto [at, fresh] = m.emplace(3, 31); !fresh) printf("kept %d\n", at->second);
  auto [t0, t1, t2] = std::make_tuple(1, 2l, 'x');
  printf("%d %ld %c\n", t0, t1, t2);
  return 0;
}
// expect: 3 4
// expect: 10 3
// expect: 10 99 3
// expect: 4
// expect: 1=11
// expect: 2=22
// expect: 30 1
// expect: 5 c
// expect: kept 30
// expect: 1 2 x
