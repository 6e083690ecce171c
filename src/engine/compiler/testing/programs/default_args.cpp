// Default arguments, overloads beside them, in constructors and members, using class scope; forward declarations.
#include <cstdio>
#include <string>
int scale(int n, int by = 10);
int later(int);
class Sensor {
 public:
  static constexpr int kDefault = 7;
  enum Mode { slow, fast };
  explicit Sensor(int id = kDefault, Mode mode = fast) : id_(id), mode_(mode) {}
  int read(int times = 2, int base = kOffset) const { return id_ * times + base + (mode_ == fast ? 1000 : 0); }
  int rest(int n = helper()) const { return n; }

 private:
  static int helper() { return 31; }
  static const int kOffset = 100;
  int id_;
  Mode mode_;
};
int scale(int n, int by) { return n * by; }
std::string label(const std::string& a, const std::string& b = "none") { return a + "/" + b; }
int over(int a) { return a; }
int over(int a, int b) { return a + b; }
template <class T> T plus(T a, T b = T(1)) { return a + b; }
int main() {
  printf("%d %d\n", scale(3), scale(3, 4));
  Sensor a;
  Sensor b(2);
  Sensor c(3, Sensor::slow);
  printf("%d %d %d\n", a.read(), b.read(3), c.read(1, 1));
  printf("%d\n", a.rest());
  printf("%s %s\n", label("x").c_str(), label("x", "y").c_str());
  printf("%d %d %d\n", over(1), over(1, 2), plus(4));
  printf("%d\n", later(5));
  return 0;
}
int later(int n) { return n < 0 ? 0 : n + scale(1); }
// expect: 30 12
// expect: 1114 1106 4
// expect: 31
// expect: x/none x/y
// expect: 1 3 5
// expect: 15
