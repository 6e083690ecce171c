// expect: 1 9 25 81
// expect: 1234
// expect: 1289985321
// expect: 83
// expect: al
// expect: bob
// expect: 1021
// expect: ab12
// expect: -26
// expect: 6
// expect: 1001
#include <iostream>
#include <ranges>
#include <vector>
#include <algorithm>
#include <string>
#include <map>
namespace rng = std::ranges;
struct Emp { std::string name; int age; };
int main() {
    std::vector<int> v{5, 2, 8, 1, 9, 3};
    std::ranges::sort(v);
    for (int x : v | std::views::filter([](int i) { return i % 2 == 1; }) | std::views::transform([](int i) { return i * i; })) std::cout << x << ' ';
    std::cout << '\n';
    for (int i : std::views::iota(1, 5)) std::cout << i; std::cout << '\n';
    for (int i : v | std::views::take(2)) std::cout << i; for (int i : v | std::views::drop(4)) std::cout << i; for (int i : v | std::views::reverse) std::cout << i; std::cout << '\n';
    auto it = std::ranges::find(v, 8); std::cout << *it << std::ranges::count_if(v, [](int i) { return i > 4; }) << '\n';
    std::vector<Emp> es{{"bob", 30}, {"al", 25}}; std::ranges::sort(es, {}, &Emp::age); std::cout << es[0].name << '\n'; std::ranges::sort(es, std::greater{}, &Emp::name); std::cout << es[0].name << '\n';
    std::ranges::for_each(v, [](int& x) { x += 1; }); std::cout << rng::max(v) << *std::ranges::min_element(v) << std::ranges::all_of(v, [](int x) { return x > 0; }) << '\n';
    std::map<std::string, int> m{{"a", 1}, {"b", 2}}; for (auto& k : m | std::views::keys) std::cout << k; for (int x : m | std::views::values) std::cout << x; std::cout << '\n';
    std::vector<int> out; std::ranges::copy(v, std::back_inserter(out)); std::ranges::transform(v, out.begin(), [](int x) { return -x; }); std::cout << out[0] << std::ranges::distance(v) << '\n';
    auto sq = [](auto r) { int s = 0; for (auto x : r) s += x; return s; }; std::cout << sq(std::views::iota(0) | std::views::take_while([](int x) { return x < 4; })) << '\n';
    std::ranges::reverse(v); std::cout << v[0] << std::ranges::binary_search(out, 100) << std::ranges::equal(v, v) << '\n';
}
