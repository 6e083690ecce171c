// <semaphore.h>, and what <fcntl.h> has for it. POSIX semaphores: a count, a mutex and a condition variable. Names are those of one process.
#include <__cancel>
#include <cerrno>
#include <ctime>
#define SEM_VALUE_MAX 2147483647
#define SEM_FAILED nullptr
#ifndef O_CREAT
#define O_CREAT 64
#define O_EXCL 128
#endif
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
  bool ended_;
};
inline int* __usable(sem_t* sem) {
  if (sem->ended_) __terminate("a semaphore is used after its sem_destroy");
  return sem->lock_.state_;
}
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
  __lock_end(__usable(sem));
  sem->ended_ = true;
  return 0;
}
// Gives the lock back where a cancellation ends the wait.
struct __sem_leave {
  sem_t* sem_;
  ~__sem_leave() {
    if (sem_ != nullptr) __unlock(sem_->lock_.state_);
  }
};
inline int sem_wait(sem_t* sem) {
  __lock(__usable(sem));
  while (sem->count_ == 0) {
    __sem_leave leaves{sem};
    std::__begin_cancellable(sem->posted_.waiters_, sem->lock_.state_);
    __cv_wait(sem->posted_.waiters_, sem->lock_.state_);
    __cv_relock(sem->posted_.waiters_, sem->lock_.state_);
    std::__end_cancellable();
    leaves.sem_ = nullptr;
  }
  sem->count_--;
  __unlock(sem->lock_.state_);
  return 0;
}
inline int sem_trywait(sem_t* sem) {
  __lock(__usable(sem));
  bool taken = sem->count_ != 0;
  if (taken) sem->count_--;
  __unlock(sem->lock_.state_);
  return taken ? 0 : __sem_fails(EAGAIN);
}
inline int sem_timedwait(sem_t* sem, const timespec* time) {
  __lock(__usable(sem));
  bool in_time = true;
  while (sem->count_ == 0 && in_time) {
    __cv_wait(sem->posted_.waiters_, sem->lock_.state_);
    in_time = __cv_timed(sem->posted_.waiters_, sem->lock_.state_);
  }
  bool taken = sem->count_ != 0;
  if (taken) sem->count_--;
  __unlock(sem->lock_.state_);
  return __in_time(taken, time) ? 0 : __sem_fails(ETIMEDOUT);
}
inline int sem_post(sem_t* sem) {
  __lock(__usable(sem));
  bool room = sem->count_ != SEM_VALUE_MAX;
  if (room) {
    sem->count_++;
    __notify_one(sem->posted_.waiters_);
  }
  __unlock(sem->lock_.state_);
  return room ? 0 : __sem_fails(EOVERFLOW);
}
inline int sem_getvalue(sem_t* sem, int* value) {
  __lock(__usable(sem));
  *value = static_cast<int>(sem->count_);
  __unlock(sem->lock_.state_);
  return 0;
}
// Semaphores by name: they stay until their name is unlinked and they are closed as often as they were opened.
struct __named_sem {
  sem_t sem;
  const char* name;
  int opened;
  __named_sem* next;
};
struct __sem_names {
  int state_[4];
  __named_sem* first;
};
inline __sem_names __named{};
inline bool __same_name(const char* a, const char* b) {
  while (*a != 0 && *a == *b) {
    a++;
    b++;
  }
  return *a == *b;
}
inline __named_sem* __find_sem(const char* name) {
  for (__named_sem* s = __named.first; s != nullptr; s = s->next)
    if (s->name != nullptr && __same_name(s->name, name)) return s;
  return nullptr;
}
inline void __drop_sem(__named_sem* gone) {
  for (__named_sem** at = &__named.first; *at != nullptr; at = &(*at)->next) {
    if (*at != gone) continue;
    *at = gone->next;
    delete gone;
    return;
  }
}
inline sem_t* __sem_open(const char* name, int flags, unsigned value) {
  __lock(__named.state_);
  __named_sem* found = __find_sem(name);
  int why = 0;
  if (found == nullptr && (flags & O_CREAT) == 0) why = ENOENT;
  if (found != nullptr && (flags & O_CREAT) != 0 && (flags & O_EXCL) != 0) why = EEXIST;
  if (why == 0 && found == nullptr) {
    found = new __named_sem{{{}, {}, value}, name, 0, __named.first};
    __named.first = found;
  }
  if (why == 0) found->opened++;
  __unlock(__named.state_);
  if (why == 0) return &found->sem;
  errno = why;
  return SEM_FAILED;
}
inline sem_t* sem_open(const char* name, int flags) { return __sem_open(name, flags, 0); }
inline sem_t* sem_open(const char* name, int flags, unsigned, unsigned value) { return __sem_open(name, flags, value); }
inline int sem_close(sem_t* sem) {
  __named_sem* named = reinterpret_cast<__named_sem*>(sem);
  __lock(__named.state_);
  named->opened--;
  if (named->opened == 0 && named->name == nullptr) __drop_sem(named);
  __unlock(__named.state_);
  return 0;
}
inline int sem_unlink(const char* name) {
  __lock(__named.state_);
  __named_sem* found = __find_sem(name);
  if (found != nullptr) {
    found->name = nullptr;
    if (found->opened == 0) __drop_sem(found);
  }
  __unlock(__named.state_);
  return found != nullptr ? 0 : __sem_fails(ENOENT);
}
