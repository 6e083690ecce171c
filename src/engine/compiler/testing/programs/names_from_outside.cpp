// expect: impl 5
// expect: inner 3 4
// expect: 1 a
// expect: 1 0 1
// expect: int 7
// expect: 3 2.5
// expect: 1767225600010 10
// expect: generic:22 1
// expect: (-3,4) 25 5
// expect: 14
// expect: 2 3
// expect: promised twice
// expect: nobody asked 1
// expect: 6 4321 2 two
#include <chrono>
#include <array>
#include <complex>
#include <functional>
#include <set>
#include <future>
#include <iostream>
#include <memory>
#include <numeric>
#include <ranges>
#include <string>
#include <system_error>
#include <unordered_map>
#include <variant>

// Classes defined under a qualified name, defaulted friends, and aggregates whose arguments are deduced.
class Widget {
  struct Impl;
  std::unique_ptr<Impl> impl;

 public:
  Widget();
  ~Widget();
  int value() const;
};
struct Widget::Impl {
  int value = 5;
};
Widget::Widget() : impl(std::make_unique<Impl>()) {}
Widget::~Widget() = default;
int Widget::value() const { return impl->value; }

namespace shapes {
struct Base {
  int n = 3;
};
struct Outer {
  class Inner;
};
}  // namespace shapes
class shapes::Outer::Inner final : public Base {
 public:
  int more() const { return n + 1; }
};

struct Session : std::enable_shared_from_this<Session> {
  int n = 3;
  virtual ~Session() = default;
};
struct Secure : Widget, Session {};
struct Logged : Secure {};

namespace app {
struct Point {
  int x, y;
  friend bool operator==(const Point&, const Point&) = default;
  friend auto operator<=>(const Point&, const Point&) = default;
};
}  // namespace app
template <> struct std::hash<app::Point> {
  size_t operator()(const app::Point& p) const noexcept { return hash<int>{}(p.x) ^ (hash<int>{}(p.y) << 1); }
};

template <class... Fs> struct match : Fs... {
  using Fs::operator()...;
};
template <class A, class B> struct Two {
  A a;
  B b;
};

int main() {
  std::cout << "impl " << Widget().value() << '\n';
  shapes::Outer::Inner inner;
  std::cout << "inner " << inner.n << ' ' << inner.more() << '\n';
  std::unordered_map<app::Point, std::string> names{{{1, 2}, "a"}};
  std::cout << names.size() << ' ' << names.at(app::Point{1, 2}) << '\n';
  std::cout << (app::Point{1, 2} == app::Point{1, 2}) << (app::Point{1, 2} != app::Point{1, 2} ? " 1 " : " 0 ")
            << (app::Point{1, 2} < app::Point{1, 3}) << '\n';
  std::variant<int, std::string> v = 7;
  std::visit(match{[](int n) { std::cout << "int " << n << '\n'; }, [](const std::string& s) { std::cout << s << '\n'; }}, v);
  Two two{3, 2.5};
  std::cout << two.a << ' ' << two.b << '\n';
  std::chrono::nanoseconds since1970(1767225600010000000);
  auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(since1970);
  std::cout << ms.count() << ' ' << (ms % 1000).count() << '\n';
  auto code = std::make_error_code(std::errc::invalid_argument);
  std::cout << code << ' ' << (code == std::errc::invalid_argument) << '\n';
  std::complex<double> z(1, 2);
  z *= z;
  std::cout << z << ' ' << std::norm(z) << ' ' << std::abs(z) << '\n';
  auto odd = std::views::iota(1, 4) | std::views::transform([](int i) { return i * i; });
  std::cout << std::accumulate(odd.begin(), odd.end(), 0) << '\n';
  auto session = std::make_shared<const Logged>();
  auto again = session->shared_from_this();
  std::cout << session.use_count() << ' ' << again->n << '\n';
  try {
    std::promise<int> p;
    p.set_value(1);
    p.set_value(2);
  } catch (const std::future_error& e) {
    if (e.code() == std::future_errc::promise_already_satisfied) std::cout << "promised twice\n";
  }
  auto dropped = std::async(std::launch::deferred, [] { return 1; });
  std::cout << "nobody asked " << (dropped.wait_for(std::chrono::seconds(0)) == std::future_status::deferred) << '\n';
  std::array<int, 3> three{3, 2, 1};
  auto& [x, y, w] = three;
  x += std::get<1>(three) - y;
  std::cout << x + y + w << ' ';
  for (int i : std::views::iota(1, 5) | std::views::reverse) std::cout << i;
  std::set<int> few;
  few.insert({1, 2});
  std::set<std::pair<int, std::string>, std::greater<>> pairs{{1, "one"}, {2, "two"}};
  std::cout << ' ' << few.size() << ' ' << pairs.begin()->second << '\n';
}
