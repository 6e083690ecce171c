// A lock made of a futex, as blogs have it; the number of a thread; a noexcept lambda.
#include <linux/futex.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <atomic>
#include <memory>

std::atomic<int> word{0};
static_assert(ATOMIC_INT_LOCK_FREE == 2);
int count = 0;

void lock() {
  int expected = 0;
  if (word.compare_exchange_strong(expected, 1)) return;
  while (word.exchange(2) != 0) syscall(SYS_futex, (int*)&word, FUTEX_WAIT, 2, NULL, NULL, 0);
}
void unlock() {
  if (word.exchange(0) == 2) syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}
void* work(void*) {
  lock();
  count++;
  unlock();
  return NULL;
}

int main() {
  pthread_t threads[2];
  for (auto& t : threads) pthread_create(&t, NULL, work, NULL);
  for (auto& t : threads) pthread_join(t, NULL);
  auto quiet = [](int n) noexcept { return n; };
  auto loud = [](int n) { return n; };
  printf("%d %d %d %d\n", count, (int)syscall(SYS_gettid) > 0, noexcept(quiet(1)), noexcept(loud(1)));
  auto items = std::make_unique_for_overwrite<int[]>(2);
  items[0] = *std::make_shared<int>(4);
  printf("%d\n", items[0]);
}
// expect: 2 1 1 0
// expect: 4
