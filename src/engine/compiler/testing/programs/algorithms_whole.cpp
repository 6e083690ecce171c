// expect: sort: 1 3 3 5 7 8 9
// expect: 1310
// expect: 2
// expect: unique: 1 3 5 7 8 9
// expect: rotate: 5 7 8 9 1 3
// expect: reverse: 3 1 9 8 7 5
// expect: 1
// expect: 5
// expect: 133
// expect: 1b 1d 2a 2c
// expect: 91
// expect: 24
// expect: transform: 10 6 18 2 14 6 16
// expect: transform2: 15 9 27 3 21 9 24
// expect: copy_if: 5 3 9 1 7 3
// expect: copy_n: 5 3 9
// expect: fill_n: 42 42 9
// expect: generate: 0 1 2
// expect: generate_n: 0 1 2 3 4
// expect: iota: 10 11 12 13 14
// expect: 60 730
// expect: partial_sum: 10 21 33 46 60
// expect: adj_diff: 10 1 1 1 1
// expect: 199210
// expect: 28
// expect: remove: 5 9 1 7 8
// expect: replace: 5 99 1 7 8
// expect: merge: 1 2 3 3 5 6
// expect: 1
// expect: union: 1 2 3 5 6
// expect: inter: 3
// expect: diff: 1 5
// expect: sym: 1 2 5 6
// expect: 957
// expect: heap: 1 1 3 4 5 7
// expect: 1
// expect: 011
// expect: 12
// expect: 2
// expect: 2
// expect: list: 2 3 4
// expect: 343
// expect: splice: 9 8 2 3 4
// expect: lrev: 4 3 2 8 9
// expect: lrem: 4 3 2
// expect: lmerge: 1 2 3 4
// expect: derase: 1 3 4 5
// expect: dinsert: 1 77 3 4 5
// expect: derase2: 3 4 5
// expect: dsort: 5 4 3
// expect: words: fig pear apple
// expect: fig,pear,apple,
// expect: array: 1 2 3 4
// expect: 110
// expect: 6
// expect: 123
// expect: swapped: 2 3 6
// expect: 6 612
// expect: 150
// expect: 15
// expect: ins: 1 2 3 4 5
// expect: emp: 0 1 2 3 4 5
// expect: app: 0 1 2 3 4 5 2 3 6
// expect: each: 0 10 20 30 40 50 20 30 60
// expect: each_n: 1 1 20 30 40 50 20 30 60
// expect: 90
#include <utility>
#include <algorithm>
#include <numeric>
#include <iostream>
#include <vector>
#include <list>
#include <deque>
#include <string>
#include <iterator>
#include <array>
#include <functional>
#include <set>
template <class C> void show(const char* name, const C& c) { std::cout << name << ":"; for (auto& x : c) std::cout << " " << x; std::cout << "\n"; }
int main() {
  std::vector<int> v{5, 3, 9, 1, 7, 3, 8};
  std::vector<int> a = v; std::sort(a.begin(), a.end()); show("sort", a);
  std::cout << (std::lower_bound(a.begin(), a.end(), 3) - a.begin()) << (std::upper_bound(a.begin(), a.end(), 3) - a.begin()) << std::binary_search(a.begin(), a.end(), 7) << std::binary_search(a.begin(), a.end(), 6) << "\n";
  auto [lo, hi] = std::equal_range(a.begin(), a.end(), 3); std::cout << hi - lo << "\n";
  a.erase(std::unique(a.begin(), a.end()), a.end()); show("unique", a);
  std::rotate(a.begin(), a.begin() + 2, a.end()); show("rotate", a);
  std::reverse(a.begin(), a.end()); show("reverse", a);
  auto mid = std::partition(a.begin(), a.end(), [](int x) { return x % 2 == 0; }); std::cout << mid - a.begin() << "\n";
  std::vector<int> b = v; std::nth_element(b.begin(), b.begin() + 3, b.end()); std::cout << b[3] << "\n";
  b = v; std::partial_sort(b.begin(), b.begin() + 3, b.end()); std::cout << b[0] << b[1] << b[2] << "\n";
  std::vector<std::pair<int, char>> ps{{2, 'a'}, {1, 'b'}, {2, 'c'}, {1, 'd'}};
  std::stable_sort(ps.begin(), ps.end(), [](auto& x, auto& y) { return x.first < y.first; }); for (auto& [n, c] : ps) std::cout << n << c << " "; std::cout << "\n";
  std::cout << *std::find_if(v.begin(), v.end(), [](int x) { return x > 5; }) << *std::find_if_not(v.begin(), v.end(), [](int x) { return x > 2; }) << "\n";
  std::cout << std::count(v.begin(), v.end(), 3) << std::count_if(v.begin(), v.end(), [](int x) { return x > 4; }) << "\n";
  std::vector<int> t; std::transform(v.begin(), v.end(), std::back_inserter(t), [](int x) { return x * 2; }); show("transform", t);
  std::transform(v.begin(), v.end(), t.begin(), t.begin(), std::plus<>{}); show("transform2", t);
  std::vector<int> o; std::copy_if(v.begin(), v.end(), std::back_inserter(o), [](int x) { return x % 2; }); show("copy_if", o);
  o.clear(); std::copy_n(v.begin(), 3, std::back_inserter(o)); show("copy_n", o);
  std::fill_n(o.begin(), 2, 42); show("fill_n", o);
  int k = 0; std::generate(o.begin(), o.end(), [&] { return k++; }); show("generate", o);
  std::generate_n(std::back_inserter(o), 2, [&] { return k++; }); show("generate_n", o);
  std::vector<int> i(5); std::iota(i.begin(), i.end(), 10); show("iota", i);
  std::cout << std::reduce(i.begin(), i.end()) << " " << std::inner_product(i.begin(), i.end(), i.begin(), 0) << "\n";
  std::vector<int> s; std::partial_sum(i.begin(), i.end(), std::back_inserter(s)); show("partial_sum", s);
  s.clear(); std::adjacent_difference(i.begin(), i.end(), std::back_inserter(s)); show("adj_diff", s);
  auto [mn, mx] = std::minmax_element(v.begin(), v.end()); std::cout << *mn << *mx << std::max({1, 9, 4}) << std::min({3, 2}) << std::clamp(15, 0, 10) << "\n";
  auto mm = std::minmax({4, 2, 8}); std::cout << mm.first << mm.second << "\n";
  std::vector<int> r = v; r.erase(std::remove(r.begin(), r.end(), 3), r.end()); show("remove", r);
  std::replace(r.begin(), r.end(), 9, 99); show("replace", r);
  std::vector<int> x{1, 3, 5}, y{2, 3, 6}, z;
  std::merge(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(z)); show("merge", z);
  std::cout << std::includes(z.begin(), z.end(), x.begin(), x.end()) << "\n";
  z.clear(); std::set_union(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(z)); show("union", z);
  z.clear(); std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(z)); show("inter", z);
  z.clear(); std::set_difference(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(z)); show("diff", z);
  z.clear(); std::set_symmetric_difference(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(z)); show("sym", z);
  std::vector<int> h{3, 1, 4, 1, 5, 9}; std::make_heap(h.begin(), h.end()); std::cout << h.front(); std::pop_heap(h.begin(), h.end()); h.pop_back(); std::cout << h.front(); h.push_back(7); std::push_heap(h.begin(), h.end()); std::cout << h.front() << "\n";
  std::sort_heap(h.begin(), h.end()); show("heap", h); std::cout << std::is_sorted(h.begin(), h.end()) << "\n";
  std::cout << std::equal(x.begin(), x.end(), y.begin()) << std::equal(x.begin(), x.end(), x.begin(), x.end()) << std::lexicographical_compare(x.begin(), x.end(), y.begin(), y.end()) << "\n";
  auto mis = std::mismatch(x.begin(), x.end(), y.begin()); std::cout << *mis.first << *mis.second << "\n";
  std::vector<int> dup{1, 2, 2, 3}; std::cout << *std::adjacent_find(dup.begin(), dup.end()) << "\n";
  std::vector<int> pat{2, 3}; std::cout << std::search(dup.begin(), dup.end(), pat.begin(), pat.end()) - dup.begin() << "\n";
  std::list<int> l{4, 2, 3}; l.sort(); show("list", l); std::cout << *std::next(l.begin()) << *std::prev(l.end()) << std::distance(l.begin(), l.end()) << "\n";
  std::list<int> l2{9, 8}; l.splice(l.begin(), l2); show("splice", l); l.reverse(); show("lrev", l); l.remove_if([](int n) { return n > 7; }); show("lrem", l);
  std::list<int> la{1, 4}, lb{2, 3}; la.merge(lb); show("lmerge", la); la.unique();
  std::deque<int> d{1, 2, 3, 4, 5}; d.erase(d.begin() + 1); show("derase", d); d.insert(d.begin() + 1, 77); show("dinsert", d); d.erase(d.begin(), d.begin() + 2); show("derase2", d); std::sort(d.begin(), d.end(), std::greater<>()); show("dsort", d);
  std::vector<std::string> w{"pear", "fig", "apple"}; std::sort(w.begin(), w.end(), [](const std::string& p, const std::string& q) { return p.size() < q.size(); }); show("words", w);
  std::copy(w.begin(), w.end(), std::ostream_iterator<std::string>(std::cout, ",")); std::cout << "\n";
  std::array<int, 4> ar{4, 3, 2, 1}; std::sort(ar.begin(), ar.end()); show("array", ar); std::cout << std::any_of(ar.begin(), ar.end(), [](int q) { return q == 3; }) << std::all_of(ar.begin(), ar.end(), [](int q) { return q > 0; }) << std::none_of(ar.begin(), ar.end(), [](int q) { return q > 3; }) << "\n";
  std::vector<int> perm{1, 2, 3}; int count = 0; do { count++; } while (std::next_permutation(perm.begin(), perm.end())); std::cout << count << "\n";
  int raw[] = {3, 1, 2}; std::sort(std::begin(raw), std::end(raw)); std::cout << raw[0] << raw[1] << raw[2] << "\n";
  std::swap_ranges(x.begin(), x.end(), y.begin()); show("swapped", x);
  std::set<int> st{1, 2, 3}; std::cout << std::accumulate(st.begin(), st.end(), 0) << " " << std::gcd(12, 18) << std::lcm(4, 6) << "\n";
  std::vector<int> big(100); for (int q = 0; q < 100; q++) big[q] = (q * 37) % 100; std::sort(big.begin(), big.end()); std::cout << std::is_sorted(big.begin(), big.end()) << big[50] << "\n";
  for (int q = 0; q < 100; q++) big[q] = (q * 37) % 10; std::stable_sort(big.begin(), big.end()); std::cout << std::is_sorted(big.begin(), big.end()) << big[50] << "\n";
  std::vector<int> ins{1, 5}; ins.insert(ins.begin() + 1, {2, 3, 4}); show("ins", ins); ins.emplace(ins.begin(), 0); show("emp", ins); ins.insert(ins.end(), x.begin(), x.end()); show("app", ins);
  std::for_each(ins.begin(), ins.end(), [](int& q) { q *= 10; }); show("each", ins); std::for_each_n(ins.begin(), 2, [](int& q) { q = 1; }); show("each_n", ins);
  auto old = std::exchange(ins, {}); std::cout << old.size() << ins.size() << "\n";
}
