// <threads.h>: the threads of C11, by those of POSIX.
#include <pthread.h>
using thrd_t = pthread_t;
using mtx_t = pthread_mutex_t;
using cnd_t = pthread_cond_t;
using tss_t = pthread_key_t;
using once_flag = pthread_once_t;
using thrd_start_t = int (*)(void*);
using tss_dtor_t = void (*)(void*);
#define ONCE_FLAG_INIT PTHREAD_ONCE_INIT
#define TSS_DTOR_ITERATIONS PTHREAD_DESTRUCTOR_ITERATIONS
enum { thrd_success, thrd_busy, thrd_error, thrd_nomem, thrd_timedout };
enum { mtx_plain, mtx_recursive, mtx_timed };

namespace std {
inline int __thrd_result(int error) {
  return error == 0 ? thrd_success : error == EBUSY ? thrd_busy : error == ETIMEDOUT ? thrd_timedout : thrd_error;
}
inline void* __thrd_run(thrd_start_t start, void* argument) {
  return reinterpret_cast<void*>(static_cast<long>(start(argument)));
}
inline void __run_thrd(thrd_start_t start, void* argument) { __run_pthread(__thrd_run, start, argument); }
}  // namespace std

inline int thrd_create(thrd_t* thread, thrd_start_t start, void* argument) {
  *thread = std::__pthread_of(__loosen(__spawn(std::__run_thrd, start, argument)));
  return thrd_success;
}
inline thrd_t thrd_current() { return pthread_self(); }
inline int thrd_equal(thrd_t a, thrd_t b) { return pthread_equal(a, b); }
inline int thrd_detach(thrd_t thread) { return std::__thrd_result(pthread_detach(thread)); }
inline int thrd_join(thrd_t thread, int* result) {
  void* returned = nullptr;
  int failed = pthread_join(thread, &returned);
  if (failed == 0 && result != nullptr) *result = static_cast<int>(reinterpret_cast<long>(returned));
  return std::__thrd_result(failed);
}
[[noreturn]] inline void thrd_exit(int result) { pthread_exit(reinterpret_cast<void*>(static_cast<long>(result))); }
inline void thrd_yield() { sched_yield(); }
inline int thrd_sleep(const timespec* time, timespec* rest) { return nanosleep(time, rest); }

inline int mtx_init(mtx_t* mutex, int type) {
  pthread_mutexattr_t attr;
  pthread_mutexattr_init(&attr);
  if ((type & mtx_recursive) != 0) pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE);
  return std::__thrd_result(pthread_mutex_init(mutex, &attr));
}
inline int mtx_lock(mtx_t* mutex) { return std::__thrd_result(pthread_mutex_lock(mutex)); }
inline int mtx_timedlock(mtx_t* mutex, const timespec* until) { return std::__thrd_result(pthread_mutex_timedlock(mutex, until)); }
inline int mtx_trylock(mtx_t* mutex) { return std::__thrd_result(pthread_mutex_trylock(mutex)); }
inline int mtx_unlock(mtx_t* mutex) { return std::__thrd_result(pthread_mutex_unlock(mutex)); }
inline void mtx_destroy(mtx_t* mutex) { pthread_mutex_destroy(mutex); }

inline int cnd_init(cnd_t* condition) { return std::__thrd_result(pthread_cond_init(condition, nullptr)); }
inline int cnd_signal(cnd_t* condition) { return std::__thrd_result(pthread_cond_signal(condition)); }
inline int cnd_broadcast(cnd_t* condition) { return std::__thrd_result(pthread_cond_broadcast(condition)); }
inline int cnd_wait(cnd_t* condition, mtx_t* mutex) { return std::__thrd_result(pthread_cond_wait(condition, mutex)); }
inline int cnd_timedwait(cnd_t* condition, mtx_t* mutex, const timespec* until) {
  return std::__thrd_result(pthread_cond_timedwait(condition, mutex, until));
}
inline void cnd_destroy(cnd_t* condition) { pthread_cond_destroy(condition); }

inline void call_once(once_flag* flag, void (*run)()) { pthread_once(flag, run); }
inline int tss_create(tss_t* key, tss_dtor_t end) { return std::__thrd_result(pthread_key_create(key, end)); }
inline void* tss_get(tss_t key) { return pthread_getspecific(key); }
inline int tss_set(tss_t key, void* value) { return std::__thrd_result(pthread_setspecific(key, value)); }
inline void tss_delete(tss_t key) { pthread_key_delete(key); }
