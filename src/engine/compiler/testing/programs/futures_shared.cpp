// deferred async, shared futures, results at thread exit, tasks that are reset.
// expect: deferred
// expect: 3
// expect: 7
// expect: 71
// expect: 50
// expect: 9
// expect: Waiting...Done!
// expect: Result is: 9
// expect: 5
// expect: 9
#include <future>
#include <iostream>
#include <thread>
#include <chrono>
#include <functional>
int add(int a, int b) { return a + b; }
struct X { int v = 3; int get(int k) { return v * k; } };
int main() {
  using namespace std::chrono_literals;
  auto d = std::async(std::launch::deferred, add, 1, 2);
  if (d.wait_for(0s) == std::future_status::deferred) std::cout << "deferred\n";
  std::cout << d.get() << '\n';
  std::promise<int> p;
  std::shared_future<int> s = p.get_future().share();
  std::thread a([s] { std::cout << s.get() << '\n'; });
  p.set_value(7);
  a.join();
  std::shared_future<int> s2 = s;
  std::cout << s2.get() << s.valid() << '\n';
  auto as = std::async(std::launch::async | std::launch::deferred, [] { return 5; });
  std::shared_future<int> sa = as.share();
  std::cout << sa.get() << as.valid() << '\n';
  int n = 1;
  auto r = std::async(std::launch::async, [](int& x) { x = 9; }, std::ref(n));
  r.get();
  std::cout << n << '\n';
  std::promise<int> q;
  auto f = q.get_future();
  std::thread t([](std::promise<int> p) { p.set_value_at_thread_exit(9); }, std::move(q));
  t.detach();
  std::cout << "Waiting..." << std::flush;
  f.wait();
  std::cout << "Done!\nResult is: " << f.get() << '\n';
  std::packaged_task<int(int, int)> task(add);
  auto tf = task.get_future();
  task(2, 3);
  std::cout << tf.get() << '\n';
  task.reset();
  tf = task.get_future();
  std::thread tt(std::move(task), 4, 5);
  tt.join();
  std::cout << tf.get() << '\n';
}
