// The part of <algorithm> that takes sequences as they are.
#include <iterator>
#include <utility>
namespace std {
struct __less {
  template <class A, class B> bool operator()(const A& a, const B& b) const { return a < b; }
};
struct __equal {
  template <class A, class B> bool operator()(const A& a, const B& b) const { return a == b; }
};
template <class T> const T& min(const T& a, const T& b) { return b < a ? b : a; }
template <class T> const T& max(const T& a, const T& b) { return a < b ? b : a; }
template <class T, class L> const T& min(const T& a, const T& b, L less) { return less(b, a) ? b : a; }
template <class T, class L> const T& max(const T& a, const T& b, L less) { return less(a, b) ? b : a; }
template <class I, class L> I min_element(I first, I last, L less) {
  I best = first;
  for (; first != last; ++first)
    if (less(*first, *best)) best = first;
  return best;
}
template <class I, class L> I max_element(I first, I last, L less) {
  I best = first;
  for (; first != last; ++first)
    if (less(*best, *first)) best = first;
  return best;
}
template <class I> I min_element(I first, I last) { return min_element(first, last, __less{}); }
template <class I> I max_element(I first, I last) { return max_element(first, last, __less{}); }
template <class T> T min(initializer_list<T> items) { return *min_element(items.begin(), items.end()); }
template <class T> T max(initializer_list<T> items) { return *max_element(items.begin(), items.end()); }
template <class T, class L> T min(initializer_list<T> items, L less) { return *min_element(items.begin(), items.end(), less); }
template <class T, class L> T max(initializer_list<T> items, L less) { return *max_element(items.begin(), items.end(), less); }
// Of equal ones the first is the least and the last the greatest.
template <class I, class L> pair<I, I> minmax_element(I first, I last, L less) {
  pair<I, I> both(first, first);
  for (; first != last; ++first) {
    if (less(*first, *both.first)) both.first = first;
    if (!less(*first, *both.second)) both.second = first;
  }
  return both;
}
template <class I> pair<I, I> minmax_element(I first, I last) { return minmax_element(first, last, __less{}); }
template <class T> pair<const T&, const T&> minmax(const T& a, const T& b) {
  if (b < a) return pair<const T&, const T&>(b, a);
  return pair<const T&, const T&>(a, b);
}
template <class T> pair<T, T> minmax(initializer_list<T> items) {
  auto both = minmax_element(items.begin(), items.end());
  return pair<T, T>(*both.first, *both.second);
}
template <class T, class L> const T& clamp(const T& value, const T& low, const T& high, L less) {
  if (less(value, low)) return low;
  return less(high, value) ? high : value;
}
template <class T> const T& clamp(const T& value, const T& low, const T& high) { return clamp(value, low, high, __less{}); }

template <class I, class T> I find(I first, I last, const T& value) {
  while (first != last && !(*first == value)) ++first;
  return first;
}
template <class I, class F> I find_if(I first, I last, F f) {
  while (first != last && !f(*first)) ++first;
  return first;
}
template <class I, class F> I find_if_not(I first, I last, F f) {
  while (first != last && f(*first)) ++first;
  return first;
}
template <class I, class J, class F> I find_first_of(I first, I last, J from, J to, F f) {
  for (; first != last; ++first)
    for (J at = from; at != to; ++at)
      if (f(*first, *at)) return first;
  return last;
}
template <class I, class J> I find_first_of(I first, I last, J from, J to) { return find_first_of(first, last, from, to, __equal{}); }
template <class I, class F> I adjacent_find(I first, I last, F f) {
  if (first == last) return last;
  for (I next = first; ++next != last; ++first)
    if (f(*first, *next)) return first;
  return last;
}
template <class I> I adjacent_find(I first, I last) { return adjacent_find(first, last, __equal{}); }
template <class I, class J, class F> I search(I first, I last, J from, J to, F f) {
  for (;; ++first) {
    I at = first;
    for (J part = from;; ++part, ++at) {
      if (part == to) return first;
      if (at == last) return last;
      if (!f(*at, *part)) break;
    }
  }
}
template <class I, class J> I search(I first, I last, J from, J to) { return search(first, last, from, to, __equal{}); }
template <class I, class J, class F> I find_end(I first, I last, J from, J to, F f) {
  I found = last;
  for (I at = first; from != to && (at = search(at, last, from, to, f)) != last; ++at) found = at;
  return found;
}
template <class I, class N, class T, class F> I search_n(I first, I last, N n, const T& value, F f) {
  for (I at = first; at != last; ++at) {
    I end = at;
    N seen = 0;
    for (; seen < n && end != last && f(*end, value); ++end) seen++;
    if (seen == n) return at;
  }
  return last;
}
template <class I, class J> I find_end(I first, I last, J from, J to) {
  I found = last;
  for (I at = search(first, last, from, to); at != last && from != to; at = search(++at, last, from, to)) found = at;
  return found;
}
template <class I, class N, class T> I search_n(I first, I last, N n, const T& value) {
  for (; first != last; ++first) {
    I at = first;
    N same = 0;
    while (same < n && at != last && *at == value) {
      ++at;
      ++same;
    }
    if (same == n) return first;
  }
  return last;
}
template <class I, class F> bool all_of(I first, I last, F f) { return find_if_not(first, last, f) == last; }
template <class I, class F> bool any_of(I first, I last, F f) { return find_if(first, last, f) != last; }
template <class I, class F> bool none_of(I first, I last, F f) { return find_if(first, last, f) == last; }
template <class I, class F> F for_each(I first, I last, F f) {
  for (; first != last; ++first) f(*first);
  return f;
}
template <class I, class N, class F> I for_each_n(I first, N n, F f) {
  for (N i = 0; i < n; i++, ++first) f(*first);
  return first;
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
template <class I, class J, class F> pair<I, J> __differ(I first, I last, J other, F f) {
  while (first != last && f(*first, *other)) {
    ++first;
    ++other;
  }
  return pair<I, J>(first, other);
}
template <class I, class J, class F, class = decltype(declval<F&>()(*declval<I&>(), *declval<J&>()))> pair<I, J> mismatch(I first, I last, J other, F f) { return __differ(first, last, other, f); }
template <class I, class J> pair<I, J> mismatch(I first, I last, J other) { return __differ(first, last, other, __equal{}); }
template <class I, class J> pair<I, J> mismatch(I first, I last, J other, J end) {
  while (first != last && other != end && *first == *other) {
    ++first;
    ++other;
  }
  return pair<I, J>(first, other);
}
template <class I, class J> bool equal(I first, I last, J other) { return __differ(first, last, other, __equal{}).first == last; }
template <class I, class J> bool equal(I first, I last, J other, J end) {
  pair<I, J> at = mismatch(first, last, other, end);
  return at.first == last && at.second == end;
}
template <class I, class J, class F> bool equal(I first, I last, J other, F f) requires requires { f(*first, *other); } {
  return __differ(first, last, other, f).first == last;
}
template <class I, class J, class L> bool lexicographical_compare(I first, I last, J other, J end, L less) {
  for (; first != last && other != end; ++first, ++other) {
    if (less(*first, *other)) return true;
    if (less(*other, *first)) return false;
  }
  return first == last && other != end;
}
template <class I, class J> bool lexicographical_compare(I first, I last, J other, J end) { return lexicographical_compare(first, last, other, end, __less{}); }
template <class I, class J> bool is_permutation(I first, I last, J other) {
  long n = distance(first, last);
  for (I at = first; at != last; ++at)
    if (count(first, last, *at) != count(other, next(other, n), *at)) return false;
  return true;
}

template <class I, class T> void fill(I first, I last, const T& value) {
  for (; first != last; ++first) *first = value;
}
template <class I, class N, class T> I fill_n(I first, N n, const T& value) {
  for (N i = 0; i < n; i++, ++first) *first = value;
  return first;
}
template <class I, class F> void generate(I first, I last, F f) {
  for (; first != last; ++first) *first = f();
}
template <class I, class N, class F> I generate_n(I first, N n, F f) {
  for (N i = 0; i < n; i++, ++first) *first = f();
  return first;
}
template <class I, class O> O copy(I first, I last, O out) {
  for (; first != last; ++first, ++out) *out = *first;
  return out;
}
template <class I, class N, class O> O copy_n(I first, N n, O out) {
  for (N i = 0; i < n; i++, ++first, ++out) *out = *first;
  return out;
}
template <class I, class O, class F> O copy_if(I first, I last, O out, F f) {
  for (; first != last; ++first)
    if (f(*first)) {
      *out = *first;
      ++out;
    }
  return out;
}
template <class I, class O> O copy_backward(I first, I last, O out) {
  while (first != last) *--out = *--last;
  return out;
}
template <class I, class O> O move(I first, I last, O out) {
  for (; first != last; ++first, ++out) *out = move(*first);
  return out;
}
template <class I, class O> O move_backward(I first, I last, O out) {
  while (first != last) *--out = move(*--last);
  return out;
}
template <class I, class O, class F> O transform(I first, I last, O out, F f) {
  for (; first != last; ++first, ++out) *out = f(*first);
  return out;
}
template <class I, class J, class O, class F> O transform(I first, I last, J other, O out, F f) {
  for (; first != last; ++first, ++other, ++out) *out = f(*first, *other);
  return out;
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
template <class I, class T> I remove(I first, I last, const T& value) {
  return remove_if(first, last, [&](const auto& x) { return x == value; });
}
template <class I, class O, class F> O remove_copy_if(I first, I last, O out, F f) {
  return copy_if(first, last, out, [&](const auto& x) { return !f(x); });
}
template <class I, class O, class T> O remove_copy(I first, I last, O out, const T& value) {
  return copy_if(first, last, out, [&](const auto& x) { return !(x == value); });
}
template <class I, class F, class T> void replace_if(I first, I last, F f, const T& value) {
  for (; first != last; ++first)
    if (f(*first)) *first = value;
}
template <class I, class T> void replace(I first, I last, const T& old, const T& value) {
  for (; first != last; ++first)
    if (*first == old) *first = value;
}
template <class I> void reverse(I first, I last) {
  while (first != last && first != --last) {
    swap(*first, *last);
    ++first;
  }
}
template <class I, class O> O reverse_copy(I first, I last, O out) {
  for (; first != last; ++out) *out = *--last;
  return out;
}
template <class I> I rotate(I first, I middle, I last) {
  I to = next(first, distance(middle, last));
  reverse(first, middle);
  reverse(middle, last);
  reverse(first, last);
  return to;
}
template <class I, class O> O rotate_copy(I first, I middle, I last, O out) { return copy(first, middle, copy(middle, last, out)); }
template <class I, class F> I unique(I first, I last, F f) {
  if (first == last) return last;
  I to = first;
  while (++first != last)
    if (!f(*to, *first) && ++to != first) *to = move(*first);
  return ++to;
}
template <class I> I unique(I first, I last) { return unique(first, last, __equal{}); }
template <class I, class O, class F, class T> O replace_copy_if(I first, I last, O out, F f, const T& value) {
  for (; first != last; ++first, ++out) {
    if (f(*first)) *out = value;
    else *out = *first;
  }
  return out;
}
template <class I, class A, class B, class F> pair<A, B> partition_copy(I first, I last, A yes, B no, F f) {
  for (; first != last; ++first) {
    if (f(*first)) *yes++ = *first;
    else *no++ = *first;
  }
  return pair<A, B>(yes, no);
}
template <class I, class O, class F> O unique_copy(I first, I last, O out, F same) {
  if (first == last) return out;
  auto before = *first;
  for (*out++ = before; ++first != last;) {
    if (same(before, *first)) continue;
    before = *first;
    *out++ = before;
  }
  return out;
}
template <class I, class O> O unique_copy(I first, I last, O out) {
  for (I before = first; first != last; before = first, ++first)
    if (before == first || !(*before == *first)) {
      *out = *first;
      ++out;
    }
  return out;
}
template <class I, class J> J swap_ranges(I first, I last, J other) {
  for (; first != last; ++first, ++other) swap(*first, *other);
  return other;
}
template <class I, class J> void iter_swap(I a, J b) { swap(*a, *b); }
template <class I, class F> I partition(I first, I last, F f) {
  first = find_if_not(first, last, f);
  if (first == last) return first;
  for (I at = next(first); at != last; ++at)
    if (f(*at)) {
      swap(*at, *first);
      ++first;
    }
  return first;
}
template <class I, class F> I stable_partition(I first, I last, F f) {
  // What does not fit goes to the end, one after the other.
  I end = last;
  long n = distance(first, last);
  for (long i = 0; i < n; i++) {
    if (f(*first)) ++first;
    else {
      rotate(first, next(first), last);
      --end;
    }
  }
  return first;
}
template <class I, class F> bool is_partitioned(I first, I last, F f) { return none_of(find_if_not(first, last, f), last, f); }
template <class I, class F> I partition_point(I first, I last, F f) { return find_if_not(first, last, f); }
}  // namespace std
