// Who sleeps, or waits for what does not come, finds the clock no earlier than that ([thread.thread.this]/6, [thread.timedmutex.requirements]).
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>
#include <cstdio>
using namespace std::chrono_literals;
int main() {
  auto start = std::chrono::steady_clock::now();
  std::this_thread::sleep_for(2s);
  auto end = std::chrono::steady_clock::now();
  assert(end - start >= 2s);

  std::mutex m; std::condition_variable cv; bool done = false;
  std::unique_lock lock(m);
  start = std::chrono::steady_clock::now();
  if (!cv.wait_for(lock, 150ms, [&] { return done; })) assert(std::chrono::steady_clock::now() - start >= 150ms);
  auto at = std::chrono::system_clock::now() + 5s;
  std::this_thread::sleep_until(at);
  assert(std::chrono::system_clock::now() >= at);
  std::promise<int> p; auto f = p.get_future();
  assert(f.wait_for(1s) == std::future_status::timeout);
  assert(std::chrono::steady_clock::now() - start >= 1s);
  std::thread t([&] { while (!done) { std::this_thread::sleep_for(1ms); std::lock_guard g(m); done = true; } });
  lock.unlock();
  t.join();
  std::puts("in time");
}
// expect: in time
