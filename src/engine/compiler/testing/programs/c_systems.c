/* What gcc defines besides, and what a program of C used: the book on operating systems asks for linux. */
#include <pthread.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/times.h>
#ifdef linux
#include <semaphore.h>
#endif

sem_t done;

void *child(void *arg) {
  sem_post(&done);
  return arg;
}

int main(void) {
  pthread_t t;
  void *result;
  struct rusage used;
  struct tms passed;
  sem_init(&done, 0, 0);
  pthread_create(&t, NULL, child, (void *)0x1c);
  sem_wait(&done);
  pthread_join(t, &result);
  printf("%p %d\n", result, unix);
  printf("%d %d\n", getrusage(RUSAGE_SELF, &used), times(&passed) != (clock_t)-1);
  return 0;
}
/*
// expect: 0x1c 1
// expect: 0 1
*/
