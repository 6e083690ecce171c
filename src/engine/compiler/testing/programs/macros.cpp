// Macros: functions with #, ## and __VA_ARGS__, over lines; conditions with numbers; what g++ defines.
#include <cassert>
#include <cstdio>
#define LIMIT 3
#define SQUARE(x) ((x) * (x))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define STR(x) #x
#define XSTR(x) STR(x)
#define CAT(a, b) a##b
#define XCAT(a, b) CAT(a, b)
#define LOG(fmt, ...) printf("%s:%d " fmt "\n", "log", __LINE__, ##__VA_ARGS__)
#define SAY(...) printf(__VA_ARGS__)
#define OPT(fmt, ...) printf(fmt __VA_OPT__(, ) __VA_ARGS__)
#define TWICE(body) \
  do {              \
    body;           \
    body;           \
  } while (0)
#define SELF(x) (SELF)(x + 1)
#define EMPTY
#define CALL(f, ...) f(__VA_ARGS__)
#define NAMED(name, args...) printf(name, args)
#define LPAREN (
#define OBJ_LIKE() 5
#define private public
#ifdef __unix__
#define ON_UNIX 1
#else
#error "no unix"
#endif
#if defined(ON_UNIX) && __cplusplus >= 202002L && (LIMIT + 1) * 2 == 8 && !defined NOT_HERE
#define YES 1
#elif 1
#define YES 2
#endif
#if __has_include(<mutex>) && !__has_include(<nothing_here>) && UNKNOWN == 0 && (1 ? 2 : 3) == 2
#define HAS 1
#else
#define HAS 0
#endif
#if 0
this is 'not read
#elif YES > 1
also not
#endif
class C {
 private:
  int n = 7;
};
int CAT(va, lue) = 4;
int XCAT(line_, LIMIT) = 33;
static int (SELF)(int x) { return x; }
int main() {
  printf("%d %d\n", SQUARE(LIMIT + 1), MAX(2, SQUARE(3)));
  printf("%s|%s|%s\n", STR(LIMIT + "a"), XSTR(LIMIT), STR( a  b ));
  printf("%d %d\n", value, line_3);
  LOG("plain");
  LOG("%d and %d", 1,
      2);
  SAY("%s\n", "said");
  OPT("none\n");
  OPT("%d\n", 5);
  int n = 0;
  TWICE(n += 2);
  printf("%d %d\n", n, CALL(MAX, 4, 5));
  NAMED("%d %d\n", 1, 2);
  printf("%d %d %d %d\n", YES, HAS, C().n, OBJ_LIKE ( ));
  printf("%s %d\n", __func__, SELF(1));
  assert(SQUARE(2) == 4);
  const char* raw = R"x(a "b" \n
c)x";
  printf("%s\n", raw);
#undef LIMIT
#ifndef LIMIT
  printf("gone\n");
#endif
}
// expect: 16 9
// expect: LIMIT + "a"|3|a b
// expect: 4 33
// expect: log:57 plain
// expect: log:58 1 and 2
// expect: said
// expect: none
// expect: 5
// expect: 4 5
// expect: 1 2
// expect: 1 1 7 5
// expect: main 2
// expect: a "b" \n
// expect: c
// expect: gone
