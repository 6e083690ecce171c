/* C as people paste it: what C++ would refuse of it is read as C. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <pthread.h>

typedef struct queue queue_t;
struct later *first_of_all;
struct queue {
  int length;
};
struct later {
  queue_t queue;
};
typedef struct node {
  int value;
  struct node *next;
} node;

struct point {
  int x, y;
};

enum color { RED, GREEN = 5 };

typedef enum { IDLE, BUSY = 3 } state_t;
typedef struct {
  state_t state;
  struct {
    int x, y;
  } at;
  unsigned long id;
} machine, *machine_ptr;
state_t states[2];

char *names[] = {"one", "two"};
void *worker();
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int total;

node *push(node *list, int new) {
  node *this = malloc(sizeof(node));
  this->value = new;
  this->next = list;
  return this;
}

twice(int class) { return 2 * class; }

void *worker(int *number) {
  pthread_mutex_lock(&lock);
  total += *number;
  pthread_mutex_unlock(&lock);
  return number;
}

int length(const char *restrict text) {
  int delete = 0;
  while (text[delete]) delete++;
  return delete;
}

int main() {
  node *list = NULL;
  int *numbers = calloc(3, sizeof *numbers), i, *result;
  pthread_t threads[2];
  void *prototyped(void *);
  for (i = 0; i < 3; i++) list = push(list, i);
  for (node *n = list; n; n = n->next) printf("%d ", n->value);
  printf("\n");
  for (i = 0; i < 2; i++) {
    numbers[i] = i + 1;
    pthread_create(&threads[i], NULL, worker, &numbers[i]);
  }
  for (i = 0; i < 2; i++) pthread_join(threads[i], (void **)&result);
  printf("total %d, last %d\n", total, *result);
  struct point p = {.y = 2, .x = 1};
  p = (struct point){.x = p.y, .y = p.x};
  printf("%d %d %d\n", p.x, p.y, twice(21));
  struct later late = {{6}};
  first_of_all = &late;
  machine one = {.state = BUSY, .at.x = 4, .at.y = 5, .id = UINT64_C(1) << 40};
  machine_ptr at = &one;
  states[1] = at->state;
  printf("%d %d %d %d %d %lu\n", first_of_all->queue.length, states[1] == BUSY, IDLE, one.at.x, one.at.y, one.id);
  enum color c = 5;
  char *text = names[1];
  void *anything = text;
  char *again = anything;
  printf("%d %s %d %s\n", c == GREEN, again, length("four"), (char *)prototyped("argument"));
  while (list) {
    node *next = list->next;
    free(list);
    list = next;
  }
  numbers = realloc(numbers, 5 * sizeof(int));
  numbers[4] = 9;
  printf("%d %d\n", numbers[1], numbers[4]);
  free(numbers);
  return 0;
}

void *prototyped(void *template) { return template; }
// expect: 2 1 0
// expect: total 3, last 2
// expect: 2 1 42
// expect: 6 1 0 4 5 1099511627776
// expect: 1 two 4 argument
// expect: 2 9
