// <type_traits>: questions about types, answered by specialisations.
namespace std {
template <class T, T v> struct integral_constant {
  static constexpr T value = v;
};
using true_type = integral_constant<bool, true>;
using false_type = integral_constant<bool, false>;
template <bool B> using bool_constant = integral_constant<bool, B>;

template <class A, class B> struct is_same : false_type {};
template <class A> struct is_same<A, A> : true_type {};
template <class T> struct is_const : false_type {};
template <class T> struct is_const<const T> : true_type {};
template <class T> struct is_reference : false_type {};
template <class T> struct is_reference<T&> : true_type {};
template <class T> struct is_reference<T&&> : true_type {};
template <class T> struct is_lvalue_reference : false_type {};
template <class T> struct is_lvalue_reference<T&> : true_type {};
template <class T> struct remove_const { using type = T; };
template <class T> struct remove_const<const T> { using type = T; };
template <class T> using remove_const_t = typename remove_const<T>::type;
template <class T> using remove_cvref_t = remove_const_t<remove_reference_t<T>>;
template <class T> using decay_t = remove_cvref_t<T>;
template <class T> struct decay { using type = remove_cvref_t<T>; };
template <class T> struct __is_pointer : false_type {};
template <class T> struct __is_pointer<T*> : true_type {};
template <class T> struct is_pointer : __is_pointer<remove_const_t<T>> {};
template <class T> struct is_void : is_same<remove_const_t<T>, void> {};
template <class T> struct __is_integral : false_type {};
template <> struct __is_integral<bool> : true_type {};
template <> struct __is_integral<char> : true_type {};
template <> struct __is_integral<unsigned char> : true_type {};
template <> struct __is_integral<short> : true_type {};
template <> struct __is_integral<unsigned short> : true_type {};
template <> struct __is_integral<int> : true_type {};
template <> struct __is_integral<unsigned> : true_type {};
template <> struct __is_integral<long> : true_type {};
template <> struct __is_integral<unsigned long> : true_type {};
template <class T> struct is_integral : __is_integral<remove_const_t<T>> {};
template <class T> struct __is_floating : false_type {};
template <> struct __is_floating<float> : true_type {};
template <> struct __is_floating<double> : true_type {};
template <class T> struct is_floating_point : __is_floating<remove_const_t<T>> {};
template <class T> struct is_arithmetic : bool_constant<is_integral<T>::value || is_floating_point<T>::value> {};
template <bool B, class A, class C> struct conditional { using type = A; };
template <class A, class C> struct conditional<false, A, C> { using type = C; };
template <bool B, class A, class C> using conditional_t = typename conditional<B, A, C>::type;
template <bool B, class T = void> struct enable_if {};
template <class T> struct enable_if<true, T> { using type = T; };
template <bool B, class T = void> using enable_if_t = typename enable_if<B, T>::type;

template <class A, class B> constexpr bool is_same_v = is_same<A, B>::value;
template <class T> constexpr bool is_const_v = is_const<T>::value;
template <class T> constexpr bool is_reference_v = is_reference<T>::value;
template <class T> constexpr bool is_lvalue_reference_v = is_lvalue_reference<T>::value;
template <class T> constexpr bool is_pointer_v = is_pointer<T>::value;
template <class T> constexpr bool is_void_v = is_void<T>::value;
template <class T> constexpr bool is_integral_v = is_integral<T>::value;
template <class T> constexpr bool is_floating_point_v = is_floating_point<T>::value;
template <class T> constexpr bool is_arithmetic_v = is_arithmetic<T>::value;
}  // namespace std
