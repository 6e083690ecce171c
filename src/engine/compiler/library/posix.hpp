// <unistd.h>, <ctime>: sleeps are places to switch, and the time is that of the clocks of <chrono>.
#include <chrono>
using time_t = long;
using clock_t = long;
using pid_t = int;
using useconds_t = unsigned;
#define CLOCKS_PER_SEC 1000000l
struct timespec {
  long tv_sec;
  long tv_nsec;
};
inline unsigned sleep(unsigned) {
  __yield();
  return 0;
}
inline int usleep(unsigned) {
  __yield();
  return 0;
}
inline int nanosleep(const timespec*, timespec*) {
  __yield();
  return 0;
}
inline int sched_yield() {
  __yield();
  return 0;
}
inline pid_t getpid() { return 1000; }
inline time_t time(time_t* to) {
  long now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  if (to != nullptr) *to = now;
  return now;
}
inline clock_t clock() { return std::chrono::__ticks() / 1000; }
namespace std {
using ::time_t;
using ::clock_t;
using ::time;
using ::clock;
}  // namespace std
