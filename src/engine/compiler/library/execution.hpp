// <execution>: policies let an implementation use threads; this one never does, which each of them allows.
#include <algorithm>
#include <numeric>
#include <type_traits>
namespace std {
namespace execution {
struct sequenced_policy {};
struct parallel_policy {};
struct parallel_unsequenced_policy {};
struct unsequenced_policy {};
inline constexpr sequenced_policy seq{};
inline constexpr parallel_policy par{};
inline constexpr parallel_unsequenced_policy par_unseq{};
inline constexpr unsequenced_policy unseq{};
}  // namespace execution
template <class P> struct is_execution_policy { static constexpr bool value = false; };
template <> struct is_execution_policy<execution::sequenced_policy> { static constexpr bool value = true; };
template <> struct is_execution_policy<execution::parallel_policy> { static constexpr bool value = true; };
template <> struct is_execution_policy<execution::parallel_unsequenced_policy> { static constexpr bool value = true; };
template <> struct is_execution_policy<execution::unsequenced_policy> { static constexpr bool value = true; };
template <class P> constexpr bool is_execution_policy_v = is_execution_policy<P>::value;
template <class P> concept __policy = is_execution_policy<remove_cvref_t<P>>::value;
#define __WITH_POLICY(f) template <__policy P, class... A> auto f(P&&, A&&... args) { return std::f(static_cast<A&&>(args)...); }
__WITH_POLICY(adjacent_find)
__WITH_POLICY(all_of)
__WITH_POLICY(any_of)
__WITH_POLICY(copy)
__WITH_POLICY(copy_if)
__WITH_POLICY(copy_n)
__WITH_POLICY(count)
__WITH_POLICY(count_if)
__WITH_POLICY(equal)
__WITH_POLICY(fill)
__WITH_POLICY(fill_n)
__WITH_POLICY(find)
__WITH_POLICY(find_end)
__WITH_POLICY(find_first_of)
__WITH_POLICY(find_if)
__WITH_POLICY(find_if_not)
__WITH_POLICY(for_each)
__WITH_POLICY(for_each_n)
__WITH_POLICY(generate)
__WITH_POLICY(generate_n)
__WITH_POLICY(includes)
__WITH_POLICY(inplace_merge)
__WITH_POLICY(is_heap)
__WITH_POLICY(is_partitioned)
__WITH_POLICY(is_sorted)
__WITH_POLICY(is_sorted_until)
__WITH_POLICY(lexicographical_compare)
__WITH_POLICY(max_element)
__WITH_POLICY(merge)
__WITH_POLICY(min_element)
__WITH_POLICY(minmax_element)
__WITH_POLICY(mismatch)
__WITH_POLICY(move)
__WITH_POLICY(none_of)
__WITH_POLICY(nth_element)
__WITH_POLICY(partial_sort)
__WITH_POLICY(partition)
__WITH_POLICY(remove)
__WITH_POLICY(remove_copy)
__WITH_POLICY(remove_copy_if)
__WITH_POLICY(remove_if)
__WITH_POLICY(replace)
__WITH_POLICY(replace_if)
__WITH_POLICY(reverse)
__WITH_POLICY(reverse_copy)
__WITH_POLICY(rotate)
__WITH_POLICY(rotate_copy)
__WITH_POLICY(search)
__WITH_POLICY(search_n)
__WITH_POLICY(set_difference)
__WITH_POLICY(set_intersection)
__WITH_POLICY(set_symmetric_difference)
__WITH_POLICY(set_union)
__WITH_POLICY(sort)
__WITH_POLICY(stable_partition)
__WITH_POLICY(stable_sort)
__WITH_POLICY(swap_ranges)
__WITH_POLICY(transform)
__WITH_POLICY(unique)
__WITH_POLICY(unique_copy)
__WITH_POLICY(adjacent_difference)
__WITH_POLICY(exclusive_scan)
__WITH_POLICY(inclusive_scan)
__WITH_POLICY(reduce)
__WITH_POLICY(transform_reduce)
#undef __WITH_POLICY
}  // namespace std
