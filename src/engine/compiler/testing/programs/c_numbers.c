// Numbers in C: formats of sized integers, numbers in texts, sorted arrays.
// expect: -5 7 ff 255
// expect: 12 ab 3.5 3
// expect: 10 -3 x y
// expect: 2 7 1
// expect: 34 1 9223372036854775807
// expect: 1 inf nan
// expect: 1 2 3 5 8
// expect: 3 absent
// expect: 3 3 1
// expect: lo 0.75 2
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int ascending(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
static double applied(double (*f)(double), double x) { return f(x); }

int main(void) {
  int64_t small = -5;
  uint64_t large = 7;
  printf("%" PRId64 " %" PRIu64 " %" PRIx32 " %d\n", small, large, 255u, UCHAR_MAX);

  int n = 0;
  char word[10];
  double part = 0;
  int read = sscanf("12 ab 3.5", "%d %9s %lf", &n, word, &part);
  printf("%d %s %.1f %d\n", n, word, part, read);
  long l = 0;
  char a, b;
  sscanf("x=10,y=-3;xy", "x=%d,y=%ld;%c%c", &n, &l, &a, &b);
  printf("%d %ld %c %c\n", n, l, a, b);
  char key[8], rest[8];
  int used = 0;
  read = sscanf("key:value", "%7[^:]:%*3s%7[a-z]%n", key, rest, &used);
  printf("%d %d %d\n", read, used - 2, strcmp(rest, "ue") == 0);

  errno = 0;
  long most = strtol("99999999999999999999", NULL, 10);
  printf("%d %d %ld\n", errno, most == LONG_MAX, most);
  printf("%d %.0f %.0f\n", isnan(strtod("nan", NULL)) != 0, strtod("-Infinity", NULL) * -1, fabs(strtod("nan", NULL)));

  int items[] = {5, 3, 8, 1, 2};
  qsort(items, 5, sizeof items[0], ascending);
  for (int i = 0; i < 5; i++) printf("%d%s", items[i], i < 4 ? " " : "\n");
  int wanted = 5, missing = 4;
  int *found = bsearch(&wanted, items, 5, sizeof(int), ascending);
  printf("%td %s\n", found - items, bsearch(&missing, items, 5, sizeof(int), ascending) ? "there" : "absent");
  printf("%d %.0f %d\n", abs(-3), applied(sqrt, 9.0), isfinite(1.0) != 0);
  int power = 0;
  double fraction = frexp(3.0, &power);
  printf("%s %.2f %d\n", strpbrk("hello", "l") + 1, fraction, power);
  return 0;
}
