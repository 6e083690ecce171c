// <barrier>: whoever arrives last runs the completion, begins the next phase and wakes the others.
#include <condition_variable>
namespace std {
struct __no_completion {
  void operator()() const {}
};
template <class F = __no_completion> class barrier {
  mutex lock_;
  condition_variable opened_;
  long expected_;
  long left_;
  long phase_ = 0;
  F completion_;

 public:
  using arrival_token = long;
  explicit barrier(long expected) : expected_(expected), left_(expected), completion_() {}
  barrier(long expected, F completion) : expected_(expected), left_(expected), completion_(move(completion)) {}
  barrier(const barrier&) = delete;
  barrier& operator=(const barrier&) = delete;
  arrival_token arrive(long count = 1) {
    lock_guard<mutex> held(lock_);
    return __arrive(count);
  }
  void wait(arrival_token phase) {
    unique_lock<mutex> held(lock_);
    while (phase_ == phase) opened_.wait(held);
  }
  void arrive_and_wait() {
    unique_lock<mutex> held(lock_);
    long phase = __arrive();
    while (phase_ == phase) opened_.wait(held);
  }
  void arrive_and_drop() {
    lock_guard<mutex> held(lock_);
    expected_--;
    __arrive();
  }
  long __arrive(long count = 1) {
    long phase = phase_;
    left_ -= count;
    if (left_ == 0) {
      completion_();
      left_ = expected_;
      phase_++;
      opened_.notify_all();
    }
    return phase;
  }
};
}  // namespace std
