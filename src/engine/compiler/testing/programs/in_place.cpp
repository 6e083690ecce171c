// What is made in place: optional, variant, any and pair; values that are taken over, compared and converted.
#include <optional>
#include <variant>
#include <any>
#include <string>
#include <vector>
#include <memory>
#include <unordered_map>
#include <iostream>
#include <utility>
struct Add { int n; };
struct Say { std::string s; };
using Msg = std::variant<Add, Say>;
struct NoMove { int a; int b; NoMove(int x, int y) : a(x), b(y) {} NoMove(const NoMove&) = delete; };
struct Noisy {
  int n;
  Noisy(int k) : n(k) { std::cout << "make " << n << '\n'; }
  Noisy(const Noisy& o) : n(o.n) { std::cout << "copy " << n << '\n'; }
  Noisy(Noisy&& o) noexcept : n(o.n) { o.n = -1; std::cout << "move " << n << '\n'; }
  Noisy& operator=(const Noisy& o) { n = o.n; std::cout << "copy= " << n << '\n'; return *this; }
  Noisy& operator=(Noisy&& o) noexcept { n = o.n; o.n = -1; std::cout << "move= " << n << '\n'; return *this; }
  ~Noisy() { std::cout << "end " << n << '\n'; }
};
std::optional<std::string> find(int i) {
  if (i == 0) return std::nullopt;
  if (i == 1) return {};
  if (i == 2) return "two";
  return std::string("many");
}
int main() {
  std::optional<std::string> s{std::in_place, "abc"};
  std::optional<std::string> s3{std::in_place, 3, 'x'};
  std::optional<std::vector<int>> v{std::in_place, {1, 2, 3}};
  std::optional<NoMove> nm(std::in_place, 1, 2);
  std::cout << *s << *s3 << v->size() << nm->a + nm->b << '\n';
  Msg m{Add{1}};
  std::optional<Msg> r{std::in_place, std::move(m)};
  std::cout << std::get<Add>(*r).n << '\n';
  for (int i = 0; i < 4; ++i) std::cout << find(i).value_or("none") << '\n';
  std::optional<Noisy> a;
  a = Noisy(1);
  a = Noisy(2);
  std::optional<Noisy> b = a;
  b = std::move(a);
  b = std::nullopt;
  b.emplace(7);
  a = {};
  std::cout << a.has_value() << b.has_value() << '\n';
  std::optional<long> wide = std::optional<int>(4);
  std::optional o = 5;
  std::cout << (wide > o) << (o == 5) << (o != std::nullopt) << (std::nullopt == std::optional<int>()) << (o < 6) << (std::optional<int>() < o) << '\n';
  auto u = std::make_optional<std::unique_ptr<int>>(std::make_unique<int>(9));
  std::unique_ptr<int> taken = *std::move(u);
  std::cout << *taken << (*u == nullptr) << '\n';
  auto w = std::make_optional<std::string>(2, 'z');
  std::cout << *w << '\n';
  std::optional<std::pair<int, std::string>> p = std::make_pair(1, "one");
  std::cout << p->first << p->second << '\n';
  std::optional<bool> flag = false;
  if (flag && !*flag) std::cout << "false\n";
  try { std::optional<int>().value(); } catch (const std::bad_optional_access& e) { std::cout << e.what() << '\n'; }
  std::variant<int, std::vector<int>, std::string> va(std::in_place_type<std::vector<int>>, {4, 5});
  std::variant<int, std::string> vb(std::in_place_index<1>, 2, 'q');
  std::any an(std::in_place_type<std::string>, 2, 'k');
  std::any al(std::in_place_type<std::vector<int>>, {1, 2, 3});
  std::cout << std::get<1>(va).size() << std::get<1>(vb) << std::any_cast<std::string>(an) << std::any_cast<std::vector<int>&>(al).size() << '\n';
  va.emplace<std::vector<int>>({7, 8, 9});
  an.emplace<std::vector<int>>({1, 2});
  std::cout << std::get<1>(va).size() << '\n';
  std::unordered_map<std::optional<int>, int> um{{1, 2}, {std::nullopt, 3}};
  std::cout << um[std::nullopt] << um[1] << '\n';
  std::pair<NoMove, NoMove> pp(std::piecewise_construct, std::forward_as_tuple(1, 2), std::forward_as_tuple(3, 4));
  std::cout << pp.second.a << '\n';
}
// expect: abcxxx33
// expect: 1
// expect: none
// expect: none
// expect: two
// expect: many
// expect: make 1
// expect: move 1
// expect: end -1
// expect: make 2
// expect: move= 2
// expect: end -1
// expect: copy 2
// expect: move= 2
// expect: end 2
// expect: make 7
// expect: end -1
// expect: 01
// expect: 011111
// expect: 91
// expect: zz
// expect: 1one
// expect: false
// expect: bad optional access
// expect: 2qqkk3
// expect: 3
// expect: 32
// expect: 3
// expect: end 7
