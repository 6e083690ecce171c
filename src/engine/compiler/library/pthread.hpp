// <pthread.h>: POSIX threads over the same locks and condition variables as <mutex>. What a thread returns stands in a word of its own
// until it is joined; attributes that say how a thread is scheduled or where its stack is are taken and change nothing.
#include <cerrno>
#include <__cancel>
#include <sys/types.h>
using pthread_t = unsigned long;
using pthread_key_t = unsigned;
#define PTHREAD_CREATE_JOINABLE 0
#define PTHREAD_CREATE_DETACHED 1
#define PTHREAD_SCOPE_SYSTEM 0
#define PTHREAD_SCOPE_PROCESS 1
#define PTHREAD_INHERIT_SCHED 0
#define PTHREAD_EXPLICIT_SCHED 1
#define PTHREAD_PROCESS_PRIVATE 0
#define PTHREAD_PROCESS_SHARED 1
#define PTHREAD_MUTEX_NORMAL 0
#define PTHREAD_MUTEX_RECURSIVE 1
#define PTHREAD_MUTEX_ERRORCHECK 2
#define PTHREAD_MUTEX_DEFAULT 0
#define PTHREAD_MUTEX_FAST_NP 0
#define PTHREAD_MUTEX_TIMED_NP 0
#define PTHREAD_MUTEX_ADAPTIVE_NP 0
#define PTHREAD_MUTEX_RECURSIVE_NP 1
#define PTHREAD_MUTEX_ERRORCHECK_NP 2
#define PTHREAD_PRIO_NONE 0
#define PTHREAD_PRIO_INHERIT 1
#define PTHREAD_PRIO_PROTECT 2
#define PTHREAD_BARRIER_SERIAL_THREAD (-1)
#define PTHREAD_STACK_MIN 16384
#define PTHREAD_KEYS_MAX 16
#define PTHREAD_DESTRUCTOR_ITERATIONS 4
#define PTHREAD_MUTEX_INITIALIZER {}
#define PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP {{}, PTHREAD_MUTEX_RECURSIVE}
#define PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP {{}, PTHREAD_MUTEX_ERRORCHECK}
#define PTHREAD_COND_INITIALIZER {}
#define PTHREAD_RWLOCK_INITIALIZER {}
#define PTHREAD_ONCE_INIT {}
#define PTHREAD_CANCEL_ENABLE 0
#define PTHREAD_CANCEL_DISABLE 1
#define PTHREAD_CANCEL_DEFERRED 0
#define PTHREAD_CANCEL_ASYNCHRONOUS 1
#define PTHREAD_CANCELED reinterpret_cast<void*>(-1L)

namespace std {
// Thread-specific values, and by key what ends one.
inline void** __specific_values() {
  static thread_local void* values[PTHREAD_KEYS_MAX];
  return values;
}
struct __specific_key {
  void (*end_)(void*);
  bool used_;
};
struct __specific_keys {
  int state_[4];
  int count_;
  __specific_key keys_[PTHREAD_KEYS_MAX];
};
inline __specific_keys __keys{};
inline void __end_specific() {
  for (int round = 0; round < PTHREAD_DESTRUCTOR_ITERATIONS; round++) {
    bool ended = false;
    for (int key = 0; key < __keys.count_; key++) {
      void* value = __specific_values()[key];
      if (value == nullptr || __keys.keys_[key].end_ == nullptr) continue;
      __specific_values()[key] = nullptr;
      __keys.keys_[key].end_(value);
      ended = true;
    }
    if (!ended) return;
  }
}
template <class... A> void __run_pthread(void* (*start)(A...), A... arguments) {
  void* result = nullptr;
  try {
    result = start(arguments...);
    if (result != nullptr) *__thread_result(__self()) = result;
  } catch (const __thread_exit&) {
  }
  __end_specific();
}
constexpr unsigned long __first_pthread = 140000000000000ul;
inline unsigned long __pthread_of(int id) { return __first_pthread + 4096ul * id; }
inline int __number_of(unsigned long thread) {
  return thread < __first_pthread ? -1 : static_cast<int>((thread - __first_pthread) / 4096ul);
}
}  // namespace std

