// if with init, else-if chains, conditional operators over classes, references and mixed types, short circuits, comma.
#include <cstdio>
#include <memory>
#include <string>
int calls = 0;
bool probe(bool b) {
  calls++;
  return b;
}
struct Animal {
  virtual ~Animal() = default;
  virtual const char* say() const { return "..."; }
};
struct Dog : Animal {
  const char* say() const override { return "woof"; }
};
std::string pick(bool b, const std::string& a) { return b ? a : "literal"; }
int main() {
  int a = 1, b = 2;
  (a < b ? a : b) = 10;
  printf("%d %d\n", a, b);
  long mixed = a > 5 ? a : 5l;
  printf("%ld\n", mixed);
  std::string s = "x";
  std::string t = a > 5 ? s : "literal";
  std::string u = a > 50 ? s + "y" : std::string("z");
  printf("%s %s %s\n", t.c_str(), u.c_str(), pick(false, s).c_str());
  const std::string& r = a > 5 ? s : t;
  printf("%s\n", r.c_str());
  if (int n = a * 2; n > 10)
    printf("big %d\n", n);
  else if (n > 5)
    printf("mid %d\n", n);
  else
    printf("small\n");
  if (probe(false) && probe(true)) printf("never\n");
  if (probe(true) || probe(true)) printf("once\n");
  printf("%d\n", calls);
  Dog dog;
  Animal cat;
  Animal* p = a > 5 ? &dog : &cat;
  printf("%s\n", p->say());
  Animal& q = a > 50 ? static_cast<Animal&>(dog) : cat;
  printf("%s\n", q.say());
  int* none = a > 5 ? nullptr : &a;
  printf("%d\n", none == nullptr);
  std::shared_ptr<int> sp = a > 5 ? std::make_shared<int>(4) : nullptr;
  printf("%d\n", *sp);
  int c = (a = 3, b = a + 1, a + b);
  printf("%d\n", c);
  printf("%s\n", c > 5 ? c > 6 ? "seven" : "six" : "less");
  char ch = c > 5 ? 'y' : 'n';
  unsigned un = c > 5 ? 1u : -1;
  printf("%c %u\n", ch, un);
  bool both = a && b;
  printf("%d %d\n", both, !both);
  return 0;
}
// expect: 10 2
// expect: 10
// expect: x z literal
// expect: x
// expect: big 20
// expect: once
// expect: 2
// expect: woof
// expect: ...
// expect: 1
// expect: 4
// expect: 7
// expect: seven
// expect: y 1
// expect: 1 0
