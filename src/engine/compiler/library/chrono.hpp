// <chrono>: durations, and clocks that only their own reads move: each thread reads one of its own, so that looking at the time orders
// nothing, and a sleep is a place to switch.
#include <ratio>
namespace std {
namespace chrono {
template <class R, class P = ratio<1>> class duration;
template <class D> struct __is_duration { static constexpr bool value = false; };
template <class R, class P> struct __is_duration<duration<R, P>> { static constexpr bool value = true; };

template <class To, class R, class P> constexpr To duration_cast(const duration<R, P>& d) {
  using C = typename __common<R, typename To::rep>::type;
  constexpr long up = P::num * To::period::den;
  constexpr long down = P::den * To::period::num;
  // In lowest terms, so that a count of nanoseconds since 1970 does not overflow.
  constexpr long both = __gcd(up, down);
  return To(static_cast<typename To::rep>(static_cast<C>(d.count()) * static_cast<C>(up / both) / static_cast<C>(down / both)));
}
template <class R, class P> class duration {
  R count_;

 public:
  using rep = R;
  using period = P;
  constexpr duration() : count_(0) {}
  template <class N, class = enable_if_t<is_arithmetic_v<N>>> constexpr explicit duration(const N& n) : count_(static_cast<R>(n)) {}
  template <class R2, class P2> constexpr duration(const duration<R2, P2>& other) : count_(duration_cast<duration<R, P>>(other).count()) {}
  constexpr R count() const { return count_; }
  static constexpr duration zero() { return duration(0); }
  static constexpr duration min() { return duration(-9223372036854775807l - 1); }
  static constexpr duration max() { return duration(9223372036854775807l); }
  constexpr duration operator+() const { return *this; }
  constexpr duration operator-() const { return duration(-count_); }
  duration& operator++() {
    ++count_;
    return *this;
  }
  duration operator++(int) { return duration(count_++); }
  duration operator--(int) { return duration(count_--); }
  duration& operator--() {
    --count_;
    return *this;
  }
  duration& operator+=(const duration& d) {
    count_ += d.count();
    return *this;
  }
  duration& operator-=(const duration& d) {
    count_ -= d.count();
    return *this;
  }
  duration& operator*=(const R& n) {
    count_ *= n;
    return *this;
  }
  duration& operator/=(const R& n) {
    count_ /= n;
    return *this;
  }
  duration& operator%=(const duration& d) {
    count_ %= d.count();
    return *this;
  }
};
template <class R, class P, class R2, class P2> struct __common_duration {
  using type = duration<typename __common<R, R2>::type, ratio<__gcd(P::num, P2::num), P::den / __gcd(P::den, P2::den) * P2::den>>;
};
template <class R, class P, class R2, class P2> using __common_t = typename __common_duration<R, P, R2, P2>::type;
template <class R, class P, class R2, class P2> constexpr auto operator+(const duration<R, P>& a, const duration<R2, P2>& b) {
  using D = __common_t<R, P, R2, P2>;
  return D(D(a).count() + D(b).count());
}
template <class R, class P, class R2, class P2> constexpr auto operator-(const duration<R, P>& a, const duration<R2, P2>& b) {
  using D = __common_t<R, P, R2, P2>;
  return D(D(a).count() - D(b).count());
}
template <class R, class P, class N, class = enable_if_t<is_arithmetic_v<N>>> constexpr auto operator*(const duration<R, P>& a, N n) {
  return duration<typename __common<R, N>::type, P>(a.count() * n);
}
template <class N, class R, class P, class = enable_if_t<is_arithmetic_v<N>>> constexpr auto operator*(N n, const duration<R, P>& a) { return a * n; }
template <class R, class P, class N, class = enable_if_t<is_arithmetic_v<N>>> constexpr auto operator/(const duration<R, P>& a, N n) {
  return duration<typename __common<R, N>::type, P>(a.count() / n);
}
template <class R, class P, class R2, class P2> constexpr auto operator/(const duration<R, P>& a, const duration<R2, P2>& b) {
  using D = __common_t<R, P, R2, P2>;
  return D(a).count() / D(b).count();
}
template <class R, class P, class N, class = enable_if_t<is_arithmetic_v<N>>> constexpr auto operator%(const duration<R, P>& a, N n) {
  return duration<R, P>(a.count() % n);
}
template <class R, class P, class R2, class P2> constexpr auto operator%(const duration<R, P>& a, const duration<R2, P2>& b) {
  using D = __common_t<R, P, R2, P2>;
  return D(D(a).count() % D(b).count());
}
template <class R, class P, class R2, class P2> constexpr bool operator==(const duration<R, P>& a, const duration<R2, P2>& b) {
  using D = __common_t<R, P, R2, P2>;
  return D(a).count() == D(b).count();
}
template <class R, class P, class R2, class P2> constexpr bool operator<(const duration<R, P>& a, const duration<R2, P2>& b) {
  using D = __common_t<R, P, R2, P2>;
  return D(a).count() < D(b).count();
}
template <class R, class P, class R2, class P2> constexpr bool operator>(const duration<R, P>& a, const duration<R2, P2>& b) { return b < a; }
template <class R, class P, class R2, class P2> constexpr bool operator<=(const duration<R, P>& a, const duration<R2, P2>& b) { return !(b < a); }
template <class R, class P, class R2, class P2> constexpr bool operator>=(const duration<R, P>& a, const duration<R2, P2>& b) { return !(a < b); }
template <class To, class R, class P> constexpr To floor(const duration<R, P>& d) {
  To t = duration_cast<To>(d);
  return t > d ? To(t.count() - 1) : t;
}
template <class To, class R, class P> constexpr To ceil(const duration<R, P>& d) {
  To t = duration_cast<To>(d);
  return t < d ? To(t.count() + 1) : t;
}
template <class To, class R, class P> constexpr To round(const duration<R, P>& d) {
  To t = floor<To>(d);
  return (d - t) * 2 >= To(1) ? To(t.count() + 1) : t;
}
using nanoseconds = duration<long, nano>;
using microseconds = duration<long, micro>;
using milliseconds = duration<long, milli>;
using seconds = duration<long>;
using minutes = duration<long, ratio<60>>;
using hours = duration<long, ratio<3600>>;
using days = duration<long, ratio<86400>>;

template <class C, class D = nanoseconds> class time_point {
  D since_;

 public:
  using clock = C;
  using duration = D;
  using rep = typename D::rep;
  using period = typename D::period;
  constexpr time_point() : since_() {}
  constexpr explicit time_point(const D& d) : since_(d) {}
  template <class D2> constexpr time_point(const time_point<C, D2>& other) : since_(other.time_since_epoch()) {}
  constexpr D time_since_epoch() const { return since_; }
  static constexpr time_point min() { return time_point(D::min()); }
  static constexpr time_point max() { return time_point(D::max()); }
  template <class D2> time_point& operator+=(const D2& d) {
    since_ += d;
    return *this;
  }
  template <class D2> time_point& operator-=(const D2& d) {
    since_ -= d;
    return *this;
  }
};
template <class C, class D, class R, class P> constexpr auto operator+(const time_point<C, D>& t, const duration<R, P>& d) {
  auto since = t.time_since_epoch() + d;
  return time_point<C, decltype(since)>(since);
}
template <class C, class D, class R, class P> constexpr auto operator+(const duration<R, P>& d, const time_point<C, D>& t) { return t + d; }
template <class C, class D, class R, class P> constexpr auto operator-(const time_point<C, D>& t, const duration<R, P>& d) {
  auto since = t.time_since_epoch() - d;
  return time_point<C, decltype(since)>(since);
}
template <class C, class D, class E> constexpr auto operator-(const time_point<C, D>& a, const time_point<C, E>& b) { return a.time_since_epoch() - b.time_since_epoch(); }
template <class C, class D, class E> constexpr bool operator==(const time_point<C, D>& a, const time_point<C, E>& b) { return a.time_since_epoch() == b.time_since_epoch(); }
template <class C, class D, class E> constexpr bool operator<(const time_point<C, D>& a, const time_point<C, E>& b) { return a.time_since_epoch() < b.time_since_epoch(); }
template <class C, class D, class E> constexpr bool operator>(const time_point<C, D>& a, const time_point<C, E>& b) { return b < a; }
template <class C, class D, class E> constexpr bool operator<=(const time_point<C, D>& a, const time_point<C, E>& b) { return !(b < a); }
template <class C, class D, class E> constexpr bool operator>=(const time_point<C, D>& a, const time_point<C, E>& b) { return !(a < b); }
template <class To, class C, class D> constexpr auto time_point_cast(const time_point<C, D>& t) { return time_point<C, To>(duration_cast<To>(t.time_since_epoch())); }

// A duration in parts.
template <class D> class hh_mm_ss {
  D all_;
  bool negative_;

 public:
  using precision = D;
  explicit hh_mm_ss(D d = D::zero()) : all_(d < D::zero() ? -d : d), negative_(d < D::zero()) {}
  bool is_negative() const { return negative_; }
  chrono::hours hours() const { return duration_cast<chrono::hours>(all_); }
  chrono::minutes minutes() const { return duration_cast<chrono::minutes>(all_ - hours()); }
  chrono::seconds seconds() const { return duration_cast<chrono::seconds>(all_ - hours() - minutes()); }
  D subseconds() const { return duration_cast<D>(all_ - hours() - minutes() - seconds()); }
  D to_duration() const { return negative_ ? -all_ : all_; }
};

// Nanoseconds: each read is a hundredth of a second after the last one of its thread. After 32 of them time doubles with each, and stands
// when every deadline is past: a loop that asks for the time and waits again comes back to where it was.
inline int __clock_reads[64] = {};
inline long __time_at(int reads, int self) {
  long steps = reads <= 32 ? reads : 32l << (reads - 32);
  return (steps + 10l * self) * 10000000l;
}
inline long __ticks() {
  int self = __self();
  if (__clock_reads[self] < 62) __clock_reads[self]++;
  return __time_at(__clock_reads[self], self);
}
// Who sleeps, or waits in vain, finds the clock no earlier than that, as if he had read it meanwhile. A thread that has not read it yet
// cannot tell.
inline void __pass_to(long ticks) {
  int self = __self();
  int reads = __clock_reads[self];
  if (reads == 0) return;
  while (reads < 62 && __time_at(reads, self) < ticks) reads++;
  __clock_reads[self] = reads;
}
template <class R, class P> void __pass(const duration<R, P>& d) {
  int self = __self();
  __pass_to(__time_at(__clock_reads[self], self) + duration_cast<nanoseconds>(d).count());
}
template <class C, class D> void __pass(const time_point<C, D>& t) {
  if constexpr (requires { C::__epoch; }) __pass_to(duration_cast<nanoseconds>(t.time_since_epoch()).count() - C::__epoch * 1000000000l);
}
// What a timed wait answers: whether it was in time.
template <class T> bool __in_time(bool is, const T& time) {
  if (!is) __pass(time);
  return is;
}
template <int Which, long Epoch> struct __clock {
  using rep = long;
  using period = nano;
  using duration = nanoseconds;
  using time_point = chrono::time_point<__clock<Which, Epoch>>;
  static constexpr bool is_steady = true;
  static constexpr long __epoch = Epoch;
  static time_point now() { return time_point(nanoseconds(Epoch * 1000000000l + __ticks())); }
  static long to_time_t(const time_point& t) { return t.time_since_epoch().count() / 1000000000l; }
  static time_point from_time_t(long t) { return time_point(nanoseconds(t * 1000000000l)); }
};
using steady_clock = __clock<0, 3600>;
using system_clock = __clock<1, 1767225600>;
using high_resolution_clock = system_clock;
template <class D> using sys_time = time_point<system_clock, D>;
using sys_seconds = sys_time<seconds>;
using sys_days = sys_time<days>;
}  // namespace chrono
// `10ms` is a call of __suffix_ms: user-defined literals themselves are outside the subset.
constexpr chrono::duration<double, nano> __suffix_ns(double n) { return chrono::duration<double, nano>(n); }
constexpr chrono::duration<double, micro> __suffix_us(double n) { return chrono::duration<double, micro>(n); }
constexpr chrono::duration<double, milli> __suffix_ms(double n) { return chrono::duration<double, milli>(n); }
constexpr chrono::duration<double> __suffix_s(double n) { return chrono::duration<double>(n); }
constexpr chrono::duration<double, ratio<60>> __suffix_min(double n) { return chrono::duration<double, ratio<60>>(n); }
constexpr chrono::duration<double, ratio<3600>> __suffix_h(double n) { return chrono::duration<double, ratio<3600>>(n); }
constexpr chrono::nanoseconds __suffix_ns(unsigned long n) { return chrono::nanoseconds(n); }
constexpr chrono::microseconds __suffix_us(unsigned long n) { return chrono::microseconds(n); }
constexpr chrono::milliseconds __suffix_ms(unsigned long n) { return chrono::milliseconds(n); }
constexpr chrono::seconds __suffix_s(unsigned long n) { return chrono::seconds(n); }
constexpr chrono::minutes __suffix_min(unsigned long n) { return chrono::minutes(n); }
constexpr chrono::hours __suffix_h(unsigned long n) { return chrono::hours(n); }
// What is named by `using std::chrono_literals::operator""s;`.
namespace chrono_literals {
chrono::nanoseconds operator""ns(unsigned long long);
chrono::microseconds operator""us(unsigned long long);
chrono::milliseconds operator""ms(unsigned long long);
chrono::seconds operator""s(unsigned long long);
chrono::minutes operator""min(unsigned long long);
chrono::hours operator""h(unsigned long long);
}  // namespace chrono_literals
namespace literals {
namespace chrono_literals {}
}  // namespace literals
namespace chrono {
namespace chrono_literals {}
}  // namespace chrono
}  // namespace std
