// What is left for the end of a thread comes behind its variables; who waited for a lock or a count in vain finds the time passed.
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <future>
#include <iostream>
#include <mutex>
#include <semaphore>
#include <shared_mutex>
#include <thread>
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

std::mutex lock;
std::condition_variable changed;
int count = 0;

struct Counts {
  Counts() { ++count; }
  ~Counts() { ++count; }
};

void leave() {
  std::unique_lock<std::mutex> held(lock);
  std::notify_all_at_thread_exit(changed, std::move(held));
  static thread_local Counts last;
  Counts local;
  (void)last;
}

template <class F> bool passes(F wait) {
  auto begin = Clock::now();
  bool taken = wait();
  return !taken && Clock::now() - begin >= 250ms;
}

int main() {
  {
    std::unique_lock<std::mutex> held(lock);
    std::thread t(leave);
    changed.wait(held, [] { return count == 4; });
    t.join();
  }
  std::cout << count << '\n';

  std::promise<int> promise;
  std::thread early([&] {
    promise.set_value_at_thread_exit(3);
    static thread_local Counts last;
    (void)last;
  });
  std::cout << promise.get_future().get() << ' ' << count << '\n';
  early.join();

  std::counting_semaphore<4> none(0);
  std::timed_mutex timed;
  std::recursive_timed_mutex again;
  std::shared_timed_mutex shared;
  std::scoped_lock all(timed, again, shared);
  std::thread vain([&] {
    std::cout << passes([&] { return none.try_acquire_for(250ms); }) << passes([&] { return timed.try_lock_for(250ms); })
              << passes([&] { return again.try_lock_until(Clock::now() + 250ms); })
              << passes([&] { return shared.try_lock_for(250ms); }) << passes([&] { return shared.try_lock_shared_for(250ms); })
              << '\n';
  });
  vain.join();
}
// expect: 4
// expect: 3 6
// expect: 11111
