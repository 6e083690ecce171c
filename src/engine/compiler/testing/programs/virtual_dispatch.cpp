// Virtual functions: overloads by type (visitors), in class templates, implicit and defaulted destructors, through bases.
#include <cstdio>
#include <memory>
#include <string>
#include <vector>
struct Circle;
struct Square;
struct Visitor {
  virtual ~Visitor() = default;
  virtual void visit(const Circle& c) = 0;
  virtual void visit(const Square& s) = 0;
  virtual void visit(int n) { printf("int %d\n", n); }
};
struct Shape {
  virtual ~Shape() = default;
  virtual void accept(Visitor& v) const = 0;
};
struct Circle : Shape {
  std::string name = "circle";
  void accept(Visitor& v) const override { v.visit(*this); }
};
struct Square : Shape {
  std::vector<int> sides{1, 2};
  void accept(Visitor& v) const override { v.visit(*this); }
};
struct Printer : Visitor {
  using Visitor::visit;
  int seen = 0;
  void visit(const Square& s) override { printf("square %zu %d\n", s.sides.size(), ++seen); }
  void visit(const Circle& c) override { printf("%s %d\n", c.name.c_str(), ++seen); }
};
template <class T> struct Source {
  virtual ~Source() {}
  virtual T next() = 0;
  virtual T peek() const { return T(); }
};
template <class T> struct Counter : Source<T> {
  T n = 0;
  T next() override { return ++n; }
};
struct Noisy {
  const char* what;
  explicit Noisy(const char* w) : what(w) {}
  ~Noisy() { printf("~%s\n", what); }
};
struct A {
  virtual ~A() = default;
  virtual int f() const { return 1; }
  int g() const { return f() * 10; }
};
struct B : A {
  Noisy noisy{"B's"};
  int f() const override { return 2; }
};
struct C : B {
  Noisy own{"C's"};
  int f() const override { return B::f() + 1; }
};
int main() {
  std::vector<std::unique_ptr<Shape>> shapes;
  shapes.push_back(std::make_unique<Circle>());
  shapes.push_back(std::make_unique<Square>());
  Printer printer;
  for (auto& s : shapes) s->accept(printer);
  Visitor& v = printer;
  v.visit(3);
  printer.visit(4);
  Counter<int> counter;
  Source<int>& source = counter;
  source.next();
  printf("%d %d\n", source.next(), source.peek());
  std::unique_ptr<Source<long>> owned = std::make_unique<Counter<long>>();
  printf("%ld\n", owned->next());
  A* a = new C;
  printf("%d %d\n", a->f(), a->g());
  delete a;
  std::shared_ptr<A> shared = std::make_shared<B>();
  shared = std::make_shared<C>();
  printf("%d\n", shared->f());
  B b;
  const A& ref = b;
  printf("%d\n", ref.g());
  return 0;
}
// expect: circle 1
// expect: square 2 2
// expect: int 3
// expect: int 4
// expect: 2 0
// expect: 1
// expect: 3 30
// expect: ~C's
// expect: ~B's
// expect: ~B's
// expect: 3
// expect: 20
// expect: ~B's
// expect: ~C's
// expect: ~B's
