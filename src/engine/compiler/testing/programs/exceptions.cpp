// Exceptions: what is caught, what is destroyed on the way, and in which order.
#include <cstdio>
#include <string>
#include <exception>
struct R { int n; R(int n) : n(n) { printf("R%d ", n); } ~R() { printf("~R%d ", n); } R(const R& o) : n(o.n) { printf("cR%d ", n); } };
struct E : std::exception { const char* what() const noexcept override { return "my error"; } };
void f(int k) { R a(1); if (k == 0) throw 42; R b(2); if (k == 1) throw E(); { R c(3); if (k == 2) throw std::string("text"); } if (k == 3) throw R(9); if (k==4) throw "chars"; printf("done "); }
int g(int k) { try { R x(10); f(k); return 5; } catch (int i) { printf("int %d ", i); } catch (const std::exception& e) { printf("exc %s ", e.what()); } catch (const std::string& s) { printf("str %s ", s.c_str()); } catch (R r) { printf("R by value %d ", r.n); } catch (...) { printf("any "); return 6; } return 7; }
struct M { R a; R b; M(int k) : a(20), b(k == 0 ? throw 1 : 21) { if (k == 1) throw 2; } ~M() { printf("~M "); } };
int nested() { try { try { throw 1; } catch (int& i) { i = 2; throw; } } catch (int j) { printf("outer %d ", j); return j; } return 0; }
int main() {
  for (int k = 0; k < 6; k++) { int r = g(k); printf("-> %d\n", r); }
  for (int k = 0; k < 3; k++) { try { M m(k); } catch (int i) { printf("M threw %d", i); } puts(""); }
  printf("%d\n", nested());
  for (int k = 0; k < 4; k++) { try { R loop(k); if (k == 1) continue; if (k == 3) throw 3; } catch (...) { printf("caught "); break; } }
  puts("");
  try { M* p = new M(1); (void)p; } catch (int) { puts("new threw"); }
  try { R arr[3] = {R(1), R(2), (throw 5, R(3))}; } catch (int i) { printf("array %d\n", i); }
  int v = true ? 3 : throw 1; printf("%d\n", v);
  try { try { throw E(); } catch (E& e) { R z(50); throw 7; } } catch (int i) { printf("replaced %d\n", i); }
}
// expect: R10 R1 ~R1 ~R10 int 42 -> 7
// expect: R10 R1 R2 ~R2 ~R1 ~R10 exc my error -> 7
// expect: R10 R1 R2 R3 ~R3 ~R2 ~R1 ~R10 str text -> 7
// expect: R10 R1 R2 R3 ~R3 R9 ~R2 ~R1 ~R10 cR9 R by value 9 ~R9 ~R9 -> 7
// expect: R10 R1 R2 R3 ~R3 ~R2 ~R1 ~R10 any -> 6
// expect: R10 R1 R2 R3 ~R3 done ~R2 ~R1 ~R10 -> 5
// expect: R20 ~R20 M threw 1
// expect: R20 R21 ~R21 ~R20 M threw 2
// expect: R20 R21 ~M ~R21 ~R20
// expect: outer 2 2
// expect: R0 ~R0 R1 ~R1 R2 ~R2 R3 ~R3 caught
// expect: R20 R21 ~R21 ~R20 new threw
// expect: R1 R2 ~R2 ~R1 array 5
// expect: 3
// expect: R50 ~R50 replaced 7
