// Stages linked by promises, threads in members and arrays, a detached one, condition_variable_any.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <semaphore>
#include <thread>
#include <vector>
class Pipeline {
 public:
  using Stage = std::function<int(int)>;
  void add(Stage s) { stages_.push_back(std::move(s)); }
  int run(int input) {
    std::vector<std::promise<int>> links(stages_.size() + 1);
    std::vector<std::thread> threads;
    for (size_t i = 0; i < stages_.size(); ++i) {
      threads.emplace_back([this, i, &links] {
        int v = links[i].get_future().get();
        links[i + 1].set_value(stages_[i](v));
      });
    }
    links.front().set_value(input);
    int out = links.back().get_future().get();
    for (auto& t : threads) t.join();
    return out;
  }

 private:
  std::vector<Stage> stages_;
};
struct Worker {
  std::thread thread;
  std::atomic<bool> stop{false};
  int rounds = 0;
  void start() {
    thread = std::thread(&Worker::loop, this);
  }
  void loop() {
    while (!stop.load()) {
      ++rounds;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  ~Worker() {
    stop = true;
    if (thread.joinable()) thread.join();
  }
};
std::mutex io;
std::map<int, int> byThread;
void record(int id, int value) {
  std::lock_guard<std::mutex> g(io);
  byThread[id] += value;
}
int main() {
  Pipeline p;
  p.add([](int x) { return x + 1; });
  p.add([](int x) { return x * 2; });
  printf("%d\n", p.run(5));
  {
    auto w = std::make_unique<Worker>();
    w->start();
  }
  std::thread pool[3];
  for (int i = 0; i < 3; i++) pool[i] = std::thread(record, i, i * 10);
  for (auto& t : pool) t.join();
  for (auto [id, v] : byThread) printf("%d=%d ", id, v);
  printf("\n");
  std::binary_semaphore done{0};
  int result = 0;
  std::thread([&done, &result] {
    result = 8;
    done.release();
  }).detach();
  done.acquire();
  printf("%d\n", result);
  std::condition_variable_any any;
  std::mutex m;
  bool ready = false;
  std::thread waiter([&] {
    std::unique_lock l(m);
    any.wait(l, [&] { return ready; });
    printf("ready\n");
  });
  {
    std::scoped_lock l(m);
    ready = true;
  }
  any.notify_one();
  waiter.join();
  std::vector<std::jthread> js;
  std::atomic<int> n = 0;
  for (int i = 0; i < 2; ++i) js.emplace_back([&n](int by) { n += by; }, i + 1);
  js.clear();
  printf("%d\n", n.load());
}
// expect: 12
// expect: 0=0 1=10 2=20
// expect: 8
// expect: ready
// expect: 3
