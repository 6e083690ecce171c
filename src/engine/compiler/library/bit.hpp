// <bit>
#include <type_traits>
namespace std {
enum class endian { little = 1234, big = 4321, native = 1234 };
template <class T> constexpr int popcount(T x) {
  int n = 0;
  for (; x != 0; x &= x - 1) n++;
  return n;
}
template <class T> constexpr int bit_width(T x) {
  int n = 0;
  for (; x != 0; x >>= 1) n++;
  return n;
}
template <class T> constexpr int countl_zero(T x) { return static_cast<int>(sizeof(T) * 8) - bit_width(x); }
template <class T> constexpr int countr_zero(T x) {
  if (x == 0) return static_cast<int>(sizeof(T) * 8);
  int n = 0;
  for (; (x & 1) == 0; x >>= 1) n++;
  return n;
}
template <class T> constexpr int countl_one(T x) { return countl_zero(static_cast<T>(~x)); }
template <class T> constexpr int countr_one(T x) { return countr_zero(static_cast<T>(~x)); }
template <class T> constexpr bool has_single_bit(T x) { return x != 0 && (x & (x - 1)) == 0; }
template <class T> constexpr T bit_floor(T x) { return x == 0 ? 0 : static_cast<T>(T(1) << (bit_width(x) - 1)); }
template <class T> constexpr T bit_ceil(T x) { return x <= 1 ? 1 : static_cast<T>(T(1) << bit_width(static_cast<T>(x - 1))); }
template <class T> constexpr T rotl(T x, int n) {
  int bits = static_cast<int>(sizeof(T) * 8);
  n = (n % bits + bits) % bits;
  return n == 0 ? x : static_cast<T>((x << n) | (x >> (bits - n)));
}
template <class T> constexpr T rotr(T x, int n) { return rotl(x, -n); }
template <class To, class From> To bit_cast(const From& from) {
  static_assert(sizeof(To) == sizeof(From), "bit_cast needs two types of one size");
  static_assert(__words_of<To>() == __words_of<From>(), "bit_cast between these types is not supported: their elements differ in size");
  To to;
  for (int i = 0; i < __words_of<To>(); i++) __copy_word(reinterpret_cast<int*>(&to) + i, reinterpret_cast<const int*>(&from) + i);
  return to;
}
}  // namespace std
