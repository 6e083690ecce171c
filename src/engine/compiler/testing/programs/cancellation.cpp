// expect: waiting is cancelled: cleaned 1
// expect: asked for: cancelled
// expect: disabled: 5
// expect: semaphore: cancelled
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <unistd.h>

// A request is met at cancellation points; who waits is woken for it, and has the lock again when his handlers run.
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t never = PTHREAD_COND_INITIALIZER;
static sem_t nothing;
static int cleaned = 0;
static int go = 0;

static void clean(void* arg) {
  cleaned++;
  pthread_mutex_unlock((pthread_mutex_t*)arg);
}
static void* waits(void*) {
  pthread_mutex_lock(&mutex);
  pthread_cleanup_push(clean, &mutex);
  while (!go) pthread_cond_wait(&never, &mutex);
  pthread_cleanup_pop(1);
  return NULL;
}
static void* asks(void*) {
  for (;;) pthread_testcancel();
  return NULL;
}
static void* disabled(void*) {
  int before;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
  pthread_testcancel();
  return (void*)5;
}
static void* posts(void*) {
  sem_wait(&nothing);
  return NULL;
}
static void* cancelled(void* (*f)(void*)) {
  pthread_t t;
  void* result;
  pthread_create(&t, NULL, f, NULL);
  pthread_cancel(t);
  pthread_join(t, &result);
  return result;
}

int main(void) {
  sem_init(&nothing, 0, 0);
  void* result = cancelled(waits);
  printf("waiting is %s: cleaned %d\n", result == PTHREAD_CANCELED ? "cancelled" : "done", cleaned);
  printf("asked for: %s\n", cancelled(asks) == PTHREAD_CANCELED ? "cancelled" : "done");
  pthread_t t;
  long kept;
  pthread_create(&t, NULL, disabled, NULL);
  pthread_join(t, (void**)&kept);
  printf("disabled: %ld\n", kept);
  printf("semaphore: %s\n", cancelled(posts) == PTHREAD_CANCELED ? "cancelled" : "done");
  sem_destroy(&nothing);
  return 0;
}
