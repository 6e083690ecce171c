// <sys/resource.h>, <sys/times.h>: what a program used is the time that passed.
#include <sys/types.h>
#define RUSAGE_SELF 0
#define RUSAGE_THREAD 1
struct rusage {
  timeval ru_utime;
  timeval ru_stime;
  long ru_maxrss;
  long ru_nvcsw;
  long ru_nivcsw;
};
inline int getrusage(int, rusage* used) {
  *used = {};
  return gettimeofday(&used->ru_utime, nullptr);
}
struct tms {
  clock_t tms_utime;
  clock_t tms_stime;
  clock_t tms_cutime;
  clock_t tms_cstime;
};
inline clock_t times(tms* used) {
  clock_t now = clock() / (CLOCKS_PER_SEC / 100);
  *used = {now, 0, 0, 0};
  return now;
}
