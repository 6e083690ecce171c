// Sleeps of C last as long as they say.
#include <assert.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

int main(void) {
  struct timespec before, after;
  clock_gettime(CLOCK_MONOTONIC, &before);
  usleep(300000);
  clock_gettime(CLOCK_MONOTONIC, &after);
  assert((after.tv_sec - before.tv_sec) + (after.tv_nsec - before.tv_nsec) / 1e9 >= 0.3);
  time_t now = time(NULL);
  sleep(2);
  assert(time(NULL) - now >= 2);
  puts("later");
  return 0;
}
// expect: later
