// <compare>: the result of <=>. One class stands for the three; only of floats may two be unordered.
namespace std {
class strong_ordering {
 public:
  int order_;
  bool operator==(const strong_ordering& other) const { return order_ == other.order_; }
  static const strong_ordering less;
  static const strong_ordering equal;
  static const strong_ordering equivalent;
  static const strong_ordering greater;
  static const strong_ordering unordered;
};
inline constexpr strong_ordering strong_ordering::less{-1};
inline constexpr strong_ordering strong_ordering::equal{0};
inline constexpr strong_ordering strong_ordering::equivalent{0};
inline constexpr strong_ordering strong_ordering::greater{1};
inline constexpr strong_ordering strong_ordering::unordered{2};
using weak_ordering = strong_ordering;
using partial_ordering = strong_ordering;
inline bool operator==(strong_ordering a, int) { return a.order_ == 0; }
inline bool operator<(strong_ordering a, int) { return a.order_ == -1; }
inline bool operator>(strong_ordering a, int) { return a.order_ == 1; }
inline bool operator<=(strong_ordering a, int) { return a.order_ < 1; }
inline bool operator>=(strong_ordering a, int) { return a.order_ == 0 || a.order_ == 1; }
inline bool is_eq(strong_ordering a) { return a == 0; }
inline bool is_neq(strong_ordering a) { return a != 0; }
inline bool is_lt(strong_ordering a) { return a < 0; }
inline bool is_lteq(strong_ordering a) { return a <= 0; }
inline bool is_gt(strong_ordering a) { return a > 0; }
inline bool is_gteq(strong_ordering a) { return a >= 0; }
template <class A, class B> strong_ordering __three_way(const A& a, const B& b) {
  if constexpr (__is_floating<A>() || __is_floating<B>()) return strong_ordering{a < b ? -1 : b < a ? 1 : a == b ? 0 : 2};
  else return strong_ordering{a < b ? -1 : b < a ? 1 : 0};
}
}  // namespace std
