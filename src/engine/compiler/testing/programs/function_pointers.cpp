// Function pointers, tables of them, pointers to member functions and to data members.
#include <cstdio>
int add(int a, int b) { return a + b; }
int mul(int a, int b) { return a * b; }
void hello() { printf("hello\n"); }
using Op = int (*)(int, int);
int apply(Op op, int a, int b) { return op(a, b); }
Op choose(bool plus) { return plus ? add : &mul; }
struct Calc {
  int base;
  int plus(int n) { return base + n; }
  int minus(int n) const { return base - n; }
  static int fixed(int n) { return n; }
};
struct Named {
  const char* name;
  Op op;
};
template <class T> T identity(T t) { return t; }
int main() {
  Op op = add;
  printf("%d %d\n", op(2, 3), (*op)(4, 5));
  op = &mul;
  printf("%d %d\n", apply(op, 2, 3), apply(choose(true), 2, 3));
  void (*h)() = hello;
  h();
  Op table[] = {add, mul};
  for (Op o : table) printf("%d ", o(6, 7));
  printf("\n");
  Named named[2] = {{"add", add}, {"mul", mul}};
  for (auto& n : named) printf("%s %d\n", n.name, n.op(3, 3));
  Calc c{10};
  Calc* pc = &c;
  int (Calc::*m)(int) = &Calc::plus;
  int (Calc::*k)(int) const = &Calc::minus;
  printf("%d %d\n", (c.*m)(1), (pc->*k)(1));
  int (*s)(int) = &Calc::fixed;
  printf("%d %d\n", s(3), op == mul);
  long (*t)(long) = identity<long>;
  printf("%ld\n", t(9));
  int (*none)(int) = nullptr;
  printf("%d\n", none == nullptr);
  auto f = add;
  printf("%d\n", f(1, 1));
  return 0;
}
// expect: 5 9
// expect: 6 5
// expect: hello
// expect: 13 42
// expect: add 6
// expect: mul 9
// expect: 11 9
// expect: 3 1
// expect: 9
// expect: 1
// expect: 2