struct pthread_attr_t {
  int detached;
  size_t stack_size;
};
inline int pthread_attr_init(pthread_attr_t* attr) {
  *attr = {PTHREAD_CREATE_JOINABLE, 8388608};
  return 0;
}
inline int pthread_attr_destroy(pthread_attr_t*) { return 0; }
inline int pthread_attr_setdetachstate(pthread_attr_t* attr, int detached) {
  attr->detached = detached;
  return 0;
}
inline int pthread_attr_getdetachstate(const pthread_attr_t* attr, int* detached) {
  *detached = attr->detached;
  return 0;
}
inline int pthread_attr_setstacksize(pthread_attr_t* attr, size_t size) {
  attr->stack_size = size;
  return 0;
}
inline int pthread_attr_getstacksize(const pthread_attr_t* attr, size_t* size) {
  *size = attr->stack_size;
  return 0;
}
inline int pthread_attr_setscope(pthread_attr_t*, int) { return 0; }
inline int pthread_attr_setinheritsched(pthread_attr_t*, int) { return 0; }
inline int pthread_attr_setschedpolicy(pthread_attr_t*, int) { return 0; }

inline int pthread_create(pthread_t* thread, const pthread_attr_t* attr, void* (*start)(void*), void* argument) {
  int id = __loosen(__spawn(std::__run_pthread<void*>, start, argument));
  *thread = std::__pthread_of(id);
  if (attr != nullptr && attr->detached == PTHREAD_CREATE_DETACHED) __detach(id);
  return 0;
}
inline pthread_t pthread_self() { return std::__pthread_of(__self()); }
inline int pthread_equal(pthread_t a, pthread_t b) { return a == b; }
inline int pthread_join(pthread_t thread, void** result) {
  int id = std::__number_of(thread);
  if (id < 0) return ESRCH;
  if (id == __self()) return EDEADLK;
  std::__cancellation_point();
  __join(id);
  if (result != nullptr) *result = *std::__thread_result(id);
  return 0;
}
// Into the place of a number, or of another pointer.
template <class T> int pthread_join(pthread_t thread, T* result) {
  void* returned = nullptr;
  int failed = pthread_join(thread, &returned);
  if (failed != 0) return failed;
  if constexpr (std::__is_arithmetic<T>()) *result = static_cast<T>(reinterpret_cast<long>(returned));
  else *result = static_cast<T>(returned);
  return 0;
}
inline int pthread_detach(pthread_t thread) {
  int id = std::__number_of(thread);
  if (id < 0) return ESRCH;
  __detach(id);
  return 0;
}
// From main it waits for all others, as the process does.
[[noreturn]] inline void pthread_exit(void* result) {
  if (result != nullptr) *std::__thread_result(__self()) = result;
  if (__self() == 0)
    for (int id = 1; __await(id); id++) {
    }
  throw std::__thread_exit();
}
inline int pthread_cancel(pthread_t thread) {
  int id = std::__number_of(thread);
  if (id < 0) return ESRCH;
  std::__request_cancellation(id);
  return 0;
}
inline void pthread_testcancel() { std::__cancellation_point(); }
inline int pthread_setcancelstate(int state, int* before) {
  if (state != PTHREAD_CANCEL_ENABLE && state != PTHREAD_CANCEL_DISABLE) return EINVAL;
  std::__cancellation* own = std::__cancellation_of(__self());
  if (before != nullptr) *before = own->disabled_;
  own->disabled_ = state;
  return 0;
}
// Taken and not followed: a request is met at cancellation points alone.
inline int pthread_setcanceltype(int type, int* before) {
  if (before != nullptr) *before = PTHREAD_CANCEL_DEFERRED;
  return type == PTHREAD_CANCEL_DEFERRED || type == PTHREAD_CANCEL_ASYNCHRONOUS ? 0 : EINVAL;
}
// Every thread has the policy and priority that it asked for, and is scheduled as any other.
#define SCHED_OTHER 0
#define SCHED_FIFO 1
#define SCHED_RR 2
struct sched_param {
  int sched_priority;
};
inline int pthread_getschedparam(pthread_t, int* policy, sched_param* param) {
  *policy = SCHED_OTHER;
  param->sched_priority = 0;
  return 0;
}
inline int pthread_setschedparam(pthread_t, int policy, const sched_param*) { return policy == SCHED_OTHER ? 0 : EPERM; }
inline int pthread_attr_setschedparam(pthread_attr_t*, const sched_param*) { return 0; }
inline int sched_get_priority_min(int policy) { return policy == SCHED_OTHER ? 0 : 1; }
inline int sched_get_priority_max(int policy) { return policy == SCHED_OTHER ? 0 : 99; }
inline int pthread_setname_np(pthread_t, const char*) { return 0; }
inline int pthread_setconcurrency(int) { return 0; }
inline int pthread_yield() {
  __yield();
  return 0;
}

