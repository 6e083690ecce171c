// Streams: manipulators and what they leave set, widths, string streams, a stream in one piece, reading words and numbers.
#include <atomic>
#include <chrono>
#include <iomanip>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <syncstream>
#include <thread>
struct Point {
  int x, y;
  friend std::ostream& operator<<(std::ostream& out, const Point& p) { return out << '(' << p.x << ", " << p.y << ')'; }
};
int main() {
  std::cout << std::boolalpha << true << ' ' << false << std::noboolalpha << ' ' << true << '\n';
  std::cout << std::hex << 255 << ' ' << std::showbase << 255 << ' ' << std::uppercase << 0xab << std::nouppercase << std::oct << ' ' << 8
            << std::noshowbase << std::dec << ' ' << 10 << '\n';
  std::cout << '[' << std::setw(5) << 42 << "] [" << std::left << std::setw(6) << "ab" << "] [" << std::right << std::setfill('*')
            << std::setw(4) << 'c' << "] [" << std::setfill('0') << std::setw(3) << 7 << "]\n"
            << std::setfill(' ');
  std::cout << std::showpos << 5 << ' ' << -5 << std::noshowpos << ' ' << std::internal << std::setw(6) << -42 << std::right << '\n';
  std::cout << 1.5 << ' ' << std::fixed << std::setprecision(2) << 3.14159 << ' ' << 2.0 << std::defaultfloat << ' ' << 1e10 << '\n';
  std::cout << std::setw(8) << Point{1, 2} << '|' << std::string("s") << '|' << std::string_view("view", 2) << '\n';
  std::cout.width(4);
  std::cout << 1 << std::endl;
  std::ostringstream out;
  out << "n=" << 12 << ' ' << std::hex << 255 << std::dec << ' ' << std::setw(4) << 'x' << ' ' << true << ' ' << 2.5;
  std::cout << out.str() << ' ' << out.str().size() << '\n';
  out.str("");
  out << Point{3, 4};
  std::cout << out.str() << '\n';
  std::istringstream in("12 word -7\nnext line\n");
  int a = 0, b = 0;
  std::string w, line;
  in >> a >> w >> b;
  std::getline(in, line);
  std::getline(in, line);
  std::cout << a << w << b << '|' << line << '|' << bool(in) << '\n';
  std::stringstream both;
  both << 1 << ' ' << 2;
  int sum = 0;
  for (int n = 0; both >> n;) sum += n;
  std::cout << sum << '\n';
  std::thread t([] { std::osyncstream(std::cout) << "from " << std::setw(3) << 1 << '\n'; });
  t.join();
  std::atomic<int> n{7};
  std::atomic<bool> flag{true};
  std::cout << n << ' ' << flag << ' ' << static_cast<const void*>(nullptr) << ' ' << std::unique_ptr<int>() << '\n';
  std::cerr << "";
  std::clog << std::flush;
  int unread = 5;
  std::cout << bool(std::cin >> unread) << '\n';
}
// expect: true false 1
// expect: ff 0xff 0XAB 010 10
// expect: [   42] [ab    ] [***c] [007]
// expect: +5 -5 -   42
// expect: 1.5 3.14 2.00 1e+10
// expect:        (1, 2)|s|vi
// expect:    1
// expect: n=12 ff    x 1 2.5 18
// expect: (3, 4)
// expect: 12word-7|next line|1
// expect: 3
// expect: from   1
// expect: 7 1 0 0
// expect: 0
