#include <condition_variable>
#include <coroutine>
#include <cstdio>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>
#include <atomic>
class Pool {
  std::mutex m; std::condition_variable cv; std::deque<std::coroutine_handle<>> q; bool stop = false; std::vector<std::thread> ts;
public:
  explicit Pool(int n) { for (int i = 0; i < n; ++i) ts.emplace_back([this] { run(); }); }
  ~Pool() { { std::lock_guard g(m); stop = true; } cv.notify_all(); for (auto& t : ts) t.join(); }
  void post(std::coroutine_handle<> h) { { std::lock_guard g(m); q.push_back(h); } cv.notify_one(); }
  void run() { for (;;) { std::unique_lock lk(m); cv.wait(lk, [&] { return stop || !q.empty(); }); if (q.empty()) return; auto h = q.front(); q.pop_front(); lk.unlock(); h.resume(); } }
  auto schedule() { struct A { Pool* p; bool await_ready() { return false; } void await_suspend(std::coroutine_handle<> h) { p->post(h); } void await_resume() {} }; return A{this}; }
};
struct Detached { struct promise_type { Detached get_return_object() { return {}; } std::suspend_never initial_suspend() { return {}; } std::suspend_never final_suspend() noexcept { return {}; } void return_void() {} void unhandled_exception() { std::terminate(); } }; };
std::atomic<int> sum{0};
Detached job(Pool& p, int x) { co_await p.schedule(); sum += x; co_await p.schedule(); sum += x; }
int main() { { Pool p(2); job(p, 1); } std::printf("%d\n", (int)sum); }
// expect: 2
