// <condition_variable>: two words, a bit for each waiting thread. A wait may end spuriously where the program is compiled
// with that (__MAY_WAKE); the time of a timed wait may be up
// whenever its mutex is free and no notify came.
#include <mutex>
#include <stop_token>
namespace std {
enum class cv_status { no_timeout, timeout };
class condition_variable {
  int waiters_[2] = {};

 public:
  condition_variable() {}
  condition_variable(const condition_variable&) = delete;
  condition_variable& operator=(const condition_variable&) = delete;
  void notify_one() { __notify_one(waiters_); }
  void notify_all() { __notify_all(waiters_); }
  void wait(unique_lock<mutex>& lock) {
    __MAY_WAKE(lock.unlock(), lock.lock(), )
    int* m = lock.mutex()->__state();
    __cv_wait(waiters_, m);
    __cv_relock(waiters_, m);
  }
  template <class P> void wait(unique_lock<mutex>& lock, P ready) {
    while (!ready()) wait(lock);
  }
  bool __wait_in_time(unique_lock<mutex>& lock) {
    int* m = lock.mutex()->__state();
    __cv_wait(waiters_, m);
    return __cv_timed(waiters_, m);
  }
  template <class P> bool __wait_in_time(unique_lock<mutex>& lock, P& ready) {
    while (!ready())
      if (!__wait_in_time(lock)) return ready();
    return true;
  }
  template <class R, class Q> cv_status wait_for(unique_lock<mutex>& lock, const chrono::duration<R, Q>& time) {
    if (__wait_in_time(lock)) return cv_status::no_timeout;
    chrono::__pass(time);
    return cv_status::timeout;
  }
  template <class R, class Q, class P> bool wait_for(unique_lock<mutex>& lock, const chrono::duration<R, Q>& time, P ready) {
    return chrono::__in_time(__wait_in_time(lock, ready), time);
  }
  template <class C, class D> cv_status wait_until(unique_lock<mutex>& lock, const chrono::time_point<C, D>& time) {
    if (__wait_in_time(lock)) return cv_status::no_timeout;
    chrono::__pass(time);
    return cv_status::timeout;
  }
  template <class C, class D, class P> bool wait_until(unique_lock<mutex>& lock, const chrono::time_point<C, D>& time, P ready) {
    return chrono::__in_time(__wait_in_time(lock, ready), time);
  }
};
// Over any lock.
class condition_variable_any {
  int waiters_[2] = {};

  // Woken, or in time? Where no mutex of this library stands behind the lock that a wait could give back, the thread waits with one of its own that
  // nobody else takes.
  template <class L> bool __wait_over(L& lock, bool timed) {
    if constexpr (requires { lock.__state(); }) {
      int* m = lock.__state();
      __cv_wait(waiters_, m);
      if (timed) return __cv_timed(waiters_, m);
      __cv_relock(waiters_, m);
      return true;
    } else {
      int own[4] = {};
      __cv_enter(waiters_);
      lock.unlock();
      bool woken = true;
      if (timed) woken = __cv_timed(waiters_, own);
      else __cv_relock(waiters_, own);
      __unlock(own);
      lock.lock();
      return woken;
    }
  }

 public:
  condition_variable_any() {}
  condition_variable_any(const condition_variable_any&) = delete;
  condition_variable_any& operator=(const condition_variable_any&) = delete;
  void notify_one() { __notify_one(waiters_); }
  void notify_all() { __notify_all(waiters_); }
  template <class L> void wait(L& lock) {
    __MAY_WAKE(lock.unlock(), lock.lock(), )
    __wait_over(lock, false);
  }
  template <class L, class P> void wait(L& lock, P ready) {
    while (!ready()) wait(lock);
  }
  template <class L> bool __wait_in_time(L& lock) { return __wait_over(lock, true); }
  template <class L, class P> bool __until_ready(L& lock, P& ready) {
    while (!ready())
      if (!__wait_in_time(lock)) return ready();
    return true;
  }
  template <class L, class R, class Q> cv_status wait_for(L& lock, const chrono::duration<R, Q>& time) {
    if (__wait_in_time(lock)) return cv_status::no_timeout;
    chrono::__pass(time);
    return cv_status::timeout;
  }
  template <class L, class R, class Q, class P> bool wait_for(L& lock, const chrono::duration<R, Q>& time, P ready) {
    bool is = __until_ready(lock, ready);
    if (!is) chrono::__pass(time);
    return is;
  }
  template <class L, class C, class D> cv_status wait_until(L& lock, const chrono::time_point<C, D>& time) {
    if (__wait_in_time(lock)) return cv_status::no_timeout;
    chrono::__pass(time);
    return cv_status::timeout;
  }
  template <class L, class C, class D, class P> bool wait_until(L& lock, const chrono::time_point<C, D>& time, P ready) {
    bool is = __until_ready(lock, ready);
    if (!is) chrono::__pass(time);
    return is;
  }

  // With a stop token: the thread is a waiter before it looks whether a stop was asked for, so that the notify of the stop cannot be missed.
  template <class L, class P> bool __until_stopped(L& lock, const stop_token& token, P& ready, bool timed) {
    if (token.stop_requested()) return ready();
    auto wake = [this] { notify_all(); };
    stop_callback<decltype(wake)> stopped(token, wake);
    int* m = lock.__state();
    while (!ready()) {
      __cv_enter(waiters_);
      if (token.stop_requested()) {
        notify_all();
        return ready();
      }
      __unlock(m);
      bool woken = true;
      if (timed) woken = __cv_timed(waiters_, m);
      else __cv_relock(waiters_, m);
      if (!woken || token.stop_requested()) return ready();
    }
    return true;
  }
  template <class L, class P> bool wait(L& lock, stop_token token, P ready) { return __until_stopped(lock, token, ready, false); }
  template <class L, class R, class Q, class P> bool wait_for(L& lock, stop_token token, const chrono::duration<R, Q>&, P ready) { return __until_stopped(lock, token, ready, true); }
  template <class L, class C, class D, class P> bool wait_until(L& lock, stop_token token, const chrono::time_point<C, D>&, P ready) { return __until_stopped(lock, token, ready, true); }
};
struct __notice {
  condition_variable* condition_;
  mutex* lock_;
};
inline void __notify_at_exit(void* object) {
  __notice* notice = static_cast<__notice*>(object);
  notice->lock_->unlock();
  notice->condition_->notify_all();
  delete notice;
}
// The lock is held until the variables of the thread have ended.
inline void notify_all_at_thread_exit(condition_variable& condition, unique_lock<mutex> lock) {
  __behind_thread(&__notify_at_exit, new __notice{&condition, lock.release()});
}
}  // namespace std
