// String literals as the arrays that they are.
// expect: 333
// expect: joe4
// expect: abc4
// expect: 6
#include <iostream>
#include <cstddef>
template <std::size_t N> constexpr std::size_t len(const char (&)[N]) { return N - 1; }
template <typename T, std::size_t N> std::size_t count(T (&a)[N]) { return N; }
struct Name { const char* s; std::size_t n; template <std::size_t N> Name(const char (&a)[N]) : s(a), n(N) {} };
void show(Name n) { std::cout << n.s << n.n << "\n"; }
void fixed(const char (&a)[4]) { std::cout << a << sizeof(a) << "\n"; }
int main() {
  static_assert(len("abcd") == 4);
  int v[3];
  std::cout << len("hey") << count(v) << count("xy") << "\n";
  show("joe");
  fixed("abc");
  char buf[] = "hello";
  std::cout << count(buf) << "\n";
}
