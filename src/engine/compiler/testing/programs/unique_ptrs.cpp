// unique_ptr: ownership, moves, release, reset, hierarchies, in members and containers, custom deleter.
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>
struct T {
  int n;
  explicit T(int i) : n(i) { printf("+%d ", n); }
  virtual ~T() { printf("-%d ", n); }
};
struct U : T {
  explicit U(int i) : T(i * 10) {}
};
struct Owner {
  std::unique_ptr<T> held = std::make_unique<T>(1);
  std::unique_ptr<T> other;
};
std::unique_ptr<T> make(int n) { return std::make_unique<T>(n); }
void sink(std::unique_ptr<T> p) { printf("sink %d\n", p->n); }
struct Closer {
  void operator()(T* p) const {
    printf("closing ");
    delete p;
  }
};
struct Tree {
  int v;
  std::unique_ptr<Tree> left, right;
  explicit Tree(int n) : v(n) {}
  void add(int n) {
    auto& side = n < v ? left : right;
    if (side)
      side->add(n);
    else
      side = std::make_unique<Tree>(n);
  }
  int sum() const { return v + (left ? left->sum() : 0) + (right ? right->sum() : 0); }
};
int main() {
  Owner o;
  o.other = make(2);
  o.held.swap(o.other);
  printf("%d %d\n", o.held->n, (*o.other).n);
  Owner p = std::move(o);
  printf("%d %d\n", o.held == nullptr, p.held->n);
  sink(std::move(p.held));
  printf("| %d\n", p.held ? 1 : 0);
  std::unique_ptr<T> base = std::make_unique<U>(3);
  printf("%d\n", base->n);
  base.reset(new T(4));
  T* raw = base.release();
  printf("%d %d\n", raw->n, base == nullptr);
  delete raw;
  printf("|\n");
  std::vector<std::unique_ptr<T>> all;
  for (int i = 5; i < 8; i++) all.push_back(make(i));
  all.erase(all.begin() + 1);
  printf("| %zu\n", all.size());
  std::unique_ptr<T, Closer> closed(new T(9));
  closed.reset();
  printf("\n");
  Tree t(5);
  for (int n : {3, 8, 1, 4, 9}) t.add(n);
  printf("%d\n", t.sum());
  return 0;
}
// expect: +1 +2 2 1
// expect: 1 2
// expect: sink 2
// expect: -2 | 0
// expect: +30 30
// expect: +4 -30 4 1
// expect: -4 |
// expect: +5 +6 +7 -6 | 2
// expect: +9 closing -9
// expect: 30
// expect: -5 -7 -1