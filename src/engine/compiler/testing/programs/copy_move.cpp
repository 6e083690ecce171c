// Copy and move construction and assignment, defaulted and deleted members, returned values.
#include <cstdio>
#include <utility>
struct Log {
  int id;
  explicit Log(int i) : id(i) { printf("make %d\n", id); }
  Log(const Log& o) : id(o.id) { printf("copy %d\n", id); }
  Log(Log&& o) : id(o.id) {
    o.id = -1;
    printf("move %d\n", id);
  }
  Log& operator=(const Log& o) {
    id = o.id;
    printf("copy= %d\n", id);
    return *this;
  }
  Log& operator=(Log&& o) {
    id = o.id;
    o.id = -2;
    printf("move= %d\n", id);
    return *this;
  }
  ~Log() { printf("end %d\n", id); }
};
struct Holder {
  Log log;
  int extra = 4;
};
struct OnlyMove {
  int v;
  explicit OnlyMove(int n) : v(n) {}
  OnlyMove(const OnlyMove&) = delete;
  OnlyMove& operator=(const OnlyMove&) = delete;
  OnlyMove(OnlyMove&& o) noexcept : v(o.v) { o.v = 0; }
  OnlyMove& operator=(OnlyMove&& o) noexcept = default;
};
struct Plain {
  int a;
  long b;
  Plain() = default;
  Plain(int x, long y) : a(x), b(y) {}
  Plain(const Plain&) = default;
  Plain& operator=(const Plain&) = default;
};
Log byValue(Log l) { return l; }
Log named(bool first) {
  Log l(8), m(9);
  if (first) return l;
  return m;
}
OnlyMove pass(OnlyMove m) { return m; }
int main() {
  Log a(1);
  Log b = a;
  Log c = std::move(a);
  printf("a %d b %d c %d\n", a.id, b.id, c.id);
  b = c;
  c = Log(5);
  printf("-\n");
  Log d = byValue(b);
  Log e = byValue(std::move(d));
  Log f = byValue(Log(6));
  printf("-\n");
  Log g = named(true);
  Holder h{Log(10)};
  Holder i = h;
  Holder j = std::move(h);
  i = j;
  i = std::move(j);
  printf("- %d %d %d\n", i.extra, h.log.id, j.log.id);
  OnlyMove m(3);
  OnlyMove n = pass(std::move(m));
  printf("%d %d\n", m.v, n.v);
  m = std::move(n);
  printf("%d\n", m.v);
  Plain p(1, 2);
  Plain q = p;
  p.a = 9;
  q = p;
  printf("%d %ld\n", q.a, q.b);
  std::swap(p, q);
  return 0;
}
// expect: make 1
// expect: copy 1
// expect: move 1
// expect: a -1 b 1 c 1
// expect: copy= 1
// expect: make 5
// expect: move= 5
// expect: end -2
// expect: -
// expect: copy 1
// expect: move 1
// expect: end -1
// expect: move 1
// expect: move 1
// expect: end -1
// expect: make 6
// expect: move 6
// expect: end -1
// expect: -
// expect: make 8
// expect: make 9
// expect: move 8
// expect: end 9
// expect: end -1
// expect: make 10
// expect: copy 10
// expect: move 10
// expect: copy= 10
// expect: move= 10
// expect: - 4 -1 -2
// expect: 0 3
// expect: 3
// expect: 9 2
// expect: end -2
// expect: end 10
// expect: end -1
// expect: end 8
// expect: end 6
// expect: end 1
// expect: end -1
// expect: end 5
// expect: end 1
// expect: end -1
