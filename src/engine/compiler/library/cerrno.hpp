// <cerrno>: each thread has its own errno; the numbers are those of Linux.
#define EPERM 1
#define ENOENT 2
#define ESRCH 3
#define EINTR 4
#define EIO 5
#define EBADF 9
#define ECHILD 10
#define EAGAIN 11
#define EWOULDBLOCK 11
#define ENOMEM 12
#define EACCES 13
#define EFAULT 14
#define EBUSY 16
#define EEXIST 17
#define EINVAL 22
#define ENOTDIR 20
#define EISDIR 21
#define ENFILE 23
#define EMFILE 24
#define ENOSPC 28
#define EPIPE 32
#define EDOM 33
#define ERANGE 34
#define EDEADLK 35
#define ENOSYS 38
#define ENAMETOOLONG 36
#define EOVERFLOW 75
#define EILSEQ 84
#define ENOTSUP 95
#define EOPNOTSUPP 95
#define ETIMEDOUT 110
#define EINPROGRESS 115
#define ECANCELED 125
#define EOWNERDEAD 130
#define ENOTRECOVERABLE 131
inline int* __errno_location() {
  static thread_local int number = 0;
  return &number;
}
#define errno (*__errno_location())
inline char* strerror(int number) {
  const char* text = number == 0           ? "Success"
                     : number == EPERM     ? "Operation not permitted"
                     : number == ENOENT    ? "No such file or directory"
                     : number == ESRCH     ? "No such process"
                     : number == EINTR     ? "Interrupted system call"
                     : number == EIO       ? "Input/output error"
                     : number == EAGAIN    ? "Resource temporarily unavailable"
                     : number == ENOMEM    ? "Cannot allocate memory"
                     : number == EACCES    ? "Permission denied"
                     : number == EFAULT    ? "Bad address"
                     : number == EBUSY     ? "Device or resource busy"
                     : number == EEXIST    ? "File exists"
                     : number == EINVAL    ? "Invalid argument"
                     : number == EDOM      ? "Numerical argument out of domain"
                     : number == ERANGE    ? "Numerical result out of range"
                     : number == EDEADLK   ? "Resource deadlock avoided"
                     : number == ENOSYS    ? "Function not implemented"
                     : number == EOVERFLOW ? "Value too large for defined data type"
                     : number == ENOTSUP   ? "Operation not supported"
                     : number == ETIMEDOUT ? "Connection timed out"
                     : number == ECANCELED ? "Operation canceled"
                                           : "Unknown error";
  return const_cast<char*>(text);
}
namespace std {
using ::strerror;
}
