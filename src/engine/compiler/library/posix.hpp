// <unistd.h>, <ctime>, <sys/types.h>: sleeps are places to switch, and the time is that of the clocks of <chrono>.
#include <__cancel>
#include <chrono>
using time_t = long;
using clock_t = long;
using pid_t = int;
using ssize_t = long;
using off_t = long;
using uid_t = unsigned;
using gid_t = unsigned;
using useconds_t = unsigned;
using suseconds_t = long;
using clockid_t = int;
using id_t = unsigned;
#define CLOCKS_PER_SEC 1000000l
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_BOOTTIME 7
#define TIME_UTC 1
struct timespec {
  long tv_sec;
  long tv_nsec;
};
struct timeval {
  long tv_sec;
  long tv_usec;
};
#define TIMEVAL_TO_TIMESPEC(tv, ts) ((ts)->tv_sec = (tv)->tv_sec, (ts)->tv_nsec = (tv)->tv_usec * 1000)
#define TIMESPEC_TO_TIMEVAL(tv, ts) ((tv)->tv_sec = (ts)->tv_sec, (tv)->tv_usec = (ts)->tv_nsec / 1000)
inline unsigned sleep(unsigned seconds) {
  __yield();
  std::chrono::__pass(std::chrono::seconds(seconds));
  std::__cancellation_point();
  return 0;
}
inline int usleep(unsigned microseconds) {
  __yield();
  std::chrono::__pass(std::chrono::microseconds(microseconds));
  std::__cancellation_point();
  return 0;
}
inline int nanosleep(const timespec* time, timespec*) {
  __yield();
  std::chrono::__pass(std::chrono::nanoseconds(time->tv_sec * 1000000000l + time->tv_nsec));
  std::__cancellation_point();
  return 0;
}
// Whichever clock it is of: that of the day begins where no other comes to.
inline void __pass_until(const timespec* time) {
  constexpr long day = std::chrono::system_clock::__epoch * 1000000000l;
  long ticks = time->tv_sec * 1000000000l + time->tv_nsec;
  std::chrono::__pass_to(ticks < day ? ticks : ticks - day);
}
// What a timed wait answers: whether it was in time.
inline bool __in_time(bool is, const timespec* until) {
  if (!is) __pass_until(until);
  return is;
}
#define TIMER_ABSTIME 1
inline int clock_nanosleep(int, int flags, const timespec* time, timespec* rest) {
  if ((flags & TIMER_ABSTIME) == 0) return nanosleep(time, rest);
  __yield();
  __pass_until(time);
  std::__cancellation_point();
  return 0;
}
inline int sched_yield() {
  __yield();
  return 0;
}
inline pid_t getpid() { return 1000; }
inline pid_t getppid() { return 1; }
inline pid_t gettid() { return 1000 + __self(); }
inline time_t time(time_t* to) {
  long now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  if (to != nullptr) *to = now;
  return now;
}
inline clock_t clock() { return std::chrono::__ticks() / 1000; }
inline int clock_gettime(int clock, timespec* now) {
  bool of_day = clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE;
  long ticks = of_day ? std::chrono::system_clock::now().time_since_epoch().count() : std::chrono::__ticks();
  *now = {ticks / 1000000000, ticks % 1000000000};
  return 0;
}
inline int clock_getres(int, timespec* resolution) {
  if (resolution != nullptr) *resolution = {0, 1};
  return 0;
}
inline int timespec_get(timespec* now, int base) {
  clock_gettime(CLOCK_REALTIME, now);
  return base;
}
inline int gettimeofday(timeval* now, void*) {
  timespec exact;
  clock_gettime(CLOCK_REALTIME, &exact);
  *now = {exact.tv_sec, exact.tv_nsec / 1000};
  return 0;
}
inline double difftime(time_t end, time_t begin) { return static_cast<double>(end - begin); }
namespace std {
using ::timespec;
using ::timespec_get;
using ::difftime;
using ::time_t;
using ::clock_t;
using ::time;
using ::clock;
}  // namespace std
