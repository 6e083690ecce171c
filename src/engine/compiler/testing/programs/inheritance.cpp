// Single inheritance, virtual functions, pure ones, virtual destructors, base calls, protected, override and final.
#include <cstdio>
#include <memory>
#include <vector>
class Shape {
 public:
  explicit Shape(int id) : id_(id) {}
  virtual ~Shape() { printf("~Shape %d\n", id_); }
  virtual int area() const = 0;
  virtual const char* name() const { return "shape"; }
  int id() const { return id_; }
  int twice() const { return 2 * area(); }

 protected:
  int id_;
};
class Square : public Shape {
 public:
  Square(int id, int side) : Shape(id), side_(side) {}
  ~Square() override { printf("~Square\n"); }
  int area() const override { return side_ * side_; }
  const char* name() const override { return "square"; }

 protected:
  int side_;
};
class Box final : public Square {
 public:
  Box(int id, int side, int height) : Square(id, side), height_(height) {}
  int area() const override { return Square::area() * 6; }
  int volume() const { return side_ * side_ * height_; }

 private:
  int height_;
};
class Blob : public Shape {
 public:
  using Shape::Shape;
  int area() const override { return 1; }
};
struct A {
  int v = 1;
  int f() { return v; }
  int hidden() { return 10; }
};
struct B : A {
  int w = 2;
  int g() { return f() + w; }
  int hidden() { return A::hidden() + 1; }
};
int measure(const Shape& s) { return s.area(); }
int main() {
  std::vector<std::unique_ptr<Shape>> shapes;
  shapes.push_back(std::make_unique<Square>(1, 3));
  shapes.push_back(std::make_unique<Box>(2, 2, 5));
  for (const auto& s : shapes) printf("%d %s %d %d %d\n", s->id(), s->name(), s->area(), s->twice(), measure(*s));
  Box box(3, 1, 7);
  Shape& asShape = box;
  Square* asSquare = &box;
  printf("%d %d %d\n", asShape.area(), asSquare->area(), box.volume());
  Shape* owned = new Box(4, 2, 2);
  delete owned;
  B b;
  A& a = b;
  printf("%d %d %d\n", b.g(), b.hidden(), a.hidden());
  B copy = b;
  copy.v = 5;
  A sliced = copy;
  printf("%d %d\n", sliced.v, copy.g());
  std::shared_ptr<Shape> shared = std::make_shared<Square>(5, 4);
  printf("%d\n", shared->area());
  Square* down = static_cast<Square*>(shared.get());
  printf("%s\n", down->name());
  return 0;
}
// expect: 1 square 9 18 9
// expect: 2 square 24 48 24
// expect: 6 6 7
// expect: ~Square
// expect: ~Shape 4
// expect: 3 11 10
// expect: 5 7
// expect: 16
// expect: square
// expect: ~Square
// expect: ~Shape 5
// expect: ~Square
// expect: ~Shape 3
// expect: ~Square
// expect: ~Shape 1
// expect: ~Square
// expect: ~Shape 2
