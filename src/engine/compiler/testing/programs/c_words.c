// Words of C++ and of C23 as names of C, _Generic, parameters of before 1989, and what has another type or size in C.
// expect: 4 1 2 9
// expect: int double string other
// expect: chosen for 3 and 2.5
// expect: 3 130
// expect: 20 5 4 6 4 01234
// expect: 3 b 97
// expect: on
#include <stdio.h>
#include <string.h>

typedef enum { false, true } bool;
struct node {
  int class;
  struct node *this;
  int new, delete, template;
};
static int virtual(int explicit) { return explicit + 1; }

#define type_name(x) _Generic((x), int: "int", double: "double", char *: "string", default: "other")
#define show(x) _Generic((x), int: show_int, double: show_double)(x)
static void show_int(int i) { printf("chosen for %d", i); }
static void show_double(double d) { printf(" and %.1f\n", d); }

int add(a, b)
int a;
int b;
{
  return a + b;
}
int twice(p)
char *p;
{
  return p[0] * 2;
}

static void scale(int a[static 2], const int n) {
  for (int i = 0; i < n; i++) a[i] *= 2;
}

int main(void) {
  bool friend = true;
  struct node n = {9, 0, 1, 2, 0};
  n.this = &n;
  int nullptr = n.new;
  printf("%d %d %d %d\n", virtual(3), nullptr, n.this->delete, n.class);
  printf("%s %s %s %s\n", type_name(1), type_name(2.0), type_name("a"), type_name('c' + 0L));
  show(3);
  show(2.5);
  printf("%d %d\n", add(1, 2), twice("A"));

  int count = 5;
  int items[count];
  char text[count + 1];
  memset(items, 0, sizeof items);
  snprintf(text, sizeof text, "0123456789");
  printf("%zu %zu %zu %zu %zu %s\n", sizeof items, sizeof(items) / sizeof(items[0]), sizeof 'x', sizeof "hello", sizeof("ab" "c"), text);

  int pair[] = {1, 3};
  scale(pair, 1);
  printf("%d %c %d\n", 1 [pair], "abc"[1], 'a');
  if (friend) printf("on\n");
  return false;
}
