// <utility>: pair.
namespace std {
template <class A, class B> struct pair {
  using first_type = A;
  using second_type = B;
  A first;
  B second;

  pair() : first(), second() {}
  pair(const A& a, const B& b) : first(a), second(b) {}
  template <class X, class Y> pair(X&& a, Y&& b) : first(static_cast<X&&>(a)), second(static_cast<Y&&>(b)) {}
};
template <class T> const T& as_const(T& t) { return t; }
template <class A, class B> pair<A, B> make_pair(A a, B b) { return pair<A, B>(move(a), move(b)); }
template <class A, class B> bool operator==(const pair<A, B>& x, const pair<A, B>& y) {
  return x.first == y.first && x.second == y.second;
}
template <class A, class B> bool operator<(const pair<A, B>& x, const pair<A, B>& y) {
  return x.first < y.first || (!(y.first < x.first) && x.second < y.second);
}
}  // namespace std
