// Unions, bit-fields, goto, dynamic_cast and typeid, pointers to data members, pointers as numbers.
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <typeinfo>
struct Bits { unsigned a : 3; int b : 5; unsigned c : 24; bool flag : 1; int : 2; unsigned char d : 4; };
union U { int i; float f; unsigned char c; };
struct Tagged { int kind; union { int i; double d; const char* s; }; Tagged(int v) : kind(0), i(v) {} Tagged(double v) : kind(1), d(v) {} };
struct Base { virtual ~Base() {} virtual int id() const { return 0; } };
struct A : Base { int x = 1; int id() const override { return 1; } };
struct B : A { int y = 2; int id() const override { return 2; } };
struct C : Base { int z = 3; };
struct P { int x; double y; std::string s; int get() const { return x; } };
struct R { int n; R(int n) : n(n) { printf("R%d ", n); } ~R() { printf("~R%d ", n); } };
int retry(int limit) { int n = 0; again: R r(n); n++; if (n < limit) goto again; return n; }
int search(int want) { for (int i = 0; i < 3; i++) { R r(i); for (int j = 0; j < 3; j++) { if (i * 3 + j == want) goto found; } } printf("none "); return -1; found: printf("found "); return want; }
int cleanup(bool early) { int rc = -1; if (early) goto out; rc = 0; out: printf("out "); return rc; }
int main() {
  Bits b{}; b.a = 9; b.b = 17; b.c = 0x1ffffff; b.flag = true; b.d = 20; auto copy = b.a; copy = 100;
  printf("%u %d %u %d %d %u\n", b.a, b.b, b.c, b.flag, b.d, copy); b.a++; b.b -= 20; printf("%u %d\n", b.a, b.b); printf("%d\n", b.a + b.b);
  U u; u.i = 0x3f800000; printf("%d %g\n", u.i, u.f); u.f = 2.5f; printf("%x %zu\n", u.i, sizeof(U)); U v = u; printf("%g\n", v.f); U w{7}; printf("%d\n", w.i);
  Tagged t(5), t2(2.5); printf("%d %d %d %g\n", t.kind, t.i, t2.kind, t2.d); t2.s = "text"; puts(t2.s); Tagged t3 = t2; puts(t3.s);
  std::unique_ptr<Base> p(new B); Base* raw = p.get();
  printf("%d %d %d\n", dynamic_cast<A*>(raw) != nullptr, dynamic_cast<B*>(raw) != nullptr, dynamic_cast<C*>(raw) != nullptr);
  if (auto* bp = dynamic_cast<B*>(raw)) printf("%d %d\n", bp->y, bp->x);
  try { C& c = dynamic_cast<C&>(*raw); printf("%d", c.z); } catch (const std::bad_cast& e) { puts(e.what()); }
  printf("%d %d %s %s %s\n", typeid(*raw) == typeid(B), typeid(raw) == typeid(Base*), typeid(*raw).name(), typeid(int).name(), typeid(Base*).name());
  const Base* none = nullptr; printf("%d\n", dynamic_cast<const A*>(none) == nullptr);
  P obj{1, 2.5, "s"}; int P::*px = &P::x; double P::*py = &P::y; P* po = &obj; obj.*px = 42; po->*py = 7.5; std::string P::*ps = &P::s; (obj.*ps) += "!"; printf("%d %g %s %d\n", obj.x, po->*py, obj.s.c_str(), px == nullptr); int (P::*pm)() const = &P::get; printf("%d\n", (obj.*pm)());
  std::uintptr_t a = reinterpret_cast<std::uintptr_t>(&obj); P* back = reinterpret_cast<P*>(a); printf("%d %d\n", back == &obj, static_cast<int>(a % 8)); a |= 1; printf("%d\n", reinterpret_cast<P*>(a & ~std::uintptr_t(1))->x);
  printf("%d\n", retry(3)); printf("%d\n", search(4)); printf("%d\n", search(40)); printf("%d %d\n", cleanup(true), cleanup(false));
  alignas(16) int al = 3; printf("%zu %zu %zu %d\n", alignof(double), alignof(char), sizeof(Bits), al);
}
// expect: 1 -15 16777215 1 4 100
// expect: 2 -3
// expect: -1
// expect: 1065353216 1
// expect: 40200000 4
// expect: 2.5
// expect: 7
// expect: 0 5 1 2.5
// expect: text
// expect: text
// expect: 1 1 0
// expect: 2 1
// expect: std::bad_cast
// expect: 1 1 1B i P4Base
// expect: 1
// expect: 42 7.5 s! 0
// expect: 42
// expect: 1 0
// expect: 42
// expect: R0 ~R0 R1 ~R1 R2 ~R2 3
// expect: R0 ~R0 R1 ~R1 found 4
// expect: R0 ~R0 R1 ~R1 R2 ~R2 none -1
// expect: out out -1 0
// expect: 8 1 8 3
