// Temporaries live to the end of the full expression; bound to a reference, as long as the reference.
#include <cstdio>
#include <string>
struct T {
  int n;
  explicit T(int i) : n(i) { printf("+%d ", n); }
  T(const T& o) : n(o.n + 100) { printf("c%d ", n); }
  ~T() { printf("-%d ", n); }
  int get() const { return n; }
  const T& self() const { return *this; }
  T next() const { return T(n + 1); }
};
int add(const T& a, const T& b) { return a.n + b.n; }
bool yes(const T&) { return true; }
bool no(const T&) { return false; }
int main() {
  int s = T(1).get() + 10;
  printf("| %d\n", s);
  s = add(T(2), T(2));
  printf("| %d\n", s);
  const T& kept = T(4);
  printf("| kept\n");
  s = T(5).next().next().get();
  printf("| %d\n", s);
  if (yes(T(6)) && no(T(7))) printf("never");
  printf("| if\n");
  if (no(T(8)) || yes(T(9))) printf("| or\n");
  s = yes(T(10)) ? T(11).get() : T(12).get();
  printf("| %d\n", s);
  for (int i = 0; i < 2 && yes(T(20 + i)); i++) printf("loop ");
  printf("| for\n");
  T copy = T(30).self();
  printf("| copy %d\n", copy.n);
  T(40);
  printf("| statement\n");
  while (no(T(50))) {
  }
  printf("| while\n");
  std::string text = std::string("a") + "b" + std::string("c");
  printf("%s %zu\n", text.c_str(), (text + "d").size());
  T choice = s > 5 ? T(60) : copy;
  printf("| %d %d\n", choice.n, kept.n);
  return 0;
}
// expect: +1 -1 | 11
// expect: +2 +2 -2 -2 | 4
// expect: +4 | kept
// expect: +5 +6 +7 -7 -6 -5 | 7
// expect: +6 +7 -7 -6 | if
// expect: +8 +9 -9 -8 | or
// expect: +10 +11 -11 -10 | 11
// expect: +20 -20 loop +21 -21 loop | for
// expect: +30 c130 -30 | copy 130
// expect: +40 -40 | statement
// expect: +50 -50 | while
// expect: abc 4
// expect: +60 | 60 4
// expect: -60 -130 -4