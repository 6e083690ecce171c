#include <algorithm>
#include <iostream>
#include <ranges>
#include <string>
#include <vector>
#include <map>
namespace rv = std::views;
int main() {
    std::vector<int> v{5, 3, 8, 1, 9, 2};
    for (int x : v | rv::filter([](int i) { return i % 2; }) | rv::transform([](int i) { return i * i; })) std::cout << x << ' ';
    for (int x : rv::iota(1, 5) | rv::reverse) std::cout << x << ' ';
    for (int x : rv::iota(1) | rv::take(3)) std::cout << x << ' ';
    for (int x : v | rv::drop(2) | rv::take_while([](int i) { return i != 2; })) std::cout << x << ' ';
    std::ranges::sort(v); std::ranges::sort(v, std::ranges::greater{});
    struct P { std::string n; int a; };
    std::vector<P> ps{{"b", 2}, {"a", 1}};
    std::ranges::sort(ps, {}, &P::n);
    std::cout << ps[0].n << std::ranges::max_element(ps, {}, &P::a)->a << '\n';
    std::map<std::string, int> m{{"x", 1}, {"y", 2}};
    for (auto& k : m | rv::keys) std::cout << k;
    for (auto& k : m | rv::values) std::cout << k;
    std::cout << std::ranges::count_if(v, [](int x) { return x > 4; }) << std::ranges::distance(v) << '\n';
    std::cout << (std::ranges::find(v, 8) != v.end()) << std::ranges::any_of(v, [](int x) { return x == 9; }) << '\n';
    std::string s = "a,b,c";
    for (auto part : s | rv::split(',')) std::cout << std::string(part.begin(), part.end()) << ';';
    std::vector<int> out; std::ranges::copy(v | rv::take(2), std::back_inserter(out));
    auto [mn, mx] = std::ranges::minmax(v); std::cout << mn << mx << out.size() << '\n';
    std::vector<std::vector<int>> vv{{1, 2}, {3}};
    for (int x : vv | rv::join) std::cout << x;
    auto c = v | rv::common; std::cout << std::vector<int>(c.begin(), c.end()).size() << '\n';
}
// expect: 25 9 1 81 4 3 2 1 1 2 3 8 1 9 a2
// expect: xy1236
// expect: 11
// expect: a;b;c;192
// expect: 1236
