// Classes: members, default member initialisers, constructors with initialiser lists, const methods, statics.
#include <cstdio>
class Counter {
 public:
  Counter() = default;
  explicit Counter(int start) : value_(start) {}
  Counter(int start, int step) : value_(start), step_(step) {}
  void advance() { value_ += step_; }
  int value() const { return value_; }
  int doubled() const;
  static int made;
  static int twice(int x) { return 2 * x; }
  static constexpr int kLimit = 10;

 private:
  int value_ = 7;
  int step_{1};
};
int Counter::made = 3;
int Counter::doubled() const { return value_ * 2; }
struct Point {
  int x = 1, y = 2;
  int sum() const { return x + y; }
};
struct Outer {
  struct Inner {
    int n;
    int get() const { return n; }
  };
  Inner inner{5};
  enum Mode { off, on };
  Mode mode = on;
};
int main() {
  Counter a;
  Counter b(40);
  Counter c{1, 5};
  a.advance();
  b.advance();
  c.advance();
  printf("%d %d %d\n", a.value(), b.value(), c.value());
  printf("%d %d\n", c.doubled(), Counter::twice(21));
  Counter::made++;
  printf("%d %d %d\n", Counter::made, a.made, Counter::kLimit);
  Point p;
  Point q{10};
  Point r{10, 20};
  const Point* pointer = &r;
  printf("%d %d %d %d\n", p.sum(), q.sum(), r.sum(), pointer->sum());
  Outer o;
  Outer::Inner i{9};
  printf("%d %d %d\n", o.inner.get(), i.get(), o.mode == Outer::on);
  int members[3] = {p.x, q.y, (*pointer).y};
  printf("%d %d %d\n", members[0], members[1], members[2]);
  return 0;
}
// expect: 8 41 6
// expect: 12 42
// expect: 4 4 10
// expect: 3 12 30 30
// expect: 5 9 1
// expect: 1 2 20
