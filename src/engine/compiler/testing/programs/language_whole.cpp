// expect: running16ABC1.5
// expect: 7x04
// expect: 4
// expect: 552753
// expect: 32
// expect: one
// expect: two
// expect: 60
// expect: 1, two, 3.5, c
// expect: 120
// expect: 2
// expect: 2
// expect: 12
// expect: 3f800000
// expect: 4.5-4.59
// expect: derived1
// expect: 2
// expect: 21
// expect: xyiew1000000531
// expect: 5
// expect: 5
// expect: 148
// expect: 55
// expect: 010 39 68
// expect: end
#include <iostream>
#include <thread>
#include <vector>
#include <mutex>
#include <memory>
#include <type_traits>
#include <string>
#include <functional>
using namespace std::literals;
enum class State : unsigned char { Idle, Running, Done };
constexpr const char* to_string(State s) { using enum State; switch (s) { case Idle: return "idle"; case Running: return "running"; default: return "done"; } }
struct Km { long double v; };
constexpr Km operator""_km(long double x) { return Km{x}; }
constexpr unsigned long long operator"" _sq(unsigned long long x) { return x * x; }
std::string operator""_up(const char* s, size_t n) { std::string r(s, n); for (char& c : r) c = std::toupper(c); return r; }
struct Cfg { int a = 1; std::string b = "x"; bool c{true}; struct { int q = 4; } inner; };
template <typename T> class Guarded {
    T value_; mutable std::mutex m_;
public:
    template <typename... A> explicit Guarded(A&&... a) : value_(std::forward<A>(a)...) {}
    template <typename F> decltype(auto) with(F&& f) { std::lock_guard lock{m_}; return std::invoke(std::forward<F>(f), value_); }
    template <typename F> auto with(F&& f) const { std::lock_guard lock{m_}; return f(value_); }
};
template <int N> struct Fib { static constexpr int value = Fib<N - 1>::value + Fib<N - 2>::value; };
template <> struct Fib<1> { static constexpr int value = 1; }; template <> struct Fib<0> { static constexpr int value = 0; };
consteval int cube(int x) { return x * x * x; }
constinit int counter = 5;
inline int inl = 3;
struct Node { int v; Node* next; };
union Bits { float f; unsigned u; };
class Temp { double d; public: explicit(false) Temp(double x) : d(x) {} operator double() const { return d; } Temp& operator+=(double x) { d += x; return *this; } Temp operator-() const { return Temp(-d); } double operator()(int k) const { return d * k; } };
auto divide(int a, int b) -> std::pair<int, int> { return {a / b, a % b}; }
template <typename... Ts> auto sum(Ts... ts) { return (ts + ... + 0); }
template <typename T, typename... R> void show(const T& t, const R&... r) { std::cout << t; if constexpr (sizeof...(r) > 0) { std::cout << ", "; show(r...); } else std::cout << '\n'; }
struct Base { virtual ~Base() = default; virtual std::string who() const { return "base"; } };
struct Derived final : Base { std::string who() const override { return "derived"; } };
static int next_id() { static int id = 0; return ++id; }
int main(int argc, char* argv[]) {
    std::cout << to_string(State::Running) << 4_sq << "abc"_up << (double)(1.5_km).v << '\n';
    Cfg c{.a = 7, .c = false}; std::cout << c.a << c.b << c.c << c.inner.q << '\n';
    Guarded<std::vector<int>> g(3, 9); g.with([](auto& v) { v.push_back(1); }); std::cout << g.with([](const auto& v) { return v.size(); }) << '\n';
    std::cout << Fib<10>::value << cube(3) << counter << inl << '\n';
    if (auto [q, r] = divide(17, 5); r > 0) std::cout << q << r << '\n';
    switch (int k = argc; k) { case 1: std::cout << "one\n"; [[fallthrough]]; case 2: std::cout << "two\n"; break; default: break; }
    std::cout << sum(1, 2, 3) << sum() << '\n'; show(1, "two", 3.5, 'c');
    auto fact = [](auto&& self, int n) -> int { return n <= 1 ? 1 : n * self(self, n - 1); }; std::cout << fact(fact, 5) << '\n';
    auto counter2 = [n = 0]() mutable { return ++n; }; counter2(); std::cout << counter2() << '\n';
    auto gen = []<typename T>(std::vector<T> const& v) { return v.size(); }; std::cout << gen(std::vector<int>{1, 2}) << '\n';
    Node n2{2, nullptr}, n1{1, &n2}; for (Node* p = &n1; p; p = p->next) std::cout << p->v; std::cout << '\n';
    Bits b; b.f = 1.0f; std::cout << std::hex << b.u << std::dec << '\n';
    Temp t = 3.5; t += 1; std::cout << t << -t << t(2) << '\n';
    std::unique_ptr<Base> p = std::make_unique<Derived>(); std::cout << p->who() << (dynamic_cast<Derived*>(p.get()) != nullptr) << '\n';
    next_id(); std::cout << next_id() << '\n';
    int arr[2][3] = {{1, 2, 3}, {4, 5, 6}}; int total = 0; for (auto& row : arr) for (int x : row) total += x; std::cout << total << '\n';
    std::string s = "x"s + "y"; std::cout << s << "view"sv.substr(1) << 1'000'000 << 0b101 << 0x1F << '\n';
    decltype(auto) ref = (total); ref = 5; std::cout << total << '\n';
    long double ld = 2.5L; std::cout << ld * 2 << '\n';
    std::cout << (argc > 0 && argv[0] != nullptr) << sizeof(int) << alignof(double) << '\n';
    std::function<int(int)> fib = [&fib](int k) { return k < 2 ? k : fib(k - 1) + fib(k - 2); }; std::cout << fib(10) << '\n';
    for (int i = 0, j = 10; i < j; i += 3, --j) std::cout << i << j << ' '; std::cout << '\n';
    goto end; end: std::cout << "end" << std::endl;
}
