// Futures of what can only be moved, of references, of nothing; what they throw.
// expect: 4
// expect: 5
// expect: std::future_error: Promise already satisfied
// expect: std::future_error: No associated state
// expect: std::future_error: Broken promise
// expect: 8
// expect: late
// expect: task
#include <future>
#include <iostream>
#include <memory>
#include <thread>
struct Big { std::unique_ptr<int> p; };
int g = 1;
int& ref() { return g; }
int main() {
  std::promise<Big> p; auto f = p.get_future();
  p.set_value(Big{std::make_unique<int>(4)});
  std::cout << *f.get().p << '\n';
  auto r = std::async(std::launch::async, ref);
  r.get() = 5; std::cout << g << '\n';
  std::promise<void> go; std::shared_future<void> ready(go.get_future());
  std::thread a([ready] { ready.wait(); });
  std::thread b([&] { ready.get(); });
  go.set_value(); a.join(); b.join();
  try { std::promise<int> q; q.get_future(); q.set_value(1); q.set_value(2); } catch (const std::future_error& e) { std::cout << e.what() << '\n'; }
  try { std::future<int> n; n.get(); } catch (const std::future_error& e) { std::cout << e.what() << '\n'; }
  { std::future<int> f2; { std::promise<int> q; f2 = q.get_future(); } try { f2.get(); } catch (const std::future_error& e) { std::cout << e.what() << '\n'; } }
  auto d = std::async(std::launch::deferred, [](std::unique_ptr<int> x) { return *x; }, std::make_unique<int>(8));
  std::cout << d.get() << '\n';
  auto dx = std::async(std::launch::deferred, []() -> int { throw std::runtime_error("late"); });
  try { dx.get(); } catch (const std::exception& e) { std::cout << e.what() << '\n'; }
  std::packaged_task<void()> t([] { std::cout << "task\n"; });
  auto tf = t.get_future(); std::thread tt([&] { t.make_ready_at_thread_exit(); }); tt.join(); tf.get();
}
