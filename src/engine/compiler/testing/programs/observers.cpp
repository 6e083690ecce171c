// Observers held by weak_ptr, events by std::function, subscriptions that end with their handle.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>
class Listener {
 public:
  virtual ~Listener() = default;
  virtual void on(const std::string& what) = 0;
};
class Counter final : public Listener {
 public:
  void on(const std::string& what) override { total_ += static_cast<int>(what.size()); }
  [[nodiscard]] int total() const noexcept { return total_; }

 private:
  int total_ = 0;
};
class Subject {
 public:
  using Callback = std::function<void(const std::string&)>;
  void attach(std::weak_ptr<Listener> l) {
    const std::lock_guard<std::mutex> lock{mutex_};
    listeners_.push_back(std::move(l));
  }
  int subscribe(Callback c) {
    const std::lock_guard<std::mutex> lock{mutex_};
    callbacks_.emplace(next_, std::move(c));
    return next_++;
  }
  void unsubscribe(int id) {
    const std::lock_guard<std::mutex> lock{mutex_};
    callbacks_.erase(id);
  }
  void fire(const std::string& what) {
    std::vector<std::shared_ptr<Listener>> alive;
    {
      const std::lock_guard<std::mutex> lock{mutex_};
      for (auto it = listeners_.begin(); it != listeners_.end();) {
        if (auto l = it->lock()) {
          alive.push_back(l);
          ++it;
        } else {
          it = listeners_.erase(it);
        }
      }
      for (auto& [id, c] : callbacks_) c(what);
    }
    for (const auto& l : alive) l->on(what);
  }
  auto size() const -> std::size_t { return listeners_.size(); }

 private:
  std::mutex mutex_;
  std::vector<std::weak_ptr<Listener>> listeners_;
  std::map<int, Callback> callbacks_;
  int next_{1};
};
int main() {
  Subject s;
  auto a = std::make_shared<Counter>();
  {
    auto b = std::make_shared<Counter>();
    s.attach(a);
    s.attach(b);
    s.fire("one");
    printf("%d %d %zu\n", a->total(), b->total(), s.size());
  }
  int heard = 0;
  int id = s.subscribe([&heard](const std::string& w) { heard += w == "two"; });
  std::thread t([&s] { s.fire("two"); });
  t.join();
  s.unsubscribe(id);
  s.fire("two");
  printf("%d %d %zu\n", a->total(), heard, s.size());
}
// expect: 3 3 2
// expect: 9 1 1
