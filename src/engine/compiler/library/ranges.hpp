// <ranges> in its common forms: the algorithms on whole ranges with projections, and views that are joined by |.
#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <numeric>
#include <vector>
namespace std {
namespace ranges {
template <class R> auto begin(R&& r) { return std::begin(r); }
template <class R> auto end(R&& r) { return std::end(r); }
template <class R> auto size(R&& r) { return std::size(r); }
template <class R> bool empty(R&& r) { return !(std::begin(r) != std::end(r)); }
template <class R> long distance(R&& r) { return std::distance(std::begin(r), std::end(r)); }
template <class R> concept range = requires(R& r) { std::begin(r); std::end(r); };
template <class R> concept input_range = range<R>;
template <class R> concept forward_range = range<R>;
template <class R> concept random_access_range = range<R> && requires(R& r) { std::begin(r) + 1; };
template <class R> concept sized_range = range<R> && requires(R& r) { r.size(); };
template <class R> using range_value_t = __decay<decltype(*std::begin(declval<R&>()))>;
template <class R> using iterator_t = decltype(std::begin(declval<R&>()));

using less = std::less<void>;
using greater = std::greater<void>;
using less_equal = std::less_equal<void>;
using greater_equal = std::greater_equal<void>;
using equal_to = std::equal_to<void>;
using not_equal_to = std::not_equal_to<void>;

template <class F, class P> auto __projected(F& f, P& p) {
  return [&f, &p](auto&& a) -> decltype(auto) { return std::invoke(f, std::invoke(p, a)); };
}
template <class F, class P> auto __projected2(F& f, P& p) {
  return [&f, &p](auto&& a, auto&& b) -> decltype(auto) { return std::invoke(f, std::invoke(p, a), std::invoke(p, b)); };
}
template <class R, class F = less, class P = identity> auto sort(R&& r, F f = {}, P p = {}) {
  std::sort(std::begin(r), std::end(r), __projected2(f, p));
  return std::end(r);
}
template <class R, class F = less, class P = identity> auto stable_sort(R&& r, F f = {}, P p = {}) {
  std::stable_sort(std::begin(r), std::end(r), __projected2(f, p));
  return std::end(r);
}
template <class R, class F = less, class P = identity> bool is_sorted(R&& r, F f = {}, P p = {}) { return std::is_sorted(std::begin(r), std::end(r), __projected2(f, p)); }
template <class R, class F, class P = identity> auto for_each(R&& r, F f, P p = {}) {
  for (auto at = std::begin(r); at != std::end(r); ++at) std::invoke(f, std::invoke(p, *at));
  return f;
}
template <class R, class T, class P = identity> auto find(R&& r, const T& value, P p = {}) {
  return std::find_if(std::begin(r), std::end(r), [&](auto&& x) { return std::invoke(p, x) == value; });
}
template <class R, class F, class P = identity> auto find_if(R&& r, F f, P p = {}) { return std::find_if(std::begin(r), std::end(r), __projected(f, p)); }
template <class R, class F, class P = identity> auto find_if_not(R&& r, F f, P p = {}) { return std::find_if_not(std::begin(r), std::end(r), __projected(f, p)); }
template <class R, class F, class P = identity> bool all_of(R&& r, F f, P p = {}) { return std::all_of(std::begin(r), std::end(r), __projected(f, p)); }
template <class R, class F, class P = identity> bool any_of(R&& r, F f, P p = {}) { return std::any_of(std::begin(r), std::end(r), __projected(f, p)); }
template <class R, class F, class P = identity> bool none_of(R&& r, F f, P p = {}) { return std::none_of(std::begin(r), std::end(r), __projected(f, p)); }
template <class R, class T, class P = identity> long count(R&& r, const T& value, P p = {}) {
  return std::count_if(std::begin(r), std::end(r), [&](auto&& x) { return std::invoke(p, x) == value; });
}
template <class R, class F, class P = identity> long count_if(R&& r, F f, P p = {}) { return std::count_if(std::begin(r), std::end(r), __projected(f, p)); }
template <class R, class F = less, class P = identity> auto min_element(R&& r, F f = {}, P p = {}) { return std::min_element(std::begin(r), std::end(r), __projected2(f, p)); }
template <class R, class F = less, class P = identity> auto max_element(R&& r, F f = {}, P p = {}) { return std::max_element(std::begin(r), std::end(r), __projected2(f, p)); }
template <class R, class F = less, class P = identity> auto min(R&& r, F f = {}, P p = {}) { return *std::min_element(std::begin(r), std::end(r), __projected2(f, p)); }
template <class R, class F = less, class P = identity> auto max(R&& r, F f = {}, P p = {}) { return *std::max_element(std::begin(r), std::end(r), __projected2(f, p)); }
template <class R, class F = less, class P = identity> auto minmax_element(R&& r, F f = {}, P p = {}) { return std::minmax_element(std::begin(r), std::end(r), __projected2(f, p)); }
template <class T> struct minmax_result { T min, max; };
template <class R, class F = less, class P = identity> auto minmax(R&& r, F f = {}, P p = {}) {
  auto both = ranges::minmax_element(r, f, p);
  return minmax_result<range_value_t<R>>{*both.first, *both.second};
}
// Views may end in something else than they begin with.
template <class I, class O> struct in_out_result {
  I in;
  O out;
};
template <class R, class O, class F, class P = identity> auto copy_if(R&& r, O out, F f, P p = {}) {
  auto at = std::begin(r);
  for (; at != std::end(r); ++at)
    if (std::invoke(f, std::invoke(p, *at))) *out++ = *at;
  return in_out_result<decltype(at), O>{at, out};
}
template <class R, class O> auto copy(R&& r, O out) { return ranges::copy_if(r, out, [](auto&&) { return true; }); }
template <class R, class O, class F, class P = identity> auto transform(R&& r, O out, F f, P p = {}) {
  auto at = std::begin(r);
  for (; at != std::end(r); ++at) *out++ = std::invoke(f, std::invoke(p, *at));
  return in_out_result<decltype(at), O>{at, out};
}
template <class R, class T> auto fill(R&& r, const T& value) {
  std::fill(std::begin(r), std::end(r), value);
  return std::end(r);
}
template <class R, class F> auto generate(R&& r, F f) {
  std::generate(std::begin(r), std::end(r), f);
  return std::end(r);
}
template <class R> auto reverse(R&& r) {
  std::reverse(std::begin(r), std::end(r));
  return std::end(r);
}
template <class R, class S> bool equal(R&& r, S&& s) { return std::equal(std::begin(r), std::end(r), std::begin(s), std::end(s)); }
template <class R, class T> bool binary_search(R&& r, const T& value) { return std::binary_search(std::begin(r), std::end(r), value); }
template <class R, class T> auto lower_bound(R&& r, const T& value) { return std::lower_bound(std::begin(r), std::end(r), value); }
template <class R, class T> auto upper_bound(R&& r, const T& value) { return std::upper_bound(std::begin(r), std::end(r), value); }
template <class R, class G> auto shuffle(R&& r, G&& engine) {
  std::shuffle(std::begin(r), std::end(r), engine);
  return std::end(r);
}

// A view is an iterator and where it stops.
struct __end {};
template <class I, class E> class subrange {
  I begin_;
  E end_;

 public:
  subrange(I begin, E end) : begin_(begin), end_(end) {}
  I begin() const { return begin_; }
  E end() const { return end_; }
  bool empty() const { return !(begin_ != end_); }
  size_t size() const { return static_cast<size_t>(std::distance(begin_, end_)); }
  decltype(auto) front() const { return *begin_; }
};
// What stands to the right of |.
template <class F> struct __adaptor { F make; };
template <class F> __adaptor<F> __adapts(F make) { return __adaptor<F>{make}; }
template <class R, class F> auto operator|(R&& r, __adaptor<F> a) { return a.make(r); }
template <class F, class G> auto operator|(__adaptor<F> first, __adaptor<G> second) {
  return __adapts([first, second](auto& r) {
    auto made = first.make(r);
    return second.make(made);
  });
}

template <class I, class E, class F> class __filtered {
  I at_;
  E end_;
  shared_ptr<F> f_;

 public:
  using value_type = typename iterator_traits<I>::value_type;
  __filtered(I at, E end, shared_ptr<F> f) : at_(at), end_(end), f_(f) { __skip(); }
  void __skip() {
    while (at_ != end_ && !std::invoke(*f_, *at_)) ++at_;
  }
  decltype(auto) operator*() const { return *at_; }
  __filtered& operator++() {
    ++at_;
    __skip();
    return *this;
  }
  bool operator==(const __filtered& other) const { return at_ == other.at_; }
  bool operator==(__end) const { return !(at_ != end_); }
};
template <class I, class F> class __transformed {
  I at_;
  shared_ptr<F> f_;

 public:
  using value_type = __decay<decltype(std::invoke(declval<F&>(), *declval<I&>()))>;
  __transformed(I at, shared_ptr<F> f) : at_(at), f_(f) {}
  decltype(auto) operator*() const { return std::invoke(*f_, *at_); }
  __transformed& operator++() {
    ++at_;
    return *this;
  }
  __transformed& operator--() {
    --at_;
    return *this;
  }
  bool operator==(const __transformed& other) const { return at_ == other.at_; }
  template <class E> requires (!is_same_v<E, __transformed>) bool operator==(const E& end) const { return at_ == end; }
};
template <class I, class E, class F> class __while {
  I at_;
  E end_;
  shared_ptr<F> f_;

 public:
  using value_type = typename iterator_traits<I>::value_type;
  __while(I at, E end, shared_ptr<F> f) : at_(at), end_(end), f_(f) {}
  decltype(auto) operator*() const { return *at_; }
  __while& operator++() {
    ++at_;
    return *this;
  }
  bool operator==(__end) const { return !(at_ != end_) || !std::invoke(*f_, *at_); }
};
template <class I, class E> class __counted {
  I at_;
  E end_;
  long left_;

 public:
  using value_type = typename iterator_traits<I>::value_type;
  __counted(I at, E end, long left) : at_(at), end_(end), left_(left) {}
  decltype(auto) operator*() const { return *at_; }
  __counted& operator++() {
    left_--;
    if (left_ > 0) ++at_;
    return *this;
  }
  bool operator==(__end) const { return left_ <= 0 || !(at_ != end_); }
};
template <class T> class __number {
  T value_;

 public:
  using value_type = T;
  explicit __number(T value) : value_(value) {}
  T operator*() const { return value_; }
  __number& operator++() {
    ++value_;
    return *this;
  }
  __number& operator--() {
    --value_;
    return *this;
  }
  bool operator==(const __number& other) const { return value_ == other.value_; }
  bool operator==(__end) const { return false; }
};
// The elements of the elements.
template <class I, class E> class __joined {
  using Inner = decltype(std::begin(*declval<I&>()));
  I at_;
  E end_;
  Inner inner_;

 public:
  using value_type = typename iterator_traits<Inner>::value_type;
  __joined(I at, E end) : at_(at), end_(end), inner_() {
    if (at_ != end_) inner_ = std::begin(*at_);
    __skip();
  }
  void __skip() {
    while (at_ != end_ && !(inner_ != std::end(*at_))) {
      ++at_;
      if (at_ != end_) inner_ = std::begin(*at_);
    }
  }
  decltype(auto) operator*() const { return *inner_; }
  __joined& operator++() {
    ++inner_;
    __skip();
    return *this;
  }
  bool operator==(__end) const { return !(at_ != end_); }
};
template <class I> auto __make_subrange(I begin, I end) { return subrange<I, I>(begin, end); }

namespace views {
template <class F> auto filter(F f) {
  return __adapts([f](auto& r) {
    using I = decltype(std::begin(r));
    using E = decltype(std::end(r));
    return subrange<__filtered<I, E, F>, __end>(__filtered<I, E, F>(std::begin(r), std::end(r), make_shared<F>(f)), __end{});
  });
}
template <class F> auto transform(F f) {
  return __adapts([f](auto& r) {
    using I = decltype(std::begin(r));
    auto shared = make_shared<F>(f);
    if constexpr (is_same_v<I, decltype(std::end(r))>) return __make_subrange(__transformed<I, F>(std::begin(r), shared), __transformed<I, F>(std::end(r), shared));
    else return subrange<__transformed<I, F>, decltype(std::end(r))>(__transformed<I, F>(std::begin(r), shared), std::end(r));
  });
}
template <class F> auto take_while(F f) {
  return __adapts([f](auto& r) {
    using I = decltype(std::begin(r));
    using E = decltype(std::end(r));
    return subrange<__while<I, E, F>, __end>(__while<I, E, F>(std::begin(r), std::end(r), make_shared<F>(f)), __end{});
  });
}
template <class F> auto drop_while(F f) {
  return __adapts([f](auto& r) {
    auto at = std::begin(r);
    while (at != std::end(r) && std::invoke(f, *at)) ++at;
    return subrange<decltype(at), decltype(std::end(r))>(at, std::end(r));
  });
}
inline auto take(long n) {
  return __adapts([n](auto& r) {
    using I = decltype(std::begin(r));
    using E = decltype(std::end(r));
    return subrange<__counted<I, E>, __end>(__counted<I, E>(std::begin(r), std::end(r), n), __end{});
  });
}
inline auto drop(long n) {
  return __adapts([n](auto& r) {
    auto at = std::begin(r);
    for (long i = 0; i < n && at != std::end(r); i++) ++at;
    return subrange<decltype(at), decltype(std::end(r))>(at, std::end(r));
  });
}
template <class T> auto split(T between) {
  return __adapts([between](auto& r) {
    using I = decltype(std::begin(r));
    vector<subrange<I, I>> parts;
    I from = std::begin(r);
    for (I at = from; ; ++at) {
      if (at != std::end(r) && !(*at == between)) continue;
      parts.push_back(subrange<I, I>(from, at));
      if (!(at != std::end(r))) return parts;
      from = at;
      ++from;
    }
  });
}
template <class R, class F> auto filter(R&& r, F f) { return filter(f).make(r); }
template <class R, class F> auto transform(R&& r, F f) { return transform(f).make(r); }
template <class R, class F> auto take_while(R&& r, F f) { return take_while(f).make(r); }
template <class R, class F> auto drop_while(R&& r, F f) { return drop_while(f).make(r); }
template <class R> auto take(R&& r, long n) { return take(n).make(r); }
template <class R> auto drop(R&& r, long n) { return drop(n).make(r); }
template <class R, class T> auto split(R&& r, T between) { return split(between).make(r); }
struct __reverse {
  template <class R> auto operator()(R&& r) const { return __make_subrange(std::make_reverse_iterator(std::end(r)), std::make_reverse_iterator(std::begin(r))); }
};
constexpr __reverse reverse{};
struct __all {
  template <class R> auto operator()(R&& r) const { return subrange<decltype(std::begin(r)), decltype(std::end(r))>(std::begin(r), std::end(r)); }
};
constexpr __all all{};
// A range that ends as it begins is common as it is; of others the elements are copied.
struct __common {
  template <class R> auto operator()(R&& r) const {
    if constexpr (is_same_v<decltype(std::begin(r)), decltype(std::end(r))>) return __make_subrange(std::begin(r), std::end(r));
    else {
      vector<range_value_t<R>> items;
      for (auto&& item : r) items.push_back(item);
      return items;
    }
  }
};
constexpr __common common{};
struct __join {
  template <class R> auto operator()(R&& r) const {
    using J = __joined<decltype(std::begin(r)), decltype(std::end(r))>;
    return subrange<J, __end>(J(std::begin(r), std::end(r)), __end{});
  }
};
constexpr __join join{};
template <int N> struct __elements {
  template <class R> auto operator()(R&& r) const {
    auto pick = [](auto& item) -> auto& {
      if constexpr (N == 0) return item.first;
      else return item.second;
    };
    return transform(pick).make(r);
  }
};
constexpr __elements<0> keys{};
constexpr __elements<1> values{};
template <int N> constexpr __elements<N> elements{};
template <class T> auto iota(T from) { return subrange<__number<T>, __end>(__number<T>(from), __end{}); }
template <class T, class U> auto iota(T from, U to) { return __make_subrange(__number<T>(from), __number<T>(static_cast<T>(to))); }
template <class I> auto counted(I first, long n) { return __make_subrange(first, std::next(first, n)); }
template <class R> auto operator|(R&& r, __reverse view) { return view(r); }
template <class R> auto operator|(R&& r, __all view) { return view(r); }
template <class R> auto operator|(R&& r, __common view) { return view(r); }
template <class R> auto operator|(R&& r, __join view) { return view(r); }
template <class R, int N> auto operator|(R&& r, __elements<N> view) { return view(r); }
}  // namespace views
}  // namespace ranges
namespace views = ranges::views;
}  // namespace std
