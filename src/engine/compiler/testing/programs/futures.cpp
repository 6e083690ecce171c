// promise, future, async, packaged_task.
#include <cstdio>
#include <future>
#include <string>
#include <thread>
#include <utility>
int slow(int n) { return n * n; }
int main() {
  std::promise<int> p;
  std::future<int> f = p.get_future();
  std::thread t([&p] { p.set_value(7); });
  printf("%d\n", f.get());
  t.join();
  printf("%d\n", f.valid());
  auto g = std::async(std::launch::async, slow, 9);
  printf("%d\n", g.get());
  auto h = std::async(std::launch::async, [] { return std::string("text"); });
  h.wait();
  printf("%s\n", h.get().c_str());
  std::promise<void> started;
  std::future<void> ready = started.get_future();
  std::thread u([s = std::move(started)]() mutable { s.set_value(); });
  ready.get();
  u.join();
  std::packaged_task<int(int)> task([](int n) { return n + 1; });
  auto r = task.get_future();
  std::thread v(std::move(task), 4);
  v.join();
  printf("%d\n", r.get());
  return 0;
}
// expect: 7
// expect: 0
// expect: 81
// expect: text
// expect: 5
