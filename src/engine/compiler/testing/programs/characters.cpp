// char arithmetic, character tests by hand, C strings, escapes, bool and char in expressions.
#include <cstdio>
#include <cstring>
#include <string>
bool isDigit(char c) { return c >= '0' && c <= '9'; }
int parse(const char* s) {
  int n = 0;
  bool negative = *s == '-';
  if (negative) s++;
  while (isDigit(*s)) n = n * 10 + (*s++ - '0');
  return negative ? -n : n;
}
char upper(char c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; }
int main() {
  printf("%d %d\n", parse("123"), parse("-45x"));
  std::string s = "mixed Case";
  for (char& c : s) c = upper(c);
  printf("%s\n", s.c_str());
  printf("%d %d %d %d\n", '\n', '\t', '\\', '\'');
  printf("%zu %d\n", strlen("four"), strcmp("a", "b") < 0);
  char buffer[16] = {};
  int at = 0;
  for (int n = 1234; n > 0; n /= 10) buffer[at++] = static_cast<char>('0' + n % 10);
  printf("%s %d\n", buffer, at);
  unsigned char u = 200;
  char c = static_cast<char>(u);
  printf("%d %d\n", u, c);
  printf("%s%s\n", "joined ", "text" " here");
  printf("\x41\102\n");
  return 0;
}
// expect: 123 -45
// expect: MIXED CASE
// expect: 10 9 92 39
// expect: 4 1
// expect: 4321 4
// expect: 200 -56
// expect: joined text here
// expect: AB
