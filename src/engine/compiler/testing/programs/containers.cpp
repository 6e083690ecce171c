// Containers: made from ranges, inserted into, walked backwards, spliced, extracted, erased by value and condition; many of one key.
#include <algorithm>
#include <array>
#include <cstdio>
#include <deque>
#include <forward_list>
#include <iterator>
#include <list>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>
template <class C> void show(const C& c) {
  for (const auto& x : c) printf("%d ", x);
  printf("\n");
}
int main() {
  std::list<int> l{3, 1, 2};
  std::vector<int> v(l.begin(), l.end());
  int raw[] = {7, 8};
  v.insert(v.end(), raw, raw + 2);
  v.insert(v.begin() + 1, {40, 41});
  v.insert(v.begin(), 2, 9);
  show(v);
  std::erase(v, 9);
  std::erase_if(v, [](int x) { return x > 10; });
  v.assign({5, 6, 7});
  show(std::vector<int>(v.rbegin(), v.rend()));
  std::vector<int> w;
  std::copy(v.begin(), v.end(), std::back_inserter(w));
  std::transform(v.begin(), v.end(), std::back_inserter(w), [](int x) { return x * x; });
  show(w);
  printf("%ld %d %d %zu\n", std::distance(l.begin(), l.end()), *std::next(v.begin()), *std::prev(v.end()), std::size(raw));
  std::list<int> m{10, 20};
  l.splice(l.begin(), m);
  l.splice(l.end(), l, l.begin());
  l.sort();
  l.reverse();
  show(l);
  l.remove_if([](int x) { return x < 3; });
  auto it = l.end();
  --it;
  printf("%d %zu %zu\n", *it, l.size(), m.size());
  std::map<std::string, int> ages{{"bob", 3}, {"amy", 2}, {"cat", 1}};
  for (auto i = ages.rbegin(); i != ages.rend(); ++i) printf("%s ", i->first.c_str());
  auto node = ages.extract("bob");
  node.key() = "zed";
  ages.insert(std::move(node));
  ages.erase(ages.find("amy"));
  for (auto& [k, n] : ages) printf("%s=%d ", k.c_str(), n);
  auto [at, made] = ages.insert_or_assign("cat", 9);
  printf("%d %d\n", at->second, made);
  std::multimap<int, char> many{{1, 'a'}, {2, 'b'}, {1, 'c'}};
  auto [first, last] = many.equal_range(1);
  for (; first != last; ++first) printf("%c", first->second);
  printf(" %zu\n", many.count(1));
  std::multiset<int> bag{2, 1, 2};
  bag.erase(bag.find(2));
  show(bag);
  std::set<int> set(raw, raw + 2);
  set.insert(v.begin(), v.end());
  printf("%zu %d %d\n", set.size(), *set.lower_bound(6), set.upper_bound(8) == set.end());
  std::erase_if(set, [](int x) { return x % 2; });
  show(set);
  std::unordered_map<int, int> u;
  for (int i = 0; i < 20; i++) u[i * 7] = i;
  for (auto& [k, x] : u) printf("%d ", k);
  printf("\n");
  std::unordered_set<std::string> texts{"one", "two", "three", "four"};
  texts.insert("five");
  for (auto& t : texts) printf("%s ", t.c_str());
  printf("%d\n", texts.contains("two"));
  std::vector<std::vector<int>> grid(2, std::vector<int>(3, 1));
  printf("%d\n", std::accumulate(grid[1].begin(), grid[1].end(), 0));
  std::array<int, 4> a{4, 2, 3, 1};
  std::sort(a.begin(), a.end(), std::greater<int>());
  show(a);
}
// expect: 9 9 3 40 41 1 2 7 8
// expect: 7 6 5
// expect: 5 6 7 25 36 49
// expect: 3 6 7 2
// expect: 20 10 3 2 1
// expect: 3 3 0
// expect: cat bob amy cat=1 zed=3 9 0
// expect: ac 2
// expect: 1 2
// expect: 4 6 1
// expect: 6 8
// expect: 133 126 119 112 105 98 91 0 7 14 21 28 35 42 49 56 63 70 77 84
// expect: five four three two one 1
// expect: 3
// expect: 4 3 2 1
