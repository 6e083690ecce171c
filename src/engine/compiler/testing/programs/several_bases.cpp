// expect: C()
// expect: 632C77123
// expect: 32101
// expect: P7
// expect: 50
// expect: 1111
// expect: 1
// expect: C()
// expect: 36C7
// expect: ~C
// expect: ~B
// expect: ~A
// expect: C()
// expect: ~C
// expect: ~B
// expect: ~A
// expect: C()
// expect: 62
// expect: ~C
// expect: ~B
// expect: ~A
// expect: 5080
// expect: 1
// expect: 109
// expect: int1strqdbl7
// expect: 3
// expect: 12
// expect: sq9sq
// expect: 31
// expect: ~C
// expect: ~B
// expect: ~A
// expect: ~C
// expect: ~B
// expect: ~A
#include <iostream>
#include <memory>
#include <string>
#include <vector>
#include <variant>
struct A { int a = 1; virtual ~A() { std::cout << "~A\n"; } virtual int f() const { return a; } };
struct B { int b = 2; virtual ~B() { std::cout << "~B\n"; } virtual int g() { return b; } virtual std::string name() const { return "B"; } };
struct P { int p = 7; void hello() { std::cout << "P" << p << "\n"; } };
struct C : A, P, B { int c = 3; C() { std::cout << "C()\n"; } ~C() override { std::cout << "~C\n"; } int f() const override { return a + b + c; } int g() override { return c * 10 + b; } std::string name() const override { return "C" + std::to_string(p); } };
struct D : C { int d = 4; int g() override { return C::g() + d; } };
struct NonVirtual { int n = 9; }; struct Adds : NonVirtual { virtual int v() { return n; } virtual ~Adds() = default; }; struct Adds2 : Adds { int v() override { return n + 1; } };
template <class... Ts> struct overloaded : Ts... { using Ts::operator()...; };
template <class... Ts> overloaded(Ts...) -> overloaded<Ts...>;
template <class... M> struct Mix : M... { Mix(const M&... m) : M(m)... {} };
struct Shape { virtual double area() const = 0; virtual ~Shape() = default; }; struct Named { virtual std::string name() const = 0; virtual ~Named() = default; };
class Sq : public Shape, public Named { double s; public: explicit Sq(double x) : s(x) {} double area() const override { return s * s; } std::string name() const override { return "sq"; } };
int useB(B& b) { return b.g(); }
int main() {
  C c; A* pa = &c; B* pb = &c; P* pp = &c;
  std::cout << pa->f() << pb->g() << pb->name() << pp->p << c.a << c.b << c.c << "\n";
  std::cout << useB(c) << (static_cast<C*>(pb) == &c) << (static_cast<void*>(pb) == static_cast<void*>(&c)) << (pb == &c) << "\n";
  c.hello(); c.b = 50; std::cout << pb->b << "\n";
  std::cout << (dynamic_cast<C*>(pb) == &c) << (dynamic_cast<B*>(pa) == pb) << (dynamic_cast<A*>(pb) == pa) << (dynamic_cast<D*>(pb) == nullptr) << "\n";
  B* none = nullptr; C* cn = nullptr; none = cn; std::cout << (none == nullptr) << "\n";
  { std::unique_ptr<B> u = std::make_unique<D>(); std::cout << u->g() << u->name() << "\n"; }
  { B* raw = new C; delete raw; }
  { std::shared_ptr<B> s = std::make_shared<C>(); std::shared_ptr<A> a = std::dynamic_pointer_cast<A>(s); std::cout << a->f() << s.use_count() << "\n"; }
  C copy = c; std::cout << copy.b << copy.g() << "\n"; copy.b = 1; c = copy; std::cout << c.b << "\n";
  Adds2 ad; Adds* q = &ad; NonVirtual* nv = &ad; std::cout << q->v() << nv->n << "\n";
  auto o = overloaded{[](int i) { return "int" + std::to_string(i); }, [](const std::string& s) { return "str" + s; }, [x = 5](double d) { return "dbl" + std::to_string(x + (int)d); }};
  std::cout << o(1) << o(std::string("q")) << o(2.0) << "\n";
  std::variant<int, std::string> v = "hey"; std::cout << std::visit(overloaded{[](int) { return 1; }, [](const std::string& s) { return (int)s.size(); }}, v) << "\n";
  struct X { int x; }; struct Y { int y; }; Mix<X, Y> m(X{1}, Y{2}); std::cout << m.x << m.y << "\n";
  Sq sq(3); Named& n = sq; Shape* sh = &sq; std::cout << n.name() << sh->area() << dynamic_cast<Named*>(sh)->name() << "\n";
  int (B::*mf)() = &B::g; std::cout << (c.*mf)() << "\n";
}
