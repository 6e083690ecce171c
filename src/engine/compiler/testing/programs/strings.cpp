// std::string: construction, concatenation, comparison, characters, to_string, substr, find, as keys.
#include <cstdio>
#include <string>
#include <utility>
#include <vector>
std::string greet(const std::string& name) { return "hello " + name; }
std::string twice(std::string s) {
  s += s;
  return s;
}
int main() {
  std::string a = "abc";
  std::string b("def");
  std::string c = a + b;
  c += 'g';
  c += "hi";
  printf("%s %zu %c %c\n", c.c_str(), c.size(), c[0], c.back());
  printf("%s %s\n", greet("you").c_str(), twice("xy").c_str());
  printf("%d %d %d %d\n", a == "abc", a != b, a < b, b < a);
  std::string d = std::move(a);
  d[0] = 'X';
  printf("%s %zu %d\n", d.c_str(), d.length(), d.empty());
  for (char ch : b) printf("%c.", ch);
  printf("\n");
  printf("%s %s %s\n", std::to_string(42).c_str(), std::to_string(-7l).c_str(), std::to_string(7u).c_str());
  printf("%s %s\n", c.substr(2, 3).c_str(), c.substr(5).c_str());
  printf("%zu %d\n", c.find("de"), c.find("zz") == std::string::npos);
  std::vector<std::string> words{"a", "bb"};
  words.push_back(std::string(3, 'c'));
  std::string joined;
  for (const auto& w : words) {
    if (!joined.empty()) joined += ",";
    joined += w;
  }
  printf("%s\n", joined.c_str());
  d.clear();
  printf("[%s] %zu\n", d.c_str(), d.size());
  d = "again";
  d.push_back('!');
  d.append("?");
  printf("%s %d\n", d.c_str(), d.compare("again!?"));
  std::string e{d};
  e = e + std::to_string(1) + "-" + 'z';
  printf("%s\n", e.c_str());
  std::string* p = &e;
  printf("%zu %s\n", p->size(), (*p + "q").c_str());
  return 0;
}
// expect: abcdefghi 9 a i
// expect: hello you xyxy
// expect: 1 1 1 0
// expect: Xbc 3 0
// expect: d.e.f.
// expect: 42 -7 7
// expect: cde fghi
// expect: 3 1
// expect: a,bb,ccc
// expect: [] 0
// expect: again!? 0
// expect: again!?1-z
// expect: 10 again!?1-zq
