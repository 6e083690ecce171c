// Threads that start in functions of other types, and what POSIX has beside threads.
// expect: 10
// expect: cleanup 1
// expect: canceled
// expect: 4 -3 200
// expect: 1 1
// expect: joined 5
#define _GNU_SOURCE
#include <inttypes.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static int n = 0;
static void add(int k) {
  pthread_mutex_lock(&m);
  n += k;
  pthread_mutex_unlock(&m);
}
void nothing() { add(1); }
void none(void) { add(1); }
int *same(int *p) { add(*p); return p; }
void message(void *text) { add(*(char *)text == 'T'); }
void wide(long k) { add((int)k); }
void narrow(int k) { add(k); }
long number(void *unused) { return 5; }
static void cleanup(void *arg) { printf("cleanup %ld\n", (long)arg); }
static void *waits(void *arg) {
  pthread_cleanup_push(cleanup, (void *)1);
  for (;;) {
    sleep(1);
    pthread_testcancel();
  }
  pthread_cleanup_pop(0);
  return NULL;
}
static pthread_barrier_t barrier;
static void *meets(void *arg) {
  pthread_barrier_wait(&barrier);
  return NULL;
}
int main(void) {
  pthread_t t[7];
  int one = 1;
  pthread_create(&t[0], NULL, (void *)nothing, NULL);
  pthread_create(&t[1], NULL, (void *(*)(void *))none, NULL);
  pthread_create(&t[2], NULL, (void *(*)(void *))same, &one);
  pthread_create(&t[3], NULL, (void *)&message, (void *)"Thread");
  pthread_create(&t[4], NULL, (void *)wide, (void *)2L);
  pthread_create(&t[5], NULL, (void *)narrow, (void *)(intptr_t)3);
  pthread_create(&t[6], NULL, nothing, NULL);
  for (int i = 0; i < 7; i++) pthread_join(t[i], NULL);
  printf("%d\n", n);

  void *result;
  pthread_create(&t[0], NULL, waits, NULL);
  pthread_cancel(t[0]);
  pthread_join(t[0], &result);
  if (result == PTHREAD_CANCELED) puts("canceled");

  intmax_t whole = 4;
  int_least16_t least = -3;
  uint_fast8_t fast = 200;
  printf("%" PRIdMAX " %d %d\n", whole, least, fast);
  cpu_set_t cpus;
  CPU_ZERO(&cpus);
  CPU_SET(0, &cpus);
  printf("%d %d\n", CPU_ISSET(0, &cpus) != 0, sysconf(_SC_NPROCESSORS_ONLN) > 0);

  // Destroyed and made again while the other may be on its way out.
  pthread_barrier_init(&barrier, NULL, 2);
  pthread_create(&t[1], NULL, meets, NULL);
  pthread_barrier_wait(&barrier);
  pthread_barrier_destroy(&barrier);
  pthread_barrier_init(&barrier, NULL, 3);
  pthread_join(t[1], NULL);

  pthread_create(&t[0], NULL, (void *(*)(void *))number, NULL);
  pthread_join(t[0], &result);
  printf("joined %ld\n", (long)result);
  signal(SIGUSR1, SIG_DFL);
  return 0;
}
