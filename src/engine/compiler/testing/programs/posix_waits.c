/* What is asked of a thread without waiting for it; clocks of processors; macros right behind a string; numbers by chance. */
#define _GNU_SOURCE
#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#define END "!\n"

static void *work(void *arg) {
  usleep(10);
  return (void *)((long)arg + 1);
}

int main(void) {
  pthread_t asked, timed;
  void *result;
  int failed;
  struct timespec now, later;
  clockid_t clock;
  pthread_create(&asked, NULL, work, (void *)6);
  while ((failed = pthread_tryjoin_np(asked, &result)) == EBUSY) usleep(1);
  printf("%d %ld"END, failed, (long)result);
  printf("a"END"b"END);

  pthread_create(&timed, NULL, work, NULL);
  clock_gettime(CLOCK_REALTIME, &later);
  later.tv_sec += 1;
  failed = pthread_timedjoin_np(timed, NULL, &later);
  if (failed == ETIMEDOUT) failed = pthread_join(timed, NULL);
  printf("%d %"PRIu64"\n", failed, (uint64_t)1 << 40);

  printf("%d", clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now));
  printf("%d", clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now));
  printf("%d", clock_gettime(CLOCK_MONOTONIC_RAW, &now));
  printf("%d", clock_getres(CLOCK_MONOTONIC, &now));
  printf("%d\n", pthread_getcpuclockid(pthread_self(), &clock));

  srand48(3);
  unsigned short state[3] = {1, 2, 3};
  double drawn = drand48(), other = erand48(state);
  printf("%d %d %d\n", drawn >= 0 && drawn < 1, other >= 0 && other < 1, lrand48() >= 0);
  return 0;
}
/*
// expect: 0 7!
// expect: a!
// expect: b!
// expect: 0 1099511627776
// expect: 00000
// expect: 1 1 1
*/
