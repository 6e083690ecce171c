// <latch>: a count, a mutex and a condition variable.
#include <condition_variable>
namespace std {
class latch {
  mutable mutex lock_;
  mutable condition_variable opened_;
  long count_;

 public:
  explicit latch(long count) : count_(count) {}
  latch(const latch&) = delete;
  latch& operator=(const latch&) = delete;
  void count_down(long n = 1) {
    lock_guard<mutex> held(lock_);
    if (n > count_) __terminate("std::latch::count_down: more than the count that is left");
    count_ -= n;
    if (count_ == 0) opened_.notify_all();
  }
  bool try_wait() const {
    lock_guard<mutex> held(lock_);
    return count_ == 0;
  }
  void wait() const {
    unique_lock<mutex> held(lock_);
    while (count_ > 0) opened_.wait(held);
  }
  void arrive_and_wait(long n = 1) {
    count_down(n);
    wait();
  }
};
}  // namespace std
