// expect: 6 4 1 7 5
// expect: 9 2
#include <cstdio>

// Variables and functions of the name of a class hide it: behind struct it is found all the same ([basic.scope.hiding]).
struct point {
  int x;
  point(int n) : x(n) {}
  int get() const { return x; }
};
enum colour { RED, GREEN };
point make(int n) { return point(n); }
int twice(struct point p) {
  struct point q = p;
  return q.get() * 2;
}
struct point point(3);
enum colour colour = GREEN;
struct node {
  struct node* next;
  int value;
} node;
int stat(const char*) { return 1; }
struct stat {
  int n;
};

int main() {
  struct stat s{4};
  node.next = &node;
  node.value = 7;
  struct node* p = node.next;
  std::printf("%d %d %d %d %d\n", twice(point), make(4).get(), colour == GREEN, p->value, stat("x") + s.n);
  struct node node = {nullptr, 9};
  enum colour colour = RED;
  std::printf("%d %d\n", node.value, colour + 2);
}
