// condition_variable: producer and consumer, predicates, notify_all, waiting without a predicate.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>
template <class T> class Channel {
 public:
  void push(T v) {
    {
      std::lock_guard g(mutex_);
      items_.push(std::move(v));
    }
    ready_.notify_one();
  }
  bool pop(T& out) {
    std::unique_lock l(mutex_);
    ready_.wait(l, [this] { return !items_.empty() || closed_; });
    if (items_.empty()) return false;
    out = std::move(items_.front());
    items_.pop();
    return true;
  }
  void close() {
    std::lock_guard<std::mutex> g(mutex_);
    closed_ = true;
    ready_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable ready_;
  std::queue<T> items_;
  bool closed_ = false;
};
int main() {
  Channel<int> channel;
  int sum = 0;
  std::thread consumer([&] {
    int v;
    while (channel.pop(v)) sum += v;
  });
  std::thread producer([&] {
    for (int i = 1; i <= 4; i++) channel.push(i);
    channel.close();
  });
  producer.join();
  consumer.join();
  printf("%d\n", sum);
  std::mutex m;
  std::condition_variable cv;
  bool go = false;
  int started = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; i++)
    threads.emplace_back([&] {
      std::unique_lock<std::mutex> l(m);
      while (!go) cv.wait(l);
      started++;
    });
  {
    std::lock_guard<std::mutex> g(m);
    go = true;
  }
  cv.notify_all();
  for (auto& t : threads) t.join();
  printf("%d\n", started);
  return 0;
}
// expect: 10
// expect: 3
