// <condition_variable>: two words, a bit for each waiting thread. Spurious wake-ups are not modelled.
#include <mutex>
namespace std {
class condition_variable {
  int waiters_[2] = {};

 public:
  condition_variable() {}
  condition_variable(const condition_variable&) = delete;
  void notify_one() { __notify_one(waiters_); }
  void notify_all() { __notify_all(waiters_); }
  void wait(unique_lock<mutex>& lock) {
    int* m = lock.mutex()->__state();
    __cv_wait(waiters_, m);
    __cv_relock(waiters_, m);
  }
  template <class P> void wait(unique_lock<mutex>& lock, P ready) {
    while (!ready()) wait(lock);
  }
};
// Over any lock that has one mutex of this library behind it.
class condition_variable_any {
  int waiters_[2] = {};

 public:
  condition_variable_any() {}
  condition_variable_any(const condition_variable_any&) = delete;
  void notify_one() { __notify_one(waiters_); }
  void notify_all() { __notify_all(waiters_); }
  template <class L> void wait(L& lock) {
    int* m = lock.__state();
    __cv_wait(waiters_, m);
    __cv_relock(waiters_, m);
  }
  template <class L, class P> void wait(L& lock, P ready) {
    while (!ready()) wait(lock);
  }
};
}  // namespace std
