// Limits: INT_MAX and the like, numeric_limits, fixed-width constants.
#include <climits>
#include <cstdint>
#include <cstdio>
#include <limits>
int main() {
  printf("%d %d %u %ld\n", INT_MAX, INT_MIN, UINT_MAX, LONG_MAX);
  printf("%d %ld %lu\n", std::numeric_limits<int>::max(), std::numeric_limits<long>::min(), std::numeric_limits<unsigned long>::max());
  printf("%ld %lu %d\n", INT64_MAX, UINT64_MAX, INT32_MIN);
  printf("%zu\n", SIZE_MAX);
  return 0;
}
// expect: 2147483647 -2147483648 4294967295 9223372036854775807
// expect: 2147483647 -9223372036854775808 18446744073709551615
// expect: 9223372036854775807 18446744073709551615 -2147483648
// expect: 18446744073709551615
