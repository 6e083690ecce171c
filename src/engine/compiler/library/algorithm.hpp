// <algorithm>: what small programs use.
namespace std {
template <class T> const T& min(const T& a, const T& b) { return b < a ? b : a; }
template <class T> const T& max(const T& a, const T& b) { return a < b ? b : a; }
template <class I, class T> I find(I first, I last, const T& value) {
  while (first != last && !(*first == value)) ++first;
  return first;
}
template <class I, class F> I find_if(I first, I last, F f) {
  while (first != last && !f(*first)) ++first;
  return first;
}
template <class I, class F> bool all_of(I first, I last, F f) {
  for (; first != last; ++first)
    if (!f(*first)) return false;
  return true;
}
template <class I, class F> bool any_of(I first, I last, F f) {
  for (; first != last; ++first)
    if (f(*first)) return true;
  return false;
}
template <class I, class F> void for_each(I first, I last, F f) {
  for (; first != last; ++first) f(*first);
}
template <class I, class T> long count(I first, I last, const T& value) {
  long n = 0;
  for (; first != last; ++first)
    if (*first == value) n++;
  return n;
}
}  // namespace std
