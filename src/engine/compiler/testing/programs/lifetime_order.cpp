// Construction and destruction order: members, bases, locals, arrays, globals, temporaries.
#include <cstdio>
struct T {
  const char* name;
  explicit T(const char* n) : name(n) { printf("+%s\n", name); }
  ~T() { printf("-%s\n", name); }
};
T global("global");
struct Base {
  T b{"base"};
  Base() { printf("Base()\n"); }
  ~Base() { printf("~Base()\n"); }
};
struct Derived : Base {
  T first;
  T second{"second"};
  Derived() : first("first") { printf("Derived()\n"); }
  ~Derived() { printf("~Derived()\n"); }
};
T make(const char* n) { return T(n); }
int use(const T& t) {
  printf("use %s\n", t.name);
  return 1;
}
int early(int n) {
  T a("early a");
  if (n == 0) return 0;
  T b("early b");
  if (n == 1) return 1;
  for (int i = 0; i < 3; i++) {
    T c("loop");
    if (i == 0) continue;
    if (n == 2) return 2;
    break;
  }
  return 3;
}
int main() {
  printf("main\n");
  {
    Derived d;
    printf("body\n");
  }
  printf("%d\n", early(0));
  printf("%d\n", early(1));
  printf("%d\n", early(2));
  printf("%d\n", early(3));
  int sum = use(make("temporary")) + use(T("other"));
  printf("sum %d\n", sum);
  const T& kept = make("kept");
  printf("kept is %s\n", kept.name);
  T pair[2] = {T("one"), T("two")};
  printf("pair %s %s\n", pair[0].name, pair[1].name);
  T* heap = new T("heap");
  delete heap;
  printf("end\n");
}
// expect: +global
// expect: main
// expect: +base
// expect: Base()
// expect: +first
// expect: +second
// expect: Derived()
// expect: body
// expect: ~Derived()
// expect: -second
// expect: -first
// expect: ~Base()
// expect: -base
// expect: +early a
// expect: -early a
// expect: 0
// expect: +early a
// expect: +early b
// expect: -early b
// expect: -early a
// expect: 1
// expect: +early a
// expect: +early b
// expect: +loop
// expect: -loop
// expect: +loop
// expect: -loop
// expect: -early b
// expect: -early a
// expect: 2
// expect: +early a
// expect: +early b
// expect: +loop
// expect: -loop
// expect: +loop
// expect: -loop
// expect: -early b
// expect: -early a
// expect: 3
// expect: +temporary
// expect: use temporary
// expect: +other
// expect: use other
// expect: -other
// expect: -temporary
// expect: sum 2
// expect: +kept
// expect: kept is kept
// expect: +one
// expect: +two
// expect: pair one two
// expect: +heap
// expect: -heap
// expect: end
// expect: -two
// expect: -one
// expect: -kept
// expect: -global
