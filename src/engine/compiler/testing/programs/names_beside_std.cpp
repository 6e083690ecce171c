// Functions of the program beside those of a namespace that it uses; iterators that are asked for their types.
// expect: 6
// expect: 24
// expect: own swap
// expect: 2X253
// expect: 42x
#include <iostream>
#include <algorithm>
#include <string>
#include <sstream>
#include <vector>
using namespace std;
struct X { int v; };
X max(X a, X b) { return a.v > b.v ? a : b; }
void swap(X& a, X& b) { int t = a.v; a.v = b.v; b.v = t; cout << "own swap\n"; }
string to_string(X x) { return "X" + std::to_string(x.v); }
void print(int i) { cout << i << "\n"; }
int distance(int a, int b) { return b - a; }
istream& getline(istream& in, X& x) { string s; getline(in, s); x.v = stoi(s); return in; }
template <class It> typename It::value_type sum(It first, It last) {
  typename It::value_type total{};
  for (; first != last; ++first) total += *first;
  return total;
}
int main() {
  vector<int> items{1, 2, 3};
  cout << sum(items.begin(), items.end()) << "\n";
  X a{1}, b{2};
  cout << max(a, b).v << max(3, 4) << "\n";
  swap(a, b);
  int i = 1, j = 2;
  swap(i, j);
  cout << i << to_string(a) << to_string(5) << distance(2, 5) << "\n";
  stringstream ss("42\nx,y");
  X x{};
  getline(ss, x);
  string t;
  getline(ss, t, ',');
  cout << x.v << t << "\n";
}
