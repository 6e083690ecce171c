// What printf answers is how many characters it were; as a statement it is asked by nobody.
// expect: 100
// expect: abc|    7|1.50|x|%
// expect: x12  y
// expect: 7 7
// expect: 8,9,10,11,
// expect: 10
#include <cassert>
#include <cstdio>
int twice(int n) { return std::printf("%d %d\n", n, n); }
int main() {
  int k = std::printf("%d\n", 100);
  assert(k == 4);
  assert(printf("%s|%5d|%.2f|%c|%%\n", "abc", 7, 1.5, 'x') == 19);
  assert(fprintf(stdout, "x%-4uy\n", 12u) == 7);
  if (twice(7) != 4) printf("wrong\n");
  int sum = 0;
  for (int i = 8; i < 12; i++) sum += printf("%d,", i);
  printf("\n%d\n", sum);
}
