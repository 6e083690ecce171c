// Classes that are mentioned first in another class or among parameters.
// expect: 35
// expect: 4
#include <iostream>
namespace n { struct a { struct b *first; int f(struct d *x); }; struct b { int k; }; struct d { int v; }; int a::f(struct d *x) { return x->v; } }
void use(struct later* l); struct later { int z = 4; }; void use(later* l) { std::cout << l->z << "\n"; }
int main() {
  n::b x{3};
  n::a y{&x};
  n::d d{5};
  later l;
  std::cout << y.first->k << y.f(&d) << "\n";
  use(&l);
}
