// References and pointers: arithmetic, const, pointers to pointers, reference members and results, null checks.
#include <cstdio>
int global = 1;
int& slot() { return global; }
const int& larger(const int& a, const int& b) { return a < b ? b : a; }
void swapThem(int& a, int& b) {
  int t = a;
  a = b;
  b = t;
}
void reset(int* p) {
  if (p) *p = 0;
}
void redirect(int** pp, int* to) { *pp = to; }
struct View {
  int& target;
  const int* all;
  explicit View(int& t, const int* a) : target(t), all(a) {}
  int& get() { return target; }
};
int sum(const int* from, const int* to) {
  int s = 0;
  while (from != to) s += *from++;
  return s;
}
int main() {
  slot() = 5;
  slot()++;
  printf("%d\n", global);
  int a = 1, b = 2;
  swapThem(a, b);
  printf("%d %d %d\n", a, b, larger(a, b));
  int list[5] = {1, 2, 3, 4, 5};
  int* p = list;
  p += 2;
  printf("%d %d %d %ld\n", *p, p[1], *(p - 1), (list + 5) - p);
  printf("%d %d\n", sum(list, list + 5), sum(&list[1], &list[3]));
  *p++ = 30;
  *++p = 50;
  printf("%d %d %d\n", list[2], list[3], list[4]);
  int* q = nullptr;
  reset(q);
  redirect(&q, &list[0]);
  reset(q);
  printf("%d %d %d\n", list[0], q == list, q != nullptr);
  View v(a, list);
  v.get() = 77;
  v.target += 1;
  printf("%d %d\n", a, v.all[4]);
  const int* const fixed = &b;
  int& alias = *const_cast<int*>(fixed);
  alias = 8;
  printf("%d %d\n", b, *fixed);
  int** pp = &p;
  **pp = 60;
  printf("%d %d\n", list[4], p > list);
  int&& temp = 3 + 4;
  temp++;
  printf("%d\n", temp);
  void* any = &a;
  printf("%d\n", *static_cast<int*>(any));
  const char* text = "abc";
  printf("%c %c %s\n", *text, text[2], text + 1);
  return 0;
}
// expect: 6
// expect: 2 1 2
// expect: 3 4 2 3
// expect: 15 5
// expect: 30 4 50
// expect: 0 1 1
// expect: 78 50
// expect: 8 8
// expect: 60 1
// expect: 8
// expect: 78
// expect: a c bc
