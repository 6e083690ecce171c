// <cmath>: each function for float, double and whole numbers; the machine's own (bytecode/math.ts) compute in double.
#include <type_traits>
#define M_PI 3.14159265358979323846
#define M_PI_2 1.57079632679489661923
#define M_PI_4 0.78539816339744830962
#define M_E 2.7182818284590452354
#define M_LN2 0.69314718055994530942
#define M_LN10 2.30258509299404568402
#define M_SQRT2 1.41421356237309504880
#define M_SQRT1_2 0.70710678118654752440
#define INFINITY (1e308f)
#define NAN (-(0.0f / 0.0f))
#define FP_NAN 0
#define FP_INFINITE 1
#define FP_ZERO 2
#define FP_SUBNORMAL 3
#define FP_NORMAL 4
#define HUGE_VAL (1e308 * 10)

namespace std {
// What a function of these arguments gives: float for floats alone, else double.
template <class T> using __real = enable_if_t<is_arithmetic_v<T>, conditional_t<is_same_v<T, float>, float, double>>;
template <class T, class U> using __real2 = conditional_t<is_same_v<T, float> && is_same_v<U, float>, float, double>;

template <class T, class U, class V> constexpr auto lerp(T a, U b, V t) { return a + t * (b - a); }
template <class T> __real<T> sqrt(T x) { return static_cast<__real<T>>(__math_sqrt(x)); }
template <class T> __real<T> cbrt(T x) { return static_cast<__real<T>>(__math_cbrt(x)); }
template <class T> __real<T> exp(T x) { return static_cast<__real<T>>(__math_exp(x)); }
template <class T> __real<T> exp2(T x) { return static_cast<__real<T>>(__math_exp2(x)); }
template <class T> __real<T> expm1(T x) { return static_cast<__real<T>>(__math_expm1(x)); }
template <class T> __real<T> log(T x) { return static_cast<__real<T>>(__math_log(x)); }
template <class T> __real<T> log2(T x) { return static_cast<__real<T>>(__math_log2(x)); }
template <class T> __real<T> log10(T x) { return static_cast<__real<T>>(__math_log10(x)); }
template <class T> __real<T> log1p(T x) { return static_cast<__real<T>>(__math_log1p(x)); }
template <class T> __real<T> sin(T x) { return static_cast<__real<T>>(__math_sin(x)); }
template <class T> __real<T> cos(T x) { return static_cast<__real<T>>(__math_cos(x)); }
template <class T> __real<T> tan(T x) { return static_cast<__real<T>>(__math_tan(x)); }
template <class T> __real<T> asin(T x) { return static_cast<__real<T>>(__math_asin(x)); }
template <class T> __real<T> acos(T x) { return static_cast<__real<T>>(__math_acos(x)); }
template <class T> __real<T> atan(T x) { return static_cast<__real<T>>(__math_atan(x)); }
template <class T> __real<T> sinh(T x) { return static_cast<__real<T>>(__math_sinh(x)); }
template <class T> __real<T> cosh(T x) { return static_cast<__real<T>>(__math_cosh(x)); }
template <class T> __real<T> tanh(T x) { return static_cast<__real<T>>(__math_tanh(x)); }
template <class T> __real<T> floor(T x) { return static_cast<__real<T>>(__math_floor(x)); }
template <class T> __real<T> ceil(T x) { return static_cast<__real<T>>(__math_ceil(x)); }
template <class T> __real<T> trunc(T x) { return static_cast<__real<T>>(__math_trunc(x)); }
template <class T> __real<T> round(T x) { return static_cast<__real<T>>(__math_round(x)); }
template <class T> __real<T> rint(T x) { return static_cast<__real<T>>(__math_rint(x)); }
template <class T> __real<T> nearbyint(T x) { return static_cast<__real<T>>(__math_rint(x)); }
template <class T> long lround(T x) { return static_cast<long>(__math_round(x)); }
template <class T> long long llround(T x) { return static_cast<long long>(__math_round(x)); }
template <class T> long lrint(T x) { return static_cast<long>(__math_rint(x)); }
template <class T, class U> __real2<T, U> pow(T x, U y) { return static_cast<__real2<T, U>>(__math_pow(x, y)); }
template <class T, class U> __real2<T, U> fmod(T x, U y) { return static_cast<__real2<T, U>>(__math_fmod(x, y)); }
template <class T, class U> __real2<T, U> atan2(T x, U y) { return static_cast<__real2<T, U>>(__math_atan2(x, y)); }
template <class T, class U> __real2<T, U> hypot(T x, U y) { return static_cast<__real2<T, U>>(__math_hypot(x, y)); }

template <class T> bool isnan(T x) { return x != x; }
template <class T> bool isinf(T x) {
  double y = x;
  return y == y && y - y != 0.0;
}
template <class T> bool isfinite(T x) {
  double y = x;
  return y - y == 0.0;
}
// The sign of a zero is that of what it divides; a NaN has none that a comparison tells.
template <class T> bool signbit(T x) {
  double y = x;
  return y < 0.0 || (y == 0.0 && 1.0 / y < 0.0);
}
template <class T> __real<T> fabs(T x) { return x == 0 ? __real<T>(0) : x < 0 ? -__real<T>(x) : __real<T>(x); }
template <class T, class U> __real2<T, U> copysign(T x, U y) {
  __real2<T, U> size = fabs(x);
  return signbit(y) ? -size : size;
}
template <class T, class U> __real2<T, U> fmax(T x, U y) {
  __real2<T, U> a = x, b = y;
  return a != a || a < b ? b : a;
}
template <class T, class U> __real2<T, U> fmin(T x, U y) {
  __real2<T, U> a = x, b = y;
  return a != a || b < a ? b : a;
}
template <class T, class U> __real2<T, U> fdim(T x, U y) {
  __real2<T, U> a = x, b = y;
  return a > b ? a - b : __real2<T, U>(0);
}
template <class T, class U, class V> __real2<T, U> fma(T x, U y, V z) { return x * y + z; }
inline double modf(double x, double* whole) {
  *whole = trunc(x);
  return isinf(x) ? copysign(0.0, x) : copysign(x - *whole, x);
}
inline double ldexp(double x, int power) { return x * exp2(power); }
inline double frexp(double x, int* power) {
  *power = 0;
  if (x == 0 || !isfinite(x)) return x;
  double size = fabs(x);
  for (; size >= 1; size /= 2) ++*power;
  for (; size < 0.5; size *= 2) --*power;
  return x < 0 ? -size : size;
}
inline int ilogb(double x) {
  int power = 0;
  frexp(x, &power);
  return power - 1;
}
inline double logb(double x) { return ilogb(x); }
inline double scalbn(double x, int power) { return ldexp(x, power); }
inline double nan(const char*) { return NAN; }
template <class T> __real<T> asinh(T x) { return static_cast<__real<T>>(__math_asinh(x)); }
template <class T> __real<T> acosh(T x) { return static_cast<__real<T>>(__math_acosh(x)); }
template <class T> __real<T> atanh(T x) { return static_cast<__real<T>>(__math_atanh(x)); }
template <class T, class U> __real2<T, U> remainder(T x, U y) { return x - y * rint(static_cast<__real2<T, U>>(x) / y); }
template <class T> bool isnormal(T x) { return isfinite(x) && fabs(x) >= 2.2250738585072014e-308; }
template <class T> int fpclassify(T x) {
  return isnan(x) ? FP_NAN : isinf(x) ? FP_INFINITE : x == 0 ? FP_ZERO : isnormal(x) ? FP_NORMAL : FP_SUBNORMAL;
}
inline bool isgreater(double x, double y) { return x > y; }
inline bool isgreaterequal(double x, double y) { return x >= y; }
inline bool isless(double x, double y) { return x < y; }
inline bool islessequal(double x, double y) { return x <= y; }
inline bool islessgreater(double x, double y) { return x < y || x > y; }
inline bool isunordered(double x, double y) { return x != x || y != y; }
inline double abs(double x) { return fabs(x); }
inline float abs(float x) { return fabs(x); }
inline int abs(int x) { return x < 0 ? -x : x; }
inline long abs(long x) { return x < 0 ? -x : x; }
inline long long abs(long long x) { return x < 0 ? -x : x; }
}  // namespace std
using std::sqrt;
using std::cbrt;
using std::exp;
using std::exp2;
using std::log;
using std::log2;
using std::log10;
using std::sin;
using std::cos;
using std::tan;
using std::asin;
using std::acos;
using std::atan;
using std::atan2;
using std::floor;
using std::ceil;
using std::trunc;
using std::round;
using std::lround;
using std::pow;
using std::fmod;
using std::hypot;
using std::fabs;
using std::fmax;
using std::fmin;
using std::frexp;
using std::ldexp;
using std::modf;
using std::sinh;
using std::cosh;
using std::tanh;
using std::asinh;
using std::acosh;
using std::atanh;
using std::copysign;
using std::fma;
using std::fdim;
using std::expm1;
using std::log1p;
using std::rint;
using std::nearbyint;
using std::llround;
using std::lrint;
using std::remainder;
using std::ilogb;
using std::logb;
using std::scalbn;
using std::nan;
