// Aggregate initialisation: nested, with bases, designated, partial, in returns and arguments, default member values.
#include <cstdio>
#include <string>
#include <vector>
struct Size {
  int w = 1;
  int h = 2;
};
struct Window {
  std::string title;
  Size size;
  bool open = true;
  int tags[2];
};
struct Base {
  int b;
};
struct Child : Base {
  int c;
};
struct Options {
  int retries = 3;
  long timeout = 100;
  const char* name = "none";
};
Options make(int r) { return {.retries = r, .name = "made"}; }
int total(const Options& o) { return o.retries + static_cast<int>(o.timeout); }
int area(Size s) { return s.w * s.h; }
int main() {
  Window w{"main", {3, 4}, false, {5, 6}};
  Window v{"other"};
  printf("%s %d %d %d\n", w.title.c_str(), w.size.w, w.open, w.tags[1]);
  printf("%s %d %d %d\n", v.title.c_str(), v.size.h, v.open, v.tags[1]);
  Child c{{1}, 2};
  Child d{{7}};
  printf("%d %d %d %d\n", c.b, c.c, d.b, d.c);
  Options o{.timeout = 50};
  Options p = {.retries = 1, .timeout = 2, .name = "p"};
  printf("%d %ld %s %d %s\n", o.retries, o.timeout, o.name, total(p), make(9).name);
  printf("%d %d %d\n", total({.retries = 4}), area({5, 6}), area({}));
  Size s = {};
  Size t{9};
  s = {7, 8};
  printf("%d %d %d %d\n", s.w, s.h, t.w, t.h);
  std::vector<Size> all{{1, 1}, {2, 2}, {}};
  all.push_back({3, 3});
  all.push_back(Size{.h = 5});
  printf("%zu %d %d %d\n", all.size(), all[2].h, all[3].w, all[4].h);
  Size* heap = new Size{4, 5};
  printf("%d\n", area(*heap));
  delete heap;
  return 0;
}
// expect: main 3 0 6
// expect: other 2 1 0
// expect: 1 2 7 0
// expect: 3 50 none 3 made
// expect: 104 30 2
// expect: 7 8 9 2
// expect: 5 2 3 5
// expect: 20
