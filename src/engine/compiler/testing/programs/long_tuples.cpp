// expect: 1 2.5 c s 5 6 seven
// expect: seven 2.5 7
// expect: 7 2 three
// expect: 123ab
// expect: out 1
#include <atomic>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>

struct Point {
  int x;
};
std::ostream& operator<<(std::ostream& out, const Point& p) { return out << p.x; }

int main() {
  auto items = std::make_tuple(1, 2.5, 'c', "s", 5L, 6u, std::string("seven"));
  auto [a, b, c, d, e, f, g] = items;
  std::cout << a << ' ' << b << ' ' << c << ' ' << d << ' ' << e << ' ' << f << ' ' << g << '\n';
  std::cout << std::get<6>(items) << ' ' << std::get<double>(items) << ' ' << std::tuple_size_v<decltype(items)> << '\n';
  // What can be neither copied nor moved is made in its place.
  std::pair<int, std::atomic<int>> pair(std::piecewise_construct, std::forward_as_tuple(7), std::forward_as_tuple(2));
  std::map<int, std::string> texts;
  texts.emplace(std::piecewise_construct, std::forward_as_tuple(3), std::forward_as_tuple("three"));
  std::cout << pair.first << ' ' << pair.second << ' ' << texts[3] << '\n';
  // A list that is a variable keeps its items.
  auto numbers = {1, 2, 3};
  const auto letters = {"a", "b"};
  for (int n : numbers) std::cout << n;
  for (auto l : letters) std::cout << l;
  std::cout << '\n';
  // A temporary stream takes what another takes.
  std::ostringstream text;
  std::move(text) << std::string("out ") << Point{1};
  std::cout << text.str() << "\n";
}
