// Strings and views: all ways to find, change, compare and convert; raw text and suffixes.
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
using namespace std::literals;
static void show(std::string_view v) { printf("%zu:%.*s\n", v.size(), static_cast<int>(v.size()), std::string(v).c_str()); }
int main() {
  std::string s = "hello";
  s += ", "s + "world";
  s.append(2, '!').append("?");
  show(s);
  s.insert(5, "__");
  s.replace(0, 2, "HE");
  s.erase(s.size() - 1);
  show(s);
  printf("%zu %zu %zu %d\n", s.find("wor"), s.rfind('o'), s.find_first_of("xyzw"), s.find("nope") == std::string::npos);
  printf("%d %d %d\n", s.starts_with("HE"), s.ends_with("!!"), s.compare("HE") > 0);
  std::string_view v = s;
  v.remove_prefix(2);
  show(v.substr(0, 3));
  show("view"sv);
  printf("%d %ld %d %lu\n", std::stoi("42"), std::stol("-7"), std::stoi("ff", nullptr, 16), std::stoul("9"));
  std::cout << std::to_string(1.5) << ' ' << std::to_string(-3) << ' ' << std::string(3, 'z') << '\n';
  std::string sorted = "banana";
  std::sort(sorted.begin(), sorted.end());
  std::string back(sorted.rbegin(), sorted.rend());
  std::cout << sorted << ' ' << back << ' ' << (sorted < back) << (sorted == "aaabnn") << ("x" + sorted) << '\n';
  for (char& c : back) c = static_cast<char>(c - 32);
  std::cout << back << ' ' << R"(a\n"b")" << ' ' << s.substr(3).length() << ' ' << s.empty() << '\n';
  s.resize(3);
  s.clear();
  std::cout << '[' << s << ']' << (s == "") << '\n';
}
// expect: 15:hello, world!!?
// expect: 16:HEllo__, world!!
// expect: 9 10 9 1
// expect: 1 1 1
// expect: 3:llo
// expect: 4:view
// expect: 42 -7 255 9
// expect: 1.500000 -3 zzz
// expect: aaabnn nnbaaa 11xaaabnn
// expect: NNBAAA a\n"b" 13 0
// expect: []1
