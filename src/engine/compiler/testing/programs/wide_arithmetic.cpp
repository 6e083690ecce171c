// 64-bit and unsigned arithmetic: edges, wrap-around, shifts, division, mixed signs, promotions.
#include <cstdint>
#include <cstdio>
#include <initializer_list>
int main() {
  int64_t big = 9223372036854775807l;
  int64_t small = -big - 1;
  uint64_t max = ~0ul;
  printf("%ld %ld %lu\n", big, small, max);
  printf("%lu %lu\n", max + 1, max * max);
  printf("%ld %ld\n", big / 3, small / 7);
  printf("%ld %ld\n", big % 1000, small % 1000);
  printf("%ld %ld\n", small >> 4, small >> 63);
  printf("%lu %lu\n", max >> 4, max << 60);
  int64_t product = 3037000499l * 3037000499l;
  printf("%ld %ld\n", product, -product);
  uint32_t u = 4294967295u;
  printf("%u %u %u\n", u + 1, u * 2, u / 2);
  printf("%u %d\n", u >> 31, static_cast<int>(u));
  int i = -7;
  printf("%d %d %d %d\n", i / 2, i % 2, i >> 1, -i / 2);
  printf("%u %u\n", static_cast<unsigned>(i), static_cast<unsigned>(i) / 2);
  printf("%d %d\n", i < 5u ? 1 : 0, -1l < 5u ? 1 : 0);
  printf("%ld %lu\n", static_cast<int64_t>(i), static_cast<uint64_t>(i));
  unsigned char c = 250;
  c += 10;
  signed char s = 127;
  s++;
  short h = 32767;
  h = h + 1;
  unsigned short us = 65535;
  us++;
  printf("%d %d %d %d\n", c, s, h, us);
  char ch = 'a' + 2;
  printf("%c %d\n", ch, ch * 2);
  bool b = 5;
  b = b + 3;
  printf("%d %d\n", b, !b);
  long shifted = 1l << 40;
  printf("%ld %ld %d\n", shifted, shifted >> 38, static_cast<int>(shifted >> 20));
  uint64_t hash = 14695981039346656037ul;
  for (char x : {'a', 'b', 'c'}) {
    hash ^= static_cast<uint64_t>(x);
    hash *= 1099511628211ul;
  }
  printf("%lx\n", hash);
  printf("%d %d %d\n", 0x7fffffff, 0b1010, 017);
  printf("%ld %lu\n", 1'000'000'000'000l, 0xffff'ffff'fffful);
  long a = 5;
  a += 2;
  a -= 10;
  a *= 4;
  a /= 3;
  a %= 3;
  a <<= 5;
  a >>= 1;
  a |= 7;
  a &= 5;
  a ^= 12;
  printf("%ld\n", a);
  unsigned long m = 10;
  m -= 11;
  printf("%lu %d\n", m, m > 5);
  int x = 2147483647;
  unsigned y = x;
  y++;
  printf("%u %d %d\n", y, ~0, ~5);
  printf("%zu %zu %zu %zu\n", sizeof(long), sizeof(short), sizeof(bool), sizeof(long long));
  int64_t cmp = 1l << 32;
  printf("%d %d %d\n", cmp > 5, cmp == 0, cmp != 0);
  if (cmp) printf("true\n");
  printf("%d\n", cmp && 1);
  return 0;
}
// expect: 9223372036854775807 -9223372036854775808 18446744073709551615
// expect: 0 1
// expect: 3074457345618258602 -1317624576693539401
// expect: 807 -808
// expect: -576460752303423488 -1
// expect: 1152921504606846975 17293822569102704640
// expect: 9223372030926249001 -9223372030926249001
// expect: 0 4294967294 2147483647
// expect: 1 -1
// expect: -3 -1 -4 3
// expect: 4294967289 2147483644
// expect: 0 1
// expect: -7 18446744073709551609
// expect: 4 -128 -32768 0
// expect: c 198
// expect: 1 0
// expect: 1099511627776 4 1048576
// expect: e71fa2190541574b
// expect: 2147483647 10 15
// expect: 1000000000000 281474976710655
// expect: 9
// expect: 18446744073709551615 1
// expect: 2147483648 -1 -6
// expect: 8 2 1 8
// expect: 1 0 1
// expect: true
// expect: 1
