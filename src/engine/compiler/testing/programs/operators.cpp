// Overloaded operators: arithmetic, comparison, compound, increment, index, call, conversion, unary, friends.
#include <cstdio>
struct Vec {
  int x, y;
  Vec operator+(const Vec& o) const { return Vec{x + o.x, y + o.y}; }
  Vec operator-() const { return {-x, -y}; }
  Vec& operator+=(const Vec& o) {
    x += o.x;
    y += o.y;
    return *this;
  }
  bool operator==(const Vec& o) const { return x == o.x && y == o.y; }
  bool operator<(const Vec& o) const { return x < o.x || (x == o.x && y < o.y); }
  int& operator[](int i) { return i == 0 ? x : y; }
  int operator[](int i) const { return i == 0 ? x : y; }
  int operator()(int k) const { return k * (x + y); }
  Vec& operator++() {
    x++;
    return *this;
  }
  Vec operator++(int) {
    Vec old = *this;
    x++;
    return old;
  }
  explicit operator bool() const { return x != 0 || y != 0; }
  friend Vec operator*(int k, const Vec& v) { return {k * v.x, k * v.y}; }
};
Vec operator-(const Vec& a, const Vec& b) { return {a.x - b.x, a.y - b.y}; }
bool operator!(const Vec& v) { return v.x == 0; }
struct Meter {
  int n;
  operator int() const { return n; }
};
struct All {
  int a;
  char b;
  bool operator==(const All&) const = default;
};
enum class Color { red, green };
Color operator|(Color a, Color b) { return static_cast<Color>(static_cast<int>(a) | static_cast<int>(b)); }
int main() {
  Vec a{1, 2}, b{3, 4};
  Vec c = a + b;
  c += a;
  printf("%d %d\n", c.x, c.y);
  Vec n = -c;
  Vec d = c - a;
  printf("%d %d %d %d\n", n.x, n.y, d.x, d.y);
  printf("%d %d %d %d\n", a == b, a != b, a < b, b < a);
  a[1] = 9;
  const Vec& r = a;
  printf("%d %d %d\n", a[0], r[1], a(2));
  Vec before = a++;
  Vec& after = ++a;
  printf("%d %d %d\n", before.x, after.x, a.x);
  Vec m = 3 * b;
  printf("%d %d\n", m.x, m.y);
  if (b) printf("true\n");
  if (!Vec{0, 5}) printf("not\n");
  if (Vec{0, 0}) printf("never\n");
  Meter t{5};
  int twice = t * 2 + t;
  printf("%d %d\n", twice, t > 4);
  All x{1, 'a'}, y{1, 'a'}, z{2, 'a'};
  printf("%d %d %d\n", x == y, x == z, x != z);
  printf("%d\n", static_cast<int>(Color::red | Color::green));
  return 0;
}
// expect: 5 8
// expect: -5 -8 4 6
// expect: 0 1 1 0
// expect: 1 9 20
// expect: 1 3 3
// expect: 9 12
// expect: true
// expect: not
// expect: 15 1
// expect: 1 0 1
// expect: 1
