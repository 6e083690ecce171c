// <unistd.h>: what it has beside <sys/types.h>. Output goes where that of <cstdio> goes, and there are no files and no input.
#include <cstdio>
#include <getopt.h>
#include <sys/types.h>
#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2
#define _SC_CLK_TCK 2
#define _SC_PAGESIZE 30
#define _SC_PAGE_SIZE _SC_PAGESIZE
#define _SC_NPROCESSORS_CONF 83
#define _SC_NPROCESSORS_ONLN 84
#define _SC_LEVEL1_DCACHE_LINESIZE 190
inline int getpagesize() { return 4096; }
inline long sysconf(int name) {
  switch (name) {
    case _SC_CLK_TCK: return 100;
    case _SC_PAGESIZE: return getpagesize();
    case _SC_NPROCESSORS_CONF:
    case _SC_NPROCESSORS_ONLN: return __PROCESSORS;
    case _SC_LEVEL1_DCACHE_LINESIZE: return 64;
  }
  errno = EINVAL;
  return -1;
}
template <class T> ssize_t write(int file, const T* bytes, size_t size) {
  if (file == STDOUT_FILENO || file == STDERR_FILENO) return fwrite(bytes, 1, size, stdout);
  errno = EBADF;
  return -1;
}
inline ssize_t read(int file, void*, size_t) {
  if (file == STDIN_FILENO) return 0;
  errno = EBADF;
  return -1;
}
inline int close(int) {
  errno = EBADF;
  return -1;
}
inline int isatty(int) { return 0; }
#define TEMP_FAILURE_RETRY(call) (call)
