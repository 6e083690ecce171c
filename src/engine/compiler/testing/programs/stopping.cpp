// Stop tokens, jthreads and their callbacks; threads' ids and counts; what waits for an atomic.
#include <atomic>
#include <cstdio>
#include <functional>
#include <stop_token>
#include <thread>
#include <vector>
std::atomic<int> phase{0};
std::atomic_flag lit;
int main() {
  std::atomic<int> rounds{0};
  {
    std::jthread worker([&](std::stop_token stop, int by) {
      while (!stop.stop_requested()) {
        if (rounds < 3) rounds += by;
        std::this_thread::yield();
      }
    }, 1);
    while (rounds < 3) std::this_thread::yield();
    printf("%d\n", worker.request_stop());
  }
  std::stop_source source;
  int calls = 0;
  {
    std::stop_callback first(source.get_token(), [&] { calls++; });
    std::stop_callback gone(source.get_token(), [&] { calls += 10; });
  }
  std::stop_callback kept(source.get_token(), [&] { calls += 100; });
  bool first_ask = source.request_stop();
  bool second_ask = source.request_stop();
  printf("%d %d\n", first_ask, second_ask);
  std::stop_callback late(source.get_token(), [&] { calls += 1000; });
  printf("%d %d\n", calls, source.stop_requested());
  std::thread waiter([] {
    phase.wait(0);
    printf("phase %d\n", phase.load());
    lit.wait(false);
    printf("lit\n");
  });
  phase = 2;
  phase.notify_all();
  lit.test_and_set();
  lit.notify_one();
  waiter.join();
  std::jthread moved;
  moved = std::jthread([] { printf("moved\n"); });
  moved.join();
  printf("%d %d\n", std::thread::hardware_concurrency() > 0, std::this_thread::get_id() == std::thread::id());
  int plain = 0;
  {
    std::vector<std::jthread> all;
    for (int i = 0; i < 3; i++) all.emplace_back([&plain] { std::atomic_ref<int>(plain).fetch_add(2); });
  }
  std::atomic<double> real{1.5};
  real += 2;
  std::atomic_store(&phase, 5);
  int before = std::atomic_fetch_add(&phase, 2);
  printf("%d %.1f %d %d\n", plain, real.load(), before, std::atomic_load(&phase));
}
// expect: 1
// expect: 1 0
// expect: 1100 1
// expect: phase 2
// expect: lit
// expect: moved
// expect: 1 0
// expect: 6 3.5 5 7
