// Float, double and <cmath>: values, conversions, what printf and cout make of them.
#include <cmath>
#include <cstdio>
#include <iostream>
struct P { double x = 1.5; float y = 2.5f; int k = 3; };
double half(double v) { return v / 2; }
template <class T> T twice(T t) { return t + t; }
constexpr double area(double r) { return 3.25 * r * r; }
constexpr int whole = static_cast<int>(area(2.0));
const double PI = 3.14159;
double g = 0.1;
int main() {
  double a = 0.1, b = 0.2;
  float f = 0.1f;
  printf("%.17g %.9g %g %e %f\n", a + b, f, a * b, a / b, a - b);
  std::cout << a + b << ' ' << f << ' ' << 1.0 / 3 << ' ' << 1e100 << ' ' << 100000.0 << ' ' << 1000000.0 << '\n';
  int i = 7; i += 1.9; printf("%d\n", i); i *= 0.5; printf("%d\n", i);
  double z = 0.0; double n = z / z; printf("%f %f %f %g\n", n, -n, 1 / z, -z);
  float ff = 16777217; printf("%.1f\n", ff);
  long big = 9007199254740993; printf("%.1f %.1f\n", (double)big, (double)(float)big);
  unsigned long ub = 18446744073709551615ul; printf("%.1f\n", (double)ub);
  printf("%ld %lu %d %u\n", (long)-2.7, (unsigned long)1e19, (int)-2.7, (unsigned)3e9);
  P p; p.x += 2; p.y++; --p.x; printf("%g %g %d\n", p.x, p.y, p.k);
  double arr[3] = {1, 2.5}; arr[2] = half(arr[1]); for (double d : arr) printf("%g ", d); puts("");
  printf("%g %g %d\n", twice(1.5), twice(2.5f), whole);
  std::cout << std::sqrt(2.0) << ' ' << std::pow(2, 10) << ' ' << sqrt(16) << ' ' << std::floor(-2.5) << ' ' << std::round(2.5) << ' ' << PI << '\n';
  printf("%8.3f|%-8.2f|%08.2f|%+g|% g|%.0f|%.0f|%5d|%-5d|%05d|%+d|%.3d|%x|%#x|%o\n", 3.14159, 2.5, -2.5, 1.0, 2.0, 0.5, 1.5, 42, 42, -42, 42, 7, 255, 255, 8);
  bool t = a; printf("%d %d %d\n", t, a < b, (n == n));
  printf("%s\n", (a + b == 0.3) ? "eq" : "ne");
  double m = i > 2 ? 1 : 2.5; printf("%g %*.*f\n", m, 8, 2, 3.14159);
  double *q = &g; *q *= 3; printf("%.17g\n", g); auto u = 1.f * 2; printf("%zu %zu\n", sizeof(u), sizeof(double));
  printf("%g %g %g\n", NAN, INFINITY, -INFINITY); unsigned char c = 300.7 - 100; printf("%d\n", c);
  switch ((int)2.9) { case 2: puts("two"); }
  printf("%.10g %.3e %g %g %g\n", 1e21, 12345.678, 0.0001, 0.00001, 123456789.0);
}
// expect: 0.30000000000000004 0.100000001 0.02 5.000000e-01 -0.100000
// expect: 0.3 0.1 0.333333 1e+100 100000 1e+06
// expect: 8
// expect: 4
// expect: -nan nan inf -0
// expect: 16777216.0
// expect: 9007199254740992.0 9007199254740992.0
// expect: 18446744073709551616.0
// expect: -2 10000000000000000000 -2 3000000000
// expect: 2.5 3.5 3
// expect: 1 2.5 1.25 
// expect: 3 5 13
// expect: 1.41421 1024 4 -3 3 3.14159
// expect:    3.142|2.50    |-0002.50|+1| 2|0|2|   42|42   |-0042|+42|007|ff|0xff|10
// expect: 1 1 0
// expect: ne
// expect: 1     3.14
// expect: 0.30000000000000004
// expect: 4 8
// expect: nan inf -inf
// expect: 200
// expect: two
// expect: 1e+21 1.235e+04 0.0001 1e-05 1.23457e+08
