// Constructors of a base that are inherited, its default one among them; references to functions.
// expect: 119142 3 4
// expect: 23
// expect: x255
// expect: 45 8
#include <iostream>
#include <utility>
#include <vector>
struct B {
  int v;
  B() { v = 1; }
  B(int x) { v = x; }
};
struct D : B {
  using B::B;
  D(const D&) = delete;
  D(D&&) = default;
};
struct E : B {
  using B::B;
  E(const char*) : B(9) {}
};
struct F : B {
  using B::B;
  F() : B(14) {}
};
template <class T> class Many : public std::vector<T> {
 public:
  using std::vector<T>::vector;
  Many(const Many&) = delete;
  Many(Many&&) = default;
};
int f(int x) { return x + 1; }
int (&g)(int) = f;
int (&h)(int) = static_cast<int (&)(int)>(f);
struct Stream {
  inline static std::ostream& (&endl)(std::ostream&) = static_cast<std::ostream& (&)(std::ostream&)>(std::endl);
};
template <class... T> void print(T&&... x) { (std::cout << ... << std::forward<T>(x)); }
int main() {
  D d;
  E e, named("x"), two(2);
  F made;
  Many<int> many, three(3, 4);
  many.push_back(1);
  std::cout << d.v << e.v << named.v << made.v << two.v << ' ' << three.size() << ' ' << three[2] << Stream::endl;
  std::cout << g(1) << h(2) << '\n';
  print("x", 255, Stream::endl);
  int (*q)(int) = g;
  int (&local)(int) = f;
  std::cout << q(3) << (*h)(4) << ' ' << local(7) << '\n';
}
