// <type_traits> and friends: is_same, conditional, enable_if, integral constants, if constexpr on types.
#include <cstdio>
#include <type_traits>
template <class T> const char* kind(T) {
  if constexpr (std::is_same_v<T, int>)
    return "int";
  else if constexpr (std::is_pointer_v<T>)
    return "pointer";
  else if constexpr (std::is_integral_v<T>)
    return "integral";
  else
    return "other";
}
template <bool B> using Choice = std::conditional_t<B, int, long>;
struct S {};
int main() {
  int n = 0;
  printf("%s %s %s %s\n", kind(1), kind(&n), kind(2l), kind(S()));
  printf("%zu %zu\n", sizeof(Choice<true>), sizeof(Choice<false>));
  static_assert(std::is_same<std::remove_reference_t<int&>, int>::value);
  static_assert(std::is_same_v<std::decay_t<const int&>, int>);
  printf("%d %d\n", std::is_same_v<int, long>, std::is_const_v<const int>);
  return 0;
}
// expect: int pointer integral other
// expect: 4 8
// expect: 0 1
