// <semaphore.h>: POSIX semaphores: a count, a mutex and a condition variable.
#include <cerrno>
#include <ctime>
#define SEM_VALUE_MAX 2147483647
struct __sem_lock {
  int state_[4];
};
struct __sem_condition {
  int waiters_[2];
};
struct sem_t {
  __sem_lock lock_;
  __sem_condition posted_;
  unsigned count_;
};
inline int __sem_fails(int number) {
  errno = number;
  return -1;
}
inline int sem_init(sem_t* sem, int, unsigned value) {
  if (value > SEM_VALUE_MAX) return __sem_fails(EINVAL);
  *sem = {{}, {}, value};
  return 0;
}
inline int sem_destroy(sem_t* sem) {
  __lock_end(sem->lock_.state_);
  return 0;
}
inline int sem_wait(sem_t* sem) {
  __lock(sem->lock_.state_);
  while (sem->count_ == 0) {
    __cv_wait(sem->posted_.waiters_, sem->lock_.state_);
    __cv_relock(sem->posted_.waiters_, sem->lock_.state_);
  }
  sem->count_--;
  __unlock(sem->lock_.state_);
  return 0;
}
inline int sem_trywait(sem_t* sem) {
  __lock(sem->lock_.state_);
  bool taken = sem->count_ != 0;
  if (taken) sem->count_--;
  __unlock(sem->lock_.state_);
  return taken ? 0 : __sem_fails(EAGAIN);
}
inline int sem_timedwait(sem_t* sem, const timespec*) {
  __lock(sem->lock_.state_);
  bool in_time = true;
  while (sem->count_ == 0 && in_time) {
    __cv_wait(sem->posted_.waiters_, sem->lock_.state_);
    in_time = __cv_timed(sem->posted_.waiters_, sem->lock_.state_);
  }
  bool taken = sem->count_ != 0;
  if (taken) sem->count_--;
  __unlock(sem->lock_.state_);
  return taken ? 0 : __sem_fails(ETIMEDOUT);
}
inline int sem_post(sem_t* sem) {
  __lock(sem->lock_.state_);
  bool room = sem->count_ != SEM_VALUE_MAX;
  if (room) {
    sem->count_++;
    __notify_one(sem->posted_.waiters_);
  }
  __unlock(sem->lock_.state_);
  return room ? 0 : __sem_fails(EOVERFLOW);
}
inline int sem_getvalue(sem_t* sem, int* value) {
  __lock(sem->lock_.state_);
  *value = static_cast<int>(sem->count_);
  __unlock(sem->lock_.state_);
  return 0;
}
