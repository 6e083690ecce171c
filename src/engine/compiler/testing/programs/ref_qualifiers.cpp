// Overloads by const, by reference kind, by value category; const methods, const results, mutable members.
#include <cstdio>
#include <utility>
struct Box {
  int n = 1;
  mutable int reads = 0;
  int& get() { return n; }
  const int& get() const {
    reads++;
    return n;
  }
  int kind() & { return 1; }
  int kind() const& { return 2; }
  int kind() && { return 3; }
};
int f(int&) { return 1; }
int f(const int&) { return 2; }
int f(int&&) { return 3; }
int g(const Box&) { return 1; }
int g(Box&&) { return 2; }
int h(Box*) { return 1; }
int h(const Box*) { return 2; }
int k(void*) { return 1; }
int k(bool) { return 2; }
int main() {
  Box b;
  const Box& c = b;
  b.get() = 5;
  int got = c.get();
  printf("%d %d\n", got, b.reads);
  printf("%d %d %d\n", b.kind(), c.kind(), Box().kind());
  int n = 1;
  const int m = 2;
  printf("%d %d %d %d\n", f(n), f(m), f(3), f(std::move(n)));
  printf("%d %d %d\n", g(b), g(Box()), g(std::move(b)));
  printf("%d %d %d\n", h(&b), h(&c), k(&b));
  const int* p = &m;
  int const* const q = p;
  printf("%d %d\n", *p, *q);
  return 0;
}
// expect: 5 1
// expect: 1 2 3
// expect: 1 2 3 3
// expect: 1 2 2
// expect: 1 2 1
// expect: 2 2
