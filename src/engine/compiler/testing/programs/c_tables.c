// Tables of functions, flexible array members, bit-fields, lists: C as it is written.
// expect: hey 3
// expect: close 3
// expect: 5 6 16
// expect: 3
// expect: 5 17 8
// expect: str
// expect: 1099511627776 10000000000 10 1.234568e+04 0.0001   3.1|42   |00042
// expect: 3 4
// expect: xy
// expect: abczz 5 0
// expect: 4294967295 -56
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <pthread.h>
struct buf { int n; char data[]; };
struct ops { int (*open)(const char *, int); void (*close)(int); } ;
static int my_open(const char *p, int f) { return (int)strlen(p) + f; } static void my_close(int fd) { printf("close %d\n", fd); }
static const struct ops o = { .open = my_open, .close = my_close };
typedef int (*binop)(int, int); static int add(int a, int b) { return a + b; } static int mul(int a, int b) { return a * b; }
static binop table[] = { ['+'] = add, ['*'] = mul };
extern int later; int later = 4; static inline int sq(int x) { return x * x; }
int (*get(char c))(int, int) { return table[(int)c]; }
struct list { int v; struct list *next; }; static struct list *cons(int v, struct list *n) { struct list *l = malloc(sizeof *l); return l->v = v, l->next = n, l; }
enum { MAX = 1 << 3, MIN = -1 }; static int arr[MAX]; typedef unsigned char byte; typedef struct { unsigned a : 3, b : 5; } bits;
void each(struct list *l, void (*f)(int, void *), void *ctx) { for (; l; l = l->next) f(l->v, ctx); } static void addto(int v, void *ctx) { *(int *)ctx += v; }
int main(int argc, char *argv[]) {
  struct buf *b = malloc(sizeof(struct buf) + 8);
  b->n = 3;
  strcpy(b->data, "hey");
  printf("%s %d\n", b->data, o.open("ab", 1));
  o.close(3);
  free(b);
  printf("%d %d %d\n", get('+')(2, 3), table['*'](2, 3), sq(later));
  struct list *l = cons(1, cons(2, NULL));
  int s = 0;
  each(l, addto, &s);
  printf("%d\n", s);
  while (l) { struct list *n = l->next;
  free(l);
  l = n; } bits x = { 5, 17 };
  printf("%u %u %d\n", x.a, x.b, MAX);
  char *p = "str", c;
  while ((c = *p++)) putchar(c);
  putchar('\n');
  int i = 5;
  i = i++ + 1;
  long big = 1L << 40;
  printf("%ld %lx %o %e %g %5.1f|%-5d|%05d\n", big, big, 8, 12345.678, 0.0001, 3.14159, 42, 42);
  int m[2][2] = {{1, 2}, {3, 4}};
  int (*pm)[2] = m;
  printf("%d %d\n", pm[1][0], *(*(m + 1) + 1));
  const char *const q[] = {"x", "y", NULL};
  for (const char *const *it = q; *it; it++) printf("%s", *it);
  printf("\n");
  char line[20] = {0};
  memcpy(line, "abc", 3);
  memset(line + 3, 'z', 2);
  printf("%s %zu %d\n", line, strlen(line), strcmp(line, "abczz"));
  if (argc > 1) return atoi(argv[1]);
  unsigned u = -1;
  printf("%u %d\n", u, (int)(char)200);
  return arr[0]; }
