// expect: 0.1 1e+30 1e+05 123456.789 5e-324 1e+22 9007199254740992 -2.5 0.1 16777216 3.4e+38
#include <charconv>
#include <cstdio>
#include <iterator>
// The fewest digits that are read as the same number ([charconv.to.chars]).
int main() {
  char b[64]; for (double d : {0.1, 1e30, 1e5, 123456.789, 5e-324, 1e22, 9007199254740993.0, -2.5}) { auto r = std::to_chars(b, std::end(b), d); *r.ptr = 0; std::printf("%s ", b); } for (float f : {0.1f, 16777216.f, 3.4e38f}) { auto r = std::to_chars(b, std::end(b), f); *r.ptr = 0; std::printf("%s ", b); } std::puts(""); }
