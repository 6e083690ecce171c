/* The threads and atomics of C11. */
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <threads.h>

typedef struct {
  int id;
  int result;
} task;

static mtx_t mutex;
static cnd_t ready;
static once_flag once = ONCE_FLAG_INIT;
static _Thread_local int mine;
static _Atomic int total = 0;
static atomic_int count;
static _Atomic(long) wide;
static atomic_flag spin = ATOMIC_FLAG_INIT;
static bool go;
static tss_t key;

static void setup(void) { printf("once\n"); }

static int work(void *argument) {
  task *own = argument;
  call_once(&once, setup);
  tss_set(key, own);
  mtx_lock(&mutex);
  while (!go) cnd_wait(&ready, &mutex);
  mtx_unlock(&mutex);
  mine += own->id;
  own->result = mine * 10;
  total += own->id;
  atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
  while (atomic_flag_test_and_set(&spin)) thrd_yield();
  wide++;
  atomic_flag_clear(&spin);
  return ((task *)tss_get(key))->id;
}

int main(void) {
  enum { THREADS = 2 };
  thrd_t threads[THREADS];
  task tasks[THREADS];
  int sum = 0, result;
  mtx_init(&mutex, mtx_plain);
  cnd_init(&ready);
  tss_create(&key, NULL);
  for (int i = 0; i < THREADS; i++) {
    tasks[i] = (task){.id = i + 1};
    if (thrd_create(&threads[i], work, &tasks[i]) != thrd_success) return 1;
  }
  mtx_lock(&mutex);
  go = true;
  cnd_broadcast(&ready);
  mtx_unlock(&mutex);
  for (int i = 0; i < THREADS; i++) {
    thrd_join(threads[i], &result);
    sum += result * 100 + tasks[i].result;
  }
  int expected = 3;
  bool swapped = atomic_compare_exchange_strong(&total, &expected, 7);
  printf("%d %d %d %ld %d %d\n", sum, atomic_load(&count), mine, wide, swapped, total);
  tss_delete(key);
  cnd_destroy(&ready);
  mtx_destroy(&mutex);
  return 0;
}
// expect: once
// expect: 330 2 0 2 1 7
