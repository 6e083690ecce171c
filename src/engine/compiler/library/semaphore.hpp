// <semaphore>: a count, a mutex and a condition variable.
#include <condition_variable>
namespace std {
template <long N = 2147483647> class counting_semaphore {
  mutex lock_;
  condition_variable released_;
  long count_;

 public:
  explicit counting_semaphore(long count) : count_(count) {}
  counting_semaphore(const counting_semaphore&) = delete;
  counting_semaphore& operator=(const counting_semaphore&) = delete;
  static constexpr long max() { return N; }
  void acquire() {
    unique_lock<mutex> held(lock_);
    while (count_ == 0) released_.wait(held);
    count_--;
  }
  bool try_acquire() {
    lock_guard<mutex> held(lock_);
    if (count_ == 0) return false;
    count_--;
    return true;
  }
  bool __acquire_in_time() {
    unique_lock<mutex> held(lock_);
    while (count_ == 0)
      if (!released_.__wait_in_time(held) && count_ == 0) return false;
    count_--;
    return true;
  }
  template <class R, class P> bool try_acquire_for(const chrono::duration<R, P>& time) { return chrono::__in_time(__acquire_in_time(), time); }
  template <class C, class D> bool try_acquire_until(const chrono::time_point<C, D>& time) { return chrono::__in_time(__acquire_in_time(), time); }
  void release(long n = 1) {
    lock_guard<mutex> held(lock_);
    count_ += n;
    if (count_ > N) __terminate("std::counting_semaphore::release: more than its maximum");
    if (n == 1)
      released_.notify_one();
    else
      released_.notify_all();
  }
};
using binary_semaphore = counting_semaphore<1>;
}  // namespace std
