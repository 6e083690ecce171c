// Results that nobody wants, promises with lists and at the end of threads, atomic_ref, locks of one's own, stop callbacks in stop callbacks.
#include <atomic>
#include <barrier>
#include <condition_variable>
#include <functional>
#include <future>
#include <iostream>
#include <mutex>
#include <ratio>
#include <shared_mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>
struct Spin { std::atomic_flag f; void lock() { while (f.test_and_set()) std::this_thread::yield(); } bool try_lock() { return !f.test_and_set(); } void unlock() { f.clear(); } };
struct P { int a, b; };
int five() { return 5; }
int& inc(int& i) { return ++i; }
int main() {
  std::function<void()> h = [] { return 5; }; h();
  std::function<void(int&)> r = inc; int i = 0; r(i);
  std::function<long()> w = five;
  std::packaged_task<void(int&)> t(inc); t(i);
  std::packaged_task<long()> tl(five); auto fl = tl.get_future(); tl();
  std::cout << i << w() << fl.get() << '\n';
  auto b = std::bind<void>(inc, std::ref(i)); b(); std::cout << i << '\n';
  std::promise<std::vector<int>> pv; pv.set_value({1, 2, 3}); std::cout << pv.get_future().get().size() << '\n';
  std::promise<std::string> ps; ps.set_value("abc"); std::cout << ps.get_future().get() << '\n';
  std::promise<void> pn; pn.set_value(); pn.get_future().get();
  std::promise<int&> pr; pr.set_value(i); std::cout << ++pr.get_future().get() << '\n';
  std::promise<P> pp; pp.set_value({3, 4}); std::cout << pp.get_future().get().b << '\n';
  std::promise<int> pe; auto fe = pe.get_future();
  std::thread te([&] { pe.set_exception_at_thread_exit(std::make_exception_ptr(std::runtime_error("late"))); }); 
  try { fe.get(); } catch (const std::exception& e) { std::cout << e.what() << '\n'; }
  te.join();
  try { pe.set_value(1); } catch (const std::future_error& e) { std::cout << (e.code() == std::make_error_code(std::future_errc::promise_already_satisfied)) << '\n'; }
  int x = 1; std::atomic_ref<int> ar(x); ar |= 6; ar += 1; ar.fetch_sub(2); std::cout << ar.load() << x << '\n';
  int arr[3] = {1, 2, 3}; int* q = arr; std::atomic_ref qr(q); ++qr; qr.fetch_add(1); std::cout << *q << '\n';
  P v{1, 2}; std::atomic_ref<P> vr(v); vr.store({5, 6}); std::cout << v.a << vr.load().b << '\n';
  { std::thread a([&] { ar.wait(6); }); ar = 9; ar.notify_one(); a.join(); }
  std::atomic<P> ap{P{1, 2}}; { std::thread a([&] { ap.wait(P{1, 2}); }); ap = P{2, 2}; ap.notify_all(); a.join(); }
  auto policy = std::launch::async | std::launch::deferred; policy &= ~std::launch::async; std::cout << (policy == std::launch::deferred) << '\n';
  std::barrier bar(3); { std::thread a([&] { (void)bar.arrive(2); }); bar.arrive_and_wait(); a.join(); }
  Spin s1, s2; std::mutex m1, m2, m3;
  std::condition_variable_any cva; bool ready = false;
  { std::thread a([&] { std::unique_lock l(s1); cva.wait(l, [&] { return ready; }); }); { std::lock_guard g(s1); ready = true; } cva.notify_one(); a.join(); }
  { std::scoped_lock l(s1, s2); } { std::lock(s1, m1, s2); s1.unlock(); m1.unlock(); s2.unlock(); }
  { std::unique_lock l1(s1, std::defer_lock), l2(s2, std::defer_lock); std::lock(l1, l2); std::cout << l1.owns_lock() << l2.owns_lock() << '\n'; }
  { std::unique_lock l1(m1, std::defer_lock), l2(m2, std::defer_lock), l3(m3, std::defer_lock); std::lock(l1, l2, l3); std::cout << l3.owns_lock() << '\n'; }
  { std::mutex a, b, c, d, e; std::lock(a, b, c, d, e); a.unlock(); b.unlock(); c.unlock(); d.unlock(); e.unlock(); std::scoped_lock five(a, b, c, d, e); }
  std::stop_source src; std::stop_token tok = src.get_token(); std::stop_source other; std::cout << (src == other) << (src != other) << '\n';
  { std::stop_callback cb(tok, [&] { std::stop_callback inner(tok, [] { std::cout << "inner\n"; }); std::cout << "outer\n"; }); src.request_stop(); }
  try { std::shared_lock<std::shared_mutex> none; none.lock(); } catch (const std::system_error& e) { std::cout << e.code().value() << '\n'; }
  std::cout << std::ratio_add<std::ratio<1, 2>, std::ratio<1, 3>>::num << '\n';
}
// expect: 255
// expect: 3
// expect: 3
// expect: abc
// expect: 4
// expect: 4
// expect: late
// expect: 1
// expect: 66
// expect: 3
// expect: 56
// expect: 1
// expect: 11
// expect: 1
// expect: 01
// expect: inner
// expect: outer
// expect: 1
// expect: 5
