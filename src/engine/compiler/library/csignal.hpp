// <csignal>: the only signals are those that the program raises; a handler runs in the thread that raises it, at once.
#include <cstdlib>
#define SIGHUP 1
#define SIGINT 2
#define SIGQUIT 3
#define SIGILL 4
#define SIGTRAP 5
#define SIGABRT 6
#define SIGBUS 7
#define SIGFPE 8
#define SIGKILL 9
#define SIGUSR1 10
#define SIGSEGV 11
#define SIGUSR2 12
#define SIGPIPE 13
#define SIGALRM 14
#define SIGTERM 15
#define SIGCHLD 17
#define SIGCONT 18
#define SIGSTOP 19
#define SIG_BLOCK 0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2
#define SA_SIGINFO 4
#define SA_RESTART 0x10000000
using sig_atomic_t = int;
using __signal_handler = void (*)(int);
using sighandler_t = __signal_handler;
inline void __ignore_signal(int) {}
inline void __no_handler(int) {}
#define SIG_DFL ((void (*)(int))0)
#define SIG_IGN (&__ignore_signal)
#define SIG_ERR (&__no_handler)
inline __signal_handler* __signal_handlers() {
  static __signal_handler handlers[32];
  return handlers;
}
inline __signal_handler signal(int number, __signal_handler handler) {
  if (number < 1 || number > 31 || number == SIGKILL || number == SIGSTOP) return SIG_ERR;
  __signal_handler before = __signal_handlers()[number];
  __signal_handlers()[number] = handler;
  return before;
}
inline int raise(int number) {
  if (number < 1 || number > 31) return -1;
  __signal_handler handler = __signal_handlers()[number];
  if (handler != nullptr) handler(number);
  else if (number == SIGABRT) abort();
  else if (number != SIGCHLD && number != SIGCONT) _Exit(128 + number);
  return 0;
}
inline int kill(int, int number) { return raise(number); }
struct sigset_t {
  unsigned long bits_;
};
inline int sigemptyset(sigset_t* set) {
  set->bits_ = 0;
  return 0;
}
inline int sigfillset(sigset_t* set) {
  set->bits_ = ~0ul;
  return 0;
}
inline int sigaddset(sigset_t* set, int number) {
  set->bits_ |= 1ul << number;
  return 0;
}
inline int sigdelset(sigset_t* set, int number) {
  set->bits_ &= ~(1ul << number);
  return 0;
}
inline int sigisemptyset(const sigset_t* set) { return set->bits_ == 0; }
inline int sigismember(const sigset_t* set, int number) { return (set->bits_ >> number & 1) != 0; }
// Nothing comes by itself that a mask could hold back.
inline int sigprocmask(int, const sigset_t*, sigset_t*) { return 0; }
inline int pthread_sigmask(int, const sigset_t*, sigset_t*) { return 0; }
struct siginfo_t {
  int si_signo;
  int si_code;
};
struct sigaction {
  void (*sa_handler)(int);
  void (*sa_sigaction)(int, siginfo_t*, void*);
  sigset_t sa_mask;
  int sa_flags;
};
inline int sigaction(int number, const struct sigaction* made, struct sigaction* before) {
  if (number < 1 || number > 31) return -1;
  if (before != nullptr) before->sa_handler = __signal_handlers()[number];
  if (made != nullptr) __signal_handlers()[number] = made->sa_handler;
  return 0;
}
namespace std {
using ::raise;
using ::sig_atomic_t;
using ::signal;
}  // namespace std
