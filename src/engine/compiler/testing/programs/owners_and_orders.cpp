// expect: 1 2 5 2
// expect: 1 4
// expect: second 2 3
// expect: 1 0 1
// expect: 1 0 1.0
// expect: 6 1 1
// expect: 2 1
#include <atomic>
#include <compare>
#include <cstdio>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <map>
#include <vector>
struct A { int n = 1; virtual ~A() {} };
struct B : A {};
struct D { int* calls; void operator()(A* a) { ++*calls; delete a; } };
struct First { int a = 1; virtual ~First() {} };
struct Second { int b = 2; virtual int id() const { return b; } virtual ~Second() {} };
struct Both : First, Second { int c = 3; int id() const override { return c; } };
struct V { int x; auto operator<=>(const V&) const = default; };
// Owners made of other owners, orders by name, unordered containers compared and merged, a catch by the second base.
int main() {
  int calls = 0;
  std::unique_ptr<B> u(new B);
  std::shared_ptr<A> s = std::move(u);
  std::shared_ptr<A> t(std::unique_ptr<A, D>(new A, D{&calls}));
  std::shared_ptr<int[]> items = std::make_unique<int[]>(3);
  items[1] = 5;
  std::shared_ptr<int[]> more = items;
  t.reset(new B, D{&calls});
  t.reset();
  std::printf("%d %d %d %ld\n", s->n, calls, more[1], more.use_count());
  std::atomic<std::shared_ptr<int>> a = nullptr;
  std::atomic<std::shared_ptr<int>> b;
  b = std::make_shared<int>(4);
  std::shared_ptr<int> plain = b;
  std::printf("%d %d\n", a.load() == nullptr, *plain);
  try { throw Both(); } catch (const Second& e) { std::printf("second %d %d\n", e.b, e.id()); }
  auto order = V{1} <=> V{2};
  std::printf("%d %d %d\n", std::is_lt(order), std::is_eq(order), (3 <=> 3) == std::strong_ordering::equal);
  std::unordered_map<std::string, int> m{{"a", 1}, {"b", 2}}, n{{"b", 2}, {"a", 1}};
  m.emplace_hint(m.begin(), "c", 3);
  n.insert(n.end(), {"c", 3});
  std::printf("%d %d %.1f\n", m == n, m != n, m.max_load_factor());
  m.insert({{"x", 1}, {"y", 2}});
  std::unordered_map<std::string, int> rest{{"z", 1}, {"a", 9}};
  m.merge(rest);
  std::printf("%zu %zu %d\n", m.size(), rest.size(), m.bucket_count() >= m.size());
  std::vector<int> counts(m.bucket_count());
  std::map<int, int> c{{1, 2}}; std::map<int, int> e{{1, 3}, {2, 4}};
  c.merge(e);
  std::printf("%zu %zu\n", c.size(), e.size());
}
