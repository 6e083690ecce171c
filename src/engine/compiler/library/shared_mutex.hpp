// <shared_mutex>: one writer or many readers.
#include <mutex>
namespace std {
class shared_mutex {
  int state_[4] = {};

 public:
  shared_mutex() {}
  shared_mutex(const shared_mutex&) = delete;
  shared_mutex& operator=(const shared_mutex&) = delete;
  ~shared_mutex() { __lock_end(state_); }
  void lock() { __lock_exclusive(state_); }
  bool try_lock() { return __try_lock_exclusive(state_); }
  void unlock() { __unlock_exclusive(state_); }
  void lock_shared() { __lock_shared(state_); }
  bool try_lock_shared() { return __try_lock_shared(state_); }
  void unlock_shared() { __unlock_shared(state_); }
  int* __state() { return state_; }
  void __locked() {}
};
class shared_timed_mutex {
  int state_[4] = {};

 public:
  shared_timed_mutex() {}
  shared_timed_mutex(const shared_timed_mutex&) = delete;
  shared_timed_mutex& operator=(const shared_timed_mutex&) = delete;
  ~shared_timed_mutex() { __lock_end(state_); }
  void lock() { __lock_exclusive(state_); }
  bool try_lock() { return __try_lock_exclusive(state_); }
  template <class R, class P> bool try_lock_for(const chrono::duration<R, P>& time) { return chrono::__in_time(__try_lock_exclusive_timed(state_), time); }
  template <class C, class D> bool try_lock_until(const chrono::time_point<C, D>& time) { return chrono::__in_time(__try_lock_exclusive_timed(state_), time); }
  void unlock() { __unlock_exclusive(state_); }
  void lock_shared() { __lock_shared(state_); }
  bool try_lock_shared() { return __try_lock_shared(state_); }
  template <class R, class P> bool try_lock_shared_for(const chrono::duration<R, P>& time) { return chrono::__in_time(__try_lock_shared_timed(state_), time); }
  template <class C, class D> bool try_lock_shared_until(const chrono::time_point<C, D>& time) { return chrono::__in_time(__try_lock_shared_timed(state_), time); }
  void unlock_shared() { __unlock_shared(state_); }
  int* __state() { return state_; }
  void __locked() {}
};

template <class M> class shared_lock {
  M* mutex_ = nullptr;
  bool owns_ = false;

 public:
  shared_lock() {}
  explicit shared_lock(M& m) : mutex_(&m), owns_(true) { m.lock_shared(); }
  shared_lock(M& m, defer_lock_t) : mutex_(&m) {}
  shared_lock(M& m, try_to_lock_t) : mutex_(&m), owns_(m.try_lock_shared()) {}
  shared_lock(M& m, adopt_lock_t) : mutex_(&m), owns_(true) {}
  template <class R, class P> shared_lock(M& m, const chrono::duration<R, P>& time) : mutex_(&m), owns_(m.try_lock_shared_for(time)) {}
  template <class C, class D> shared_lock(M& m, const chrono::time_point<C, D>& time) : mutex_(&m), owns_(m.try_lock_shared_until(time)) {}
  shared_lock(const shared_lock&) = delete;
  shared_lock& operator=(const shared_lock&) = delete;
  shared_lock(shared_lock&& other) : mutex_(other.mutex_), owns_(other.owns_) {
    other.mutex_ = nullptr;
    other.owns_ = false;
  }
  shared_lock& operator=(shared_lock&& other) {
    if (owns_) mutex_->unlock_shared();
    mutex_ = other.mutex_;
    owns_ = other.owns_;
    other.mutex_ = nullptr;
    other.owns_ = false;
    return *this;
  }
  ~shared_lock() {
    if (owns_) mutex_->unlock_shared();
  }
  void lock() {
    if (mutex_ == nullptr) __misuse(1, "std::shared_lock::lock: there is no mutex");
    if (owns_) __misuse(35, "std::shared_lock::lock: the lock is held already");
    mutex_->lock_shared();
    owns_ = true;
  }
  bool try_lock() {
    if (mutex_ == nullptr) __misuse(1, "std::shared_lock::try_lock: there is no mutex");
    if (owns_) __misuse(35, "std::shared_lock::try_lock: the lock is held already");
    owns_ = mutex_->try_lock_shared();
    return owns_;
  }
  template <class R, class P> bool try_lock_for(const chrono::duration<R, P>& time) {
    owns_ = mutex_->try_lock_shared_for(time);
    return owns_;
  }
  template <class C, class D> bool try_lock_until(const chrono::time_point<C, D>& time) {
    owns_ = mutex_->try_lock_shared_until(time);
    return owns_;
  }
  M* release() {
    M* m = mutex_;
    mutex_ = nullptr;
    owns_ = false;
    return m;
  }
  M* mutex() const { return mutex_; }
  void swap(shared_lock& other) {
    std::swap(mutex_, other.mutex_);
    std::swap(owns_, other.owns_);
  }
  void unlock() {
    if (!owns_) __misuse(1, "std::shared_lock::unlock: the lock is not held");
    mutex_->unlock_shared();
    owns_ = false;
  }
  bool owns_lock() const { return owns_; }
  explicit operator bool() const { return owns_; }
};
}  // namespace std
