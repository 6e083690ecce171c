// <concepts>
#include <type_traits>
#include <utility>
namespace std {
template <class T, class U> concept same_as = is_same_v<T, U>;
template <class D, class B> concept derived_from = is_base_of_v<B, D> && is_convertible_v<const D*, const B*>;
template <class F, class T> concept convertible_to = is_convertible_v<F, T> && requires { static_cast<T>(declval<F>()); };
template <class T, class U> concept common_with = requires { typename common_type_t<T, U>; };
template <class T> concept integral = is_integral_v<T>;
template <class T> concept signed_integral = integral<T> && is_signed_v<T>;
template <class T> concept unsigned_integral = integral<T> && !is_signed_v<T>;
template <class T> concept floating_point = is_floating_point_v<T>;
template <class L, class R> concept assignable_from = is_lvalue_reference_v<L> && is_assignable_v<L, R>;
template <class T> concept swappable = requires(T& a, T& b) { swap(a, b); };
template <class T> concept destructible = is_destructible_v<T>;
template <class T, class... A> concept constructible_from = destructible<T> && is_constructible_v<T, A...>;
template <class T> concept default_initializable = constructible_from<T>;
template <class T> concept move_constructible = constructible_from<T, T> && convertible_to<T, T>;
template <class T> concept copy_constructible = move_constructible<T> && constructible_from<T, T&> && constructible_from<T, const T&>;
template <class T, class U> concept __comparable = requires(const remove_reference_t<T>& a, const remove_reference_t<U>& b) {
  { a == b } -> convertible_to<bool>;
  { a != b } -> convertible_to<bool>;
};
template <class T, class U> concept __ordered = requires(const remove_reference_t<T>& a, const remove_reference_t<U>& b) {
  { a < b } -> convertible_to<bool>;
  { a > b } -> convertible_to<bool>;
  { a <= b } -> convertible_to<bool>;
  { a >= b } -> convertible_to<bool>;
};
template <class T> concept equality_comparable = __comparable<T, T>;
template <class T, class U> concept equality_comparable_with = __comparable<T, U> && __comparable<U, T>;
template <class T> concept totally_ordered = equality_comparable<T> && __ordered<T, T>;
template <class T, class U> concept totally_ordered_with = equality_comparable_with<T, U> && __ordered<T, U> && __ordered<U, T>;
template <class T> concept movable = is_object_v<T> && move_constructible<T> && assignable_from<T&, T> && swappable<T>;
template <class T> concept copyable = copy_constructible<T> && movable<T> && assignable_from<T&, T&> && assignable_from<T&, const T&>;
template <class T> concept semiregular = copyable<T> && default_initializable<T>;
template <class T> concept regular = semiregular<T> && equality_comparable<T>;
template <class F, class... A> concept invocable = is_invocable_v<F, A...>;
template <class F, class... A> concept regular_invocable = invocable<F, A...>;
template <class F, class... A> concept predicate = requires(F&& f, A&&... args) { { f(static_cast<A&&>(args)...) } -> convertible_to<bool>; };
template <class R, class T, class U> concept relation = predicate<R, T, T> && predicate<R, U, U> && predicate<R, T, U> && predicate<R, U, T>;
template <class R, class T, class U> concept strict_weak_order = relation<R, T, U>;
}  // namespace std
