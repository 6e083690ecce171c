// expect: 2
// expect: 01
// expect: hi
// expect: hi
// expect: 1
// expect: 6 2
// expect: 12
// expect: 1 3 4 5 8 21
// expect: 1
// expect: ~Cycle
// expect: ~Cycle
// expect: 521
// expect: 2
// expect: 5
// expect: 111
// expect: #ab**!24b**!
// expect: ...
// expect: ..#
// expect: 13
// expect: del 7
// expect: del 6
#include <iostream>
#include <memory>
#include <vector>
#include <string>
#include <map>
#include <functional>
#include <typeinfo>
#include <cassert>
template <class Derived> struct Counter { static inline int count = 0; Counter() { ++count; } ~Counter() { --count; } };
struct Widget : Counter<Widget> { int x; explicit Widget(int v) : x(v) {} };
class Singleton { static std::unique_ptr<Singleton> inst; Singleton() = default; public: static Singleton& get() { if (!inst) inst.reset(new Singleton); return *inst; } int v = 1; };
std::unique_ptr<Singleton> Singleton::inst;
class Command { public: virtual ~Command() = default; virtual void execute() = 0; virtual std::unique_ptr<Command> clone() const = 0; };
class Print : public Command { std::string s; public: Print(std::string t) : s(std::move(t)) {} void execute() override { std::cout << s << '\n'; } std::unique_ptr<Command> clone() const override { return std::make_unique<Print>(*this); } };
class Factory { std::map<std::string, std::function<std::unique_ptr<Command>(const std::string&)>> makers; public: void reg(const std::string& n, std::function<std::unique_ptr<Command>(const std::string&)> f) { makers.emplace(n, std::move(f)); } std::unique_ptr<Command> make(const std::string& n, const std::string& a) const { auto it = makers.find(n); return it == makers.end() ? nullptr : it->second(a); } };
class Matrix { size_t r, c; std::vector<double> d; public: Matrix(size_t r, size_t c, double v = 0) : r(r), c(c), d(r * c, v) {} double& operator()(size_t i, size_t j) { return d[i * c + j]; } double operator()(size_t i, size_t j) const { return d.at(i * c + j); } friend Matrix operator*(const Matrix& a, const Matrix& b) { Matrix m(a.r, b.c); for (size_t i = 0; i < a.r; ++i) for (size_t j = 0; j < b.c; ++j) for (size_t k = 0; k < a.c; ++k) m(i, j) += a(i, k) * b(k, j); return m; } };
template <class T> class Iter { T* p; public: using value_type = T; using difference_type = std::ptrdiff_t; using pointer = T*; using reference = T&; using iterator_category = std::forward_iterator_tag; explicit Iter(T* q) : p(q) {} T& operator*() const { return *p; } Iter& operator++() { ++p; return *this; } Iter operator++(int) { Iter t = *this; ++p; return t; } bool operator!=(const Iter& o) const { return p != o.p; } bool operator==(const Iter& o) const { return p == o.p; } };
template <class T, size_t N> class Ring { T a[N]{}; size_t h = 0, n = 0; public: void push(const T& t) { a[(h + n++) % N] = t; } Iter<T> begin() { return Iter<T>(a); } Iter<T> end() { return Iter<T>(a + n); } };
struct Tree { int v; std::unique_ptr<Tree> l, r; Tree(int x) : v(x) {} void insert(int x) { auto& s = x < v ? l : r; if (s) s->insert(x); else s = std::make_unique<Tree>(x); } template <class F> void walk(F&& f) const { if (l) l->walk(f); f(v); if (r) r->walk(f); } };
struct Cycle { std::shared_ptr<Cycle> next; std::weak_ptr<Cycle> prev; ~Cycle() { std::cout << "~Cycle\n"; } };
namespace app::detail { inline namespace v1 { int helper(int x = 4) { return x + 1; } } }
namespace ad = app::detail;
int main() {
    { Widget a(1), b(2); std::cout << Widget::count << '\n'; } std::cout << Widget::count << Singleton::get().v << '\n';
    Factory f; f.reg("print", [](const std::string& s) { return std::make_unique<Print>(s); }); auto c = f.make("print", "hi"); c->execute(); c->clone()->execute(); std::cout << (f.make("no", "") == nullptr) << '\n';
    Matrix m(2, 2, 1.0); m(0, 1) = 3; Matrix k = m * m; std::cout << k(0, 1) << ' ' << k(1, 0) << '\n';
    Ring<int, 4> r; r.push(1); r.push(2); for (int x : r) std::cout << x; std::cout << '\n';
    Tree t(5); for (int x : {3, 8, 1, 4}) t.insert(x); int sum = 0; t.walk([&](int v) { std::cout << v << ' '; sum += v; }); std::cout << sum << '\n';
    { auto x = std::make_shared<Cycle>(); x->next = std::make_shared<Cycle>(); x->next->prev = x; std::cout << x.use_count() << '\n'; }
    std::cout << ad::helper() << app::detail::v1::helper(1) << (typeid(*c) == typeid(Print)) << '\n';
    std::shared_ptr<int> arr(new int[3]{1, 2, 3}, std::default_delete<int[]>()); std::cout << arr.get()[1] << '\n'; std::shared_ptr<int[]> sa(new int[2]{4, 5}); std::cout << sa[1] << '\n';
    auto del = [](Widget* w) { std::cout << "del " << w->x << '\n'; delete w; }; std::unique_ptr<Widget, decltype(del)> uw(new Widget(6), del); std::shared_ptr<Widget> sw(new Widget(7), del);
    int x = 10; int* p = &x; int** pp = &p; **pp = 11; const int& cr = x; std::cout << cr << (p == *pp) << '\n'; std::string s(3, '*'); s.insert(1, "ab").append("!").replace(0, 1, "#"); std::cout << s << s.find("b") << s.rfind('*') << s.substr(2) << '\n';
    std::vector<std::vector<char>> g(2, std::vector<char>(3, '.')); g[1][2] = '#'; for (auto& row : g) { for (char ch : row) std::cout << ch; std::cout << '\n'; } std::vector<bool> flags(3); flags[1] = true; std::cout << flags[1] << flags.size() << '\n';
}
