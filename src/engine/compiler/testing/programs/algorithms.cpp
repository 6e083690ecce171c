// <algorithm> and <numeric>: sort, find, count, all_of, min, max, accumulate, reverse, fill, clamp.
#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>
#include <vector>
int main() {
  std::vector<int> v{5, 2, 8, 1, 9, 3};
  std::sort(v.begin(), v.end());
  for (int x : v) printf("%d ", x);
  printf("\n");
  printf("%d %d\n", std::min(3, 4), std::max(3l, 4l) == 4 ? 1 : 0);
  printf("%d %d\n", *std::min_element(v.begin(), v.end()), *std::max_element(v.begin(), v.end()));
  printf("%ld %ld\n", std::count(v.begin(), v.end(), 8), std::count_if(v.begin(), v.end(), [](int x) { return x > 2; }));
  printf("%d %d %d\n", std::all_of(v.begin(), v.end(), [](int x) { return x > 0; }), std::any_of(v.begin(), v.end(), [](int x) { return x > 8; }), std::none_of(v.begin(), v.end(), [](int x) { return x > 8; }));
  printf("%d\n", std::accumulate(v.begin(), v.end(), 0));
  std::reverse(v.begin(), v.end());
  printf("%d %d\n", v[0], std::clamp(50, 1, 10));
  std::fill(v.begin(), v.end(), 4);
  printf("%d\n", v[5]);
  std::array<int, 3> a{3, 1, 2};
  std::sort(a.begin(), a.end());
  std::iota(v.begin(), v.end(), 10);
  printf("%d %d %d %d\n", a[0], a[2], v[0], v[5]);
  std::for_each(v.begin(), v.end(), [](int& x) { x *= 2; });
  auto it = std::find_if(v.begin(), v.end(), [](int x) { return x > 24; });
  printf("%d %d\n", *it, std::max({3, 9, 4}));
  std::vector<int> out(6);
  std::copy(v.begin(), v.end(), out.begin());
  printf("%d\n", out[1]);
  return 0;
}
// expect: 1 2 3 5 8 9
// expect: 3 1
// expect: 1 9
// expect: 1 4
// expect: 1 1 0
// expect: 28
// expect: 9 10
// expect: 4
// expect: 1 3 10 15
// expect: 26 9
// expect: 22