// What pthread_cleanup_push keeps runs where the thread leaves the block: by pthread_exit, or asked for by pthread_cleanup_pop.
class __pthread_cleanup {
  void (*run_)(void*);
  void* argument_;
  int wanted_ = 1;

 public:
  __pthread_cleanup(void (*run)(void*), void* argument) : run_(run), argument_(argument) {}
  __pthread_cleanup(const __pthread_cleanup&) = delete;
  ~__pthread_cleanup() {
    if (wanted_) run_(argument_);
  }
  void __pop(int wanted) { wanted_ = wanted; }
};
#define pthread_cleanup_push(routine, argument) { __pthread_cleanup __cleanup(routine, argument);
#define pthread_cleanup_pop(execute) __cleanup.__pop(execute); }

struct pthread_mutexattr_t {
  int kind;
};
inline int pthread_mutexattr_init(pthread_mutexattr_t* attr) {
  attr->kind = PTHREAD_MUTEX_DEFAULT;
  return 0;
}
inline int pthread_mutexattr_destroy(pthread_mutexattr_t*) { return 0; }
inline int pthread_mutexattr_settype(pthread_mutexattr_t* attr, int kind) {
  if (kind < PTHREAD_MUTEX_NORMAL || kind > PTHREAD_MUTEX_ERRORCHECK) return EINVAL;
  attr->kind = kind;
  return 0;
}
inline int pthread_mutexattr_gettype(const pthread_mutexattr_t* attr, int* kind) {
  *kind = attr->kind;
  return 0;
}
inline int pthread_mutexattr_setpshared(pthread_mutexattr_t*, int) { return 0; }
inline int pthread_mutexattr_setprotocol(pthread_mutexattr_t*, int) { return 0; }

