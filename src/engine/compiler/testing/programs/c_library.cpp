// expect: 9 0
// expect: 0 2.50 bob 3
// expect: 00042|ab    |+3.142|ff|z|%|123456789012|    7
// expect: 45
// expect: hell 11
// expect: 3fc00000
// expect: 0 0 1 4 2
// expect: -1
// expect: [a][b][c]
// expect: 123 abc 275.000000 -17
// expect: 1 0 o world
// expect: MIXED
// expect: 1
// expect: 54321
// expect: 15 120
#include <functional>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cctype>
#include <iostream>
#include <string>
#include <vector>
#include <algorithm>
#include <numeric>
struct P { int x; double y; char name[8]; };
int cmp(const void* a, const void* b) { return *(const int*)a - *(const int*)b; }
int main() {
  int* p = (int*)malloc(4 * sizeof(int));
  for (int i = 0; i < 4; i++) p[i] = i * i;
  int q[4]; std::memcpy(q, p, sizeof q);
  printf("%d %d\n", q[3], std::memcmp(p, q, sizeof q));
  free(p);
  P* s = static_cast<P*>(std::calloc(2, sizeof(P)));
  std::strcpy(s[1].name, "bob"); s[1].y = 2.5;
  P t; memset(&t, 0, sizeof t); t = s[1];
  printf("%d %.2f %s %zu\n", t.x, t.y, t.name, strlen(t.name));
  std::free(s);
  char buf[64];
  int n = snprintf(buf, sizeof buf, "%05d|%-6s|%+.3f|%x|%c|%%|%ld|%*d", 42, "ab", 3.14159, 255, 'z', 123456789012L, 5, 7);
  puts(buf); printf("%d\n", n);
  n = snprintf(buf, 5, "hello world"); printf("%s %d\n", buf, n);
  float f = 1.5f; unsigned u; memcpy(&u, &f, sizeof u); printf("%08x\n", u);
  int arr[5] = {5, 3, 1, 4, 2}; memset(arr, 0, 2 * sizeof(int)); for (int x : arr) printf("%d ", x); puts("");
  memset(arr, -1, sizeof arr); printf("%d\n", arr[2]);
  char text[] = "a,b;c"; for (char* w = strtok(text, ",;"); w; w = strtok(nullptr, ",;")) printf("[%s]", w); puts("");
  char* end; long v = strtol("123abc", &end, 10); printf("%ld %s %f %d\n", v, end, atof("2.75e2"), atoi(" -17x"));
  printf("%d %d %s\n", strcmp("abc", "abd") < 0, strncmp("abcd", "abxx", 2), strstr("hello world", "o w"));
  std::string up = "MiXed"; std::transform(up.begin(), up.end(), up.begin(), ::toupper); std::cout << up << "\n";
  std::cout << (std::getenv("NOPE") == nullptr) << "\n";
  std::vector<int> w{5, 1, 4, 2, 3};
  std::sort(w.begin(), w.end(), std::greater<int>()); for (int x : w) std::cout << x; std::cout << "\n";
  std::cout << std::accumulate(w.begin(), w.end(), 0) << " " << std::accumulate(w.begin(), w.end(), 1, std::multiplies<int>()) << "\n";
}
