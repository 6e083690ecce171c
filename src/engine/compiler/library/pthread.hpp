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
#define PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP {}
#define PTHREAD_COND_INITIALIZER {}
#define PTHREAD_RWLOCK_INITIALIZER {}
#define PTHREAD_RWLOCK_WRITER_NONRECURSIVE_INITIALIZER_NP {}
#define PTHREAD_RWLOCK_PREFER_READER_NP 0
#define PTHREAD_RWLOCK_PREFER_WRITER_NP 1
#define PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP 2
#define PTHREAD_RWLOCK_DEFAULT_NP 0
#define PTHREAD_ONCE_INIT {}
#define PTHREAD_CANCEL_ENABLE 0
#define PTHREAD_CANCEL_DISABLE 1
#define PTHREAD_CANCEL_DEFERRED 0
#define PTHREAD_CANCEL_ASYNCHRONOUS 1
#define PTHREAD_CANCELED ((void*)-1L)

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
// By thread, whether it has ended: of programs that ask for it.
inline int* __ended(int id) {
  static int ended[__most_threads];
  return &ended[id];
}
template <class... A> void __run_pthread(void* (*start)(A...), A... arguments) {
  void* result = nullptr;
  try {
    result = start(arguments...);
    if (result != nullptr) *__thread_result(__self()) = result;
  } catch (const __thread_exit&) {
  }
  __end_specific();
  if constexpr (__mentions("join_np")) __atomic_store(__ended(__self()), 1);
}
constexpr unsigned long __first_pthread = 140000000000000ul;
inline unsigned long __pthread_of(int id) { return __first_pthread + 4096ul * id; }
inline int __number_of(unsigned long thread) {
  return thread < __first_pthread ? -1 : static_cast<int>((thread - __first_pthread) / 4096ul);
}
}  // namespace std

