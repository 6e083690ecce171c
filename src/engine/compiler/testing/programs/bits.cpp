#include <vector>
#include <bitset>
#include <iostream>
#include <algorithm>
int main() {
  std::vector<bool> v(70, true); v[69] = false; v.push_back(true); v[3] = v[69]; v[5].flip();
  int n = 0; for (bool b : v) n += b; std::cout << n << ' ' << v.size() << '\n';
  for (auto&& b : v) b = !b; for (auto b : v) std::cout << b; std::cout << '\n';
  std::cout << std::count(v.begin(), v.end(), true) << (std::find(v.begin(), v.end(), false) - v.begin()) << '\n';
  std::vector<bool> w = {true, false, true}; auto c = w; c.flip(); std::cout << (c == w) << c[1] << c.at(2) << '\n';
  w.insert(w.begin(), false); w.erase(w.begin() + 1); w.resize(6, true); std::swap(w, c); for (auto x : c) std::cout << x; std::cout << '\n';
  const auto& k = c; bool b = k[0]; auto r = c[0]; r = true; std::cout << b << c[0] << c.front() << c.back() << c.empty() << '\n';
  std::vector<std::vector<bool>> g(2, std::vector<bool>(3)); g[1][2] = true; if (g[1][2] && !g[0][0]) std::cout << "grid\n";
  std::fill(c.begin(), c.end(), false); std::cout << std::any_of(c.begin(), c.end(), [](bool x) { return x; }) << '\n';
  try { c.at(99); } catch (const std::out_of_range& e) { std::cout << e.what() << '\n'; }
  std::bitset<70> s; s.set(69).set(1); s[2] = true; s[3] = s[2]; s.flip(1); std::cout << s.count() << s.test(69) << s[0] << '\n' << s << '\n' << (s << 1) << '\n' << (s >> 60) << '\n';
  std::bitset<8> a("10110"), d(0b1100); std::cout << (a & d) << (a | d) << (a ^ d) << ~a << a.to_ulong() << a.any() << a.all() << '\n';
  std::bitset<4> q(255); std::cout << q.all() << q.to_ulong() << (q == std::bitset<4>().set()) << '\n';
  try { s.to_ulong(); } catch (const std::overflow_error& e) { std::cout << e.what() << '\n'; }
}
// expect: 68 71
// expect: 00010100000000000000000000000000000000000000000000000000000000000000010
// expect: 30
// expect: 010
// expect: 001111
// expect: 01110
// expect: grid
// expect: 0
// expect: vector<bool>::_M_range_check: __n (which is 99) >= this->size() (which is 6)
// expect: 310
// expect: 1000000000000000000000000000000000000000000000000000000000000000001100
// expect: 0000000000000000000000000000000000000000000000000000000000000000011000
// expect: 0000000000000000000000000000000000000000000000000000000000001000000000
// expect: 000001000001111000011010111010012210
// expect: 1151
// expect: _Base_bitset::_M_do_to_ulong
