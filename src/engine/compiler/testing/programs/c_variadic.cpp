// expect: 6 of 3
// expect: [INFO ] worker 1: ok
// expect: 42 x 2.5
// expect: clean-up
// expect: 3 threads
// expect: No such file or directory
// expect: caught 2
// expect: 0 1 5
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <errno.h>
#include <pthread.h>
#include <unistd.h>

// What C programs bring along: variable arguments, arrays of variable length, clean-up handlers, signals, and the builtins of g++.
int sum(int n, ...);
int sum(int n, ...) {
  va_list list;
  va_start(list, n);
  int total = 0;
  for (int i = 0; i < n; i++) total += va_arg(list, int);
  va_end(list);
  return total;
}
enum Level { DEBUG, INFO };
static const char* names[] = {"DEBUG", "INFO"};
void tell(Level level, const char* format, ...) {
  char text[64];
  va_list list;
  va_start(list, format);
  vsnprintf(text, sizeof(text), format, list);
  va_end(list);
  printf("[%-5s] %s\n", names[level], text);
}
void* work(void* argument) {
  *static_cast<int*>(argument) += 1;
  return nullptr;
}
void* leave(void*) {
  pthread_cleanup_push([](void* text) { puts(static_cast<char*>(text)); }, const_cast<char*>("clean-up"));
  pthread_exit(nullptr);
  pthread_cleanup_pop(0);
}
volatile sig_atomic_t caught = 0;
void handler(int number) { caught = number; }

int main(int argc, char** argv) {
  printf("%d of %d\n", sum(3, 1, 2, 3), 3);
  tell(INFO, "worker %d: %s", 1, "ok");
  const char* format = "%ld %s %g\n";
  printf(format, 42L, "x", 2.5);

  pthread_t one;
  pthread_create(&one, nullptr, leave, nullptr);
  pthread_join(one, nullptr);
  int n = getopt(argc, argv, "n:") + 4;
  pthread_t threads[n];
  int counts[n];
  memset(counts, 0, n * sizeof(int));
  for (int i = 0; i < n; i++) pthread_create(&threads[i], nullptr, work, counts + i);
  int all = 0;
  for (int i = 0; i < n; i++) {
    pthread_join(threads[i], nullptr);
    all += counts[i];
  }
  printf("%d threads\n", all);
  puts(strerror(ENOENT));
  signal(SIGINT, handler);
  raise(SIGINT);
  printf("caught %d\n", static_cast<int>(caught));
  int value = 0;
  int before = __sync_fetch_and_add(&value, 1);
  bool swapped = __sync_bool_compare_and_swap(&value, 1, 5);
  printf("%d %d %d\n", before, swapped, value);
}