struct pthread_mutex_t {
  int state_[4];
  int kind_;
};
inline bool __holds_pthread(pthread_mutex_t* mutex) { return __atomic_load(&mutex->state_[0]) == __self() + 1; }
inline int pthread_mutex_init(pthread_mutex_t* mutex, const pthread_mutexattr_t* attr) {
  *mutex = {{}, attr == nullptr ? PTHREAD_MUTEX_DEFAULT : attr->kind};
  return 0;
}
inline int pthread_mutex_destroy(pthread_mutex_t* mutex) {
  __lock_end(mutex->state_);
  return 0;
}
inline int pthread_mutex_lock(pthread_mutex_t* mutex) {
  if (mutex->kind_ == PTHREAD_MUTEX_ERRORCHECK && __holds_pthread(mutex)) return EDEADLK;
  if (mutex->kind_ == PTHREAD_MUTEX_RECURSIVE) __lock_recursive(mutex->state_);
  else __lock(mutex->state_);
  return 0;
}
inline int pthread_mutex_trylock(pthread_mutex_t* mutex) {
  bool taken = mutex->kind_ == PTHREAD_MUTEX_RECURSIVE ? __try_lock_recursive(mutex->state_) : __try_lock(mutex->state_);
  return taken ? 0 : EBUSY;
}
inline int pthread_mutex_timedlock(pthread_mutex_t* mutex, const timespec*) {
  bool taken = mutex->kind_ == PTHREAD_MUTEX_RECURSIVE ? __try_lock_recursive_timed(mutex->state_) : __try_lock_timed(mutex->state_);
  return taken ? 0 : ETIMEDOUT;
}
inline int pthread_mutex_unlock(pthread_mutex_t* mutex) {
  if (mutex->kind_ == PTHREAD_MUTEX_ERRORCHECK && !__holds_pthread(mutex)) return EPERM;
  __unlock(mutex->state_);
  return 0;
}

struct pthread_condattr_t {
  int clock;
};
inline int pthread_condattr_init(pthread_condattr_t*) { return 0; }
inline int pthread_condattr_destroy(pthread_condattr_t*) { return 0; }
inline int pthread_condattr_setclock(pthread_condattr_t*, int) { return 0; }
inline int pthread_condattr_setpshared(pthread_condattr_t*, int) { return 0; }
struct pthread_cond_t {
  int waiters_[2];
};
inline int pthread_cond_init(pthread_cond_t* cond, const pthread_condattr_t*) {
  *cond = {};
  return 0;
}
inline int pthread_cond_destroy(pthread_cond_t*) { return 0; }
inline int pthread_cond_wait(pthread_cond_t* cond, pthread_mutex_t* mutex) {
  __MAY_WAKE(pthread_mutex_unlock(mutex), pthread_mutex_lock(mutex), 0)
  std::__begin_cancellable(cond->waiters_, mutex->state_);
  __cv_wait(cond->waiters_, mutex->state_);
  __cv_relock(cond->waiters_, mutex->state_);
  std::__end_cancellable();
  return 0;
}
inline int pthread_cond_timedwait(pthread_cond_t* cond, pthread_mutex_t* mutex, const timespec*) {
  std::__begin_cancellable(cond->waiters_, mutex->state_);
  __cv_wait(cond->waiters_, mutex->state_);
  bool in_time = __cv_timed(cond->waiters_, mutex->state_);
  std::__end_cancellable();
  return in_time ? 0 : ETIMEDOUT;
}
inline int pthread_cond_signal(pthread_cond_t* cond) {
  __notify_one(cond->waiters_);
  return 0;
}
inline int pthread_cond_broadcast(pthread_cond_t* cond) {
  __notify_all(cond->waiters_);
  return 0;
}

struct pthread_rwlockattr_t {
  int kind;
};
inline int pthread_rwlockattr_init(pthread_rwlockattr_t*) { return 0; }
inline int pthread_rwlockattr_destroy(pthread_rwlockattr_t*) { return 0; }
struct pthread_rwlock_t {
  int state_[4];
};
inline int pthread_rwlock_init(pthread_rwlock_t* lock, const pthread_rwlockattr_t*) {
  *lock = {};
  return 0;
}
inline int pthread_rwlock_destroy(pthread_rwlock_t* lock) {
  __lock_end(lock->state_);
  return 0;
}
inline int pthread_rwlock_rdlock(pthread_rwlock_t* lock) {
  __lock_shared(lock->state_);
  return 0;
}
inline int pthread_rwlock_wrlock(pthread_rwlock_t* lock) {
  __lock_exclusive(lock->state_);
  return 0;
}
inline int pthread_rwlock_tryrdlock(pthread_rwlock_t* lock) { return __try_lock_shared(lock->state_) ? 0 : EBUSY; }
inline int pthread_rwlock_trywrlock(pthread_rwlock_t* lock) { return __try_lock_exclusive(lock->state_) ? 0 : EBUSY; }
inline int pthread_rwlock_timedrdlock(pthread_rwlock_t* lock, const timespec*) {
  return __try_lock_shared_timed(lock->state_) ? 0 : ETIMEDOUT;
}
inline int pthread_rwlock_timedwrlock(pthread_rwlock_t* lock, const timespec*) {
  return __try_lock_exclusive_timed(lock->state_) ? 0 : ETIMEDOUT;
}
inline int pthread_rwlock_unlock(pthread_rwlock_t* lock) {
  __unlock_either(lock->state_);
  return 0;
}

