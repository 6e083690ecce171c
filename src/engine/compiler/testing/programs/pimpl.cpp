// Forward-declared classes, pointers to incomplete types, classes that refer to each other, out-of-class members.
#include <cstdio>
#include <memory>
#include <vector>
class Engine;
class Car {
 public:
  Car();
  ~Car();
  int drive() const;

 private:
  std::unique_ptr<Engine> engine_;
};
struct Child;
struct Parent {
  std::vector<Child*> children;
  int count() const;
};
struct Child {
  Parent* parent;
  int age;
  explicit Child(Parent& p, int a);
};
class Engine {
 public:
  int power = 90;
};
Car::Car() : engine_(std::make_unique<Engine>()) {}
Car::~Car() = default;
int Car::drive() const { return engine_->power; }
int Parent::count() const {
  int n = 0;
  for (const Child* c : children) n += c->age;
  return n;
}
Child::Child(Parent& p, int a) : parent(&p), age(a) { p.children.push_back(this); }
int main() {
  Car car;
  printf("%d\n", car.drive());
  Parent p;
  Child a(p, 3), b(p, 4);
  printf("%d %d\n", p.count(), b.parent == &p);
  return 0;
}
// expect: 90
// expect: 7 1
