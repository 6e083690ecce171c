// switch: fallthrough, default in the middle, nested, scopes with destructors, return from a case, init statement.
#include <cstdio>
struct Guard {
  int n;
  explicit Guard(int i) : n(i) { printf("(%d ", n); }
  ~Guard() { printf("%d) ", n); }
};
int classify(int n) {
  switch (n) {
    case 0:
      return 100;
    case 1:
    case 2:
      n += 10;
      [[fallthrough]];
    case 3:
      n += 100;
      break;
    default:
      n = -1;
      break;
    case 7: {
      Guard g(7);
      if (n == 7) break;
      n = 8;
    }
  }
  return n;
}
int loopSwitch() {
  int seen = 0;
  for (int i = 0; i < 6; i++) {
    switch (i) {
      case 1:
        continue;
      case 4:
        break;
      default:
        seen = seen * 10 + i;
    }
    if (i == 4) break;
  }
  return seen;
}
char grade(int points) {
  switch (int tens = points / 10; tens) {
    case 10:
    case 9:
      return 'A';
    case 8:
      return 'B';
    default:
      return 'F';
  }
}
int nested(int a, int b) {
  switch (a) {
    case 1:
      switch (b) {
        case 1:
          return 11;
        default:
          break;
      }
      return 10;
    default:
      return 0;
  }
}
int main() {
  for (int i = 0; i < 8; i++) printf("%d ", classify(i));
  printf("\n%d\n", loopSwitch());
  printf("%c%c%c\n", grade(95), grade(85), grade(10));
  printf("%d %d %d\n", nested(1, 1), nested(1, 2), nested(2, 2));
  switch (char c = 'x'; c) {
    case 'x':
      printf("x\n");
  }
  return 0;
}
// expect: 100 111 112 103 -1 -1 -1 (7 7) 7
// expect: 23
// expect: ABF
// expect: 11 10 0
// expect: x
