// <numbers>
namespace std {
namespace numbers {
template <class T> constexpr T pi_v = static_cast<T>(3.141592653589793);
template <class T> constexpr T e_v = static_cast<T>(2.718281828459045);
constexpr double e = 2.718281828459045;
constexpr double log2e = 1.4426950408889634;
constexpr double log10e = 0.4342944819032518;
constexpr double pi = 3.141592653589793;
constexpr double inv_pi = 0.3183098861837907;
constexpr double ln2 = 0.6931471805599453;
constexpr double ln10 = 2.302585092994046;
constexpr double sqrt2 = 1.4142135623730951;
constexpr double sqrt3 = 1.7320508075688772;
constexpr double phi = 1.618033988749895;
}  // namespace numbers
}  // namespace std
