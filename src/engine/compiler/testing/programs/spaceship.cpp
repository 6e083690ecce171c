// Three-way comparison by default, memberwise equality, rewritten operators.
#include <compare>
#include <cstdio>
#include <string>
struct Version {
  int major, minor;
  auto operator<=>(const Version&) const = default;
};
struct Id {
  int n;
  bool operator==(int other) const { return n == other; }
};
int main() {
  Version a{1, 2}, b{1, 3};
  printf("%d %d %d %d %d %d\n", a < b, a > b, a <= b, a >= b, a == b, a != b);
  printf("%d %d\n", (a <=> b) < 0, (3 <=> 2) > 0);
  Id i{4};
  printf("%d %d %d\n", i == 4, 4 == i, i != 4);
  return 0;
}
// expect: 1 0 1 0 0 1
// expect: 1 1
// expect: 1 1 0
