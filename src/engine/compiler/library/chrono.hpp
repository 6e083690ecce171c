// <chrono>: durations, so that sleeps can be written. Time does not pass here: a sleep is a place to switch.
namespace std {
namespace chrono {
struct nanoseconds { long count_ = 0; explicit nanoseconds(long n) : count_(n) {} long count() const { return count_; } };
struct microseconds { long count_ = 0; explicit microseconds(long n) : count_(n) {} long count() const { return count_; } };
struct milliseconds { long count_ = 0; explicit milliseconds(long n) : count_(n) {} long count() const { return count_; } };
struct seconds { long count_ = 0; explicit seconds(long n) : count_(n) {} long count() const { return count_; } };
}  // namespace chrono
// `10ms` is a call of __suffix_ms: user-defined literals themselves are outside the subset.
inline chrono::nanoseconds __suffix_ns(unsigned long n) { return chrono::nanoseconds(n); }
inline chrono::microseconds __suffix_us(unsigned long n) { return chrono::microseconds(n); }
inline chrono::milliseconds __suffix_ms(unsigned long n) { return chrono::milliseconds(n); }
inline chrono::seconds __suffix_s(unsigned long n) { return chrono::seconds(n); }
namespace chrono_literals {}
namespace literals {
namespace chrono_literals {}
}  // namespace literals
}  // namespace std
