// <__cancel>: cancellation of POSIX threads, by their number. A request is met at the cancellation points; who waits for a condition
// is woken for it. Only of programs that call pthread_cancel.
namespace std {
// What pthread_exit and a cancellation throw; the first function of the thread, and main, catch it.
struct __thread_exit {};
constexpr int __most_threads = 64;
// By thread, what its function returned.
inline void** __thread_result(int id) {
  static void* results[__most_threads];
  return &results[id];
}
struct __cancellation {
  int requested_;
  int disabled_;
  // Where it waits, and the lock that it gives back meanwhile.
  int* condition_;
  int* lock_;
};
inline __cancellation* __cancellation_of(int id) {
  static __cancellation all[__most_threads];
  return &all[id];
}
inline void __cancellation_point() {
  if constexpr (__mentions("pthread_cancel")) {
    __cancellation* own = __cancellation_of(__self());
    if (own->disabled_ || !__atomic_load(&own->requested_)) return;
    own->disabled_ = 1;
    *__thread_result(__self()) = reinterpret_cast<void*>(-1L);
    throw __thread_exit();
  }
}
inline void __end_cancellable() {
  if constexpr (__mentions("pthread_cancel")) {
    __atomic_store(&__cancellation_of(__self())->condition_, static_cast<int*>(nullptr));
    __cancellation_point();
  }
}
// Around a wait for a condition, with its lock held. Where it waits is known before it looks: a request that comes in between is not missed.
inline void __begin_cancellable(int* condition, int* lock) {
  if constexpr (__mentions("pthread_cancel")) {
    __cancellation* own = __cancellation_of(__self());
    __atomic_store(&own->lock_, lock);
    __atomic_store(&own->condition_, condition);
    if (__atomic_load(&own->requested_)) __end_cancellable();
  }
}
inline void __request_cancellation(int id) {
  __cancellation* other = __cancellation_of(id);
  __atomic_store(&other->requested_, 1);
  int* condition = __atomic_load(&other->condition_);
  if (condition == nullptr) return;
  int* lock = __atomic_load(&other->lock_);
  bool held = __atomic_load(lock) == __self() + 1;
  if (!held) __lock(lock);
  __notify_all(condition);
  if (!held) __unlock(lock);
}
}  // namespace std
