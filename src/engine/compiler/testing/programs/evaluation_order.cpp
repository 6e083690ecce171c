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
int total = 0;
static double share = 0;
long long wide = 0;
struct Counts {
  unsigned low : 4 = 0;
  short all = 0;
  int of[2] = {0, 0};
  int setAll(int n) {
    low = n;
    all = static_cast<short>(n);
    of[1] = n;
    return 1;
  }
  void add() {
    all += setAll(3);
    low |= setAll(4);
    of[1] -= setAll(5);
  }
} counts;
int setTotal() {
  total = 5;
  share = 0.5;
  wide = 1LL << 40;
  return 1;
}
constexpr int summed() {
  int sum = 1;
  sum += sum = 10;
  return sum;
}
static_assert(summed() == 20);
// What a compound assignment adds to is read behind its right side ([expr.ass]/1).
void sums() {
  total += setTotal();
  share *= setTotal();
  wide <<= setTotal();
  printf("%d %.1f %lld\n", total, share, wide);
  int local = 0;
  auto set = [&local] { return local = 7; };
  int seen = local += set();
  int* p = &total;
  *p += setTotal();
  printf("%d %d %d\n", local, seen, *p);
  counts.add();
  counts.low += counts.setAll(2);
  printf("%u %d %d\n", counts.low, counts.all, counts.of[1]);
}
// Pointers, and operators that are no members ([over.match.oper]/2).
int three[3] = {10, 20, 30};
int* at = three;
int* list[2] = {three, three};
int** next_of = list;
int onward() {
  at = three + 1;
  return 1;
}
struct Sum {
  int n = 0;
};
Sum& named(Sum& s, const char* name) {
  mark(name, 0);
  return s;
}
Sum& operator+=(Sum& s, int n) {
  s.n += n;
  return s;
}
enum class Flags : unsigned { none = 0, read = 1, write = 2 };
Flags operator|(Flags a, Flags b) { return Flags(unsigned(a) | unsigned(b)); }
Flags& operator|=(Flags& a, Flags b) { return a = a | b; }
int twice(int n) { return 2 * n; }
int thrice(int n) { return 3 * n; }
void places() {
  at += onward();
  *next_of++ += 2;
  printf("%d %d %d\n", *at, *list[0], static_cast<int>(next_of - list));
  const char* text = "abc";
  text += (text = "wxyz", 1);
  std::vector<int>::iterator it;
  std::vector<int> v{1, 2, 3};
  auto begin = [&] {
    it = v.begin();
    return 2;
  };
  it += begin();
  printf("%s %d\n", text, *it);
  Sum sum;
  named(sum, "left") += mark("right", 3);
  printf("| %d\n", sum.n);
  Flags flags = Flags::none;
  flags |= Flags::read | Flags(2);
  int (*by)(int) = sum.n == 3 ? thrice : twice;
  printf("%u %d %d\n", static_cast<unsigned>(flags), by(5), (sum.n == 3 ? twice : thrice)(5));
}
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
  sums();
  places();
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
// expect: 5 0.5 2199023255552
// expect: 14 14 6
// expect: 3 2 2
// expect: 30 30 1
// expect: xyz 3
// expect: right13 left14 | 3
// expect: 3 15 10
