// latch, barrier, semaphores.
#include <barrier>
#include <cstdio>
#include <latch>
#include <semaphore>
#include <thread>
#include <vector>
int main() {
  std::latch done(3);
  int results[3] = {};
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; i++)
    threads.emplace_back([&, i] {
      results[i] = i + 1;
      done.count_down();
    });
  done.wait();
  printf("%d\n", results[0] + results[1] + results[2]);
  for (auto& t : threads) t.join();
  std::barrier phase(2);
  int left[2] = {}, right[2] = {};
  std::thread a([&] {
    for (int i = 0; i < 2; i++) {
      left[i] = i + 1;
      phase.arrive_and_wait();
      if (right[i] != 10 * (i + 1)) printf("early\n");
    }
  });
  std::thread b([&] {
    for (int i = 0; i < 2; i++) {
      right[i] = 10 * (i + 1);
      phase.arrive_and_wait();
      if (left[i] != i + 1) printf("early\n");
    }
  });
  a.join();
  b.join();
  printf("%d %d\n", left[1], right[1]);
  std::counting_semaphore<4> slots(2);
  slots.acquire();
  printf("%d ", slots.try_acquire());
  printf("%d\n", slots.try_acquire());
  slots.release(2);
  std::binary_semaphore signal(0);
  int value = 0;
  std::thread waiter([&] {
    signal.acquire();
    printf("%d\n", value);
  });
  value = 42;
  signal.release();
  waiter.join();
  return 0;
}
// expect: 6
// expect: 2 20
// expect: 1 0
// expect: 42
