// Statements as an expression, and typeof, as g++ has them.
// expect: 1 7 1
// expect: 5 2.5 4 4
// expect: 0
// expect: 1 3 void
#include <stdio.h>
#include <stdlib.h>
#define max(a, b) ({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })
#define swap(x, y) do { typeof(x) t = (x); (x) = (y); (y) = t; } while (0)
#define SAFE(n) ({ int *p_ = malloc((n) * sizeof *p_); if (!p_) abort(); p_; })
#define TRY(e) ({ long r; do { r = (e); } while (r < 0); r; })
static int calls;
static int next(void) { return calls++ - 1; }
int main(void) {
  int a = 3, b = 4; double d = max(2.5, 1); swap(a, b); int *q = SAFE(4); q[1] = 7; q[0] = 1; swap(q[0], q[1]); swap(*q, q[1]); typeof(int *) w = q;
  printf("%d %d %d\n", q[0], q[1], *w); q[0] = max(max(a, b), 2);
  printf("%d %.1f %d %d\n", max(a + 1, b), d, q[0], a);
  printf("%ld\n", TRY(next())); 
  for (int i = 0; i < 2; i++) { int s = ({ int k = 0; for (int j = 0; j < 3; j++) { if (j == 2) break; k += i + j; } k; });
  printf("%d ", s); } ({ printf("void\n"); }); free(q);
  return 0;
}
