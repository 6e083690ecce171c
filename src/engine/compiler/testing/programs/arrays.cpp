// Arrays: of scalars and classes, nested, partly initialised, deduced size, passed as pointers and references.
#include <cstdio>
struct Cell {
  int n = 3;
  Cell() = default;
  Cell(int v) : n(v) {}
};
int total(const int* a, int n) {
  int s = 0;
  for (int i = 0; i < n; i++) s += a[i];
  return s;
}
int rowSum(int (&row)[3]) { return row[0] + row[1] + row[2]; }
template <class T, int N> int length(T (&)[N]) { return N; }
int grid[2][3] = {{1, 2, 3}, {4, 5, 6}};
const char* const names[] = {"zero", "one", "two"};
int main() {
  int a[4] = {1, 2};
  int b[] = {5, 6, 7};
  int zero[3] = {};
  long wide[2] = {1l << 40, -1};
  printf("%d %d %d\n", total(a, 4), total(b, 3), total(zero, 3));
  printf("%ld %ld\n", wide[0], wide[1]);
  printf("%d %d %d\n", grid[1][2], rowSum(grid[0]), rowSum(grid[1]));
  grid[0][1] = 20;
  int s = 0;
  for (auto& row : grid)
    for (int x : row) s += x;
  printf("%d\n", s);
  Cell cells[3];
  cells[1] = Cell(9);
  Cell more[] = {1, Cell(2), {}};
  printf("%d %d %d\n", cells[0].n, cells[1].n, cells[2].n);
  printf("%d %d %d\n", more[0].n, more[1].n, more[2].n);
  printf("%d %d %s\n", length(a), length(more), names[2]);
  int cube[2][2][2] = {};
  cube[1][0][1] = 4;
  int* flat = &cube[1][0][0];
  printf("%d %zu\n", flat[1], sizeof(cube));
  char text[] = "hey";
  text[0] = 'H';
  printf("%s %zu\n", text, sizeof(text));
  char buffer[8] = "ab";
  buffer[2] = 'c';
  printf("%s\n", buffer);
  struct Row {
    int values[3];
    int n;
  } row = {{1, 2, 3}, 4};
  Row copy = row;
  copy.values[0] = 100;
  printf("%d %d %d\n", row.values[0], copy.values[0], copy.n);
  return 0;
}
// expect: 3 18 0
// expect: 1099511627776 -1
// expect: 6 6 15
// expect: 39
// expect: 3 9 3
// expect: 1 2 3
// expect: 4 3 two
// expect: 4 32
// expect: Hey 4
// expect: abc
// expect: 1 100 4
