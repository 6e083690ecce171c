// <numeric>
namespace std {
template <class I, class T> T accumulate(I first, I last, T sum) {
  for (; first != last; ++first) sum = sum + *first;
  return sum;
}
template <class I, class T, class F> T accumulate(I first, I last, T sum, F f) {
  for (; first != last; ++first) sum = f(sum, *first);
  return sum;
}
template <class I, class T> void iota(I first, I last, T value) {
  for (; first != last; ++first) *first = value++;
}
}  // namespace std
