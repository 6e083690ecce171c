// <numeric>
namespace std {
// Views may end in something else than they begin with.
template <class I, class E, class T, class F> T accumulate(I first, E last, T sum, F f) {
  for (; first != last; ++first) sum = f(move(sum), *first);
  return sum;
}
template <class I, class E, class T> T accumulate(I first, E last, T sum) {
  for (; first != last; ++first) sum = move(sum) + *first;
  return sum;
}
template <class I, class T, class F> T reduce(I first, I last, T sum, F f) { return accumulate(first, last, move(sum), f); }
template <class I, class T> T reduce(I first, I last, T sum) { return accumulate(first, last, move(sum)); }
template <class I> auto reduce(I first, I last) { return accumulate(first, last, __decay<decltype(*first)>()); }
template <class I, class J, class T> T inner_product(I first, I last, J other, T sum) {
  for (; first != last; ++first, ++other) sum = move(sum) + *first * *other;
  return sum;
}
template <class I, class J, class T, class F, class G> T inner_product(I first, I last, J other, T sum, F add, G times) {
  for (; first != last; ++first, ++other) sum = add(move(sum), times(*first, *other));
  return sum;
}
template <class I, class J, class T> T transform_reduce(I first, I last, J other, T sum) requires requires { *other; } {
  return inner_product(first, last, other, move(sum));
}
template <class I, class T, class F, class G> T transform_reduce(I first, I last, T sum, F add, G change) {
  for (; first != last; ++first) sum = add(move(sum), change(*first));
  return sum;
}
template <class I, class J, class T, class F, class G> T transform_reduce(I first, I last, J other, T sum, F add, G times) {
  return inner_product(first, last, other, move(sum), add, times);
}
template <class I, class T> void iota(I first, I last, T value) {
  for (; first != last; ++first) *first = value++;
}
template <class I, class O, class F> O partial_sum(I first, I last, O out, F add) {
  if (first == last) return out;
  auto sum = *first;
  *out = sum;
  while (++first != last) {
    sum = add(move(sum), *first);
    *++out = sum;
  }
  return ++out;
}
template <class I, class O> O partial_sum(I first, I last, O out) {
  return partial_sum(first, last, out, [](const auto& a, const auto& b) { return a + b; });
}
template <class I, class O> O inclusive_scan(I first, I last, O out) { return partial_sum(first, last, out); }
template <class I, class O, class F> O inclusive_scan(I first, I last, O out, F add) { return partial_sum(first, last, out, add); }
template <class I, class O, class T, class F> O exclusive_scan(I first, I last, O out, T sum, F add) {
  for (; first != last; ++first, ++out) {
    T before = sum;
    sum = add(move(sum), *first);
    *out = move(before);
  }
  return out;
}
template <class I, class O, class T> O exclusive_scan(I first, I last, O out, T sum) {
  return exclusive_scan(first, last, out, move(sum), [](const auto& a, const auto& b) { return a + b; });
}
template <class I, class O, class F> O adjacent_difference(I first, I last, O out, F minus) {
  if (first == last) return out;
  auto before = *first;
  *out = before;
  while (++first != last) {
    auto now = *first;
    *++out = minus(now, before);
    before = move(now);
  }
  return ++out;
}
template <class I, class O> O adjacent_difference(I first, I last, O out) {
  return adjacent_difference(first, last, out, [](const auto& a, const auto& b) { return a - b; });
}
template <class A, class B> constexpr auto gcd(A a, B b) {
  decltype(a + b) x = a < 0 ? -a : a;
  decltype(a + b) y = b < 0 ? -b : b;
  while (y != 0) {
    auto rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}
template <class A, class B> constexpr auto lcm(A a, B b) {
  decltype(a + b) product = a == 0 || b == 0 ? 0 : a / gcd(a, b) * b;
  return product < 0 ? -product : product;
}
template <class T> constexpr T midpoint(T a, T b) { return a + (b - a) / 2; }
}  // namespace std
