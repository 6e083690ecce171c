// <sys/syscall.h>: of what the kernel is asked for directly, the number of a thread and futexes.
#include <atomic>
#include <cerrno>
#include <sys/types.h>
#define SYS_futex 202
#define SYS_gettid 186
#define __NR_futex SYS_futex
#define __NR_gettid SYS_gettid
#define FUTEX_WAIT 0
#define FUTEX_WAKE 1
#define FUTEX_PRIVATE_FLAG 128
#define FUTEX_WAIT_PRIVATE (FUTEX_WAIT | FUTEX_PRIVATE_FLAG)
#define FUTEX_WAKE_PRIVATE (FUTEX_WAKE | FUTEX_PRIVATE_FLAG)
namespace std {
inline long __syscall_fails(int error) {
  errno = error;
  return -1;
}
// Sleeps if the word has the value still, until somebody wakes who sleeps at this address.
inline long __futex_wait(int* word, int value) {
  int* lock = __wait_lock();
  __lock(lock);
  bool same = __atomic_load(word) == value;
  if (same) {
    int* room = __wait_room(word);
    __cv_wait(room, lock);
    __cv_relock(room, lock);
  }
  __unlock(lock);
  return same ? 0 : __syscall_fails(EAGAIN);
}
inline long __futex_wake(int* word, int most) {
  if (most > 0) __wake(word, most > 1);
  return most > 0 ? 1 : 0;
}
}  // namespace std
inline long syscall(long number) { return number == SYS_gettid ? gettid() : std::__syscall_fails(ENOSYS); }
template <class T, class... A> long syscall(long number, T* word, int operation, int value, A...) {
  int* at = reinterpret_cast<int*>(const_cast<std::remove_const_t<T>*>(word));
  if (number != SYS_futex) return std::__syscall_fails(ENOSYS);
  if ((operation & ~FUTEX_PRIVATE_FLAG) == FUTEX_WAIT) return std::__futex_wait(at, value);
  return (operation & ~FUTEX_PRIVATE_FLAG) == FUTEX_WAKE ? std::__futex_wake(at, value) : std::__syscall_fails(ENOSYS);
}
