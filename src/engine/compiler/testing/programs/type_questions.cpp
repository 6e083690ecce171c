// Type traits: what a type is, what it can be made from, what it becomes.
#include <cstdio>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>
struct Base {
  virtual ~Base() = default;
  virtual int f() = 0;
};
struct Derived : Base {
  int f() override { return 1; }
};
struct Empty {};
struct Plain {
  int a;
};
enum class Color { red };
struct NoCopy {
  NoCopy() = default;
  NoCopy(const NoCopy&) = delete;
};
struct From {
  explicit From(int) {}
};
template <class T, class = void> struct HasSize : std::false_type {};
template <class T> struct HasSize<T, std::void_t<decltype(std::declval<T>().size())>> : std::true_type {};
template <class T, std::enable_if_t<std::is_integral_v<T>, int> = 0> const char* kind(T) { return "whole"; }
template <class T, std::enable_if_t<std::is_floating_point_v<T>, int> = 0> const char* kind(T) { return "real"; }
int main() {
  printf("%d%d%d%d\n", std::is_class_v<Plain>, std::is_enum_v<Color>, std::is_pointer_v<int*>, std::is_array_v<int[3]>);
  printf("%d%d%d%d\n", std::is_base_of_v<Base, Derived>, std::is_polymorphic_v<Base>, std::is_abstract_v<Base>, std::is_empty_v<Empty>);
  printf("%d%d%d\n", std::is_convertible_v<int, long>, std::is_convertible_v<int, From>, std::is_constructible_v<From, int>);
  printf("%d%d%d\n", std::is_copy_constructible_v<NoCopy>, std::is_default_constructible_v<NoCopy>, std::is_move_constructible_v<std::unique_ptr<int>>);
  printf("%d%d%d\n", std::is_trivially_copyable_v<Plain>, std::is_trivially_copyable_v<std::string>, std::is_assignable_v<int&, int>);
  printf("%d%d\n", std::is_invocable_v<int (*)(int), int>, std::is_invocable_v<int (*)(int), Plain>);
  printf("%d%d\n", HasSize<std::vector<int>>::value, HasSize<int>::value);
  printf("%s %s\n", kind(1), kind(1.0));
  static_assert(std::is_same_v<std::decay_t<const int&>, int>);
  static_assert(std::is_same_v<std::conditional_t<true, int, char>, int>);
  static_assert(std::is_same_v<std::remove_pointer_t<int*>, int>);
  static_assert(std::is_same_v<std::invoke_result_t<decltype(&kind<int>), int>, const char*>);
  static_assert(std::is_same_v<std::common_type_t<int, long>, long>);
  static_assert(std::is_same_v<std::make_unsigned_t<int>, unsigned>);
  static_assert(std::conjunction_v<std::true_type, std::is_same<int, int>> && !std::negation_v<std::true_type>);
}
// expect: 1111
// expect: 1111
// expect: 101
// expect: 011
// expect: 101
// expect: 10
// expect: 10
// expect: whole real
