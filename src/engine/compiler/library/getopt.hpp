// <getopt.h>, getopt of <unistd.h>: a program is started without arguments, so that there are no options.
inline char* optarg = nullptr;
inline int optind = 1;
inline int opterr = 1;
inline int optopt = 0;
struct option {
  const char* name;
  int has_arg;
  int* flag;
  int val;
};
#define no_argument 0
#define required_argument 1
#define optional_argument 2
template <class A> int getopt(int, A, const char*) { return -1; }
template <class A> int getopt_long(int, A, const char*, const option*, int*) { return -1; }
