// <utility>: pair.
namespace std {
struct piecewise_construct_t {};
constexpr piecewise_construct_t piecewise_construct{};
template <class... T> class tuple;
template <class A, class... T> A __from_tuple(tuple<T...>& t);
template <class A, class B> struct pair {
  using first_type = A;
  using second_type = B;
  A first;
  B second;

  pair() : first(), second() {}
  pair(const A& a, const B& b) : first(a), second(b) {}
  template <class X, class Y> pair(const pair<X, Y>& other) : first(other.first), second(other.second) {}
  template <class X, class Y> pair(X&& a, Y&& b) : first(static_cast<X&&>(a)), second(static_cast<Y&&>(b)) {}
  template <class... X, class... Y> pair(piecewise_construct_t, tuple<X...> a, tuple<Y...> b) : first(__from_tuple<A>(a)), second(__from_tuple<B>(b)) {}
  void swap(pair& other) {
    std::swap(first, other.first);
    std::swap(second, other.second);
  }
};
struct in_place_t {};
constexpr in_place_t in_place{};
template <class T> struct in_place_type_t {};
template <class T> constexpr in_place_type_t<T> in_place_type{};
template <size_t I> struct in_place_index_t {};
template <size_t I> constexpr in_place_index_t<I> in_place_index{};
template <size_t... I> struct index_sequence {};
template <size_t N, size_t... I> struct __indices : __indices<N - 1, N - 1, I...> {};
template <size_t... I> struct __indices<0, I...> { using type = index_sequence<I...>; };
template <size_t N> using make_index_sequence = typename __indices<N>::type;
template <class... T> using index_sequence_for = make_index_sequence<sizeof...(T)>;
template <class T, T... I> struct integer_sequence {};
template <class T> const T& as_const(T& t) { return t; }
template <class T> T&& move_if_noexcept(T& t) { return static_cast<T&&>(t); }
template <class E> constexpr auto to_underlying(E e) { return static_cast<decltype(__underlying<E>())>(e); }
template <class A, class B> constexpr bool cmp_equal(A a, B b) { return a == b && (a < 0) == (b < 0); }
template <class A, class B> constexpr bool cmp_less(A a, B b) { return (a < 0) != (b < 0) ? a < 0 : a < b; }
template <class A, class B> constexpr bool cmp_greater(A a, B b) { return cmp_less(b, a); }
template <class A, class B> pair<A, B> make_pair(A a, B b) { return pair<A, B>(move(a), move(b)); }
template <class A, class B> void swap(pair<A, B>& x, pair<A, B>& y) {
  swap(x.first, y.first);
  swap(x.second, y.second);
}
template <class A, class B> bool operator==(const pair<A, B>& x, const pair<A, B>& y) {
  return x.first == y.first && x.second == y.second;
}
template <class A, class B> bool operator<(const pair<A, B>& x, const pair<A, B>& y) {
  return x.first < y.first || (!(y.first < x.first) && x.second < y.second);
}
template <class A, class B> bool operator>(const pair<A, B>& x, const pair<A, B>& y) { return y < x; }
template <class A, class B> bool operator<=(const pair<A, B>& x, const pair<A, B>& y) { return !(y < x); }
template <class A, class B> bool operator>=(const pair<A, B>& x, const pair<A, B>& y) { return !(x < y); }
}  // namespace std
