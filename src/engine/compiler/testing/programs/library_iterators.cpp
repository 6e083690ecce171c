// Iterators by their tags, reverse iterators by name, and members of containers and strings that are asked for less often.
// expect: random both both random input random 
// expect: 213311
// expect: 3,2,1,60
// expect: wor!!HHellowo world1056
// expect: dlrow owolleHHdlrell
// expect: 0914
// expect: 23
// expect: 2.5a4
// expect: 0110110242
#include <algorithm>
#include <bitset>
#include <deque>
#include <forward_list>
#include <functional>
#include <iostream>
#include <iterator>
#include <limits>
#include <list>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>
template <class It> void kind(It, std::random_access_iterator_tag) { std::cout << "random "; }
template <class It> void kind(It, std::bidirectional_iterator_tag) { std::cout << "both "; }
template <class It> void kind(It, std::input_iterator_tag) { std::cout << "input "; }
template <class It> void tell(It i) { kind(i, typename std::iterator_traits<It>::iterator_category()); }
class Count : public std::iterator<std::forward_iterator_tag, int> { int n; public: explicit Count(int n) : n(n) {} int operator*() const { return n; } Count& operator++() { ++n; return *this; } Count operator++(int) { Count c = *this; ++n; return c; } bool operator==(const Count& o) const { return n == o.n; } bool operator!=(const Count& o) const { return n != o.n; } };
struct Less : public std::binary_function<int, int, bool> { result_type operator()(first_argument_type a, second_argument_type b) const { return a > b; } };
int main() {
  std::vector<int> v{3, 1, 2};
  std::list<int> l{1, 2};
  std::map<int, int> m{{1, 2}, {3, 4}};
  std::deque<int> d{5, 6};
  tell(v.begin());
  tell(l.begin());
  tell(m.begin());
  tell(d.begin());
  tell(Count(1));
  tell(v.rbegin());
  std::cout << "\n";
  for (std::vector<int>::reverse_iterator i = v.rbegin();
  i != v.rend(); ++i) std::cout << *i;
  for (std::map<int, int>::const_reverse_iterator i = m.crbegin();
  i != m.crend(); ++i) std::cout << i->first;
  std::cout << v.rbegin()[1] << "\n";
  int a[] = {1, 2, 3};
  std::copy(std::rbegin(a), std::rend(a), std::ostream_iterator<int>(std::cout, ","));
  std::cout << std::accumulate(Count(1), Count(4), 0) << std::empty(a) << "\n";
  std::string s = "hello world";
  std::string t;
  t.append(s, 6, 3).append(2, '!');
  s.insert(5, t, 0, 2).replace(0, 1, 2, 'H');
  std::cout << t << s << s.find_last_of('o') << s.find_last_of("lo", 5) << s.find_first_of("xw", 0, 2) << "\n";
  std::string r(s.rbegin(), s.rend());
  char buf[4] = {};
  r.copy(buf, 3);
  std::cout << r << buf << std::string(s, 2, 3) << "\n";
  std::forward_list<int> f{1, 4};
  auto it = f.before_begin();
  it = f.insert_after(it, 0);
  f.insert_after(it, {8, 9});
  f.erase_after(f.begin());
  for (int x : f) std::cout << x;
  std::cout << "\n";
  std::set<int> st;
  st.emplace_hint(st.end(), 3);
  std::fill_n(std::inserter(st, st.end()), 2, 7);
  std::sort(v.begin(), v.end(), Less());
  std::cout << st.size() << v[0] << "\n";
  auto tup = std::tuple_cat(std::make_tuple(1, 'a'), std::make_pair(2.5, "x"), std::make_tuple());
  std::cout << std::get<2>(tup) << std::get<char>(tup) << std::get<int>(std::pair<int, char>(4, 'q')) << "\n";
  std::bitset<4> b("1010");
  std::istringstream in("0110");
  in >> b;
  std::cout << b << std::numeric_limits<unsigned>::is_modulo << std::numeric_limits<double>::max_exponent << std::numeric_limits<int>::radix << "\n";
}
