// <algorithm>: sequences, and what orders them: sorting, searching what is sorted, sets, heaps. Few elements are sorted by insertion, which is few
// instructions to step through; many by a heap.
#include <__sequences>
namespace std {
// A heap of n elements whose greatest is first.
template <class I, class L> void __sift(I first, long n, long at, L less) {
  for (;;) {
    long child = 2 * at + 1;
    if (child >= n) return;
    if (child + 1 < n && less(*(first + child), *(first + (child + 1)))) child++;
    if (!less(*(first + at), *(first + child))) return;
    swap(*(first + at), *(first + child));
    at = child;
  }
}
template <class I, class L> void make_heap(I first, I last, L less) {
  long n = last - first;
  for (long i = n / 2 - 1; i >= 0; i--) __sift(first, n, i, less);
}
template <class I, class L> void push_heap(I first, I last, L less) {
  long at = last - first - 1;
  while (at > 0 && less(*(first + (at - 1) / 2), *(first + at))) {
    swap(*(first + (at - 1) / 2), *(first + at));
    at = (at - 1) / 2;
  }
}
template <class I, class L> void pop_heap(I first, I last, L less) {
  long n = last - first;
  if (n < 2) return;
  swap(*first, *(first + (n - 1)));
  __sift(first, n - 1, 0, less);
}
template <class I, class L> void sort_heap(I first, I last, L less) {
  for (; last - first > 1; --last) pop_heap(first, last, less);
}
template <class I, class L> bool is_heap(I first, I last, L less) {
  for (long i = last - first - 1; i > 0; i--)
    if (less(*(first + (i - 1) / 2), *(first + i))) return false;
  return true;
}
template <class I, class L> I is_heap_until(I first, I last, L less) {
  for (long i = 1; i < last - first; i++)
    if (less(*(first + (i - 1) / 2), *(first + i))) return first + i;
  return last;
}
template <class I> I is_heap_until(I first, I last) { return is_heap_until(first, last, __less{}); }
template <class I> void make_heap(I first, I last) { make_heap(first, last, __less{}); }
template <class I> void push_heap(I first, I last) { push_heap(first, last, __less{}); }
template <class I> void pop_heap(I first, I last) { pop_heap(first, last, __less{}); }
template <class I> void sort_heap(I first, I last) { sort_heap(first, last, __less{}); }
template <class I> bool is_heap(I first, I last) { return is_heap(first, last, __less{}); }

template <class I, class L> void __insertion_sort(I first, I last, L less) {
  if (first == last) return;
  for (I next = first + 1; next != last; ++next) {
    for (I at = next; at != first && less(*at, *(at - 1)); --at) swap(*at, *(at - 1));
  }
}
template <class I, class L> void sort(I first, I last, L less) {
  if (last - first <= 24) return __insertion_sort(first, last, less);
  make_heap(first, last, less);
  sort_heap(first, last, less);
}
template <class I> void sort(I first, I last) { sort(first, last, __less{}); }
// The first element that `before` does not hold for.
template <class I, class F> I __bisect(I first, I last, F before) {
  long n = distance(first, last);
  while (n > 0) {
    I middle = next(first, n / 2);
    if (before(*middle)) {
      first = ++middle;
      n -= n / 2 + 1;
    } else {
      n /= 2;
    }
  }
  return first;
}
template <class I, class T, class L> I lower_bound(I first, I last, const T& value, L less) {
  return __bisect(first, last, [&](const auto& x) { return less(x, value); });
}
template <class I, class T, class L> I upper_bound(I first, I last, const T& value, L less) {
  return __bisect(first, last, [&](const auto& x) { return !less(value, x); });
}
template <class I, class T> I lower_bound(I first, I last, const T& value) { return lower_bound(first, last, value, __less{}); }
template <class I, class T> I upper_bound(I first, I last, const T& value) { return upper_bound(first, last, value, __less{}); }
template <class I, class T, class L> pair<I, I> equal_range(I first, I last, const T& value, L less) {
  return pair<I, I>(lower_bound(first, last, value, less), upper_bound(first, last, value, less));
}
template <class I, class T> pair<I, I> equal_range(I first, I last, const T& value) { return equal_range(first, last, value, __less{}); }
template <class I, class T, class L> bool binary_search(I first, I last, const T& value, L less) {
  first = lower_bound(first, last, value, less);
  return first != last && !less(value, *first);
}
template <class I, class T> bool binary_search(I first, I last, const T& value) { return binary_search(first, last, value, __less{}); }

// Halves, and what they merge to by turning parts round: no storage beside the elements.
template <class I, class L> void inplace_merge(I first, I middle, I last, L less) {
  long left = middle - first;
  long right = last - middle;
  if (left == 0 || right == 0) return;
  if (left + right == 2) {
    if (less(*middle, *first)) swap(*first, *middle);
    return;
  }
  I cut = first + left / 2;
  I other = middle;
  if (left > right) {
    other = lower_bound(middle, last, *cut, less);
  } else {
    other = middle + right / 2;
    cut = upper_bound(first, middle, *other, less);
  }
  I joined = rotate(cut, middle, other);
  inplace_merge(first, cut, joined, less);
  inplace_merge(joined, other, last, less);
}
template <class I, class L> void stable_sort(I first, I last, L less) {
  long n = last - first;
  if (n <= 24) return __insertion_sort(first, last, less);
  I middle = first + n / 2;
  stable_sort(first, middle, less);
  stable_sort(middle, last, less);
  inplace_merge(first, middle, last, less);
}
template <class I> void inplace_merge(I first, I middle, I last) { inplace_merge(first, middle, last, __less{}); }
template <class I> void stable_sort(I first, I last) { stable_sort(first, last, __less{}); }
template <class I, class L> void partial_sort(I first, I middle, I last, L less) {
  long n = middle - first;
  make_heap(first, middle, less);
  for (I at = middle; at != last && n > 0; ++at)
    if (less(*at, *first)) {
      swap(*at, *first);
      __sift(first, n, 0, less);
    }
  sort_heap(first, middle, less);
}
template <class I> void partial_sort(I first, I middle, I last) { partial_sort(first, middle, last, __less{}); }
template <class I, class L> void nth_element(I first, I nth, I last, L less) {
  if (nth != last) partial_sort(first, nth + 1, last, less);
}
template <class I> void nth_element(I first, I nth, I last) { nth_element(first, nth, last, __less{}); }
template <class I, class L> I is_sorted_until(I first, I last, L less) {
  if (first == last) return last;
  for (I next = first; ++next != last; ++first)
    if (less(*next, *first)) return next;
  return last;
}
template <class I> I is_sorted_until(I first, I last) { return is_sorted_until(first, last, __less{}); }
template <class I, class L> bool is_sorted(I first, I last, L less) { return is_sorted_until(first, last, less) == last; }
template <class I> bool is_sorted(I first, I last) { return is_sorted(first, last, __less{}); }

// Two sorted ranges, element by element: what stands only in the first, in both, only in the second goes where.
template <class I, class J, class O, class L>
O __together(I first, I last, J from, J to, O out, L less, bool left, bool both, bool twice, bool right) {
  while (first != last || from != to) {
    if (from == to || (first != last && less(*first, *from))) {
      if (left) *out = *first, ++out;
      ++first;
    } else if (first == last || less(*from, *first)) {
      if (right) *out = *from, ++out;
      ++from;
    } else {
      if (both) *out = *first, ++out;
      ++first;
      if (!twice) ++from;
    }
  }
  return out;
}
template <class I, class J, class O, class L> O merge(I first, I last, J from, J to, O out, L less) { return __together(first, last, from, to, out, less, true, true, true, true); }
template <class I, class J, class O> O merge(I first, I last, J from, J to, O out) { return merge(first, last, from, to, out, __less{}); }
template <class I, class J, class O, class L> O set_union(I first, I last, J from, J to, O out, L less) { return __together(first, last, from, to, out, less, true, true, false, true); }
template <class I, class J, class O> O set_union(I first, I last, J from, J to, O out) { return set_union(first, last, from, to, out, __less{}); }
template <class I, class J, class O, class L> O set_intersection(I first, I last, J from, J to, O out, L less) { return __together(first, last, from, to, out, less, false, true, false, false); }
template <class I, class J, class O> O set_intersection(I first, I last, J from, J to, O out) { return set_intersection(first, last, from, to, out, __less{}); }
template <class I, class J, class O, class L> O set_difference(I first, I last, J from, J to, O out, L less) { return __together(first, last, from, to, out, less, true, false, false, false); }
template <class I, class J, class O> O set_difference(I first, I last, J from, J to, O out) { return set_difference(first, last, from, to, out, __less{}); }
template <class I, class J, class O, class L> O set_symmetric_difference(I first, I last, J from, J to, O out, L less) { return __together(first, last, from, to, out, less, true, false, false, true); }
template <class I, class J, class O> O set_symmetric_difference(I first, I last, J from, J to, O out) { return set_symmetric_difference(first, last, from, to, out, __less{}); }
template <class I, class J, class L> bool includes(I first, I last, J from, J to, L less) {
  while (from != to) {
    if (first == last || less(*from, *first)) return false;
    if (!less(*first, *from)) ++from;
    ++first;
  }
  return true;
}
template <class I, class J> bool includes(I first, I last, J from, J to) { return includes(first, last, from, to, __less{}); }
template <class I, class L> bool next_permutation(I first, I last, L less) {
  if (first == last) return false;
  for (I at = last; --at != first;) {
    I before = prev(at);
    if (!less(*before, *at)) continue;
    I other = last;
    while (!less(*before, *--other)) {
    }
    swap(*before, *other);
    reverse(at, last);
    return true;
  }
  reverse(first, last);
  return false;
}
template <class I> bool next_permutation(I first, I last) { return next_permutation(first, last, __less{}); }
template <class I> bool prev_permutation(I first, I last) {
  return next_permutation(first, last, [](const auto& a, const auto& b) { return b < a; });
}
template <class I, class L> bool prev_permutation(I first, I last, L less) {
  return next_permutation(first, last, [&](const auto& a, const auto& b) { return less(b, a); });
}
template <class I, class J, class L> J partial_sort_copy(I first, I last, J to, J end, L less) {
  long n = 0;
  J at = to;
  for (; first != last && at != end; ++first, ++at, n++) *at = *first;
  make_heap(to, at, less);
  for (; first != last && n > 0; ++first)
    if (less(*first, *to)) {
      *to = *first;
      __sift(to, n, 0, less);
    }
  sort_heap(to, at, less);
  return at;
}
template <class I, class J> J partial_sort_copy(I first, I last, J to, J end) { return partial_sort_copy(first, last, to, end, __less{}); }
template <class I, class O, class T> O replace_copy(I first, I last, O out, const T& old, const T& made) {
  for (; first != last; ++first, ++out) *out = *first == old ? made : *first;
  return out;
}
// libstdc++ draws its numbers in another way: the order is one of the possible ones, not the same.
template <class I, class G> void shuffle(I first, I last, G&& engine) {
  for (long n = last - first; n > 1; n--) swap(*(first + (n - 1)), *(first + static_cast<long>(engine() % n)));
}
template <class I, class O, class N, class G> O sample(I first, I last, O out, N n, G&& engine) {
  for (long left = distance(first, last); left > 0 && n > 0; left--, ++first)
    if (static_cast<long>(engine() % left) < n) {
      *out = *first;
      ++out;
      n--;
    }
  return out;
}
}  // namespace std
