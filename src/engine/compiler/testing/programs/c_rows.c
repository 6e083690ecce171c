/* Arrays of two lengths that are no constants, as variables and as parameters: the matrices of lectures. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static int trace(int n, int m[n][n]) {
  int sum = 0;
  for (int i = 0; i < n; i++) sum += m[i][i];
  return sum;
}
static void fill(int rows, int columns, double (*m)[columns]) {
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < columns; j++) m[i][j] = i + j / 2.0;
}
static double corner(int rows, int columns, const double m[rows][columns]) { return m[rows - 1][columns - 1]; }
static void *first(void *row) {
  ((int *)row)[0] += 10;
  return NULL;
}

int main(void) {
  int n = 3, width = 2;
  double a[n][width];
  fill(n, width, a);
  printf("%.1f %.1f %zu\n", a[2][1], corner(n, width, a), sizeof(a));

  int fixed[2][2] = {{1, 2}, {3, 4}};
  printf("%d\n", trace(2, fixed));

  int rows[2][n];
  pthread_t threads[2];
  memset(rows[0], 0, sizeof(rows));
  for (int i = 0; i < 2; i++) pthread_create(&threads[i], NULL, first, rows[i]);
  for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
  rows[1][2] = 5;
  printf("%d %d %d\n", rows[0][0], rows[1][0], *(&rows[1][0] + 2));
  return 0;
}
/*
// expect: 2.5 2.5 48
// expect: 5
// expect: 10 10 5
*/
