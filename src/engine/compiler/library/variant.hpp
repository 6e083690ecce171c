// <variant>: one of several values in the same place, and which.
#include <stdexcept>
#include <type_traits>
#include <utility>
namespace std {
class bad_variant_access : public exception {
  const char* what_ = "bad variant access";

 public:
  bad_variant_access() {}
  explicit bad_variant_access(const char* what) : what_(what) {}
  const char* what() const noexcept override { return what_; }
};
struct monostate {};
inline bool operator==(monostate, monostate) { return true; }
inline bool operator<(monostate, monostate) { return false; }
constexpr size_t variant_npos = 18446744073709551615ul;

template <class... T> union __either;
template <> union __either<> {
  char none;
};
template <class T, class... R> union __either<T, R...> {
  T first;
  __either<R...> rest;
  __either() {}
  ~__either() {}
};
template <size_t I, class S> auto& __alternative(S& s) {
  if constexpr (I == 0) return s.first;
  else return __alternative<I - 1>(s.rest);
}
template <size_t I, class T, class... R> struct __nth : __nth<I - 1, R...> {};
template <class T, class... R> struct __nth<0, T, R...> { using type = T; };
// Where T stands among the others; their number if it does not.
template <class T, class... R> constexpr size_t __place_of = 0;
template <class T, class U, class... R> constexpr size_t __place_of<T, U, R...> = is_same_v<T, U> ? 0 : 1 + __place_of<T, R...>;
// Would T be chosen for a U? No number becomes a truth value or loses its fraction ([variant.ctor]/14).
template <class T, class U> constexpr bool __takes() {
  using V = remove_cvref_t<U>;
  if constexpr (is_same_v<T, V>) return true;
  else if constexpr (is_same_v<T, bool>) return false;
  else if constexpr (is_arithmetic_v<T> && is_arithmetic_v<V>) return is_floating_point_v<T> ? is_floating_point_v<V> && sizeof(T) >= sizeof(V) : !is_floating_point_v<V> && sizeof(T) >= sizeof(V);
  else return is_convertible_v<U, T>;
}
template <class U, size_t I> constexpr size_t __chosen() { return I; }
template <class U, size_t I, class T, class... R> constexpr size_t __chosen() {
  if constexpr (__takes<T, U>()) return I;
  else return __chosen<U, I + 1, R...>();
}
template <class U, class... T> constexpr size_t __choice() {
  constexpr size_t same = __place_of<remove_cvref_t<U>, T...>;
  if constexpr (same < sizeof...(T)) return same;
  else return __chosen<U, 0, T...>();
}

template <class... T> class variant {
  __either<T...> data_;
  int index_ = -1;

  template <size_t I, class... A> void __make(A&&... args) {
    __construct(&__alternative<I>(data_), static_cast<A&&>(args)...);
    index_ = static_cast<int>(I);
  }
  void __end_value() {
    __end_from<0>();
    index_ = -1;
  }
  template <size_t I> void __end_from() {
    if constexpr (I < sizeof...(T)) {
      if (index_ == static_cast<int>(I)) __end(&__alternative<I>(data_));
      else __end_from<I + 1>();
    }
  }
  template <size_t I, class V> void __take(V&& other) {
    if constexpr (I < sizeof...(T)) {
      if (other.index_ != static_cast<int>(I)) return __take<I + 1>(static_cast<V&&>(other));
      if constexpr (is_lvalue_reference_v<V>) __make<I>(__alternative<I>(other.data_));
      else __make<I>(move(__alternative<I>(other.data_)));
    }
  }

 public:
  variant() { __make<0>(); }
  variant(const variant& other) { __take<0>(other); }
  variant(variant&& other) { __take<0>(move(other)); }
  template <class U> requires (!is_same_v<remove_cvref_t<U>, variant> && __choice<U, T...>() < sizeof...(T))
  variant(U&& value) { __make<__choice<U, T...>()>(static_cast<U&&>(value)); }
  template <class U, class... A> explicit variant(in_place_type_t<U>, A&&... args) { __make<__place_of<U, T...>>(static_cast<A&&>(args)...); }
  template <class U, class E, class... A> explicit variant(in_place_type_t<U>, initializer_list<E> list, A&&... args) { __make<__place_of<U, T...>>(list, static_cast<A&&>(args)...); }
  template <size_t I, class... A> explicit variant(in_place_index_t<I>, A&&... args) { __make<I>(static_cast<A&&>(args)...); }
  ~variant() { __end_value(); }
  variant& operator=(const variant& other) {
    if (this == &other) return *this;
    variant copy(other);
    __end_value();
    __take<0>(move(copy));
    return *this;
  }
  variant& operator=(variant&& other) {
    if (this == &other) return *this;
    __end_value();
    __take<0>(move(other));
    return *this;
  }
  template <class U> requires (!is_same_v<remove_cvref_t<U>, variant> && __choice<U, T...>() < sizeof...(T))
  variant& operator=(U&& value) {
    constexpr size_t I = __choice<U, T...>();
    if (index_ == static_cast<int>(I)) {
      __alternative<I>(data_) = static_cast<U&&>(value);
    } else {
      variant made(static_cast<U&&>(value));
      __end_value();
      __take<0>(move(made));
    }
    return *this;
  }
  template <size_t I, class... A> auto& emplace(A&&... args) {
    __end_value();
    __make<I>(static_cast<A&&>(args)...);
    return __alternative<I>(data_);
  }
  template <class U, class E, class... A> U& emplace(initializer_list<E> list, A&&... args) { return emplace<__place_of<U, T...>>(list, static_cast<A&&>(args)...); }
  template <class U, class... A> U& emplace(A&&... args) { return emplace<__place_of<U, T...>>(static_cast<A&&>(args)...); }
  size_t index() const { return index_ < 0 ? variant_npos : static_cast<size_t>(index_); }
  bool valueless_by_exception() const { return index_ < 0; }
  void swap(variant& other) {
    variant held(move(other));
    other = move(*this);
    *this = move(held);
  }
  auto& __data() { return data_; }
  const auto& __data() const { return data_; }
};
template <class V> struct variant_size;
template <class... T> struct variant_size<variant<T...>> : integral_constant<size_t, sizeof...(T)> {};
template <class V> struct variant_size<const V> : variant_size<V> {};
template <class V> constexpr size_t variant_size_v = variant_size<V>::value;
template <size_t I, class V> struct variant_alternative;
template <size_t I, class... T> struct variant_alternative<I, variant<T...>> { using type = typename __nth<I, T...>::type; };
template <size_t I, class V> using variant_alternative_t = typename variant_alternative<I, V>::type;

template <class V> void __wants(const V& v, size_t i) {
  if (v.index() != i) throw bad_variant_access(v.index() == variant_npos ? "std::get: variant is valueless" : "std::get: wrong index for variant");
}
template <size_t I, class... T> auto& get(variant<T...>& v) {
  __wants(v, I);
  return __alternative<I>(v.__data());
}
template <size_t I, class... T> const auto& get(const variant<T...>& v) {
  __wants(v, I);
  return __alternative<I>(v.__data());
}
template <size_t I, class... T> auto&& get(variant<T...>&& v) {
  __wants(v, I);
  return move(__alternative<I>(v.__data()));
}
template <class U, class... T> U& get(variant<T...>& v) { return get<__place_of<U, T...>>(v); }
template <class U, class... T> const U& get(const variant<T...>& v) { return get<__place_of<U, T...>>(v); }
template <class U, class... T> U&& get(variant<T...>&& v) { return get<__place_of<U, T...>>(move(v)); }
template <size_t I, class... T> auto* get_if(variant<T...>* v) { return v != nullptr && v->index() == I ? &__alternative<I>(v->__data()) : nullptr; }
template <size_t I, class... T> const auto* get_if(const variant<T...>* v) { return v != nullptr && v->index() == I ? &__alternative<I>(v->__data()) : nullptr; }
template <class U, class... T> U* get_if(variant<T...>* v) { return get_if<__place_of<U, T...>>(v); }
template <class U, class... T> const U* get_if(const variant<T...>* v) { return get_if<__place_of<U, T...>>(v); }
template <class U, class... T> bool holds_alternative(const variant<T...>& v) { return v.index() == __place_of<U, T...>; }

template <size_t I, class F, class V> decltype(auto) __visit_from(F&& f, V&& v) {
  if constexpr (I + 1 < variant_size_v<remove_cvref_t<V>>) {
    if (v.index() != I) return __visit_from<I + 1>(static_cast<F&&>(f), static_cast<V&&>(v));
  }
  return static_cast<F&&>(f)(get<I>(static_cast<V&&>(v)));
}
template <class F, class V> decltype(auto) visit(F&& f, V&& v) {
  if (v.valueless_by_exception()) throw bad_variant_access("std::visit: variant is valueless");
  return __visit_from<0>(static_cast<F&&>(f), static_cast<V&&>(v));
}
template <class F, class V, class W> decltype(auto) visit(F&& f, V&& v, W&& w) {
  return visit([&](auto&& x) -> decltype(auto) {
    return visit([&](auto&& y) -> decltype(auto) { return f(static_cast<decltype(x)>(x), static_cast<decltype(y)>(y)); }, static_cast<W&&>(w));
  }, static_cast<V&&>(v));
}
template <class... T> bool operator==(const variant<T...>& a, const variant<T...>& b) {
  if (a.index() != b.index()) return false;
  return visit([&](const auto& x) { return x == get<remove_cvref_t<decltype(x)>>(b); }, a);
}
template <class... T> bool operator<(const variant<T...>& a, const variant<T...>& b) {
  if (a.index() != b.index()) return a.index() < b.index();
  return visit([&](const auto& x) { return x < get<remove_cvref_t<decltype(x)>>(b); }, a);
}
template <class... T> void swap(variant<T...>& a, variant<T...>& b) { a.swap(b); }
}  // namespace std
