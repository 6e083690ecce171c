// <complex>
#include <cmath>
namespace std {
template <class T> class complex {
  T real_;
  T imag_;

 public:
  using value_type = T;
  constexpr complex(T real = T(), T imag = T()) : real_(real), imag_(imag) {}
  template <class U> constexpr complex(const complex<U>& other) : real_(static_cast<T>(other.real())), imag_(static_cast<T>(other.imag())) {}
  constexpr T real() const { return real_; }
  constexpr T imag() const { return imag_; }
  void real(T x) { real_ = x; }
  void imag(T x) { imag_ = x; }
  complex& operator=(T x) {
    real_ = x;
    imag_ = T();
    return *this;
  }
  complex& operator+=(T x) {
    real_ += x;
    return *this;
  }
  complex& operator-=(T x) {
    real_ -= x;
    return *this;
  }
  complex& operator*=(T x) {
    real_ *= x;
    imag_ *= x;
    return *this;
  }
  complex& operator/=(T x) {
    real_ /= x;
    imag_ /= x;
    return *this;
  }
  complex& operator+=(const complex& z) {
    real_ += z.real_;
    imag_ += z.imag_;
    return *this;
  }
  complex& operator-=(const complex& z) {
    real_ -= z.real_;
    imag_ -= z.imag_;
    return *this;
  }
  complex& operator*=(const complex& z) {
    T re = real_ * z.real_ - imag_ * z.imag_;
    imag_ = real_ * z.imag_ + imag_ * z.real_;
    real_ = re;
    return *this;
  }
  complex& operator/=(const complex& z) {
    T n = z.real_ * z.real_ + z.imag_ * z.imag_;
    T re = (real_ * z.real_ + imag_ * z.imag_) / n;
    imag_ = (imag_ * z.real_ - real_ * z.imag_) / n;
    real_ = re;
    return *this;
  }
  complex operator+() const { return *this; }
  complex operator-() const { return complex(-real_, -imag_); }
  friend complex operator+(complex a, const complex& b) { return a += b; }
  friend complex operator-(complex a, const complex& b) { return a -= b; }
  friend complex operator*(complex a, const complex& b) { return a *= b; }
  friend complex operator/(complex a, const complex& b) { return a /= b; }
  friend complex operator+(complex a, T b) { return a += b; }
  friend complex operator-(complex a, T b) { return a -= b; }
  friend complex operator*(complex a, T b) { return a *= b; }
  friend complex operator/(complex a, T b) { return a /= b; }
  friend complex operator+(T a, const complex& b) { return complex(a) += b; }
  friend complex operator-(T a, const complex& b) { return complex(a) -= b; }
  friend complex operator*(T a, const complex& b) { return complex(a) *= b; }
  friend complex operator/(T a, const complex& b) { return complex(a) /= b; }
  friend bool operator==(const complex& a, const complex& b) { return a.real_ == b.real_ && a.imag_ == b.imag_; }
};
template <class T> T real(const complex<T>& z) { return z.real(); }
template <class T> T imag(const complex<T>& z) { return z.imag(); }
template <class T> T norm(const complex<T>& z) { return z.real() * z.real() + z.imag() * z.imag(); }
template <class T> T abs(const complex<T>& z) { return hypot(z.real(), z.imag()); }
template <class T> T arg(const complex<T>& z) { return atan2(z.imag(), z.real()); }
template <class T> complex<T> conj(const complex<T>& z) { return complex<T>(z.real(), -z.imag()); }
template <class T> complex<T> polar(T r, T angle = T()) { return complex<T>(r * cos(angle), r * sin(angle)); }
template <class T> complex<T> exp(const complex<T>& z) { return polar<T>(exp(z.real()), z.imag()); }
template <class T> complex<T> sqrt(const complex<T>& z) { return polar<T>(sqrt(abs(z)), arg(z) / 2); }
template <class S, class T> S& operator<<(S& out, const complex<T>& z) {
  out << '(' << z.real() << ',' << z.imag() << ')';
  return out;
}
}  // namespace std
