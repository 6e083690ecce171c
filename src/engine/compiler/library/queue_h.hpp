// <sys/queue.h>: the lists of BSD, as macros over the members of a program's own structs.
#define __QUEUE_HEAD(name, type) struct name { struct type *first; struct type **last; }
#define __QUEUE_ENTRY(type) struct { struct type *next; }
#define __QUEUE_INIT(head) do { (head)->first = NULL; (head)->last = &(head)->first; } while (0)
#define __QUEUE_INSERT_HEAD(head, elm, field) do { \
    if (((elm)->field.next = (head)->first) == NULL) (head)->last = &(elm)->field.next; \
    (head)->first = (elm); \
  } while (0)
#define __QUEUE_INSERT_TAIL(head, elm, field) do { \
    (elm)->field.next = NULL; \
    *(head)->last = (elm); \
    (head)->last = &(elm)->field.next; \
  } while (0)
#define __QUEUE_REMOVE_HEAD(head, field) do { \
    if (((head)->first = (head)->first->field.next) == NULL) (head)->last = &(head)->first; \
  } while (0)
#define __QUEUE_FOREACH(var, head, field) for ((var) = (head)->first; (var) != NULL; (var) = (var)->field.next)
#define STAILQ_HEAD(name, type) __QUEUE_HEAD(name, type)
#define STAILQ_HEAD_INITIALIZER(head) { NULL, &(head).first }
#define STAILQ_ENTRY(type) __QUEUE_ENTRY(type)
#define STAILQ_INIT(head) __QUEUE_INIT(head)
#define STAILQ_INSERT_HEAD(head, elm, field) __QUEUE_INSERT_HEAD(head, elm, field)
#define STAILQ_INSERT_TAIL(head, elm, field) __QUEUE_INSERT_TAIL(head, elm, field)
#define STAILQ_REMOVE_HEAD(head, field) __QUEUE_REMOVE_HEAD(head, field)
#define STAILQ_FOREACH(var, head, field) __QUEUE_FOREACH(var, head, field)
#define STAILQ_EMPTY(head) ((head)->first == NULL)
#define STAILQ_FIRST(head) ((head)->first)
#define STAILQ_NEXT(elm, field) ((elm)->field.next)
#define SIMPLEQ_HEAD(name, type) __QUEUE_HEAD(name, type)
#define SIMPLEQ_HEAD_INITIALIZER(head) { NULL, &(head).first }
#define SIMPLEQ_ENTRY(type) __QUEUE_ENTRY(type)
#define SIMPLEQ_INIT(head) __QUEUE_INIT(head)
#define SIMPLEQ_INSERT_HEAD(head, elm, field) __QUEUE_INSERT_HEAD(head, elm, field)
#define SIMPLEQ_INSERT_TAIL(head, elm, field) __QUEUE_INSERT_TAIL(head, elm, field)
#define SIMPLEQ_REMOVE_HEAD(head, field) __QUEUE_REMOVE_HEAD(head, field)
#define SIMPLEQ_FOREACH(var, head, field) __QUEUE_FOREACH(var, head, field)
#define SIMPLEQ_EMPTY(head) ((head)->first == NULL)
#define SIMPLEQ_FIRST(head) ((head)->first)
#define SLIST_HEAD(name, type) struct name { struct type *first; }
#define SLIST_HEAD_INITIALIZER(head) { NULL }
#define SLIST_ENTRY(type) __QUEUE_ENTRY(type)
#define SLIST_INIT(head) do { (head)->first = NULL; } while (0)
#define SLIST_INSERT_HEAD(head, elm, field) do { (elm)->field.next = (head)->first; (head)->first = (elm); } while (0)
#define SLIST_REMOVE_HEAD(head, field) do { (head)->first = (head)->first->field.next; } while (0)
#define SLIST_FOREACH(var, head, field) __QUEUE_FOREACH(var, head, field)
#define SLIST_EMPTY(head) ((head)->first == NULL)
#define SLIST_FIRST(head) ((head)->first)
#define SLIST_NEXT(elm, field) ((elm)->field.next)
#define LIST_HEAD(name, type) struct name { struct type *first; }
#define LIST_HEAD_INITIALIZER(head) { NULL }
#define LIST_ENTRY(type) struct { struct type *next; struct type **before; }
#define LIST_INIT(head) do { (head)->first = NULL; } while (0)
#define LIST_INSERT_HEAD(head, elm, field) do { \
    if (((elm)->field.next = (head)->first) != NULL) (head)->first->field.before = &(elm)->field.next; \
    (head)->first = (elm); \
    (elm)->field.before = &(head)->first; \
  } while (0)
#define LIST_REMOVE(elm, field) do { \
    if ((elm)->field.next != NULL) (elm)->field.next->field.before = (elm)->field.before; \
    *(elm)->field.before = (elm)->field.next; \
  } while (0)
#define LIST_FOREACH(var, head, field) __QUEUE_FOREACH(var, head, field)
#define LIST_EMPTY(head) ((head)->first == NULL)
#define LIST_FIRST(head) ((head)->first)
#define LIST_NEXT(elm, field) ((elm)->field.next)
#define TAILQ_HEAD(name, type) __QUEUE_HEAD(name, type)
#define TAILQ_HEAD_INITIALIZER(head) { NULL, &(head).first }
#define TAILQ_ENTRY(type) struct { struct type *next; struct type **before; }
#define TAILQ_INIT(head) __QUEUE_INIT(head)
#define TAILQ_INSERT_TAIL(head, elm, field) do { \
    (elm)->field.next = NULL; \
    (elm)->field.before = (head)->last; \
    *(head)->last = (elm); \
    (head)->last = &(elm)->field.next; \
  } while (0)
#define TAILQ_INSERT_HEAD(head, elm, field) do { \
    if (((elm)->field.next = (head)->first) != NULL) (head)->first->field.before = &(elm)->field.next; \
    else (head)->last = &(elm)->field.next; \
    (head)->first = (elm); \
    (elm)->field.before = &(head)->first; \
  } while (0)
#define TAILQ_REMOVE(head, elm, field) do { \
    if ((elm)->field.next != NULL) (elm)->field.next->field.before = (elm)->field.before; \
    else (head)->last = (elm)->field.before; \
    *(elm)->field.before = (elm)->field.next; \
  } while (0)
#define TAILQ_FOREACH(var, head, field) __QUEUE_FOREACH(var, head, field)
#define TAILQ_EMPTY(head) ((head)->first == NULL)
#define TAILQ_FIRST(head) ((head)->first)
#define TAILQ_NEXT(elm, field) ((elm)->field.next)
