// <algorithm>: what small programs use. Sorting is by insertion: few elements, and few instructions to step through.
namespace std {
template <class T> const T& min(const T& a, const T& b) { return b < a ? b : a; }
template <class T> const T& max(const T& a, const T& b) { return a < b ? b : a; }
template <class T> T min(initializer_list<T> items) {
  const T* best = items.begin();
  for (const T& x : items)
    if (x < *best) best = &x;
  return *best;
}
template <class T> T max(initializer_list<T> items) {
  const T* best = items.begin();
  for (const T& x : items)
    if (*best < x) best = &x;
  return *best;
}
template <class T> const T& clamp(const T& value, const T& low, const T& high) {
  if (value < low) return low;
  return high < value ? high : value;
}
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
template <class I, class F> bool none_of(I first, I last, F f) { return !any_of(first, last, f); }
template <class I, class F> void for_each(I first, I last, F f) {
  for (; first != last; ++first) f(*first);
}
template <class I, class T> long count(I first, I last, const T& value) {
  long n = 0;
  for (; first != last; ++first)
    if (*first == value) n++;
  return n;
}
template <class I, class F> long count_if(I first, I last, F f) {
  long n = 0;
  for (; first != last; ++first)
    if (f(*first)) n++;
  return n;
}
template <class I> I min_element(I first, I last) {
  I best = first;
  for (; first != last; ++first)
    if (*first < *best) best = first;
  return best;
}
template <class I> I max_element(I first, I last) {
  I best = first;
  for (; first != last; ++first)
    if (*best < *first) best = first;
  return best;
}
template <class I, class T> void fill(I first, I last, const T& value) {
  for (; first != last; ++first) *first = value;
}
template <class I, class O> O copy(I first, I last, O out) {
  for (; first != last; ++first) {
    *out = *first;
    ++out;
  }
  return out;
}
template <class I, class O, class F> O transform(I first, I last, O out, F f) {
  for (; first != last; ++first) {
    *out = f(*first);
    ++out;
  }
  return out;
}
template <class I, class T> I remove(I first, I last, const T& value) {
  I to = first;
  for (; first != last; ++first) {
    if (*first == value) continue;
    if (to != first) *to = move(*first);
    ++to;
  }
  return to;
}
template <class I, class F> I remove_if(I first, I last, F f) {
  I to = first;
  for (; first != last; ++first) {
    if (f(*first)) continue;
    if (to != first) *to = move(*first);
    ++to;
  }
  return to;
}
template <class I> void reverse(I first, I last) {
  while (first != last && first != --last) {
    swap(*first, *last);
    ++first;
  }
}
template <class I, class L> void sort(I first, I last, L less) {
  if (first == last) return;
  for (I next = first + 1; next != last; ++next) {
    for (I at = next; at != first && less(*at, *(at - 1)); --at) swap(*at, *(at - 1));
  }
}
template <class I> void sort(I first, I last) {
  sort(first, last, [](const auto& a, const auto& b) { return a < b; });
}
}  // namespace std
