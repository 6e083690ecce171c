// const: objects, methods, pointers, references, overloads, members, iteration, constexpr functions and variables.
#include <cstdio>
#include <map>
#include <string>
#include <vector>
class Bag {
 public:
  void add(int n) { items_.push_back(n); }
  const std::vector<int>& items() const { return items_; }
  int first() const { return items_.front(); }
  const int* find(int n) const {
    for (const int& x : items_)
      if (x == n) return &x;
    return nullptr;
  }
  int* find(int n) {
    for (int& x : items_)
      if (x == n) return &x;
    return nullptr;
  }

 private:
  std::vector<int> items_;
};
constexpr int cube(int n) { return n * n * n; }
constexpr int table[3] = {cube(1), cube(2), cube(3)};
struct Fixed {
  const int id;
  const std::string name;
  Fixed(int i, const std::string& n) : id(i), name(n) {}
};
int sum(const std::map<std::string, int>& m) {
  int s = 0;
  for (const auto& [k, v] : m) s += v;
  auto it = m.find("b");
  return it == m.end() ? s : s + it->second * 100;
}
int main() {
  Bag bag;
  bag.add(4);
  bag.add(5);
  const Bag& view = bag;
  *bag.find(5) = 50;
  printf("%d %zu %d %d\n", view.first(), view.items().size(), *view.find(50), view.find(5) == nullptr);
  printf("%d %d\n", table[2], cube(4));
  Fixed f(3, "fixed");
  printf("%d %s\n", f.id, f.name.c_str());
  printf("%d\n", sum({{"a", 1}, {"b", 2}}));
  const int local = 8;
  int array[local] = {};
  array[local - 1] = local;
  printf("%d\n", array[7]);
  return 0;
}
// expect: 4 2 50 1
// expect: 27 64
// expect: 3 fixed
// expect: 203
// expect: 8
