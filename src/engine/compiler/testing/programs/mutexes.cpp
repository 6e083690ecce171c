// Mutex kinds and guards: lock_guard, unique_lock (defer, try, adopt, move), recursive, shared, scoped_lock, std::lock.
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <utility>
#include <vector>
std::mutex m, n;
std::recursive_mutex r;
std::shared_mutex s;
int counter = 0;
void bump() {
  for (int i = 0; i < 3; i++) {
    std::lock_guard<std::mutex> g(m);
    counter++;
  }
}
int depth(int k) {
  std::lock_guard<std::recursive_mutex> g(r);
  return k == 0 ? 0 : 1 + depth(k - 1);
}
std::unique_lock<std::mutex> acquire() { return std::unique_lock<std::mutex>(m); }
class Account {
 public:
  explicit Account(int b) : balance_(b) {}
  int balance() const {
    std::lock_guard g(mutex_);
    return balance_;
  }
  static void transfer(Account& a, Account& b, int amount) {
    std::scoped_lock g(a.mutex_, b.mutex_);
    a.balance_ -= amount;
    b.balance_ += amount;
  }

 private:
  mutable std::mutex mutex_;
  int balance_;
};
int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; i++) threads.emplace_back(bump);
  for (auto& t : threads) t.join();
  printf("%d %d\n", counter, depth(3));
  {
    std::unique_lock<std::mutex> l(m, std::defer_lock);
    printf("%d ", l.owns_lock());
    l.lock();
    printf("%d ", l.owns_lock());
    std::unique_lock<std::mutex> moved = std::move(l);
    printf("%d %d ", l.owns_lock(), moved.owns_lock());
    moved.unlock();
    printf("%d\n", moved ? 1 : 0);
  }
  {
    std::unique_lock<std::mutex> first(m, std::try_to_lock);
    bool second = true;
    std::thread t([&] { second = m.try_lock(); });
    t.join();
    printf("%d %d\n", first.owns_lock(), second);
  }
  {
    std::unique_lock l(m, std::try_to_lock);
    printf("%d\n", l.owns_lock());
  }
  {
    auto l = acquire();
    printf("%d\n", l.owns_lock());
  }
  {
    std::lock(m, n);
    std::lock_guard<std::mutex> a(m, std::adopt_lock);
    std::lock_guard<std::mutex> b(n, std::adopt_lock);
  }
  {
    std::unique_lock a(m, std::defer_lock);
    std::unique_lock b(n, std::defer_lock);
    std::lock(a, b);
    printf("%d %d\n", a.owns_lock(), b.owns_lock());
  }
  Account x(100), y(0);
  std::thread t1([&] { Account::transfer(x, y, 30); });
  std::thread t2([&] { Account::transfer(y, x, 10); });
  t1.join();
  t2.join();
  printf("%d %d\n", x.balance(), y.balance());
  int reads = 0;
  {
    std::shared_lock a(s);
    std::thread t([&] {
      std::shared_lock b(s);
      reads++;
      bool writer = s.try_lock();
      printf("%d\n", writer);
    });
    t.join();
  }
  {
    std::unique_lock w(s);
    reads = 10;
  }
  s.lock_shared();
  s.unlock_shared();
  std::scoped_lock one(m);
  printf("%d\n", reads);
  return 0;
}
// expect: 9 3
// expect: 0 1 0 1 0
// expect: 1 0
// expect: 1
// expect: 1
// expect: 1 1
// expect: 80 20
// expect: 0
// expect: 10
