// std::format and std::print, as cppreference has them: g++ 12 has neither.
#include <format>
#include <iostream>
#include <iterator>
#include <print>
#include <string>
#include <string_view>
#include <thread>
#include <vector>
using namespace std::chrono_literals;

struct Point {
  int x, y;
};
template <> struct std::formatter<Point> {
  constexpr auto parse(std::format_parse_context& context) { return context.begin(); }
  auto format(const Point& p, std::format_context& context) const { return std::format_to(context.out(), "({}, {})", p.x, p.y); }
};
enum class Level { low, high };
template <> struct std::formatter<Level> : std::formatter<std::string_view> {
  auto format(Level level, std::format_context& context) const {
    return std::formatter<std::string_view>::format(level == Level::low ? "low" : "high", context);
  }
};
template <class... Args> void log(std::format_string<Args...> text, Args&&... args) {
  std::cout << std::format(text, std::forward<Args>(args)...) << '\n';
}

int main() {
  std::cout << std::format("{} {} {} {}\n", 42, 'c', true, "text");
  std::cout << std::format("{1} {0} {{}}\n", "first", std::string("second"));
  std::cout << std::format("[{:5}] [{:<5}] [{:^5}] [{:>5}] [{:*^7}] [{:05}]\n", 42, 42, 42, 42, "ab", -42);
  std::cout << std::format("{:x} {:#x} {:X} {:b} {:#b} {:o} {:+} {:d}\n", 255, 255, 255, 5, 5, 8, 7, 'a');
  std::cout << std::format("{} {} {} {:.2f} {:8.3f} {:e} {:g}\n", 1.5, 0.1, 1e20, 3.14159, 2.5, 12345.678, 0.0001);
  std::cout << std::format("{} {:.3} {:{}} {:.{}f}\n", 100000.0, "abcdef", 7, 4, 1.25, 1);
  std::cout << std::format("{} {} {}\n", 5s, 20ms, std::vector<int>{1, 2, 3});
  std::cout << std::format("{} {:>5} {}\n", Point{1, 2}, Level::high, nullptr);
  std::string out;
  std::format_to(std::back_inserter(out), "{}-{}", 1, 2);
  std::cout << out << ' ' << std::formatted_size("{:3}", 7) << ' ' << std::vformat("{}", std::make_format_args(out)) << '\n';
  try {
    std::cout << std::vformat("{:d}", std::make_format_args("text"));
  } catch (const std::format_error& error) {
    std::cout << "format_error\n";
  }
  log("{}: {}", "log", 3u);
  std::thread([] { std::println("from a thread: {}", std::this_thread::get_id() != std::thread::id()); }).join();
  std::print("{}, ", std::string_view("print"));
  std::println("{:>6}", 1ull);
  std::println();
}
// expect: 42 c true text
// expect: second first {}
// expect: [   42] [42   ] [ 42  ] [   42] [**ab***] [-0042]
// expect: ff 0xff FF 101 0b101 10 +7 97
// expect: 1.5 0.1 1e+20 3.14    2.500 1.234568e+04 0.0001
// expect: 1e+05 abc    7 1.2
// expect: 5s 20ms [1, 2, 3]
// expect: (1, 2)  high 0x0
// expect: 1-2 3 1-2
// expect: format_error
// expect: log: 3
// expect: from a thread: true
// expect: print,      1
// expect:
