// Order of evaluation where C++17 fixes it: assignments right to left, calls on chains, shifts, commas, braces, indices.
#include <cstdio>
#include <iostream>
#include <map>
#include <string>
#include <vector>
int step = 0;
int mark(const char* s, int n) {
  printf("%s%d ", s, ++step);
  return n;
}
int& place(std::vector<int>& v, int i) {
  printf("place%d ", ++step);
  return v[i];
}
struct Chain {
  Chain& f(int n) {
    printf("f%d ", n);
    return *this;
  }
};
struct Pair {
  int a, b;
};
std::map<int, int> m;
int main() {
  std::vector<int> v(3);
  place(v, 0) = mark("value", 7);
  place(v, 1) += mark("add", 2);
  printf("| %d %d\n", v[0], v[1]);
  Chain c;
  c.f(mark("x", 1)).f(mark("y", 2));
  printf("|\n");
  Pair p{mark("a", 1), mark("b", 2)};
  printf("| %d %d\n", p.a, p.b);
  int i = 0;
  i = i++ + 1;
  v[i] = i = 2;
  printf("%d %d %d\n", i, v[1], v[2]);
  m[0] = static_cast<int>(m.size());
  printf("%d\n", m[0]);
  std::cout << mark("o", 1) << mark("p", 2) << "\n";
  int x = (mark("l", 1), mark("r", 2));
  printf("| %d\n", x);
  int j = 1;
  j += j++ * 2;
  printf("%d\n", j);
  std::string s = "a";
  s += s + s;
  s = s + (s += "b");
  printf("%s\n", s.c_str());
}
// expect: value1 place2 add3 place4 | 7 2
// expect: x5 f1 y6 f2 |
// expect: a7 b8 | 1 2
// expect: 2 2 2
// expect: 0
// expect: o9 1p10 2
// expect: l11 r12 | 2
// expect: 4
// expect: aaabaaab
