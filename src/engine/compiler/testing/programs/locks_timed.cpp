// Locks of several mutexes at once, try_lock of several, and timed locks that nobody is in the way of.
// expect: 11
// expect: 10-1
// expect: 11
// expect: 101
// expect: 1
// expect: 10
#include <mutex>
#include <thread>
#include <shared_mutex>
#include <chrono>
#include <iostream>
int main() {
  std::mutex a, b, c, d; std::recursive_mutex r;
  { std::scoped_lock l(a, b); }
  { std::scoped_lock l(a); }
  { std::scoped_lock l(a, b, c); }
  { std::scoped_lock l(a, b, c, d); }
  { std::lock(a, b); std::scoped_lock l(std::adopt_lock, a, b); }
  { a.lock(); std::scoped_lock l(std::adopt_lock, a); }
  { std::lock(a, b, c, d); std::lock_guard<std::mutex> g1(a, std::adopt_lock), g2(b, std::adopt_lock), g3(c, std::adopt_lock); std::unique_lock u(d, std::adopt_lock); }
  { std::unique_lock x(a, std::defer_lock), y(b, std::defer_lock); std::lock(x, y); std::cout << x.owns_lock() << (bool)y << '\n'; std::unique_lock<std::mutex> z; z.swap(x); std::cout << z.owns_lock() << x.owns_lock(); }
  std::cout << std::try_lock(a, b) << '\n';
  std::thread([&] { std::cout << std::try_lock(c, b, a) << c.try_lock() << '\n'; c.unlock(); }).join();
  a.unlock(); b.unlock();
  std::scoped_lock<std::mutex, std::recursive_mutex> mixed(a, r);
  std::shared_timed_mutex s; { std::shared_lock k(s, std::chrono::milliseconds(5)); std::cout << k.owns_lock() << s.try_lock_for(std::chrono::milliseconds(0)); }
  std::timed_mutex t; std::unique_lock<std::timed_mutex> tl(t, std::defer_lock); std::cout << tl.try_lock_for(std::chrono::seconds(1)) << '\n';
  std::recursive_timed_mutex rt; rt.lock(); std::cout << rt.try_lock_until(std::chrono::steady_clock::now() + std::chrono::seconds(1)) << '\n'; rt.unlock(); rt.unlock();
  std::shared_mutex sm; std::shared_lock<std::shared_mutex> sl(sm); std::shared_lock<std::shared_mutex> sl2; sl2 = std::move(sl); std::cout << sl2.owns_lock() << sl.owns_lock() << '\n';
}
