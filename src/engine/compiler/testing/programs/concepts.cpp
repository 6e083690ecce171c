// expect: 8 3
// expect: 3-1
// expect: 3
// expect: num 3
// expect: other
// expect: 102
// expect: 3
// expect: 1
// expect: 10
// expect: 1
// expect: 10
// expect: any
// expect: number
// expect: integer
// expect: 8
// expect: 5
// expect: pushes
#include <iostream>
#include <string>
#include <vector>
#include <concepts>
#include <type_traits>
template <class T> concept Number = std::is_arithmetic_v<T>;
template <typename T>
concept HasSize = requires(const T& t) { { t.size() } -> Number; typename T::value_type; };
template <Number T> T twice(T x) { return x + x; }
template <class T> requires HasSize<T> && (sizeof(T) > 1) int sz(const T& t) { return t.size(); }
int sz(Number auto) { return -1; }
auto add(auto a, auto b) requires Number<decltype(a)> { return a + b; }
template <class T> struct Box { T v; void show() requires Number<T> { std::cout << "num " << v << "\n"; } void show() { std::cout << "other\n"; } };
template <class T> struct Kind { static constexpr int k = 0; };
template <Number T> struct Kind<T> { static constexpr int k = 1; };
template <class T> requires (!Number<T>) && HasSize<T> struct Kind<T> { static constexpr int k = 2; };
template <template <class> class C, class T> int count(const C<T>& c) { return c.size(); }
template <template <class...> class C> struct Hold { C<int> c; };
void f() noexcept {}
void g() {}
template <class T> void sw(T& a, T& b) noexcept(std::is_nothrow_move_constructible_v<T>) {}
template <class T> concept Lockable = requires(T m) { m.lock(); m.unlock(); { m.try_lock() } -> std::same_as<bool>; };
struct M { void lock(); void unlock(); bool try_lock(); };
struct N { void lock(); };
template <class T> void which(T) { std::cout << "any\n"; }
template <Number T> void which(T) { std::cout << "number\n"; }
template <class T> requires Number<T> && std::is_integral_v<T> void which(T) { std::cout << "integer\n"; }
int main() {
  std::cout << twice(4) << " " << twice(1.5) << "\n";
  std::vector<int> v{1, 2, 3};
  std::cout << sz(v) << sz(3) << "\n";
  std::cout << add(1, 2) << "\n";
  Box<int>{3}.show(); Box<std::string>{"x"}.show();
  std::cout << Kind<int>::k << Kind<M>::k << Kind<std::string>::k << "\n";
  std::cout << count(v) << "\n";
  Hold<std::vector> h; h.c.push_back(1); std::cout << h.c.size() << "\n";
  std::cout << noexcept(f()) << noexcept(g()) << "\n";
  int a = 1, b = 2; std::cout << noexcept(sw(a, b)) << "\n";
  std::cout << Lockable<M> << Lockable<N> << "\n";
  which("x"); which(1.5); which(2);
  auto lam = []<class T>(T x) requires Number<T> { return x * 2; };
  std::cout << lam(4) << "\n";
  Number auto n = 5; std::cout << n << "\n";
  if constexpr (requires { v.push_back(1); }) std::cout << "pushes\n";
  static_assert(HasSize<std::string>);
  static_assert(requires(int i) { i + 1; });
}
