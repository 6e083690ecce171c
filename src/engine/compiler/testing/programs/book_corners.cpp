// Member pointers of bases, function objects of before lambdas, conversions to references, algorithms with predicates, types that need no typename.
// expect: ac
// expect: km
// expect: list list
// expect: 1.5
// expect: 2
// expect: 771
// expect: 53
// expect: 325
// expect: 549459430030cab
// expect: 1
#include <algorithm>
#include <cmath>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <queue>
#include <string>
#include <utility>
#include <vector>
using namespace std;
struct Pss : public pair<string, string> { Pss(string const& a, string const& b) : pair<string, string>(a, b) {} };
class Sortby { string Pss::*d_field; public: Sortby(string Pss::*field) : d_field(field) {} bool operator()(Pss const& a, Pss const& b) const { return a.*d_field < b.*d_field; } };
class Text { string d_s; public: Text(string const& s) : d_s(s) {} operator string const&() const { return d_s; } bool operator<(Text const& r) const { return d_s > r.d_s; } };
class Handler : private map<string, void (Handler::*)(string const&)> { using Base = map<string, void (Handler::*)(string const&)>; public: Handler() : map<string, void (Handler::*)(string const&)>() { (*this)["list"] = &Handler::list; } void process(string const& l) { auto it = find(l); if (it != end()) (this->*(it->second))(l); } private: void list(string const& l) { cout << "list " << l << "\n"; } };
auto total(auto const& c, auto f) { auto accu = decltype(c[0]){}; auto sum = accu; for (auto& v : c) { (void)v; } return f(sum, c[0]); }
template <typename T, typename T::value_type = 0> int hasValue(T const& t) { return static_cast<int>(t.size()); }
template <typename T, T::size_type = 0> int hasSize(T const& t) { return static_cast<int>(t.size()); }
template <typename Type> void call(Type (*fp)(Type), Type const& v) { cout << (*fp)(v) << "\n"; }
int main() {
  vector<Pss> v{Pss("b", "x"), Pss("a", "y"), Pss("c", "w")};
  sort(v.begin(), v.end(), Sortby{&Pss::first});
  cout << v[0].first;
  sort(v.begin(), v.end(), Sortby(&Pss::second));
  cout << v[0].first << "\n";
  priority_queue<Text> q;
  q.push(Text("k"));
  q.push(Text("m"));
  string w;
  while (q.size()) { w = q.top();
  cout << w;
  q.pop(); } cout << "\n";
  Handler h;
  h.process("list");
  h.process("none");
  call(sqrt, 2.25);
  call(std::floor, 2.5);
  vector<int> n{1, 2, 3, 4, 5, 3, 4};
  cout << hasValue(n) << hasSize(n) << total(n, [](auto a, auto b) { return a + b; }) << "\n";
  n.erase(remove_if(n.begin(), n.end(), bind2nd(less<int>(), 3)), n.end());
  cout << n.size() << count_if(n.begin(), n.end(), not1(bind1st(equal_to<int>(), 3))) << "\n";
  int a[] = {3, 4};
  cout << find_end(n.begin(), n.end(), a, a + 2, [](int x, int y) { return x == y; }) - n.begin() << (search_n(n.begin(), n.end(), 1, 5, [](int x, int y) { return x == y; }) - n.begin()) << mismatch(n.begin(), n.end(), n.begin(), [](int x, int y) { return x <= y; }).first - n.begin() << "\n";
  vector<int> top(2), r;
  partial_sort_copy(n.begin(), n.end(), top.begin(), top.end(), greater<int>());
  replace_copy(n.begin(), n.end(), back_inserter(r), 3, 9);
  replace_copy_if(n.begin(), n.end(), back_inserter(r), [](int x) { return x > 3; }, 0);
  for (int x : top) cout << x;
  for (int x : r) cout << x;
  string p = "cba";
  prev_permutation(p.begin(), p.end(), less<char>());
  cout << p << "\n";
  vector<string> words{"x", "y"};
  cout << count_if(words.begin(), words.end(), not_fn(bind(equal_to<string>(), placeholders::_1, string("x")))) << "\n";
}
