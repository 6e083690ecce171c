// POSIX threads as C programs use them: attributes, results, kinds of mutexes, keys, once, errors.
// expect: first once
// expect: joined 7 -1
// expect: errors 35 1 16 0
// expect: recursive 0 0
// expect: busy 16 16 0
// expect: specific 3, ended 2
// expect: sem 1 -1 11 2
// expect: text A
// expect: numbers 5 -3 1
// expect: detached 1
// expect: null result 1
// expect: left by pthread_exit 42
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

pthread_once_t once = PTHREAD_ONCE_INIT;
void init() { printf("first once\n"); }
typedef struct {
  int id;
  const char *name;
} args_t;
void *add(void *p) {
  args_t *args = (args_t *)p;
  pthread_once(&once, init);
  return (void *)(intptr_t)(args->id + 3);
}
void *minus_one(void *) { return (void *)-1; }
void deep(int n) {
  if (n == 0) pthread_exit((void *)42L);
  deep(n - 1);
}
void *leaves(void *) {
  deep(3);
  return NULL;
}
pthread_key_t key;
int ended = 0;
void end(void *value) { ended += *(int *)value; }
void *uses_key(void *p) {
  pthread_setspecific(key, p);
  assert(pthread_getspecific(key) == p);
  return NULL;
}
sem_t detached_done;
void *detached(void *) {
  sem_post(&detached_done);
  return NULL;
}
int main(int argc, char *argv[]) {
  pthread_t a, b;
  pthread_attr_t attr;
  pthread_attr_init(&attr);
  pthread_attr_setstacksize(&attr, 1 << 20);
  pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_JOINABLE);
  args_t args = {4, "args"};
  int rc = pthread_create(&a, &attr, &add, (void *)&args);
  if (rc != 0) return 1;
  pthread_create(&b, NULL, minus_one, NULL);
  void *result = NULL, *other = NULL;
  pthread_join(a, &result);
  pthread_join(b, &other);
  printf("joined %ld %ld\n", (long)result, (long)(intptr_t)other);

  pthread_mutexattr_t kind;
  pthread_mutexattr_init(&kind);
  pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_ERRORCHECK);
  pthread_mutex_t checked;
  pthread_mutex_init(&checked, &kind);
  pthread_mutex_lock(&checked);
  int again = pthread_mutex_lock(&checked);
  pthread_mutex_unlock(&checked);
  int spare = pthread_mutex_unlock(&checked);
  pthread_mutex_lock(&checked);
  int busy = pthread_mutex_trylock(&checked);
  pthread_mutex_unlock(&checked);
  printf("errors %d %d %d %d\n", again, spare, busy, pthread_mutex_destroy(&checked));
  pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_t recursive;
  pthread_mutex_init(&recursive, &kind);
  pthread_mutexattr_destroy(&kind);
  pthread_mutex_lock(&recursive);
  int twice = pthread_mutex_lock(&recursive);
  pthread_mutex_unlock(&recursive);
  printf("recursive %d %d\n", twice, pthread_mutex_unlock(&recursive));

  pthread_rwlock_t rw = PTHREAD_RWLOCK_INITIALIZER;
  pthread_rwlock_wrlock(&rw);
  int read = pthread_rwlock_tryrdlock(&rw);
  int write = pthread_rwlock_trywrlock(&rw);
  pthread_rwlock_unlock(&rw);
  printf("busy %d %d %d\n", read, write, pthread_rwlock_rdlock(&rw));
  pthread_rwlock_unlock(&rw);

  pthread_key_create(&key, end);
  int two = 2, three = 3;
  pthread_setspecific(key, &three);
  pthread_create(&a, NULL, uses_key, &two);
  pthread_join(a, NULL);
  printf("specific %d, ended %d\n", *(int *)pthread_getspecific(key), ended);

  sem_t sem;
  sem_init(&sem, 0, 1);
  sem_wait(&sem);
  int tried = sem_trywait(&sem), why = errno, value;
  sem_post(&sem);
  sem_post(&sem);
  sem_getvalue(&sem, &value);
  printf("sem %d %d %d %d\n", argc, tried, why, value);

  char text[] = "A";
  void *raw = text;
  printf("text %s\n", (char *)raw);
  void *five = (void *)5;
  void *negative = (void *)(intptr_t)-3;
  uintptr_t marked = (uintptr_t)&args | 1;
  printf("numbers %d %ld %d\n", (int)(long)five, (long)negative, (args_t *)(marked & ~(uintptr_t)1) == &args);

  sem_init(&detached_done, 0, 0);
  pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
  pthread_create(&a, &attr, detached, NULL);
  sem_wait(&detached_done);
  printf("detached %d\n", pthread_equal(pthread_self(), a) == 0);
  pthread_create(&a, NULL, uses_key, NULL);
  result = &two;
  pthread_join(a, &result);
  printf("null result %d\n", result == NULL);
  pthread_create(&a, NULL, leaves, NULL);
  pthread_join(a, &result);
  printf("left by pthread_exit %ld\n", (long)result);
  return 0;
}
