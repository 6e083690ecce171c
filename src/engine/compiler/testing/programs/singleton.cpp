// Singletons: static local, call_once, double-checked locking with atomics.
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>
struct Meyers {
  int id;
  static Meyers& instance() {
    static Meyers m;
    return m;
  }

 private:
  Meyers() : id(42) { printf("made\n"); }
};
class Checked {
 public:
  static Checked* get() {
    Checked* p = instance_.load(std::memory_order_acquire);
    if (p == nullptr) {
      std::lock_guard<std::mutex> lock(mutex_);
      p = instance_.load(std::memory_order_relaxed);
      if (p == nullptr) {
        p = new Checked;
        instance_.store(p, std::memory_order_release);
      }
    }
    return p;
  }
  static void end() { delete instance_.exchange(nullptr); }
  int uses = 0;

 private:
  static std::atomic<Checked*> instance_;
  static std::mutex mutex_;
};
std::atomic<Checked*> Checked::instance_{nullptr};
std::mutex Checked::mutex_;
int main() {
  std::thread a([] { Meyers::instance(); });
  std::thread b([] { Meyers::instance(); });
  a.join();
  b.join();
  printf("%d\n", Meyers::instance().id);
  Checked* first = nullptr;
  Checked* second = nullptr;
  std::thread c([&] { first = Checked::get(); });
  std::thread d([&] { second = Checked::get(); });
  c.join();
  d.join();
  printf("%d %d\n", first == second, first->uses);
  Checked::end();
}
// expect: made
// expect: 42
// expect: 1 0
