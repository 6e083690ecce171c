// <getopt.h>, getopt of <unistd.h>. Options end at the first argument that is none: the others are not moved to the end, as GNU does.
inline char* optarg = nullptr;
inline int optind = 1;
inline int opterr = 1;
inline int optopt = 0;
inline int __option_letter = 1;
struct option {
  const char* name;
  int has_arg;
  int* flag;
  int val;
};
#define no_argument 0
#define required_argument 1
#define optional_argument 2
inline void __next_option() {
  optind++;
  __option_letter = 1;
}
// What is asked for and missing, or not known.
inline int __bad_option(int c, int answer) {
  optopt = c;
  return answer;
}
template <class A> int getopt(int argc, A argv, const char* letters) {
  optarg = nullptr;
  if (optind >= argc || argv[optind][0] != '-' || argv[optind][1] == 0) return -1;
  char* here = argv[optind];
  if (here[1] == '-' && here[2] == 0) {
    __next_option();
    return -1;
  }
  char c = here[__option_letter++];
  char* rest = here + __option_letter;
  const char* known = letters;
  while (*known != 0 && (*known != c || c == ':')) known++;
  bool takes = *known != 0 && known[1] == ':';
  if (*rest == 0 || takes) __next_option();
  if (*known == 0) return __bad_option(c, '?');
  if (!takes) return c;
  if (*rest != 0)
    optarg = rest;
  else if (known[2] != ':') {
    if (optind >= argc) return __bad_option(c, letters[0] == ':' ? ':' : '?');
    optarg = argv[optind++];
  }
  return c;
}
template <class A> int getopt_long(int argc, A argv, const char* letters, const option* known, int* index) {
  if (optind >= argc || argv[optind][0] != '-' || argv[optind][1] != '-' || argv[optind][2] == 0) return getopt(argc, argv, letters);
  optarg = nullptr;
  char* here = argv[optind] + 2;
  __next_option();
  for (int i = 0; known[i].name != nullptr; i++) {
    int n = 0;
    while (known[i].name[n] != 0 && known[i].name[n] == here[n]) n++;
    if (known[i].name[n] != 0 || (here[n] != 0 && here[n] != '=')) continue;
    if (index != nullptr) *index = i;
    if (here[n] == '=') {
      if (known[i].has_arg == no_argument) return __bad_option(known[i].val, '?');
      optarg = here + n + 1;
    } else if (known[i].has_arg == required_argument) {
      if (optind >= argc) return __bad_option(known[i].val, letters[0] == ':' ? ':' : '?');
      optarg = argv[optind++];
    }
    if (known[i].flag == nullptr) return known[i].val;
    *known[i].flag = known[i].val;
    return 0;
  }
  return __bad_option(0, '?');
}
