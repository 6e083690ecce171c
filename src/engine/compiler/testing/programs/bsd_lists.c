// The lists of <sys/queue.h>; a struct that another one mentions first; a variable in its own initialiser.
// expect: 1 1
// expect: 0 1 2 2 1 8
#include <stdio.h>
#include <stdlib.h>
#include <pthread.h>
#include <sys/queue.h>
struct entry { int v; STAILQ_ENTRY(entry) entries; };
STAILQ_HEAD(stailhead, entry) head = STAILQ_HEAD_INITIALIZER(head);
LIST_HEAD(lh, item) lhead; struct item { int k; LIST_ENTRY(item) link; };
TAILQ_HEAD(th, titem) thead; struct titem { int k; TAILQ_ENTRY(titem) link; };
struct chain { struct chain *next, *prev; };
#define CHAIN_INIT(name) { &(name), &(name) }
static struct chain queue = CHAIN_INIT(queue);
void *self = &self;
int main(void) {
  printf("%d %d\n", queue.next == &queue && queue.prev == &queue, self == &self);
  STAILQ_INIT(&head);
  for (int i = 0; i < 3; i++) { struct entry *e = malloc(sizeof *e);
  e->v = i;
  STAILQ_INSERT_TAIL(&head, e, entries); } struct entry *e;
  STAILQ_FOREACH(e, &head, entries) printf("%d ", e->v);
  while (!STAILQ_EMPTY(&head)) { e = STAILQ_FIRST(&head);
  STAILQ_REMOVE_HEAD(&head, entries);
  free(e);
}
 LIST_INIT(&lhead);
  struct item a = {1}, b = {2};
  LIST_INSERT_HEAD(&lhead, &a, link);
  LIST_INSERT_HEAD(&lhead, &b, link);
  struct item *it;
  LIST_FOREACH(it, &lhead, link) printf("%d ", it->k);
  TAILQ_INIT(&thead);
  struct titem x = {7}, y = {8};
  TAILQ_INSERT_TAIL(&thead, &x, link);
  TAILQ_INSERT_TAIL(&thead, &y, link);
  TAILQ_REMOVE(&thead, &x, link);
  struct titem *t;
  TAILQ_FOREACH(t, &thead, link) printf("%d\n", t->k);
  return 0;
}
