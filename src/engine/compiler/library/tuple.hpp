// <tuple>: elements side by side, so that a tuple is shown and taken apart like a struct; those behind the fifth in a tuple of their own.
#include <type_traits>
#include <utility>
namespace std {
template <class... T> class tuple;
template <> class tuple<> {
 public:
  tuple() {}
};
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
  tuple(const A& a, const B& b) : _0(a), _1(b) {}
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
  tuple(const A& a, const B& b, const C& c) : _0(a), _1(b), _2(c) {}
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
  tuple(const A& a, const B& b, const C& c, const D& d) : _0(a), _1(b), _2(c), _3(d) {}
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
template <class A, class B, class C, class D, class E, class F, class... R> class tuple<A, B, C, D, E, F, R...> {
 public:
  A _0;
  B _1;
  C _2;
  D _3;
  E _4;
  tuple<F, R...> __rest;
  tuple() : _0(), _1(), _2(), _3(), _4(), __rest() {}
  template <class X, class Y, class Z, class W, class V, class U, class... S>
  tuple(X&& a, Y&& b, Z&& c, W&& d, V&& e, U&& f, S&&... more)
      : _0(static_cast<X&&>(a)), _1(static_cast<Y&&>(b)), _2(static_cast<Z&&>(c)), _3(static_cast<W&&>(d)), _4(static_cast<V&&>(e)),
        __rest(static_cast<U&&>(f), static_cast<S&&>(more)...) {}
};
template <size_t I, class... T> auto& get(tuple<T...>& t) {
  if constexpr (I == 0) return t._0;
  else if constexpr (I == 1) return t._1;
  else if constexpr (I == 2) return t._2;
  else if constexpr (I == 3) return t._3;
  else if constexpr (I == 4) return t._4;
  else return std::get<I - 5>(t.__rest);
}
template <size_t I, class... T> const auto& get(const tuple<T...>& t) {
  if constexpr (I == 0) return t._0;
  else if constexpr (I == 1) return t._1;
  else if constexpr (I == 2) return t._2;
  else if constexpr (I == 3) return t._3;
  else if constexpr (I == 4) return t._4;
  else return std::get<I - 5>(t.__rest);
}
template <size_t I, class A, class B> auto& get(pair<A, B>& p) {
  if constexpr (I == 0) return p.first;
  else return p.second;
}
template <size_t I, class A, class B> const auto& get(const pair<A, B>& p) {
  if constexpr (I == 0) return p.first;
  else return p.second;
}
template <class X, class A, class B> auto& get(pair<A, B>& p) {
  if constexpr (is_same_v<X, A>) return p.first;
  else return p.second;
}
template <class X, class A, class B> const auto& get(const pair<A, B>& p) {
  if constexpr (is_same_v<X, A>) return p.first;
  else return p.second;
}
template <class... T> tuple<T...> make_tuple(T... items) { return tuple<T...>(move(items)...); }
template <class... T> tuple<T&...> tie(T&... places) { return tuple<T&...>(places...); }
template <class... T> tuple<T&&...> forward_as_tuple(T&&... items) { return tuple<T&&...>(static_cast<T&&>(items)...); }
struct __ignored {
  template <class T> const __ignored& operator=(const T&) const { return *this; }
};
constexpr __ignored ignore{};
template <class T> struct tuple_size;
template <class... T> struct tuple_size<tuple<T...>> { static constexpr size_t value = sizeof...(T); };
template <class A, class B> struct tuple_size<pair<A, B>> { static constexpr size_t value = 2; };
template <class T, size_t N> struct array;
template <class T, size_t N> struct tuple_size<array<T, N>> { static constexpr size_t value = N; };
template <class T> constexpr size_t tuple_size_v = tuple_size<T>::value;
template <size_t I, class T> struct tuple_element { using type = remove_reference_t<decltype(std::get<I>(declval<T&>()))>; };
template <size_t I, class T> using tuple_element_t = typename tuple_element<I, T>::type;
// The element of a type.
template <class X, class... T> struct __index_of;
template <class X, class... T> struct __index_of<X, X, T...> { static constexpr size_t value = 0; };
template <class X, class First, class... T> struct __index_of<X, First, T...> { static constexpr size_t value = 1 + __index_of<X, T...>::value; };
template <class X, class... T> X& get(tuple<T...>& t) { return std::get<__index_of<X, T...>::value>(t); }
template <class X, class... T> const X& get(const tuple<T...>& t) { return std::get<__index_of<X, T...>::value>(t); }
template <class A, class T, size_t... I> A __from_items(T& t, index_sequence<I...>) { return A(static_cast<tuple_element_t<I, T>&&>(std::get<I>(t))...); }
template <class A, class... T> A __from_tuple(tuple<T...>& t) { return __from_items<A>(t, make_index_sequence<sizeof...(T)>()); }
template <class A, class T> A make_from_tuple(T&& t) { return __from_tuple<A>(t); }
template <class F, class T, size_t... I> decltype(auto) __apply(F&& f, T& t, index_sequence<I...>) { return f(std::get<I>(t)...); }
template <class F, class T> decltype(auto) apply(F&& f, T&& t) { return __apply(f, t, make_index_sequence<tuple_size<remove_cvref_t<T>>::value>()); }
template <class T, class U> struct __joined;
template <class... T, class... U> struct __joined<tuple<T...>, tuple<U...>> { using type = tuple<T..., U...>; };
template <class... T, class A, class B> struct __joined<tuple<T...>, pair<A, B>> { using type = tuple<T..., A, B>; };
template <class A, class B, class... U> struct __joined<pair<A, B>, tuple<U...>> { using type = tuple<A, B, U...>; };
template <class A, class B, class C, class D> struct __joined<pair<A, B>, pair<C, D>> { using type = tuple<A, B, C, D>; };
template <class T, class U, size_t... I, size_t... J> auto __cat(T& a, U& b, index_sequence<I...>, index_sequence<J...>) { return typename __joined<T, U>::type(std::get<I>(a)..., std::get<J>(b)...); }
inline tuple<> tuple_cat() { return tuple<>(); }
template <class T> T tuple_cat(T a) { return a; }
template <class T, class U, class V, class... R> auto tuple_cat(T a, U b, V c, R... rest) { return tuple_cat(tuple_cat(a, b), c, rest...); }
template <class... T, size_t... I> void __swap_items(tuple<T...>& a, tuple<T...>& b, index_sequence<I...>) { (std::swap(std::get<I>(a), std::get<I>(b)), ...); }
template <class... T> void swap(tuple<T...>& a, tuple<T...>& b) { __swap_items(a, b, make_index_sequence<sizeof...(T)>()); }
template <class T, class U> auto tuple_cat(T a, U b) { return __cat(a, b, make_index_sequence<tuple_size<T>::value>(), make_index_sequence<tuple_size<U>::value>()); }
template <class... T> bool operator==(const tuple<T...>& a, const tuple<T...>& b) { return __same_items(a, b, make_index_sequence<sizeof...(T)>()); }
template <class T, size_t... I> bool __same_items(const T& a, const T& b, index_sequence<I...>) { return ((std::get<I>(a) == std::get<I>(b)) && ...); }
template <class... T> bool operator<(const tuple<T...>& a, const tuple<T...>& b) { return __less_items<0>(a, b); }
template <class... T> bool operator>(const tuple<T...>& a, const tuple<T...>& b) { return b < a; }
template <class... T> bool operator<=(const tuple<T...>& a, const tuple<T...>& b) { return !(b < a); }
template <class... T> bool operator>=(const tuple<T...>& a, const tuple<T...>& b) { return !(a < b); }
template <size_t I, class... T> bool __less_items(const tuple<T...>& a, const tuple<T...>& b) {
  if constexpr (I == sizeof...(T)) {
    return false;
  } else {
    if (std::get<I>(a) < std::get<I>(b)) return true;
    if (std::get<I>(b) < std::get<I>(a)) return false;
    return __less_items<I + 1>(a, b);
  }
}
}  // namespace std
