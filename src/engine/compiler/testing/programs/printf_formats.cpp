// printf: conversions, widths, flags, percent signs, negative and wide values, strings.
#include <cstdio>
int main() {
  printf("plain\n");
  printf("%d %i %u %x %X %c %s %%\n", -5, 6, 7u, 255, 255, 'z', "text");
  printf("[%5d] [%-5d] [%05d]\n", 42, 42, 42);
  printf("[%8s] [%-8s]\n", "abc", "abc");
  printf("%ld %lu %lx %lld %llu %zu\n", -5l, 5ul, 255ul, -6ll, 6ull, sizeof(int));
  printf("%5ld|%-6lu|%08lx\n", 7l, 8ul, 0xbeeful);
  printf("%hhd %hd\n", 300, 70000);
  printf("%d %d\n", true, 'a');
  printf("%s %d\n", "tab\there", '\n');
  printf("%c%c%c\n", 72, 105, 33);
  const char* none = "";
  printf("[%s]\n", none);
  int n = 3;
  printf("%d\n", n);
  puts("puts");
  return 0;
}
// expect: plain
// expect: -5 6 7 ff FF z text %
// expect: [   42] [42   ] [00042]
// expect: [     abc] [abc     ]
// expect: -5 5 ff -6 6 4
// expect:     7|8     |0000beef
// expect: 44 4464
// expect: 1 97
// expect: tab	here 10
// expect: Hi!
// expect: []
// expect: 3
// expect: puts
