// <limits>
namespace std {
template <class T> struct numeric_limits;
template <> struct numeric_limits<bool> {
  static constexpr bool min() { return false; }
  static constexpr bool max() { return true; }
};
template <> struct numeric_limits<char> {
  static constexpr char min() { return -128; }
  static constexpr char max() { return 127; }
};
template <> struct numeric_limits<unsigned char> {
  static constexpr unsigned char min() { return 0; }
  static constexpr unsigned char max() { return 255; }
};
template <> struct numeric_limits<short> {
  static constexpr short min() { return -32768; }
  static constexpr short max() { return 32767; }
};
template <> struct numeric_limits<unsigned short> {
  static constexpr unsigned short min() { return 0; }
  static constexpr unsigned short max() { return 65535; }
};
template <> struct numeric_limits<int> {
  static constexpr int min() { return -2147483647 - 1; }
  static constexpr int max() { return 2147483647; }
};
template <> struct numeric_limits<unsigned> {
  static constexpr unsigned min() { return 0; }
  static constexpr unsigned max() { return 4294967295u; }
};
template <> struct numeric_limits<long> {
  static constexpr long min() { return -9223372036854775807l - 1; }
  static constexpr long max() { return 9223372036854775807l; }
};
template <> struct numeric_limits<unsigned long> {
  static constexpr unsigned long min() { return 0; }
  static constexpr unsigned long max() { return 18446744073709551615ul; }
};
}  // namespace std