struct pthread_spinlock_t {
  int state_[4];
};
inline int pthread_spin_init(pthread_spinlock_t* lock, int) {
  *lock = {};
  return 0;
}
inline int pthread_spin_destroy(pthread_spinlock_t* lock) {
  __lock_end(lock->state_);
  return 0;
}
inline int pthread_spin_lock(pthread_spinlock_t* lock) {
  __lock(lock->state_);
  return 0;
}
inline int pthread_spin_trylock(pthread_spinlock_t* lock) { return __try_lock(lock->state_) ? 0 : EBUSY; }
inline int pthread_spin_unlock(pthread_spinlock_t* lock) {
  __unlock(lock->state_);
  return 0;
}

struct pthread_barrierattr_t {
  int shared;
};
struct pthread_barrier_t {
  pthread_mutex_t lock_;
  pthread_cond_t opened_;
  unsigned expected_;
  unsigned left_;
  unsigned phase_;
};
inline int pthread_barrier_init(pthread_barrier_t* barrier, const pthread_barrierattr_t*, unsigned count) {
  if (count == 0) return EINVAL;
  *barrier = {{}, {}, count, count, 0};
  return 0;
}
inline int pthread_barrier_destroy(pthread_barrier_t* barrier) { return pthread_mutex_destroy(&barrier->lock_); }
inline int pthread_barrier_wait(pthread_barrier_t* barrier) {
  pthread_mutex_lock(&barrier->lock_);
  unsigned phase = barrier->phase_;
  bool last = --barrier->left_ == 0;
  if (last) {
    barrier->left_ = barrier->expected_;
    barrier->phase_++;
    pthread_cond_broadcast(&barrier->opened_);
  } else {
    while (barrier->phase_ == phase) pthread_cond_wait(&barrier->opened_, &barrier->lock_);
  }
  pthread_mutex_unlock(&barrier->lock_);
  return last ? PTHREAD_BARRIER_SERIAL_THREAD : 0;
}

struct pthread_once_t {
  int state_[4];
  bool done_;
};
inline int pthread_once(pthread_once_t* once, void (*routine)()) {
  __lock(once->state_);
  if (!once->done_) {
    routine();
    once->done_ = true;
  }
  __unlock(once->state_);
  return 0;
}

inline int pthread_key_create(pthread_key_t* key, void (*end)(void*)) {
  std::__specific_keys& keys = std::__keys;
  __lock(keys.state_);
  bool room = keys.count_ < PTHREAD_KEYS_MAX;
  if (room) {
    *key = keys.count_;
    keys.keys_[keys.count_++] = {end, true};
  }
  __unlock(keys.state_);
  return room ? 0 : EAGAIN;
}
inline int pthread_key_delete(pthread_key_t key) {
  if (key >= PTHREAD_KEYS_MAX) return EINVAL;
  std::__keys.keys_[key] = {nullptr, false};
  return 0;
}
inline int pthread_setspecific(pthread_key_t key, const void* value) {
  if (key >= PTHREAD_KEYS_MAX) return EINVAL;
  std::__specific_values()[key] = const_cast<void*>(value);
  return 0;
}
inline void* pthread_getspecific(pthread_key_t key) { return key < PTHREAD_KEYS_MAX ? std::__specific_values()[key] : nullptr; }
