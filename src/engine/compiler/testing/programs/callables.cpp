// Callables: bind, placeholders, mem_fn, invoke, apply, not_fn, transparent operators, hash, functions of every kind.
#include <cstdio>
#include <functional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <map>
struct Account {
  int money = 10;
  int add(int n) { return money += n; }
  int get() const { return money; }
};
static int sub(int a, int b, int c) { return a - b - c; }
struct Key {
  int a, b;
  bool operator==(const Key& o) const { return a == o.a && b == o.b; }
};
struct KeyHash {
  size_t operator()(const Key& k) const { return std::hash<int>()(k.a) * 31 + k.b; }
};
namespace std {
template <> struct hash<Account> {
  size_t operator()(const Account& a) const { return a.money; }
};
}  // namespace std
int main() {
  using namespace std::placeholders;
  auto f = std::bind(sub, _2, 3, _1);
  printf("%d %d\n", f(1, 10), std::bind(sub, 9, 1, 1)());
  Account a;
  auto add = std::bind(&Account::add, &a, _1);
  int added = add(5);
  printf("%d %d\n", added, std::mem_fn(&Account::get)(a));
  int n = 1;
  auto more = std::bind([](int& x, int y) { x += y; }, std::ref(n), _1);
  more(4);
  printf("%d\n", n);
  printf("%d %d %d\n", std::invoke(sub, 5, 2, 1), std::invoke(&Account::add, a, 1), std::invoke([](int x) { return x * 2; }, 4));
  printf("%d %d\n", std::apply(sub, std::make_tuple(9, 4, 1)), std::apply([](auto... x) { return (x + ...); }, std::tuple(1, 2, 3)));
  printf("%d %d\n", std::not_fn([](int x) { return x > 3; })(2), std::bind_front(sub, 10, 1)(2));
  std::set<std::string, std::less<>> names{"a", "b"};
  std::set<int, std::greater<int>> down{1, 3, 2};
  printf("%d %d\n", names.find("b") != names.end(), *down.begin());
  std::unordered_map<Key, int, KeyHash> byKey;
  byKey[{1, 2}] = 3;
  byKey[{2, 2}]++;
  printf("%d %d %zu\n", byKey[{1, 2}], byKey.count({5, 5}) == 0, byKey.size());
  printf("%zu %zu\n", std::hash<int>()(7), std::hash<Account>()(a));
  auto order = [](int x, int y) { return x % 10 < y % 10; };
  std::map<int, int, decltype(order)> odd(order);
  odd[19] = 1;
  odd[21] = 2;
  for (auto& [k, v] : odd) printf("%d=%d ", k, v);
  printf("%d %d %d\n", std::plus<int>()(1, 2), std::multiplies<>()(3, 4), std::equal_to<>()(2, 2));
  std::function<int(int)> chain = std::bind(sub, 20, _1, 1);
  printf("%d\n", chain(4));
}
// expect: 6 7
// expect: 15 15
// expect: 5
// expect: 2 16 8
// expect: 4 6
// expect: 1 7
// expect: 1 3
// expect: 3 1 2
// expect: 7 16
// expect: 21=2 19=1 3 12 1
// expect: 15
