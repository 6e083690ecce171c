// <cstdarg>: what a C variadic function was given. The compiler makes `...` a pack, and va_start keeps its values here.
namespace std {
struct __variable_argument {
  long whole_;
  double fraction_;
  const void* pointer_;
};
constexpr int __most_variable = 16;
struct __variable_list {
  __variable_argument items_[__most_variable];
  int count_;
  int next_;
};
template <class T> __variable_argument __as_variable(T value) {
  if constexpr (__is_floating<T>()) return {0, static_cast<double>(value), nullptr};
  else if constexpr (__is_arithmetic<T>() || __is_enum<T>()) return {static_cast<long>(value), 0, nullptr};
  else return {0, 0, value};
}
template <class... A> void __keep_variable(__variable_list& list, A... values) {
  static_assert(sizeof...(A) <= __most_variable, "more than 16 variable arguments are not supported");
  list.count_ = 0;
  list.next_ = 0;
  ((list.items_[list.count_++] = __as_variable(values)), ...);
}
template <class T> T __next_variable(__variable_list& list) {
  const __variable_argument& item = list.items_[list.next_++];
  if constexpr (__is_floating<T>()) return static_cast<T>(item.fraction_);
  else if constexpr (__is_arithmetic<T>() || __is_enum<T>()) return static_cast<T>(item.whole_);
  else return static_cast<T>(const_cast<void*>(item.pointer_));
}
}  // namespace std
using va_list = std::__variable_list;
#define va_start(list, last) std::__keep_variable(list, __variable_arguments...)
#define va_arg(list, type) std::__next_variable<type>(list)
#define va_copy(to, from) ((to) = (from))
#define va_end(list) ((void)(list))
namespace std {
using ::va_list;
}