struct sched_param {
  int sched_priority;
};
#define SCHED_OTHER 0
#define SCHED_FIFO 1
#define SCHED_RR 2
#define SCHED_BATCH 3
#define SCHED_IDLE 5
struct pthread_attr_t {
  int detached;
  size_t stack_size;
  void* stack;
  size_t guard_size;
  int scope;
  int inherits;
  int policy;
  sched_param param;
};
inline int pthread_attr_init(pthread_attr_t* attr) {
  *attr = {PTHREAD_CREATE_JOINABLE, 8388608, nullptr, 4096};
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
inline int pthread_attr_setstack(pthread_attr_t* attr, void* stack, size_t size) {
  attr->stack = stack;
  attr->stack_size = size;
  return 0;
}
inline int pthread_attr_getstack(const pthread_attr_t* attr, void** stack, size_t* size) {
  *stack = attr->stack;
  *size = attr->stack_size;
  return 0;
}
inline int pthread_attr_setguardsize(pthread_attr_t* attr, size_t size) {
  attr->guard_size = size;
  return 0;
}
inline int pthread_attr_getguardsize(const pthread_attr_t* attr, size_t* size) {
  *size = attr->guard_size;
  return 0;
}
inline int pthread_attr_setscope(pthread_attr_t* attr, int scope) {
  attr->scope = PTHREAD_SCOPE_SYSTEM;
  return scope == PTHREAD_SCOPE_SYSTEM ? 0 : ENOTSUP;
}
inline int pthread_attr_getscope(const pthread_attr_t* attr, int* scope) {
  *scope = attr->scope;
  return 0;
}
inline int pthread_attr_setinheritsched(pthread_attr_t* attr, int inherits) {
  attr->inherits = inherits;
  return 0;
}
inline int pthread_attr_getinheritsched(const pthread_attr_t* attr, int* inherits) {
  *inherits = attr->inherits;
  return 0;
}
inline int pthread_attr_setschedpolicy(pthread_attr_t* attr, int policy) {
  if (policy < SCHED_OTHER || policy > SCHED_RR) return EINVAL;
  attr->policy = policy;
  return 0;
}
inline int pthread_attr_getschedpolicy(const pthread_attr_t* attr, int* policy) {
  *policy = attr->policy;
  return 0;
}
inline int pthread_getcpuclockid(pthread_t, clockid_t* clock) {
  *clock = CLOCK_THREAD_CPUTIME_ID;
  return 0;
}
inline int pthread_getattr_np(pthread_t, pthread_attr_t* attr) { return pthread_attr_init(attr); }

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
template <class T> int pthread_tryjoin_np(pthread_t thread, T* result) {
  int id = std::__number_of(thread);
  if (id < 0) return ESRCH;
  return __atomic_load(std::__ended(id)) ? pthread_join(thread, result) : EBUSY;
}
// It may be too late before the thread has ended, whatever the time.
template <class T> int pthread_timedjoin_np(pthread_t thread, T* result, const timespec* time) {
  int failed = pthread_tryjoin_np(thread, result);
  return __in_time(failed != EBUSY, time) ? failed : ETIMEDOUT;
}
// NULL is no pointer to something.
inline int pthread_tryjoin_np(pthread_t thread, void** result) { return pthread_tryjoin_np<void*>(thread, result); }
inline int pthread_timedjoin_np(pthread_t thread, void** result, const timespec* time) {
  return pthread_timedjoin_np<void*>(thread, result, time);
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
inline int pthread_getschedparam(pthread_t, int* policy, sched_param* param) {
  *policy = SCHED_OTHER;
  param->sched_priority = 0;
  return 0;
}
inline int pthread_setschedparam(pthread_t, int policy, const sched_param*) { return policy == SCHED_OTHER ? 0 : EPERM; }
inline int pthread_setschedprio(pthread_t, int) { return 0; }
inline int pthread_attr_setschedparam(pthread_attr_t* attr, const sched_param* param) {
  attr->param = *param;
  return 0;
}
inline int pthread_attr_getschedparam(const pthread_attr_t* attr, sched_param* param) {
  *param = attr->param;
  return 0;
}
inline int sched_getscheduler(pid_t) { return SCHED_OTHER; }
inline int sched_setscheduler(pid_t, int policy, const sched_param*) {
  if (policy == SCHED_OTHER) return 0;
  errno = EPERM;
  return -1;
}
inline int sched_getparam(pid_t, sched_param* param) {
  param->sched_priority = 0;
  return 0;
}
// Nobody keeps the processors that a thread is bound to: it may run on all of them.
#define CPU_SETSIZE 1024
struct cpu_set_t {
  unsigned long __bits[16];
};
inline void __clear_cpus(cpu_set_t* set) { *set = {}; }
inline void __set_cpu(unsigned long cpu, cpu_set_t* set, bool in) {
  if (cpu >= CPU_SETSIZE) return;
  unsigned long bit = 1ul << cpu % 64;
  if (in) set->__bits[cpu / 64] |= bit;
  else set->__bits[cpu / 64] &= ~bit;
}
inline int __has_cpu(unsigned long cpu, const cpu_set_t* set) {
  return cpu < CPU_SETSIZE && (set->__bits[cpu / 64] >> cpu % 64 & 1) != 0;
}
inline int __count_cpus(const cpu_set_t* set) {
  int count = 0;
  for (int cpu = 0; cpu < CPU_SETSIZE; cpu++) count += __has_cpu(cpu, set);
  return count;
}
#define CPU_ZERO(set) __clear_cpus(set)
#define CPU_SET(cpu, set) __set_cpu(cpu, set, 1)
#define CPU_CLR(cpu, set) __set_cpu(cpu, set, 0)
#define CPU_ISSET(cpu, set) __has_cpu(cpu, set)
#define CPU_COUNT(set) __count_cpus(set)
inline int sched_getaffinity(pid_t, size_t, cpu_set_t* set) {
  *set = {{(1ul << __PROCESSORS) - 1}};
  return 0;
}
inline int sched_setaffinity(pid_t, size_t, const cpu_set_t*) { return 0; }
inline int pthread_getaffinity_np(pthread_t, size_t size, cpu_set_t* set) { return sched_getaffinity(0, size, set); }
inline int pthread_setaffinity_np(pthread_t, size_t, const cpu_set_t*) { return 0; }
inline int pthread_attr_setaffinity_np(pthread_attr_t*, size_t, const cpu_set_t*) { return 0; }
inline int sched_getcpu() { return __self() % __PROCESSORS; }
inline int pthread_getname_np(pthread_t, char* name, size_t size) {
  if (size == 0) return ERANGE;
  *name = 0;
  return 0;
}
inline int pthread_getconcurrency() { return 0; }
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
// As C has no constructors.
inline __pthread_cleanup __cleaning(void (*run)(void*), void* argument) { return __pthread_cleanup(run, argument); }
#define pthread_cleanup_push_defer_np(routine, argument) pthread_cleanup_push(routine, argument)
#define pthread_cleanup_pop_restore_np(execute) pthread_cleanup_pop(execute)
#define pthread_cleanup_push(routine, argument) { __pthread_cleanup __cleanup = __cleaning(routine, argument);
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
inline int pthread_mutexattr_setprioceiling(pthread_mutexattr_t*, int) { return 0; }
inline int pthread_mutexattr_getpshared(const pthread_mutexattr_t*, int* shared) {
  *shared = PTHREAD_PROCESS_PRIVATE;
  return 0;
}
inline int pthread_mutexattr_setprotocol(pthread_mutexattr_t*, int) { return 0; }
inline int pthread_mutexattr_getprotocol(const pthread_mutexattr_t*, int* protocol) {
  *protocol = PTHREAD_PRIO_NONE;
  return 0;
}

struct pthread_mutex_t {
  int state_[4];
  int kind_;
};
inline bool __holds_pthread(pthread_mutex_t* mutex) { return __atomic_load(&mutex->state_[0]) == __self() + 1; }
// What pthread_mutex_destroy leaves: only another pthread_mutex_init makes a mutex of it again. The others have a word `ended_` for it.
constexpr int __destroyed_mutex = -1;
inline int __kind_of(pthread_mutex_t* mutex) {
  int kind = mutex->kind_;
  if (kind == __destroyed_mutex) __terminate("a mutex is used after its pthread_mutex_destroy");
  return kind;
}
inline int pthread_mutex_init(pthread_mutex_t* mutex, const pthread_mutexattr_t* attr) {
  *mutex = {{}, attr == nullptr ? PTHREAD_MUTEX_DEFAULT : attr->kind};
  return 0;
}
inline int pthread_mutex_destroy(pthread_mutex_t* mutex) {
  __lock_end(mutex->state_);
  mutex->kind_ = __destroyed_mutex;
  return 0;
}
inline int pthread_mutex_lock(pthread_mutex_t* mutex) {
  int kind = __kind_of(mutex);
  if (kind == PTHREAD_MUTEX_ERRORCHECK && __holds_pthread(mutex)) return EDEADLK;
  if (kind == PTHREAD_MUTEX_RECURSIVE) __lock_recursive(mutex->state_);
  else __lock(mutex->state_);
  return 0;
}
inline int pthread_mutex_trylock(pthread_mutex_t* mutex) {
  bool taken = __kind_of(mutex) == PTHREAD_MUTEX_RECURSIVE ? __try_lock_recursive(mutex->state_) : __try_lock(mutex->state_);
  return taken ? 0 : EBUSY;
}
inline int pthread_mutex_timedlock(pthread_mutex_t* mutex, const timespec* time) {
  bool taken = __kind_of(mutex) == PTHREAD_MUTEX_RECURSIVE ? __try_lock_recursive_timed(mutex->state_) : __try_lock_timed(mutex->state_);
  return __in_time(taken, time) ? 0 : ETIMEDOUT;
}
inline int pthread_mutex_clocklock(pthread_mutex_t* mutex, int, const timespec* time) { return pthread_mutex_timedlock(mutex, time); }
inline int pthread_mutex_unlock(pthread_mutex_t* mutex) {
  if (__kind_of(mutex) == PTHREAD_MUTEX_ERRORCHECK && !__holds_pthread(mutex)) return EPERM;
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
  bool ended_;
};
inline int* __usable(pthread_cond_t* cond) {
  if (cond->ended_) __terminate("a condition variable is used after its pthread_cond_destroy");
  return cond->waiters_;
}
inline int pthread_cond_init(pthread_cond_t* cond, const pthread_condattr_t*) {
  *cond = {};
  return 0;
}
inline int pthread_cond_destroy(pthread_cond_t* cond) {
  __usable(cond);
  cond->ended_ = true;
  return 0;
}
inline int pthread_cond_wait(pthread_cond_t* cond, pthread_mutex_t* mutex) {
  __MAY_WAKE(pthread_mutex_unlock(mutex), pthread_mutex_lock(mutex), 0)
  __usable(cond);
  std::__begin_cancellable(cond->waiters_, mutex->state_);
  __cv_wait(cond->waiters_, mutex->state_);
  __cv_relock(cond->waiters_, mutex->state_);
  std::__end_cancellable();
  return 0;
}
inline int pthread_cond_timedwait(pthread_cond_t* cond, pthread_mutex_t* mutex, const timespec* time) {
  __usable(cond);
  std::__begin_cancellable(cond->waiters_, mutex->state_);
  __cv_wait(cond->waiters_, mutex->state_);
  bool in_time = __cv_timed(cond->waiters_, mutex->state_);
  std::__end_cancellable();
  return __in_time(in_time, time) ? 0 : ETIMEDOUT;
}
inline int pthread_cond_clockwait(pthread_cond_t* cond, pthread_mutex_t* mutex, int, const timespec* time) {
  return pthread_cond_timedwait(cond, mutex, time);
}
inline int pthread_cond_signal(pthread_cond_t* cond) {
  __notify_one(__usable(cond));
  return 0;
}
inline int pthread_cond_broadcast(pthread_cond_t* cond) {
  __notify_all(__usable(cond));
  return 0;
}

struct pthread_rwlockattr_t {
  int kind;
};
inline int pthread_rwlockattr_init(pthread_rwlockattr_t*) { return 0; }
inline int pthread_rwlockattr_destroy(pthread_rwlockattr_t*) { return 0; }
inline int pthread_rwlockattr_setpshared(pthread_rwlockattr_t*, int) { return 0; }
// Whoever comes first: readers and writers are served in every order.
inline int pthread_rwlockattr_setkind_np(pthread_rwlockattr_t* attr, int kind) {
  attr->kind = kind;
  return 0;
}
inline int pthread_rwlockattr_getkind_np(const pthread_rwlockattr_t* attr, int* kind) {
  *kind = attr->kind;
  return 0;
}
struct pthread_rwlock_t {
  int state_[4];
  bool ended_;
};
inline int* __usable(pthread_rwlock_t* lock) {
  if (lock->ended_) __terminate("a read-write lock is used after its pthread_rwlock_destroy");
  return lock->state_;
}
inline int pthread_rwlock_init(pthread_rwlock_t* lock, const pthread_rwlockattr_t*) {
  *lock = {};
  return 0;
}
inline int pthread_rwlock_destroy(pthread_rwlock_t* lock) {
  __lock_end(__usable(lock));
  lock->ended_ = true;
  return 0;
}
inline int pthread_rwlock_rdlock(pthread_rwlock_t* lock) {
  __lock_shared(__usable(lock));
  return 0;
}
inline int pthread_rwlock_wrlock(pthread_rwlock_t* lock) {
  __lock_exclusive(__usable(lock));
  return 0;
}
inline int pthread_rwlock_tryrdlock(pthread_rwlock_t* lock) { return __try_lock_shared(__usable(lock)) ? 0 : EBUSY; }
inline int pthread_rwlock_trywrlock(pthread_rwlock_t* lock) { return __try_lock_exclusive(__usable(lock)) ? 0 : EBUSY; }
inline int pthread_rwlock_timedrdlock(pthread_rwlock_t* lock, const timespec* time) {
  return __in_time(__try_lock_shared_timed(__usable(lock)), time) ? 0 : ETIMEDOUT;
}
inline int pthread_rwlock_timedwrlock(pthread_rwlock_t* lock, const timespec* time) {
  return __in_time(__try_lock_exclusive_timed(__usable(lock)), time) ? 0 : ETIMEDOUT;
}
inline int pthread_rwlock_clockrdlock(pthread_rwlock_t* lock, int, const timespec* time) { return pthread_rwlock_timedrdlock(lock, time); }
inline int pthread_rwlock_clockwrlock(pthread_rwlock_t* lock, int, const timespec* time) { return pthread_rwlock_timedwrlock(lock, time); }
inline int pthread_rwlock_unlock(pthread_rwlock_t* lock) {
  __unlock_either(__usable(lock));
  return 0;
}

struct pthread_spinlock_t {
  int state_[4];
  bool ended_;
};
inline int* __usable(pthread_spinlock_t* lock) {
  if (lock->ended_) __terminate("a spin lock is used after its pthread_spin_destroy");
  return lock->state_;
}
inline int pthread_spin_init(pthread_spinlock_t* lock, int) {
  *lock = {};
  return 0;
}
inline int pthread_spin_destroy(pthread_spinlock_t* lock) {
  __lock_end(__usable(lock));
  lock->ended_ = true;
  return 0;
}
inline int pthread_spin_lock(pthread_spinlock_t* lock) {
  __lock(__usable(lock));
  return 0;
}
inline int pthread_spin_trylock(pthread_spinlock_t* lock) { return __try_lock(__usable(lock)) ? 0 : EBUSY; }
inline int pthread_spin_unlock(pthread_spinlock_t* lock) {
  __unlock(__usable(lock));
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
  // In a wait, woken or not; and whether somebody waits until there are none, to destroy it.
  unsigned inside_;
  bool ends_;
};
inline int pthread_barrierattr_init(pthread_barrierattr_t* attr) {
  attr->shared = 0;
  return 0;
}
inline int pthread_barrierattr_destroy(pthread_barrierattr_t*) { return 0; }
inline int pthread_barrierattr_setpshared(pthread_barrierattr_t* attr, int shared) {
  attr->shared = shared;
  return 0;
}
inline int pthread_barrier_init(pthread_barrier_t* barrier, const pthread_barrierattr_t*, unsigned count) {
  if (count == 0) return EINVAL;
  *barrier = {{}, {}, count, count, 0, 0, false};
  return 0;
}
// Whose wait has ended may destroy it at once: those who leave it still are waited for, as glibc does.
inline int pthread_barrier_destroy(pthread_barrier_t* barrier) {
  pthread_mutex_lock(&barrier->lock_);
  barrier->ends_ = true;
  while (barrier->inside_ != 0) pthread_cond_wait(&barrier->opened_, &barrier->lock_);
  pthread_mutex_unlock(&barrier->lock_);
  return pthread_mutex_destroy(&barrier->lock_);
}
inline int pthread_barrier_wait(pthread_barrier_t* barrier) {
  pthread_mutex_lock(&barrier->lock_);
  unsigned phase = barrier->phase_;
  bool last = --barrier->left_ == 0;
  if (last) {
    barrier->left_ = barrier->expected_;
    barrier->phase_++;
    pthread_cond_broadcast(&barrier->opened_);
  } else {
    barrier->inside_++;
    while (barrier->phase_ == phase) pthread_cond_wait(&barrier->opened_, &barrier->lock_);
    if (--barrier->inside_ == 0 && barrier->ends_) pthread_cond_broadcast(&barrier->opened_);
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
  if (key >= PTHREAD_KEYS_MAX || !std::__keys.keys_[key].used_) return EINVAL;
  std::__specific_values()[key] = const_cast<void*>(value);
  return 0;
}
inline void* pthread_getspecific(pthread_key_t key) { return key < PTHREAD_KEYS_MAX && std::__keys.keys_[key].used_ ? std::__specific_values()[key] : nullptr; }
