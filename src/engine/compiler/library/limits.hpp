// <limits>
namespace std {
enum float_round_style { round_indeterminate = -1, round_toward_zero = 0, round_to_nearest = 1, round_toward_infinity = 2, round_toward_neg_infinity = 3 };
// What all whole numbers have in common, and all others.
struct __whole_limits {
  static constexpr bool is_exact = true, is_bounded = true, is_iec559 = false, has_infinity = false, has_quiet_NaN = false, has_signaling_NaN = false,
                        has_denorm = false, traps = true, tinyness_before = false;
  static constexpr int radix = 2, max_digits10 = 0, min_exponent = 0, max_exponent = 0, min_exponent10 = 0, max_exponent10 = 0;
  static constexpr float_round_style round_style = round_toward_zero;
};
struct __real_limits {
  static constexpr bool is_exact = false, is_bounded = true, is_iec559 = true, is_modulo = false, has_quiet_NaN = true, has_signaling_NaN = true,
                        has_denorm = true, traps = false, tinyness_before = false;
  static constexpr int radix = 2;
  static constexpr float_round_style round_style = round_to_nearest;
};
template <class T> struct numeric_limits;
template <> struct numeric_limits<bool> : __whole_limits {
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = false, is_modulo = false;
  static constexpr bool is_integer = true;
  static constexpr int digits = 1;
  static constexpr int digits10 = 0;
  static constexpr bool lowest() { return min(); }
  static constexpr bool min() { return false; }
  static constexpr bool max() { return true; }
};
template <> struct numeric_limits<char> : __whole_limits {
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = true, is_modulo = false;
  static constexpr bool is_integer = true;
  static constexpr int digits = 7;
  static constexpr int digits10 = 2;
  static constexpr char lowest() { return min(); }
  static constexpr char min() { return -128; }
  static constexpr char max() { return 127; }
};
template <> struct numeric_limits<signed char> : __whole_limits {
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = true, is_modulo = false;
  static constexpr bool is_integer = true;
  static constexpr int digits = 7;
  static constexpr int digits10 = 2;
  static constexpr signed char lowest() { return min(); }
  static constexpr signed char min() { return -128; }
  static constexpr signed char max() { return 127; }
};
template <> struct numeric_limits<unsigned char> : __whole_limits {
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = false, is_modulo = true;
  static constexpr bool is_integer = true;
  static constexpr int digits = 8;
  static constexpr int digits10 = 2;
  static constexpr unsigned char lowest() { return min(); }
  static constexpr unsigned char min() { return 0; }
  static constexpr unsigned char max() { return 255; }
};
template <> struct numeric_limits<short> : __whole_limits {
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = true, is_modulo = false;
  static constexpr bool is_integer = true;
  static constexpr int digits = 15;
  static constexpr int digits10 = 4;
  static constexpr short lowest() { return min(); }
  static constexpr short min() { return -32768; }
  static constexpr short max() { return 32767; }
};
template <> struct numeric_limits<unsigned short> : __whole_limits {
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = false, is_modulo = true;
  static constexpr bool is_integer = true;
  static constexpr int digits = 16;
  static constexpr int digits10 = 4;
  static constexpr unsigned short lowest() { return min(); }
  static constexpr unsigned short min() { return 0; }
  static constexpr unsigned short max() { return 65535; }
};
template <> struct numeric_limits<int> : __whole_limits {
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = true, is_modulo = false;
  static constexpr bool is_integer = true;
  static constexpr int digits = 31;
  static constexpr int digits10 = 9;
  static constexpr int lowest() { return min(); }
  static constexpr int min() { return -2147483647 - 1; }
  static constexpr int max() { return 2147483647; }
};
template <> struct numeric_limits<unsigned> : __whole_limits {
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = false, is_modulo = true;
  static constexpr bool is_integer = true;
  static constexpr int digits = 32;
  static constexpr int digits10 = 9;
  static constexpr unsigned lowest() { return min(); }
  static constexpr unsigned min() { return 0; }
  static constexpr unsigned max() { return 4294967295u; }
};
template <> struct numeric_limits<long> : __whole_limits {
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = true, is_modulo = false;
  static constexpr bool is_integer = true;
  static constexpr int digits = 63;
  static constexpr int digits10 = 18;
  static constexpr long lowest() { return min(); }
  static constexpr long min() { return -9223372036854775807l - 1; }
  static constexpr long max() { return 9223372036854775807l; }
};
template <> struct numeric_limits<long long> : __whole_limits {
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = true, is_modulo = false;
  static constexpr bool is_integer = true;
  static constexpr int digits = 63;
  static constexpr int digits10 = 18;
  static constexpr long long lowest() { return min(); }
  static constexpr long long min() { return -9223372036854775807ll - 1; }
  static constexpr long long max() { return 9223372036854775807ll; }
};
template <> struct numeric_limits<unsigned long> : __whole_limits {
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = false, is_modulo = true;
  static constexpr bool is_integer = true;
  static constexpr int digits = 64;
  static constexpr int digits10 = 19;
  static constexpr unsigned long lowest() { return min(); }
  static constexpr unsigned long min() { return 0; }
  static constexpr unsigned long max() { return 18446744073709551615ul; }
};
template <> struct numeric_limits<unsigned long long> : __whole_limits {
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = false, is_modulo = true;
  static constexpr bool is_integer = true;
  static constexpr int digits = 64;
  static constexpr int digits10 = 19;
  static constexpr unsigned long long lowest() { return min(); }
  static constexpr unsigned long long min() { return 0; }
  static constexpr unsigned long long max() { return 18446744073709551615ull; }
};
template <> struct numeric_limits<float> : __real_limits {
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = true;
  static constexpr bool is_integer = false;
  static constexpr int digits = 24;
  static constexpr int digits10 = 6;
  static constexpr int max_digits10 = 9;
  static constexpr bool has_infinity = true;
  static constexpr int min_exponent = -125, max_exponent = 128, min_exponent10 = -37, max_exponent10 = 38;
  static constexpr float denorm_min() { return 1.40129846e-45f; }
  static constexpr float min() { return 1.17549435e-38f; }
  static constexpr float max() { return 3.40282347e+38f; }
  static constexpr float lowest() { return -3.40282347e+38f; }
  static constexpr float epsilon() { return 1.1920929e-07f; }
  static constexpr float infinity() { return 1e308f; }
  static float quiet_NaN() { return -(0.0f / 0.0f); }
};
template <> struct numeric_limits<double> : __real_limits {
  static constexpr bool is_specialized = true;
  static constexpr bool is_signed = true;
  static constexpr bool is_integer = false;
  static constexpr int digits = 53;
  static constexpr int digits10 = 15;
  static constexpr int max_digits10 = 17;
  static constexpr bool has_infinity = true;
  static constexpr int min_exponent = -1021, max_exponent = 1024, min_exponent10 = -307, max_exponent10 = 308;
  static constexpr double denorm_min() { return 4.9406564584124654e-324; }
  static constexpr double min() { return 2.2250738585072014e-308; }
  static constexpr double max() { return 1.7976931348623157e+308; }
  static constexpr double lowest() { return -1.7976931348623157e+308; }
  static constexpr double epsilon() { return 2.2204460492503131e-16; }
  static constexpr double infinity() { return 1e308 * 10; }
  static double quiet_NaN() { return -(0.0 / 0.0); }
};
}  // namespace std
