// <compare>: the result of <=>. All orders are strong here.
namespace std {
class strong_ordering {
 public:
  int order_;
  bool operator==(const strong_ordering& other) const { return order_ == other.order_; }
};
using weak_ordering = strong_ordering;
using partial_ordering = strong_ordering;
inline bool operator==(strong_ordering a, int zero) { return a.order_ == zero; }
inline bool operator<(strong_ordering a, int zero) { return a.order_ < zero; }
inline bool operator>(strong_ordering a, int zero) { return a.order_ > zero; }
inline bool operator<=(strong_ordering a, int zero) { return a.order_ <= zero; }
inline bool operator>=(strong_ordering a, int zero) { return a.order_ >= zero; }
template <class A, class B> strong_ordering __three_way(const A& a, const B& b) { return strong_ordering{a < b ? -1 : b < a ? 1 : 0}; }
}  // namespace std
