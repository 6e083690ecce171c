// Virtual calls while objects are made, sliced and ended; clones; friends; recursive types; initializer_list parameters.
#include <cstdint>
#include <cstdio>
#include <list>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>
struct Base {
  Base() { hello(); }
  virtual ~Base() { hello(); }
  virtual void hello() const { printf("base\n"); }
  virtual std::unique_ptr<Base> clone() const { return std::make_unique<Base>(*this); }
  int tag = 1;
};
struct Mid : Base {
  Mid() { hello(); }
  void hello() const override { printf("mid %d\n", tag); }
  std::unique_ptr<Base> clone() const override { return std::make_unique<Mid>(*this); }
};
struct Leaf : Mid {
  std::string text = "leaf";
  void hello() const override {
    Mid::hello();
    printf("%s\n", text.c_str());
  }
  std::unique_ptr<Base> clone() const override { return std::make_unique<Leaf>(*this); }
};
class Money {
 public:
  constexpr explicit Money(std::int64_t cents = 0) : cents_(cents) {}
  friend constexpr Money operator+(Money a, Money b) { return Money(a.cents_ + b.cents_); }
  Money& operator-=(Money o) & {
    cents_ -= o.cents_;
    return *this;
  }
  constexpr std::int64_t cents() const { return cents_; }
  bool operator==(const Money&) const = default;
  auto operator<(const Money& o) const { return cents_ < o.cents_; }

 private:
  std::int64_t cents_;
};
template <typename K> struct Trie {
  struct Entry {
    K key;
    std::vector<Entry> children;
  };
  std::vector<Entry> roots;
  void add(K a, K b) {
    for (auto& r : roots)
      if (r.key == a) {
        r.children.push_back({b, {}});
        return;
      }
    roots.push_back(Entry{a, {Entry{b, {}}}});
  }
};
enum Bits : unsigned { none = 0, one = 1u << 0, two = 1u << 1 };
inline Bits operator|(Bits a, Bits b) { return static_cast<Bits>(static_cast<unsigned>(a) | static_cast<unsigned>(b)); }
int sum(std::initializer_list<int> list) {
  int s = 0;
  for (auto x : list) s += x;
  return s;
}
int main() {
  Leaf leaf;
  leaf.text = "changed";
  leaf.tag = 7;
  std::unique_ptr<Base> copy = leaf.clone();
  copy->hello();
  Base sliced = leaf;
  sliced.hello();
  Money m = Money(150) + Money(250);
  m -= Money(100);
  printf("%ld %d %d\n", m.cents(), m == Money(300), m < Money(1));
  Trie<char> t;
  t.add('a', 'b');
  t.add('a', 'c');
  t.add('x', 'y');
  printf("%zu %zu %c\n", t.roots.size(), t.roots[0].children.size(), t.roots[1].children[0].key);
  Bits b = one | two;
  printf("%u %d\n", b, (b & two) != 0);
  printf("%d %d\n", sum({1, 2, 3}), sum({}));
  std::vector<std::optional<int>> maybe(3);
  maybe[1] = 5;
  int found = 0;
  for (const auto& o : maybe) found += o.value_or(100);
  printf("%d\n", found);
  std::list<std::vector<int>> rows{{1, 2}, {3}};
  rows.emplace_back(2, 9);
  int all = 0;
  for (auto& r : rows)
    for (int x : r) all += x;
  printf("%d\n", all);
  std::set<std::string> names{"b", "a"};
  names.insert("c");
  std::string joined;
  for (auto& n : names) joined += n + ";";
  printf("%s\n", joined.c_str());
  int matrix[2][3] = {1, 2, 3, 4, 5, 6};
  int (*row)[3] = &matrix[1];
  printf("%d %d\n", (*row)[2], matrix[0][1]);
  std::int8_t small = 127;
  small = static_cast<std::int8_t>(small + 1);
  std::uint16_t wrap = 0;
  --wrap;
  printf("%d %d\n", small, wrap);
  do {
    static int count = 0;
    if (++count == 3) {
      printf("%d\n", count);
      break;
    }
  } while (true);
  return 0;
}
// expect: base
// expect: mid 1
// expect: mid 7
// expect: changed
// expect: base
// expect: 300 1 0
// expect: 2 2 y
// expect: 3 1
// expect: 6 0
// expect: 205
// expect: 24
// expect: a;b;c;
// expect: 6 2
// expect: -128 65535
// expect: 3
// expect: base
// expect: base
// expect: base
