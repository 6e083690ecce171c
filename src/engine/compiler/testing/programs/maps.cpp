// std::map and std::unordered_map: insert, find, erase, iteration, at, emplace, nested, by key class; std::set.
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>
struct Key {
  int a, b;
  bool operator<(const Key& o) const { return a != o.a ? a < o.a : b < o.b; }
};
int main() {
  std::map<std::string, int> m;
  m["two"] = 2;
  m["one"] = 1;
  m["three"]++;
  m.emplace("four", 4);
  m.insert({"five", 5});
  m.insert(std::make_pair("one", 100));
  for (const auto& [k, v] : m) printf("%s=%d ", k.c_str(), v);
  printf("| %zu\n", m.size());
  auto it = m.find("two");
  printf("%d %d %zu\n", it != m.end(), it->second, m.count("nine"));
  m.erase(it);
  m.erase("four");
  printf("%d %d %zu\n", m.contains("two"), m.at("one"), m.size());
  for (auto i = m.begin(); i != m.end();) {
    if (i->second == 5)
      i = m.erase(i);
    else
      ++i;
  }
  printf("%zu %s\n", m.size(), m.begin()->first.c_str());
  std::map<int, std::vector<int>> groups;
  for (int i = 0; i < 6; i++) groups[i % 3].push_back(i);
  for (auto& [k, v] : groups) printf("%d:%d%d ", k, v[0], v[1]);
  printf("\n");
  std::map<Key, int> byKey{{{1, 2}, 12}, {{1, 1}, 11}};
  byKey[{0, 5}] = 5;
  for (auto& [k, v] : byKey) printf("%d%d=%d ", k.a, k.b, v);
  printf("\n");
  std::unordered_map<int, std::shared_ptr<int>> cache;
  cache[1] = std::make_shared<int>(10);
  auto [pos, added] = cache.try_emplace(1, nullptr);
  printf("%d %d\n", added, *pos->second);
  cache.insert_or_assign(1, std::make_shared<int>(11));
  if (auto found = cache.find(1); found != cache.end()) printf("%d\n", *found->second);
  std::map<int, int> copy;
  copy[3] = 9;
  std::map<int, int> other = copy;
  other[4] = 16;
  printf("%zu %zu\n", copy.size(), other.size());
  std::set<int> s{3, 1, 2, 3};
  s.insert(0);
  s.erase(2);
  for (int x : s) printf("%d ", x);
  printf("| %zu %d\n", s.size(), s.contains(1));
  std::unordered_set<std::string> seen;
  bool fresh = seen.insert("a").second;
  printf("%d %d\n", fresh, seen.insert("a").second);
  auto low = m.lower_bound("p");
  printf("%s\n", low->first.c_str());
  return 0;
}
// expect: five=5 four=4 one=1 three=1 two=2 | 5
// expect: 1 2 0
// expect: 0 1 3
// expect: 2 one
// expect: 0:03 1:14 2:25
// expect: 05=5 11=11 12=12
// expect: 0 10
// expect: 11
// expect: 1 2
// expect: 0 1 3 | 3 1
// expect: 1 0
// expect: three
