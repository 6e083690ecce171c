// Exceptions out of threads into futures: async, promise, packaged_task, and what a future itself throws.
#include <cstdio>
#include <future>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
int work(int n) { if (n < 0) throw std::invalid_argument("negative " + std::to_string(n)); return n * 2; }
int main() {
  auto good = std::async(std::launch::async, work, 4);
  auto bad = std::async(std::launch::async, work, -3);
  printf("%d\n", good.get());
  try { bad.get(); } catch (const std::invalid_argument& e) { printf("caught %s\n", e.what()); }
  std::promise<int> p; std::future<int> f = p.get_future();
  std::thread t([&p] { try { throw std::runtime_error("in thread"); } catch (...) { p.set_exception(std::current_exception()); } });
  try { f.get(); } catch (const std::exception& e) { printf("caught %s\n", e.what()); }
  t.join();
  std::packaged_task<int(int)> task([](int x) -> int { if (x) throw x; return 1; });
  auto tf = task.get_future(); task(5);
  try { tf.get(); } catch (int i) { printf("task threw %d\n", i); }
  std::future<void> broken; { std::promise<void> q; broken = q.get_future(); }
  try { broken.get(); } catch (const std::future_error& e) { printf("%s\n", e.what()); }
  try { p.set_value(1); } catch (const std::future_error& e) { printf("%s\n", e.what()); }
  try { p.get_future(); } catch (const std::future_error& e) { printf("%s\n", e.what()); }
}
// expect: 8
// expect: caught negative -3
// expect: caught in thread
// expect: task threw 5
// expect: std::future_error: Broken promise
// expect: std::future_error: Promise already satisfied
// expect: std::future_error: Future already retrieved
