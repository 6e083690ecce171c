// RAII: guards with early exits, scope order, guards in loops and branches, returned guards, defer by lambda.
#include <cstdio>
#include <utility>
template <class F> class Defer {
 public:
  explicit Defer(F f) : f_(std::move(f)) {}
  Defer(const Defer&) = delete;
  ~Defer() { f_(); }

 private:
  F f_;
};
class Guard {
 public:
  explicit Guard(const char* n) : name_(n) { printf("[%s ", name_); }
  Guard(Guard&& o) : name_(o.name_) { o.name_ = nullptr; }
  ~Guard() {
    if (name_) printf("%s] ", name_);
  }

 private:
  const char* name_;
};
Guard enter(const char* n) { return Guard(n); }
int work(int n) {
  Guard outer("outer");
  if (n == 0) return 0;
  Defer d([&] { printf("defer%d ", n); });
  for (int i = 0; i < n; i++) {
    Guard each("each");
    if (i == 1) return i;
    if (n == 3) continue;
    Guard last("last");
  }
  return n;
}
int main() {
  for (int i = 0; i < 4; i++) printf("= %d\n", work(i));
  {
    Guard g = enter("made");
    Guard h = std::move(g);
    printf("inside ");
  }
  printf("\n");
  if (Guard g("cond"); true) printf("then ");
  printf("\n");
  switch (Guard g("switch"); 2) {
    case 2:
      Guard inner("case");
      printf("two ");
  }
  printf("\n");
  return 0;
}
// expect: [outer outer] = 0
// expect: [outer [each [last last] each] defer1 outer] = 1
// expect: [outer [each [last last] each] [each each] defer2 outer] = 1
// expect: [outer [each each] [each each] defer3 outer] = 1
// expect: [made inside made]
// expect: [cond then cond]
// expect: [switch [case two case] switch]
