// Loops: for, while, do, range-for, nested, with break and continue, condition declarations, comma, empty parts.
#include <cstdio>
#include <vector>
struct Guard {
  int n;
  explicit Guard(int i) : n(i) {}
  ~Guard() { printf("~%d ", n); }
};
int countdown = 3;
int* next() { return countdown-- > 0 ? &countdown : nullptr; }
std::vector<int> numbers() { return {4, 5, 6}; }
int main() {
  for (int i = 0, j = 10; i < j; i += 3, j--) printf("%d,%d ", i, j);
  printf("\n");
  int n = 0;
  for (;;) {
    if (++n == 2) continue;
    if (n > 4) break;
    printf("%d ", n);
  }
  printf("\n");
  do {
    n--;
    if (n == 3) continue;
    if (n == 1) break;
  } while (n > 0);
  printf("%d\n", n);
  while (int* p = next()) printf("%d ", *p);
  printf("\n");
  for (int i = 0; i < 3; i++) {
    Guard g(i);
    for (int j = 0; j < 3; j++) {
      Guard h(10 + j);
      if (j == 1) break;
      if (i == 1) continue;
      printf("in ");
    }
    if (i == 2) break;
  }
  printf("\n");
  for (int x : numbers()) printf("%d ", x);
  for (int x : {7, 8}) printf("%d ", x);
  for (auto v = numbers(); auto& x : v) printf("%d ", x++);
  printf("\n");
  int outer = 0;
  for (int i = 0; i < 4; i++)
    for (int j = 0; j < 4; j++)
      if (i == j) outer += i * j;
  printf("%d\n", outer);
  unsigned down = 3;
  while (down-- > 0) printf("%u ", down);
  printf("\n");
  for (char c = 'a'; c <= 'e'; ++c) printf("%c", c);
  printf("\n");
  return 0;
}
// expect: 0,10 3,9 6,8
// expect: 1 3 4
// expect: 1
// expect: 2 1 0
// expect: in ~10 ~11 ~0 ~10 ~11 ~1 in ~10 ~11 ~2
// expect: 4 5 6 7 8 4 5 6
// expect: 14
// expect: 2 1 0
// expect: abcde
