// expect: 4000 8 11 2 7 3
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <list>
#include <string>
struct Clock {
  typedef std::chrono::duration<long, std::ratio<1, 2000>> duration;
  static long ticks() {
    using namespace std::chrono;
    return duration_cast<duration>(seconds(2)).count();
  }
};
struct Counter {
  int count = 3;
  int data[2] = {4, 5};
  int size() const { using namespace std; return count + data[1]; }
  std::string list = "abc";
  int letters() { using namespace std; string s = list; return static_cast<int>(s.size()) + size(); }
};
int distance = 7;
// The names of a `using namespace` in a block stand around all classes and functions: members and variables hide them ([namespace.udir]).
int main() {
  using namespace std;
  Counter c;
  int count = 2;
  list<int> l{1, 2, 3};
  printf("%ld %d %d %d %d %zu\n", Clock::ticks(), c.size(), c.letters(), count, ::distance, l.size());
  sort(c.data, c.data + 2);
  return 0;
}
