// Globals: order, dynamic initialisation, const, arrays, static members, references, inline, function-local use.
#include <cstdio>
#include <string>
#include <vector>
int base = 4;
int derived = base * 2;
const int fixed = 3;
static int hidden = fixed + derived;
int& alias = base;
std::string title = "title";
std::vector<int> list{1, 2, 3};
int table[3] = {base, derived};
inline int shared = 9;
constexpr long kBig = 1l << 40;
struct Config {
  static inline int count = 2;
  static const int kMax;
  static std::string name;
};
const int Config::kMax = 50;
std::string Config::name = "config";
int compute() {
  static_assert(kBig > 0);
  return base + fixed;
}
int computed = compute();
int zero;
int* pointer;
int main() {
  alias = 10;
  printf("%d %d %d %d\n", base, derived, hidden, fixed);
  printf("%s %zu %d %d\n", title.c_str(), list.size(), table[1], table[2]);
  printf("%d %ld %d %d %s\n", shared, kBig, Config::count, Config::kMax, Config::name.c_str());
  printf("%d %d %d\n", computed, zero, pointer == nullptr);
  return 0;
}
// expect: 10 8 11 3
// expect: title 3 8 0
// expect: 9 1099511627776 2 50 config
// expect: 7 0 1
