// An actor: a mailbox of callables, a loop of its own, replies by promise, shared state by shared_ptr.
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
class Actor : public std::enable_shared_from_this<Actor> {
 public:
  static std::shared_ptr<Actor> start() {
    auto self = std::shared_ptr<Actor>(new Actor);
    self->thread_ = std::thread([raw = self.get()] { raw->loop(); });
    return self;
  }
  ~Actor() { printf("gone\n"); }
  void post(std::function<void(Actor&)> f) {
    {
      std::lock_guard<std::mutex> lock(m_);
      inbox_.push_back(std::move(f));
    }
    cv_.notify_one();
  }
  std::future<int> ask() {
    auto p = std::make_shared<std::promise<int>>();
    auto f = p->get_future();
    post([p](Actor& a) { p->set_value(a.state_); });
    return f;
  }
  void stop() {
    post([](Actor& a) { a.running_ = false; });
    thread_.join();
  }
  void add(int n) { state_ += n; }

 private:
  Actor() = default;
  void loop() {
    while (running_) {
      std::function<void(Actor&)> next;
      {
        std::unique_lock<std::mutex> lock(m_);
        cv_.wait(lock, [this] { return !inbox_.empty(); });
        next = std::move(inbox_.front());
        inbox_.pop_front();
      }
      next(*this);
    }
  }
  std::mutex m_;
  std::condition_variable cv_;
  std::deque<std::function<void(Actor&)>> inbox_;
  std::thread thread_;
  int state_ = 0;
  bool running_ = true;
};
int main() {
  auto a = Actor::start();
  for (int i = 1; i <= 3; ++i) a->post([i](Actor& self) { self.add(i); });
  printf("%d\n", a->ask().get());
  a->stop();
}
// expect: 6
// expect: gone
