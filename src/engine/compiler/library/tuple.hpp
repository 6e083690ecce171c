// <tuple>: up to five elements, side by side, so that a tuple is shown and taken apart like a struct.
#include <utility>
namespace std {
template <class... T> class tuple;
template <class A> class tuple<A> {
 public:
  A _0;
  tuple() : _0() {}
  template <class X> explicit tuple(X&& a) : _0(static_cast<X&&>(a)) {}
};
template <class A, class B> class tuple<A, B> {
 public:
  A _0;
  B _1;
  tuple() : _0(), _1() {}
  template <class X, class Y> tuple(X&& a, Y&& b) : _0(static_cast<X&&>(a)), _1(static_cast<Y&&>(b)) {}
  template <class X, class Y> tuple& operator=(const tuple<X, Y>& other) {
    _0 = other._0;
    _1 = other._1;
    return *this;
  }
  template <class X, class Y> tuple& operator=(const pair<X, Y>& other) {
    _0 = other.first;
    _1 = other.second;
    return *this;
  }
};
template <class A, class B, class C> class tuple<A, B, C> {
 public:
  A _0;
  B _1;
  C _2;
  tuple() : _0(), _1(), _2() {}
  template <class X, class Y, class Z>
  tuple(X&& a, Y&& b, Z&& c) : _0(static_cast<X&&>(a)), _1(static_cast<Y&&>(b)), _2(static_cast<Z&&>(c)) {}
  template <class X, class Y, class Z> tuple& operator=(const tuple<X, Y, Z>& other) {
    _0 = other._0;
    _1 = other._1;
    _2 = other._2;
    return *this;
  }
};
template <class A, class B, class C, class D> class tuple<A, B, C, D> {
 public:
  A _0;
  B _1;
  C _2;
  D _3;
  tuple() : _0(), _1(), _2(), _3() {}
  template <class X, class Y, class Z, class W>
  tuple(X&& a, Y&& b, Z&& c, W&& d) : _0(static_cast<X&&>(a)), _1(static_cast<Y&&>(b)), _2(static_cast<Z&&>(c)), _3(static_cast<W&&>(d)) {}
};
template <class A, class B, class C, class D, class E> class tuple<A, B, C, D, E> {
 public:
  A _0;
  B _1;
  C _2;
  D _3;
  E _4;
  tuple() : _0(), _1(), _2(), _3(), _4() {}
  template <class X, class Y, class Z, class W, class V>
  tuple(X&& a, Y&& b, Z&& c, W&& d, V&& e)
      : _0(static_cast<X&&>(a)), _1(static_cast<Y&&>(b)), _2(static_cast<Z&&>(c)), _3(static_cast<W&&>(d)), _4(static_cast<V&&>(e)) {}
};
template <size_t I, class... T> auto& get(tuple<T...>& t) {
  if constexpr (I == 0) return t._0;
  else if constexpr (I == 1) return t._1;
  else if constexpr (I == 2) return t._2;
  else if constexpr (I == 3) return t._3;
  else return t._4;
}
template <size_t I, class... T> const auto& get(const tuple<T...>& t) {
  if constexpr (I == 0) return t._0;
  else if constexpr (I == 1) return t._1;
  else if constexpr (I == 2) return t._2;
  else if constexpr (I == 3) return t._3;
  else return t._4;
}
template <size_t I, class A, class B> auto& get(pair<A, B>& p) {
  if constexpr (I == 0) return p.first;
  else return p.second;
}
template <class... T> tuple<T...> make_tuple(T... items) { return tuple<T...>(move(items)...); }
template <class... T> tuple<T&...> tie(T&... places) { return tuple<T&...>(places...); }
}  // namespace std
