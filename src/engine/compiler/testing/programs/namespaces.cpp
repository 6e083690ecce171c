// Namespaces: nested, reopened, unnamed, aliases, using declarations and directives, argument-dependent lookup.
#include <cstdio>
namespace outer {
int value = 1;
namespace inner {
int value = 2;
struct Item {
  int n;
};
int weigh(const Item& i) { return i.n * 10; }
}  // namespace inner
int both() { return value + inner::value; }
}  // namespace outer
namespace outer {
int reopened() { return value * 100; }
}
namespace a::b::c {
constexpr int deep = 42;
int get();
}  // namespace a::b::c
int a::b::c::get() { return deep + 1; }
namespace {
int hidden() { return 7; }
}
namespace short_name = a::b::c;
namespace lib {
inline namespace v1 {
int version() { return 1; }
}
}  // namespace lib
int value = 9;
int main() {
  printf("%d %d %d\n", value, outer::value, outer::inner::value);
  printf("%d %d\n", outer::both(), outer::reopened());
  printf("%d %d\n", a::b::c::deep, short_name::get());
  outer::inner::Item item{4};
  printf("%d %d\n", weigh(item), hidden());
  {
    using outer::inner::Item;
    Item other{6};
    using namespace outer::inner;
    printf("%d\n", weigh(other));
  }
  int value = 11;
  printf("%d %d %d\n", value, ::value, lib::version());
  return 0;
}
// expect: 9 1 2
// expect: 3 100
// expect: 42 43
// expect: 40 7
// expect: 60
// expect: 11 9 1
