// expect: 1 2
// expect: 3 4
// expect: 5 8 2
// expect: 0 4 5
// expect: zero one 2
// expect: 0 1 2 5
// expect: 6 6 7 9
// expect: 3 20 7
// expect: low high none
// expect: 33 4
// expect: 5 8
#include <pthread.h>
#include <stdio.h>
#include <threads.h>

// Initialisers that say what they are for, objects without names, and words of C++ as names.
struct point { int x, y; };
struct line { struct point from, to; int weights[4]; };
struct list { int delete; int new; struct list *this; };
enum { RED, GREEN, BLUE, COLOURS };

static const char *names[] = {[1] = "one", [0] = "zero"};
static int table[8] = {[2] = 5, [4] = 7, 8};
static int costs[COLOURS + 1] = {[RED ... GREEN] = 6, [BLUE] = 7, 9};
static struct point *global = &(struct point){.y = 20, .x = 3};
static struct line line = {.weights[2] = 7, .from.x = 3, .to = {1, 2}};

static void show(const struct point *p) { printf("%d %d\n", p->x, p->y); }
static const char *kind(int n) {
  switch (n) {
    case 0 ... 3: return "low";
    case 4 ... 9: return "high";
    default: return "none";
  }
}
static int worker(void *argument) {
  struct point *p = argument;
  thrd_exit(p->x + p->y);
}
static int template = 1, class = 2, namespace = 3, operator= 4, catch = 5, try = 6, and = 12;
static int delete(int virtual) { return virtual * operator; }

int main(void) {
  show(&(struct point){1, 2});
  struct point *p = &(struct point){.y = 4, .x = 3};
  show(p);
  printf("%d %d %zu\n", table[2], table[5], sizeof names / sizeof names[0]);
  int *values = (int[]){[3] = 4, 5};
  printf("%d %d %d\n", values[0], values[3], values[4]);
  printf("%s %s %d\n", names[0], names[1], (int)(sizeof names / sizeof *names));
  int grid[2][3] = {[0] = {0, 1, 2}, [1][1] = 5};
  printf("%d %d %d %d\n", grid[0][0], grid[0][1], grid[0][2], grid[1][1]);
  printf("%d %d %d %d\n", costs[0], costs[1], costs[2], costs[3]);
  printf("%d %d %d\n", line.from.x, global->y, line.weights[2]);
  printf("%s %s %s\n", kind(2), kind(4), kind(10));
  struct list l = {.delete = 1, .new = 2};
  struct list *this = l.this = &l;
  printf("%d %d\n", this->this->delete + template + class + namespace + catch + try + and + l.new + 1, delete(1));
  thrd_t t;
  int result;
  thrd_create(&t, worker, &(struct point){3, 2});
  thrd_join(t, &result);
  printf("%d %d\n", result, (struct point){8, 9}.x);
}
