// <ratio>, and the type that two numbers have in common.
#include <type_traits>
namespace std {
constexpr long __gcd(long a, long b) {
  while (b != 0) {
    long r = a % b;
    a = b;
    b = r;
  }
  return a < 0 ? -a : a;
}
template <long N, long D = 1> struct ratio {
  static constexpr long num = N / __gcd(N, D);
  static constexpr long den = D / __gcd(N, D);
};
using nano = ratio<1, 1000000000>;
using micro = ratio<1, 1000000>;
using milli = ratio<1, 1000>;
using centi = ratio<1, 100>;
using deci = ratio<1, 10>;
using kilo = ratio<1000>;
using mega = ratio<1000000>;
using giga = ratio<1000000000>;
template <class A, class B> struct __common {
  using type = decltype(true ? declval<A>() : declval<B>());
};
}  // namespace std
