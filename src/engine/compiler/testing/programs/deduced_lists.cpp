// Class template argument deduction from braced lists of any number of elements.
#include <array>
#include <cstdio>
#include <deque>
#include <list>
#include <set>
#include <string>
#include <vector>

static int total(const std::vector<int>& all) {
    int sum = 0;
    for (int each : all) sum += each;
    return sum;
}

int main() {
    std::vector three{1, 2, 3};
    std::vector copied = {4, 5, 6};
    const std::list four{1, 2, 3, 4};
    std::set sorted{3, 1, 2};
    std::deque<double> halves{1.5, 2.5};
    std::deque deduced{1.5, 2.5, 3.5};
    std::array fixed{7, 8, 9};
    std::vector words{std::string("a"), std::string("b"), std::string("c")};
    std::vector nested{std::vector{1, 2, 3}, std::vector{4}, std::vector{5, 6}};
    std::printf("%d %d %zu %d %.1f %.1f %d %s %zu %d\n", total(three), total(copied), four.size(), *sorted.begin(),
                halves[1], deduced[2], fixed[2], words[2].c_str(), nested[2].size(), total(std::vector{7, 8, 9}));
    std::printf("%d\n", copied == std::vector{4, 5, 6} ? 1 : 0);
    return 0;
}
// expect: 6 15 4 1 2.5 3.5 9 c 2 24
// expect: 1
