// Readers and writers: shared_mutex around a map, atomics for statistics, a barrier between phases.
#include <atomic>
#include <barrier>
#include <cstdio>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>
class Registry {
 public:
  void set(const std::string& key, int value) {
    std::unique_lock<std::shared_mutex> lock(mutex_);
    values_[key] = value;
    ++writes_;
  }
  bool get(const std::string& key, int& out) const {
    std::shared_lock<std::shared_mutex> lock(mutex_);
    auto it = values_.find(key);
    if (it == values_.end()) return false;
    out = it->second;
    reads_.fetch_add(1, std::memory_order_relaxed);
    return true;
  }
  int reads() const { return reads_; }
  int writes() const { return writes_; }

 private:
  mutable std::shared_mutex mutex_;
  std::map<std::string, int> values_;
  mutable std::atomic<int> reads_{0};
  std::atomic<int> writes_{0};
};
int main() {
  Registry r;
  std::barrier sync(3, []() noexcept { printf("phase\n"); });
  std::vector<std::thread> threads;
  threads.emplace_back([&] {
    r.set("a", 1);
    r.set("b", 2);
    sync.arrive_and_wait();
  });
  for (int i = 0; i < 2; i++)
    threads.emplace_back([&r, &sync] {
      sync.arrive_and_wait();
      int v = 0;
      if (!r.get("a", v) || v != 1) printf("wrong\n");
    });
  for (auto& t : threads) t.join();
  printf("%d %d\n", r.reads(), r.writes());
}
// expect: phase
// expect: 2 2
