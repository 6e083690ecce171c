#include <algorithm>
#include <execution>
#include <iostream>
#include <numeric>
#include <vector>
#include <atomic>
int main() {
    std::vector<int> v(10);
    std::iota(v.begin(), v.end(), 1);
    std::atomic<int> total{0};
    std::for_each(std::execution::par, v.begin(), v.end(), [&](int x) { total += x; });
    std::cout << total << '\n';
    std::sort(std::execution::par_unseq, v.begin(), v.end(), std::greater<>{});
    std::cout << v.front() << ' ' << std::reduce(std::execution::par, v.begin(), v.end()) << '\n';
    std::cout << std::transform_reduce(std::execution::seq, v.begin(), v.end(), 0, std::plus<>{}, [](int x) { return x * x; }) << '\n';
}
// expect: 55
// expect: 10 55
// expect: 385
