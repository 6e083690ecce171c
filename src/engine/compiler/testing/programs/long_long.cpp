// long long beside long, and functions that stand for a template with certain arguments.
#include <cstdint>
#include <iostream>
#include <limits>
#include <string>
#include <type_traits>
void f(int) { std::cout << "int\n"; }
void f(long) { std::cout << "long\n"; }
void f(long long) { std::cout << "long long\n"; }
void f(unsigned long long) { std::cout << "ull\n"; }
void f(unsigned long) { std::cout << "ul\n"; }
template <class T> const char* name();
template <> const char* name<long>() { return "l"; }
template <> const char* name<long long>() { return "ll"; }
template <class T> const char* kind(T) { return "other"; }
template <> const char* kind<int>(int) { return "int"; }
template <> const char* kind(double) { return "double"; }
template <class T, class U> auto sum(T a, U b) { return a + b; }
int main() {
  f(1); f(1L); f(1LL); f(1ULL); f(1UL); f(1L + 1LL); f(1UL + 1LL); f(1 + 1LL); f(sum(1u, 1ll));
  std::cout << std::is_same_v<long, long long> << std::is_same_v<std::int64_t, long> << std::is_integral_v<unsigned long long> << '\n';
  std::cout << name<long>() << name<long long>() << kind(1) << kind(1.0) << kind('c') << '\n';
  std::cout << std::numeric_limits<long long>::max() << ' ' << std::to_string(-5LL) << ' ' << std::stoll("12") << ' ' << std::stoull("13") << '\n';
  long long x = 1LL << 40; x *= 3; x %= 1000007; unsigned long long y = ~0ULL; long z = x; z += y;
  std::cout << x << ' ' << y << ' ' << z << ' ' << (y >> 60) << ' ' << sizeof x << '\n';
  std::make_unsigned_t<long long> u = 7; f(u);
  int v = 5; decltype(v) w = 6; struct S { using type = int; enum { k = 4 }; } s; decltype(s)::type q = 3; std::cout << w + q + decltype(s)::k << '\n';
}
// expect: int
// expect: long
// expect: long long
// expect: ull
// expect: ul
// expect: long long
// expect: ull
// expect: long long
// expect: long long
// expect: 011
// expect: lllintdoubleother
// expect: 9223372036854775807 -5 12 13
// expect: 793751 18446744073709551615 793750 15 8
// expect: ull
// expect: 13
