// Threads over shared objects: a class with its own mutex, threads in members, joined in destructors.
#include <atomic>
#include <cstdio>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>
class Counter {
 public:
  void add(int n) {
    std::lock_guard<std::mutex> lock(mutex_);
    value_ += n;
  }
  int get() const {
    std::lock_guard<std::mutex> lock(mutex_);
    return value_;
  }

 private:
  mutable std::mutex mutex_;
  int value_ = 0;
};
class Pool {
 public:
  Pool(int n, std::function<void(int)> work) : work_(std::move(work)) {
    for (int i = 0; i < n; i++) threads_.emplace_back(&Pool::run, this, i);
  }
  ~Pool() {
    for (auto& t : threads_)
      if (t.joinable()) t.join();
  }

 private:
  void run(int i) { work_(i); }
  std::function<void(int)> work_;
  std::vector<std::thread> threads_;
};
class Service {
 public:
  Service() : worker_([this] { loop(); }) {}
  ~Service() {
    stop_ = true;
    worker_.join();
    printf("stopped\n");
  }

 private:
  void loop() {
    while (!stop_) std::this_thread::yield();
  }
  std::atomic<bool> stop_{false};
  std::thread worker_;
};
int main() {
  Counter c;
  { Pool pool(3, [&c](int i) { c.add(i + 1); }); }
  printf("%d\n", c.get());
  { Service s; }
  auto shared = std::make_shared<Counter>();
  std::thread a([shared] { shared->add(5); });
  std::thread b([copy = shared] { copy->add(6); });
  a.join();
  b.join();
  printf("%d %ld\n", shared->get(), shared.use_count());
  return 0;
}
// expect: 6
// expect: stopped
// expect: 11 1
