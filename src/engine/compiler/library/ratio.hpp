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
  static constexpr long num = (D < 0 ? -N : N) / __gcd(N, D);
  static constexpr long den = (D < 0 ? -D : D) / __gcd(N, D);
  using type = ratio<num, den>;
};
using atto = ratio<1, 1000000000000000000>;
using femto = ratio<1, 1000000000000000>;
using pico = ratio<1, 1000000000000>;
using nano = ratio<1, 1000000000>;
using micro = ratio<1, 1000000>;
using milli = ratio<1, 1000>;
using centi = ratio<1, 100>;
using deci = ratio<1, 10>;
using kilo = ratio<1000>;
using mega = ratio<1000000>;
using deca = ratio<10>;
using hecto = ratio<100>;
using giga = ratio<1000000000>;
using tera = ratio<1000000000000>;
using peta = ratio<1000000000000000>;
using exa = ratio<1000000000000000000>;
template <class A, class B> using ratio_multiply = ratio<A::num * B::num, A::den * B::den>;
template <class A, class B> using ratio_divide = ratio<A::num * B::den, A::den * B::num>;
template <class A, class B> using ratio_add = ratio<A::num * B::den + B::num * A::den, A::den * B::den>;
template <class A, class B> using ratio_subtract = ratio<A::num * B::den - B::num * A::den, A::den * B::den>;
template <class A, class B> constexpr bool ratio_equal_v = A::num == B::num && A::den == B::den;
template <class A, class B> constexpr bool ratio_less_v = A::num * B::den < B::num * A::den;
template <class A, class B> struct ratio_equal : bool_constant<ratio_equal_v<A, B>> {};
template <class A, class B> struct ratio_less : bool_constant<ratio_less_v<A, B>> {};
template <class A, class B> struct __common {
  using type = decltype(true ? declval<A>() : declval<B>());
};
}  // namespace std
