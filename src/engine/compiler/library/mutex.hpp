// <mutex>: mutexes, the guards that hold them, once_flag. A mutex is four words that only the lock instructions touch.
#include <chrono>
namespace std {
class mutex {
  int state_[4] = {};

 public:
  using native_handle_type = int*;
  native_handle_type native_handle() { return state_; }
  mutex() {}
  mutex(const mutex&) = delete;
  mutex& operator=(const mutex&) = delete;
  ~mutex() { __lock_end(state_); }
  void lock() { __lock(state_); }
  bool try_lock() { return __try_lock(state_); }
  void unlock() { __unlock(state_); }
  int* __state() { return state_; }
  void __locked() {}
};
class recursive_mutex {
  int state_[4] = {};

 public:
  using native_handle_type = int*;
  native_handle_type native_handle() { return state_; }
  recursive_mutex() {}
  recursive_mutex(const recursive_mutex&) = delete;
  recursive_mutex& operator=(const recursive_mutex&) = delete;
  ~recursive_mutex() { __lock_end(state_); }
  void lock() { __lock_recursive(state_); }
  bool try_lock() { return __try_lock_recursive(state_); }
  void unlock() { __unlock_recursive(state_); }
  int* __state() { return state_; }
  void __locked() {}
};
class timed_mutex {
  int state_[4] = {};

 public:
  using native_handle_type = int*;
  native_handle_type native_handle() { return state_; }
  timed_mutex() {}
  timed_mutex(const timed_mutex&) = delete;
  timed_mutex& operator=(const timed_mutex&) = delete;
  ~timed_mutex() { __lock_end(state_); }
  void lock() { __lock(state_); }
  bool try_lock() { return __try_lock(state_); }
  template <class R, class P> bool try_lock_for(const chrono::duration<R, P>& time) { return chrono::__in_time(__try_lock_timed(state_), time); }
  template <class C, class D> bool try_lock_until(const chrono::time_point<C, D>& time) { return chrono::__in_time(__try_lock_timed(state_), time); }
  void unlock() { __unlock(state_); }
  int* __state() { return state_; }
  void __locked() {}
};
class recursive_timed_mutex {
  int state_[4] = {};

