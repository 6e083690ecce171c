// shared_ptr, weak_ptr, aliasing, enable_shared_from_this, custom deleters, casts, comparison, in containers.
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>
struct Node : std::enable_shared_from_this<Node> {
  int id;
  std::shared_ptr<Node> next;
  std::weak_ptr<Node> back;
  explicit Node(int i) : id(i) { printf("+%d ", id); }
  ~Node() { printf("-%d ", id); }
  std::shared_ptr<Node> self() { return shared_from_this(); }
};
struct Base {
  virtual ~Base() { printf("~Base "); }
  virtual int f() { return 1; }
};
struct Derived : Base {
  ~Derived() override { printf("~Derived "); }
  int f() override { return 2; }
};
struct Pair {
  int a = 1, b = 2;
  ~Pair() { printf("~Pair "); }
};
int main() {
  auto a = std::make_shared<Node>(1);
  auto b = a;
  printf("%ld %d\n", a.use_count(), a == b);
  b.reset();
  printf("%ld %d\n", a.use_count(), b == nullptr);
  std::weak_ptr<Node> w = a;
  printf("%d %ld\n", w.expired(), w.use_count());
  if (auto locked = w.lock()) printf("%d %ld\n", locked->id, locked.use_count());
  a->next = std::make_shared<Node>(2);
  a->next->back = a;
  printf("%ld ", a.use_count());
  printf("%d\n", a->next->back.lock()->id);
  auto me = a->self();
  printf("%ld\n", me.use_count());
  me = nullptr;
  a = std::move(a->next);
  printf("| %d %d\n", a->id, w.expired());
  printf("%d\n", a->back.lock() == nullptr);
  std::shared_ptr<Base> base = std::make_shared<Derived>();
  printf("%d\n", base->f());
  std::shared_ptr<Base> plain(new Derived());
  plain = base;
  printf("| %ld\n", base.use_count());
  auto down = std::static_pointer_cast<Derived>(base);
  printf("%d %ld\n", down->f(), base.use_count());
  auto pair = std::make_shared<Pair>();
  std::shared_ptr<int> part(pair, &pair->b);
  pair.reset();
  printf("%d %ld\n", *part, part.use_count());
  part.reset();
  printf("\n");
  {
    std::shared_ptr<int> custom(new int(5), [](int* p) {
      printf("deleter %d\n", *p);
      delete p;
    });
    std::shared_ptr<int> other = custom;
    printf("%d\n", *other);
  }
  std::vector<std::shared_ptr<Node>> list;
  list.push_back(a);
  list.push_back(std::make_shared<Node>(3));
  list.push_back(list[0]);
  printf("| %ld\n", a.use_count());
  list.clear();
  printf("| %ld\n", a.use_count());
  std::shared_ptr<const Node> readOnly = a;
  printf("%d\n", readOnly->id);
  std::shared_ptr<void> any = a;
  printf("%ld\n", a.use_count());
  std::swap(base, plain);
  return 0;
}
// expect: +1 2 1
// expect: 1 1
// expect: 0 1
// expect: 1 2
// expect: +2 1 1
// expect: 2
// expect: -1 | 2 1
// expect: 1
// expect: 2
// expect: ~Derived ~Base | 2
// expect: 2 3
// expect: 2 1
// expect: ~Pair
// expect: 5
// expect: deleter 5
// expect: +3 | 3
// expect: -3 | 1
// expect: 2
// expect: 3
// expect: ~Derived ~Base -2