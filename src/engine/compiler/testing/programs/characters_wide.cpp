// expect: 65 66 1 4 4 2
// expect: hello é €
// expect: 5 3 2
// expect: 200 -56 c 200
// expect: 1 1 0 127
// expect: x=7
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <limits>
#include <string>
#include <type_traits>

// Characters of every width, and signed char, which is neither char nor unsigned char.
int kind(char) { return 1; }
int kind(signed char) { return 2; }
int kind(unsigned char) { return 3; }
int kind(wchar_t) { return 4; }
int kind(char16_t) { return 5; }

int main() {
  wchar_t a = L'A';
  char16_t b = u'B';
  const wchar_t* text = L"hello";
  wchar_t array[] = L"abc";
  char32_t euro = U'€';
  int length = 0;
  while (text[length] != L'\0') length++;
  std::printf("%d %d %d %zu %zu %zu\n", static_cast<int>(a), static_cast<int>(b), euro == 0x20ac, sizeof(wchar_t), sizeof(array) / sizeof(*array), sizeof(char16_t));
  std::printf("%s é %s\n", "hello", "€");
  std::printf("%d %d %d\n", length, kind(static_cast<unsigned char>(1)), kind(std::int8_t{1}));
  std::uint8_t u = 200;
  std::int8_t s = static_cast<std::int8_t>(u);
  std::cout << static_cast<int>(u) << ' ' << static_cast<int>(s) << ' ' << static_cast<signed char>('c') << ' ' << +u << '\n';
  static_assert(!std::is_same_v<char, signed char> && std::is_same_v<std::make_signed_t<unsigned char>, signed char>);
  std::cout << std::is_integral_v<wchar_t> << ' ' << std::is_signed_v<std::int8_t> << ' ' << std::is_same_v<std::int8_t, char> << ' '
            << static_cast<int>(std::numeric_limits<std::int8_t>::max()) << '\n';
  std::cout << "x=" << 7 << std::endl;
}
