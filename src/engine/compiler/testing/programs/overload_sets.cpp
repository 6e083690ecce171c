// The name of several functions, or of a template, where a type says which is meant.
// expect: 213121
// expect: 2
// expect: EXAMPLE 432
// expect: 81
// expect: 3
// expect: 1
// expect: 2
#include <iostream>
#include <algorithm>
#include <string>
#include <cctype>
#include <cmath>
#include <functional>
int f(int) { return 1; }
int f(double) { return 2; }
int g(int (&f1)(int), int (*f2)(double)) { return f1(1) * 10 + f2(1.0); }

struct Foo { int mf(int) { return 3; } int mf(double) { return 4; } };
int (*(foo)(void))(int) { return f; }
template <class T> T tw(T a) { return a + a; }
double apply(double (*h)(double), double x) { return h(x); }
template <class T> void show(const T& t) { std::cout << t << "\n"; }
int main() {
  int (*pf)(double) = f; int (&rf)(int) = f; int (Foo::*mpf)(int) = &Foo::mf; Foo o;
  std::cout << pf(1) << rf(1.0) << (o.*mpf)(1) << g(f, f) << foo()(2) << "\n";
  pf = nullptr; pf = &f; std::cout << pf(3) << "\n";
  std::string s = "example";
  std::transform(s.begin(), s.end(), s.begin(), static_cast<int (*)(int)>(std::toupper));
  std::cout << s << " " << apply(std::sqrt, 16) << apply(tw, 1.5) << apply(std::fabs, -2.0) << "\n";
  int (*q)(int) = tw; std::function<int(int)> fn = static_cast<int (*)(int)>(&f); std::cout << q(4) << fn(1) << "\n";
  double (*table[])(double) = {std::sin, std::cos, sqrt}; std::cout << table[2](9.0) << "\n";
  int v[] = {1, 2}; std::for_each(v, v + 2, show<int>);
}
