// Recursion, mutual recursion, deep call chains, recursive structures.
#include <cstdio>
bool odd(int n);
bool even(int n) { return n == 0 ? true : odd(n - 1); }
bool odd(int n) { return n == 0 ? false : even(n - 1); }
long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
int ackermann(int m, int n) {
  if (m == 0) return n + 1;
  if (n == 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}
struct List {
  int v;
  List* next;
};
int sum(const List* l) { return l == nullptr ? 0 : l->v + sum(l->next); }
void hanoi(int n, char a, char b, char c, int& moves) {
  if (n == 0) return;
  hanoi(n - 1, a, c, b, moves);
  moves++;
  hanoi(n - 1, c, b, a, moves);
}
int main() {
  printf("%d %d\n", even(10), odd(7));
  printf("%ld %d\n", fib(12), ackermann(1, 3));
  List c{3, nullptr}, b{2, &c}, a{1, &b};
  printf("%d\n", sum(&a));
  int moves = 0;
  hanoi(5, 'a', 'b', 'c', moves);
  printf("%d\n", moves);
  return 0;
}
// expect: 1 1
// expect: 144 5
// expect: 6
// expect: 31
