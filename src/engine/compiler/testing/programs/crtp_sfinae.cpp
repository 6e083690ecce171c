// CRTP, SFINAE with enable_if, tag dispatch, template recursion over packs, type lists.
#include <cstdio>
#include <string>
#include <type_traits>
#include <utility>
template <class Derived> struct Comparable {
  friend bool operator>(const Derived& a, const Derived& b) { return b < a; }
  bool atLeast(const Derived& other) const { return !(static_cast<const Derived&>(*this) < other); }
};
struct Version : Comparable<Version> {
  int n;
  explicit Version(int v) : n(v) {}
  bool operator<(const Version& o) const { return n < o.n; }
};
template <class T, class = std::enable_if_t<std::is_integral_v<T>>> const char* kind(T) { return "integral"; }
template <class T> std::enable_if_t<std::is_pointer_v<T>, const char*> kind2(T) { return "pointer"; }
template <class T> std::enable_if_t<!std::is_pointer_v<T>, const char*> kind2(T) { return "value"; }
struct Fast {};
struct Slow {};
int run(Fast, int n) { return n * 2; }
int run(Slow, int n) { return n + n; }
template <class Tag> int dispatch(int n) { return run(Tag{}, n); }
template <int N> struct Factorial { static constexpr int value = N * Factorial<N - 1>::value; };
template <> struct Factorial<0> { static constexpr int value = 1; };
template <class... T> struct Count;
template <> struct Count<> { static constexpr int value = 0; };
template <class H, class... R> struct Count<H, R...> { static constexpr int value = 1 + Count<R...>::value; };
template <class T, class... A> void print(const T& first, const A&... rest) {
  printf("%d ", static_cast<int>(first));
  if constexpr (sizeof...(rest) > 0) print(rest...);
}
int main() {
  Version a(1), b(2);
  printf("%d %d %d\n", a > b, b > a, b.atLeast(a));
  int n = 0;
  printf("%s %s %s\n", kind(3), kind2(&n), kind2(n));
  printf("%d %d\n", dispatch<Fast>(4), dispatch<Slow>(5));
  printf("%d %d %d\n", Factorial<5>::value, Count<>::value, Count<int, char, long>::value);
  print(1, 'a', 3l, true);
  printf("\n");
}
// expect: 0 1 1
// expect: integral pointer value
// expect: 8 10
// expect: 120 0 3
// expect: 1 97 3 1