 public:
  using native_handle_type = int*;
  native_handle_type native_handle() { return state_; }
  recursive_timed_mutex() {}
  recursive_timed_mutex(const recursive_timed_mutex&) = delete;
  recursive_timed_mutex& operator=(const recursive_timed_mutex&) = delete;
  ~recursive_timed_mutex() { __lock_end(state_); }
  void lock() { __lock_recursive(state_); }
  bool try_lock() { return __try_lock_recursive(state_); }
  template <class R, class P> bool try_lock_for(const chrono::duration<R, P>& time) { return chrono::__in_time(__try_lock_recursive_timed(state_), time); }
  template <class C, class D> bool try_lock_until(const chrono::time_point<C, D>& time) { return chrono::__in_time(__try_lock_recursive_timed(state_), time); }
  void unlock() { __unlock_recursive(state_); }
  int* __state() { return state_; }
  void __locked() {}
};

struct defer_lock_t {};
struct try_to_lock_t {};
struct adopt_lock_t {};
constexpr defer_lock_t defer_lock{};
constexpr try_to_lock_t try_to_lock{};
constexpr adopt_lock_t adopt_lock{};

template <class M> class lock_guard {
  M& mutex_;

 public:
  explicit lock_guard(M& m) : mutex_(m) { mutex_.lock(); }
  lock_guard(M& m, adopt_lock_t) : mutex_(m) {}
  lock_guard(const lock_guard&) = delete;
  lock_guard& operator=(const lock_guard&) = delete;
  ~lock_guard() { mutex_.unlock(); }
};

template <class M> class unique_lock {
  M* mutex_ = nullptr;
  bool owns_ = false;

 public:
  unique_lock() {}
  explicit unique_lock(M& m) : mutex_(&m), owns_(true) { m.lock(); }
  unique_lock(M& m, defer_lock_t) : mutex_(&m) {}
  unique_lock(M& m, try_to_lock_t) : mutex_(&m), owns_(m.try_lock()) {}
  unique_lock(M& m, adopt_lock_t) : mutex_(&m), owns_(true) {}
  template <class R, class P> unique_lock(M& m, const chrono::duration<R, P>& time) : mutex_(&m), owns_(m.try_lock_for(time)) {}
  template <class C, class D> unique_lock(M& m, const chrono::time_point<C, D>& time) : mutex_(&m), owns_(m.try_lock_until(time)) {}
  unique_lock(const unique_lock&) = delete;
  unique_lock& operator=(const unique_lock&) = delete;
  unique_lock(unique_lock&& other) : mutex_(other.mutex_), owns_(other.owns_) {
    other.mutex_ = nullptr;
    other.owns_ = false;
  }
  unique_lock& operator=(unique_lock&& other) {
    if (owns_) mutex_->unlock();
    mutex_ = other.mutex_;
    owns_ = other.owns_;
    other.mutex_ = nullptr;
    other.owns_ = false;
    return *this;
  }
  ~unique_lock() {
    if (owns_) mutex_->unlock();
  }
  void lock() {
    if (mutex_ == nullptr) __misuse(1, "std::unique_lock::lock: there is no mutex");
    if (owns_) __misuse(35, "std::unique_lock::lock: the lock is held already");
    mutex_->lock();
    owns_ = true;
  }
  bool try_lock() {
    if (mutex_ == nullptr) __misuse(1, "std::unique_lock::try_lock: there is no mutex");
    if (owns_) __misuse(35, "std::unique_lock::try_lock: the lock is held already");
    owns_ = mutex_->try_lock();
    return owns_;
  }
  template <class R, class P> bool try_lock_for(const chrono::duration<R, P>& time) {
    owns_ = mutex_->try_lock_for(time);
    return owns_;
  }
  template <class C, class D> bool try_lock_until(const chrono::time_point<C, D>& time) {
    owns_ = mutex_->try_lock_until(time);
    return owns_;
  }
  void swap(unique_lock& other) {
    std::swap(mutex_, other.mutex_);
    std::swap(owns_, other.owns_);
  }
  void unlock() {
    if (!owns_) __misuse(1, "std::unique_lock::unlock: the lock is not held");
    mutex_->unlock();
    owns_ = false;
  }
  M* release() {
    M* m = mutex_;
    mutex_ = nullptr;
    owns_ = false;
    return m;
  }
  M* mutex() const { return mutex_; }
  template <class N = M> auto __state() const -> decltype(declval<N&>().__state()) { return mutex_->__state(); }
  void __locked() { owns_ = true; }
  bool owns_lock() const { return owns_; }
  explicit operator bool() const { return owns_; }
};

// All or none; -1, or which one was not to be had. What is held is given back where one that follows throws.
template <class A> struct __held_lock {
  A* lock_;
  explicit __held_lock(A& lock) : lock_(&lock) {}
  __held_lock(const __held_lock&) = delete;
  ~__held_lock() {
    if (lock_ != nullptr) lock_->unlock();
  }
  void __keep() { lock_ = nullptr; }
};
template <class A> int __try_from(int at, A& a) { return a.try_lock() ? -1 : at; }
template <class A, class B, class... M> int __try_from(int at, A& a, B& b, M&... more) {
  if (!a.try_lock()) return at;
  __held_lock<A> held(a);
  int failed = __try_from(at + 1, b, more...);
  if (failed < 0) held.__keep();
  return failed;
}
// Locks of which one is not of this library: one is waited for, and given back where another is taken.
template <class A, class... B> void __lock_in_turn(A& a, B&... b) {
  while (true) {
    {
      a.lock();
      __held_lock<A> held(a);
      if (__try_from(0, b...) < 0) return held.__keep();
    }
    __yield();
  }
}
// Several locks at once, without deadlock: std::lock takes all or waits.
template <class... M> void __lock_all(M&... m) {
  constexpr size_t n = sizeof...(M);
  if constexpr (n <= 4 && (requires { m.__state(); } && ...)) {
    if constexpr (n == 2) __lock_all2(m.__state()...);
    else if constexpr (n == 3) __lock_all3(m.__state()...);
    else __lock_all4(m.__state()...);
    (m.__locked(), ...);
  } else {
    __lock_in_turn(m...);
  }
}
template <class A, class B, class... M> void lock(A& a, B& b, M&... more) { __lock_all(a, b, more...); }
template <class A, class B, class... M> int try_lock(A& a, B& b, M&... more) { return __try_from(0, a, b, more...); }

template <class... M> class scoped_lock;
template <> class scoped_lock<> {
 public:
  scoped_lock() {}
};
template <class A> class scoped_lock<A> {
  A& a_;

 public:
  explicit scoped_lock(A& a) : a_(a) { a_.lock(); }
  explicit scoped_lock(adopt_lock_t, A& a) : a_(a) {}
  scoped_lock(const scoped_lock&) = delete;
  ~scoped_lock() { a_.unlock(); }
};
template <class A, class... M> struct __several {
  A& first_;
  __several<M...> rest_;
  __several(A& a, M&... m) : first_(a), rest_(m...) {}
  void unlock() {
    rest_.unlock();
    first_.unlock();
  }
};
template <class A> struct __several<A> {
  A& first_;
  explicit __several(A& a) : first_(a) {}
  void unlock() { first_.unlock(); }
};
template <class A, class B, class... M> class scoped_lock<A, B, M...> {
  __several<A, B, M...> held_;

 public:
  explicit scoped_lock(A& a, B& b, M&... m) : held_(a, b, m...) { std::lock(a, b, m...); }
  explicit scoped_lock(adopt_lock_t, A& a, B& b, M&... m) : held_(a, b, m...) {}
  scoped_lock(const scoped_lock&) = delete;
  ~scoped_lock() { held_.unlock(); }
};

template <class... M> scoped_lock(adopt_lock_t, M&...) -> scoped_lock<M...>;
template <class A, class... M> requires (!is_same_v<remove_const_t<A>, adopt_lock_t>) scoped_lock(A&, M&...) -> scoped_lock<A, M...>;

class once_flag {
  int state_[4] = {};
  bool done_ = false;

 public:
  once_flag() {}
  once_flag(const once_flag&) = delete;
  int* __state() { return state_; }
  bool __done() const { return done_; }
  void __finish() { done_ = true; }
};
// Gives the flag back for another try where the function throws.
class __once_turn {
  int* state_;

 public:
  explicit __once_turn(int* state) : state_(state) { __lock(state_); }
  __once_turn(const __once_turn&) = delete;
  ~__once_turn() { __unlock(state_); }
};
template <class F, class... A> void call_once(once_flag& flag, F&& f, A&&... args) {
  __once_turn turn(flag.__state());
  if (flag.__done()) return;
  f(static_cast<A&&>(args)...);
  flag.__finish();
}
}  // namespace std
