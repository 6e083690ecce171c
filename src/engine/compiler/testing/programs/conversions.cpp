// Conversion functions, converting constructors, explicit ones, static_cast, contextual bool.
#include <cstdio>
struct Celsius {
  int degrees;
  Celsius(int d) : degrees(d) {}
};
struct Fahrenheit {
  int degrees;
  explicit Fahrenheit(int d) : degrees(d) {}
  Fahrenheit(Celsius c) : degrees(c.degrees * 9 / 5 + 32) {}
  operator Celsius() const { return Celsius((degrees - 32) * 5 / 9); }
};
struct Handle {
  int* p = nullptr;
  explicit operator bool() const { return p != nullptr; }
  operator int*() const { return p; }
};
int show(Celsius c) { return c.degrees; }
int showRef(const Celsius& c) { return c.degrees + 1; }
struct Text {
  const char* s;
  Text(const char* t) : s(t) {}
};
void say(const Text& t) { printf("%s\n", t.s); }
int pick(int) { return 1; }
int pick(long) { return 2; }
int pick(bool) { return 3; }
int pick(const char*) { return 4; }
int pick(char) { return 5; }
int pick(unsigned) { return 6; }
int main() {
  printf("%d %d\n", show(20), showRef(30));
  Fahrenheit f(212);
  Celsius c = f;
  Fahrenheit g = Celsius(10);
  printf("%d %d\n", c.degrees, g.degrees);
  printf("%d\n", show(Fahrenheit(32)));
  Celsius h = static_cast<Celsius>(f);
  printf("%d\n", h.degrees);
  int n = 3;
  Handle a;
  Handle b{&n};
  printf("%d %d\n", a ? 1 : 0, b ? 1 : 0);
  int* q = b;
  printf("%d %d\n", *q, !a);
  say("hello");
  printf("%d %d %d %d %d %d\n", pick(1), pick(1l), pick(true), pick("x"), pick('c'), pick(1u));
  short s = 2;
  printf("%d\n", pick(s));
  return 0;
}
// expect: 20 31
// expect: 100 50
// expect: 0
// expect: 100
// expect: 0 1
// expect: 3 1
// expect: hello
// expect: 1 2 3 4 5 6
// expect: 1
