// Constant expressions over arrays, objects, references, pointers and lambdas.
// expect: 24
// expect: 9
// expect: 492567524794hello
// expect: 5
#include <array>
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <string_view>
#include <utility>
#include <tuple>
template <std::size_t N> class conststr { const char* p; public: constexpr conststr(const char (&a)[N]) : p(a) {} constexpr char operator[](std::size_t n) const { return n < N ? p[n] : throw std::out_of_range(""); } constexpr std::size_t size() const { return N - 1; } };
class str { const char* p; std::size_t sz; public: template <std::size_t N> constexpr str(const char (&a)[N]) : p(a), sz(N - 1) {} constexpr char operator[](std::size_t n) const { return n < sz ? p[n] : throw std::out_of_range(""); } constexpr std::size_t size() const { return sz; } };
constexpr std::size_t countlower(str s, std::size_t n = 0, std::size_t c = 0) { return n == s.size() ? c : s[n] >= 'a' && s[n] <= 'z' ? countlower(s, n + 1, c + 1) : countlower(s, n + 1, c); }
template <int n> struct constN { constN() { std::cout << n << '\n'; } };
constexpr int fact(int n) { return n <= 1 ? 1 : n * fact(n - 1); }
constexpr bool is_prime(unsigned n) { if (n < 2) return false; for (unsigned i = 2; i * i <= n; ++i) if (n % i == 0) return false; return true; }
template <std::size_t... I> constexpr std::array<int, sizeof...(I)> squares(std::index_sequence<I...>) { return {{(int(I) * int(I))...}}; }
constexpr auto sq = squares(std::make_index_sequence<5>{});
struct Node { int v; const Node* next; };
constexpr Node n2{2, nullptr}, n1{1, &n2};
constexpr int total(const Node* n) { int s = 0; while (n) { s += n->v; n = n->next; } return s; }
constexpr std::array<std::uint32_t, 4> crc = [] { std::array<std::uint32_t, 4> t{}; for (std::uint32_t i = 0; i < t.size(); ++i) { std::uint32_t c = i; for (int k = 0; k < 8; ++k) c = c & 1 ? 0xEDB88320u ^ (c >> 1) : c >> 1; t[i] = c; } return t; }();
enum class Op { add, mul }; constexpr int apply(Op o, int a, int b) { switch (o) { case Op::add: return a + b; case Op::mul: return a * b; } return 0; }
constexpr std::pair<int, double> pr{3, 2.5}; constexpr std::tuple<int, char> tp{7, 'x'};
constexpr std::string_view sv = "hello"; static_assert(sv.size() == 5 && sv[1] == 'e' && sv.find('l') == 2);
constexpr double avg(const std::array<int, 3>& a) { double s = 0; for (auto x : a) s += x; return s / a.size(); }
consteval int sq2(int x) { return x * x; }
static_assert(sq[3] == 9 && total(&n1) == 3 && crc[1] == 0x77073096u && apply(Op::mul, 3, 4) == 12 && pr.second > 2 && std::get<0>(tp) == 7);
static_assert(avg({1, 2, 3}) == 2.0); static_assert(std::max({1, 5, 3}) == 5); static_assert(is_prime(97) && !is_prime(91));
constexpr int sorted() { std::array<int, 4> a{4, 2, 3, 1}; for (int i = 0; i < 4; ++i) for (int j = i + 1; j < 4; ++j) if (a[j] < a[i]) std::swap(a[i], a[j]); return a[0] * 1000 + a[1] * 100 + a[2] * 10 + a[3]; }
static_assert(sorted() == 1234);
int main() {
  constN<fact(4)> o1;
  constN<countlower("Hello, world!")> o2;
  int arr[sq[2]];
  std::array<int, sq2(3)> z{};
  std::cout << sizeof(arr) / sizeof(int) << z.size() << crc[3] << sv << "\n";
  constexpr auto add = [](int a, int b) { return a + b; };
  static_assert(add(1, 2) == 3);
  std::array<int, add(2, 3)> w{};
  std::cout << w.size() << "\n";
}
