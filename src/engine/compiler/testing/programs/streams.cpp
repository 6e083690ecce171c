// std::cout: text, numbers, characters, bools, strings, endl.
#include <iostream>
#include <string>
struct Point {
  int x, y;
};
std::ostream& operator<<(std::ostream& out, const Point& p) { return out << "(" << p.x << ", " << p.y << ")"; }
int main() {
  std::string s = "string";
  std::cout << "text " << 42 << ' ' << -7l << " " << 8u << " " << s << std::endl;
  std::cout << true << 'c' << "\n";
  std::cout << Point{1, 2} << '\n' << std::flush;
  std::cout << 18446744073709551615ul << " " << sizeof(int) << std::endl;
  const char* p = "pointer";
  std::cout << p << "\n";
  return 0;
}
// expect: text 42 -7 8 string
// expect: 1c
// expect: (1, 2)
// expect: 18446744073709551615 4
// expect: pointer
