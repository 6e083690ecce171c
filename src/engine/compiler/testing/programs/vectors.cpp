// std::vector: growth, insert, erase, resize, copy, move, nested, iterators, initialiser lists, comparison.
#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>
struct T {
  static int alive;
  int n;
  explicit T(int i = 0) : n(i) { alive++; }
  T(const T& o) : n(o.n) { alive++; }
  T& operator=(const T&) = default;
  ~T() { alive--; }
};
int T::alive = 0;
void show(const std::vector<int>& v) {
  for (int x : v) printf("%d ", x);
  printf("| %zu\n", v.size());
}
int main() {
  std::vector<int> v;
  for (int i = 0; i < 6; i++) v.push_back(i * i);
  show(v);
  v.erase(v.begin() + 1);
  v.insert(v.begin(), 100);
  v.insert(v.end(), 200);
  v.pop_back();
  show(v);
  v.erase(v.begin(), v.begin() + 2);
  show(v);
  std::vector<int> w = v;
  w[0] = -1;
  std::vector<int> x = std::move(v);
  printf("%zu %d %d %d\n", v.size(), w[0], x[0], x == w);
  x.resize(2);
  x.resize(4);
  show(x);
  x.assign(3, 7);
  show(x);
  v = {5, 3, 9, 1};
  std::sort(v.begin(), v.end());
  show(v);
  std::sort(v.begin(), v.end(), [](int a, int b) { return a > b; });
  show(v);
  printf("%d %d %d %d\n", v.front(), v.back(), v.at(1), *(v.end() - 1));
  std::vector<std::vector<int>> grid(2, std::vector<int>(3, 1));
  grid[1][2] = 5;
  grid.push_back({4, 4});
  int total = 0;
  for (auto& row : grid)
    for (int c : row) total += c;
  printf("%d %zu\n", total, grid[2].size());
  {
    std::vector<T> ts;
    ts.reserve(2);
    ts.emplace_back(1);
    ts.emplace_back(2);
    ts.push_back(T(3));
    ts.push_back(ts[0]);
    printf("%d %d\n", T::alive, ts[3].n);
    ts.erase(ts.begin());
    ts.pop_back();
    std::vector<T> copy(ts);
    printf("%d %d %d\n", T::alive, ts[0].n, copy[1].n);
    ts.clear();
    printf("%d %d\n", T::alive, ts.empty());
  }
  printf("%d\n", T::alive);
  std::vector<std::string> names{"b", "a"};
  names.push_back("c");
  for (auto it = names.begin(); it != names.end(); ++it) printf("%s", it->c_str());
  printf("\n");
  auto found = std::find(names.begin(), names.end(), "c");
  printf("%d %ld\n", found != names.end(), found - names.begin());
  v.erase(std::remove_if(v.begin(), v.end(), [](int n) { return n > 4; }), v.end());
  show(v);
  std::vector<bool> bits(3);
  bits[1] = true;
  printf("%d%d%d\n", bits[0] ? 1 : 0, bits[1] ? 1 : 0, bits[2] ? 1 : 0);
  for (auto it = v.rbegin(); it != v.rend(); ++it) printf("%d ", *it);
  printf("\n");
  return 0;
}
// expect: 0 1 4 9 16 25 | 6
// expect: 100 0 4 9 16 25 | 6
// expect: 4 9 16 25 | 4
// expect: 0 -1 4 0
// expect: 4 9 0 0 | 4
// expect: 7 7 7 | 3
// expect: 1 3 5 9 | 4
// expect: 9 5 3 1 | 4
// expect: 9 1 5 1
// expect: 18 2
// expect: 4 1
// expect: 4 2 3
// expect: 2 1
// expect: 0
// expect: bac
// expect: 1 2
// expect: 3 1 | 2
// expect: 010
// expect: 1 3
