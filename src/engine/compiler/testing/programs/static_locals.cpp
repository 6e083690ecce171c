// Static local variables: made once, kept between calls, destroyed at the end; in templates and members.
#include <cstdio>
#include <string>
struct Tracked {
  int n;
  explicit Tracked(int i) : n(i) { printf("+%d\n", n); }
  ~Tracked() { printf("-%d\n", n); }
};
int next() {
  static int n = 10;
  return n++;
}
Tracked& single() {
  static Tracked t(1);
  return t;
}
const std::string& label() {
  static const std::string s = "label";
  return s;
}
template <class T> int count() {
  static int n = 0;
  return ++n;
}
struct Registry {
  static Registry& get() {
    static Registry r;
    return r;
  }
  int items = 0;
};
int started(int k) {
  static int first = k * 2;
  return first;
}
int main() {
  next();
  next();
  printf("%d\n", next());
  printf("before\n");
  single().n++;
  printf("%d\n", single().n);
  printf("%s\n", label().c_str());
  int a = count<int>();
  int b = count<int>();
  int c = count<long>();
  printf("%d %d %d\n", a, b, c);
  Registry::get().items = 4;
  printf("%d\n", Registry::get().items);
  printf("%d ", started(4));
  printf("%d\n", started(9));
  static constexpr int kFixed = 3;
  static const char* names[] = {"x", "y"};
  printf("%d %s\n", kFixed, names[1]);
  return 0;
}
// expect: 12
// expect: before
// expect: +1
// expect: 2
// expect: label
// expect: 1 2 1
// expect: 4
// expect: 8 8
// expect: 3 y
// expect: -2
