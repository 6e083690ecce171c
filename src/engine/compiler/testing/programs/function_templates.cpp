// Function templates: deduction, explicit arguments, overloads, variadics, folds, if constexpr, forwarding, defaults.
#include <cstdio>
#include <string>
#include <utility>
#include <vector>
template <class T> T biggest(T a, T b) { return a < b ? b : a; }
template <class T> int kind(T) { return 1; }
template <class T> int kind(T*) { return 2; }
template <class T> int kind(const std::vector<T>&) { return 3; }
int kind(int) { return 4; }
template <class To, class From> To convert(From f) { return static_cast<To>(f); }
int sum() { return 0; }
template <class T, class... Rest> int sum(T first, Rest... rest) { return first + sum(rest...); }
template <class... A> int folded(A... a) { return (a + ... + 0); }
template <class... A> bool all(A... a) { return (a && ...); }
template <class... A> int count(A&&...) { return sizeof...(A); }
template <int N> int power(int x) {
  if constexpr (N == 0)
    return 1;
  else
    return x * power<N - 1>(x);
}
struct Log {
  int copies = 0;
  Log() = default;
  Log(const Log& o) : copies(o.copies + 1) {}
  Log(Log&& o) : copies(o.copies) {}
};
template <class T> int pass(T&& t) {
  Log l(std::forward<T>(t));
  return l.copies;
}
template <class T, class... A> T make(A&&... a) { return T(std::forward<A>(a)...); }
template <class F, class... A> auto call(F f, A... a) { return f(a...); }
template <class T = int> T zero() { return T(); }
template <class C> auto total(const C& c) {
  typename C::value_type s{};
  for (const auto& x : c) s = s + x;
  return s;
}
void each(auto... x) { (printf("%d ", x), ...); }
auto twice(auto x) { return x + x; }
int main() {
  printf("%d %ld %c\n", biggest(1, 2), biggest(3l, 2l), biggest('a', 'b'));
  printf("%ld\n", biggest<long>(1, 2l));
  int n = 0;
  printf("%d %d %d %d\n", kind('c'), kind(&n), kind(std::vector<int>{}), kind(5));
  printf("%d %ld\n", convert<int>(70000l), convert<long>('a'));
  printf("%d %d %d\n", sum(1, 2, 3), folded(1, 2, 3, 4), count(1, 'c', "s"));
  printf("%d %d %d\n", all(true, 1, 2), all(true, false), all());
  printf("%d %d\n", power<3>(2), power<0>(9));
  Log l;
  printf("%d %d %d\n", pass(l), pass(std::move(l)), pass(Log()));
  printf("%s\n", make<std::string>("made").c_str());
  printf("%d\n", call([](int a, int b) { return a * b; }, 6, 7));
  printf("%d %ld\n", zero(), zero<long>());
  printf("%d %s\n", total(std::vector<int>{1, 2, 3}), total(std::vector<std::string>{"a", "b"}).c_str());
  each(1, 2, 3);
  printf("\n%d %s\n", twice(4), twice(std::string("x")).c_str());
  return 0;
}
// expect: 2 3 b
// expect: 2
// expect: 1 2 3 4
// expect: 70000 97
// expect: 6 10 3
// expect: 1 0 1
// expect: 8 1
// expect: 1 0 0
// expect: made
// expect: 42
// expect: 0 0
// expect: 6 ab
// expect: 1 2 3
// expect: 8 xx
