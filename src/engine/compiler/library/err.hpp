// <err.h>, <error.h>: a message, and the end of the program.
#include <cstdio>
#include <cstdlib>
#define __TELL(format, ...) (fflush(stdout), printf("program: "), printf(format __VA_OPT__(,) __VA_ARGS__))
#define __TELL_ERROR(number, format, ...) (__TELL(format __VA_OPT__(,) __VA_ARGS__), printf(": %s\n", strerror(number)))
#define warn(...) __TELL_ERROR(errno, __VA_ARGS__)
#define warnx(...) (__TELL(__VA_ARGS__), printf("\n"))
#define err(status, ...) (__TELL_ERROR(errno, __VA_ARGS__), exit(status))
#define errx(status, ...) (__TELL(__VA_ARGS__), printf("\n"), exit(status))
#define error(status, number, ...) ((number) != 0 ? (void)__TELL_ERROR(number, __VA_ARGS__) : (void)(__TELL(__VA_ARGS__), printf("\n")), (status) != 0 ? exit(status) : (void)0)
