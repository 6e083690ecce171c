// expect: 12x2
// expect: 2
// expect: 236
// expect: 1239
// expect: 1.50 3
#include <iostream>
#include <functional>
#include <string>
#include <cstdio>
template <class F, class... A> auto bindAll(F f, A... args) { return [f, args...] { return f(args...); }; }
template <class F, class... A> auto bindMove(F&& f, A&&... args) { return [f = std::forward<F>(f), ...args = std::forward<A>(args)]() mutable { return f(args...); }; }
template <class... A> void viaRef(A&... args) { auto g = [&] { ((args += 1), ...); return sizeof...(args); }; std::cout << g() << "\n"; }
template <class... A> int viaCopy(A... args) { return [=] { return (args + ... + 0); }(); }
struct S { int v = 1; auto get() { return [*this]() { return v; }; } auto get2() { return [*this]() mutable { return ++v; }; } };
int main() {
  std::cout << bindAll([](int a, int b) { return a * b; }, 3, 4)() << bindMove([](std::string a, int b) { return a + std::to_string(b); }, std::string("x"), 2)() << "\n";
  int a = 1, b = 2; viaRef(a, b); std::cout << a << b << viaCopy(1, 2, 3) << "\n";
  S s; auto g = s.get(); auto h = s.get2(); s.v = 9; std::cout << g() << h() << h() << s.v << "\n";
  long double d = 1.5L; printf("%.2Lf %Lg\n", d, d * 2);
}
