// expect: 1 4 8 8 4
// expect: 1099511627776 9223372036854775808 -1
// expect: large small 255 4294967295
// expect: -5 -5 44 250
// expect: 3 5 0
// expect: wide other
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <type_traits>
#include <vector>

// Enumerations of any width, and switches over 64 bits.
enum class Small : std::uint8_t { ZERO, TOP = 255 };
enum class Plain { NEGATIVE = -5, ONE = 1 };
enum class Flags : std::uint64_t { NONE, MIDDLE = 1ull << 40, HIGH = 1ull << 63 };
enum Size { TINY = 1, HUGE_ONE = 1ll << 40 };
enum Mask { ALL = 0xffffffff };

static_assert(std::is_same_v<std::underlying_type_t<Flags>, std::uint64_t>);
static_assert(sizeof(Small) == 1 && sizeof(Flags) == 8);

const char* kind(Flags f) {
  switch (f) {
    case Flags::MIDDLE: return "large";
    case Flags::HIGH: return "huge";
    default: return "small";
  }
}
const char* width(std::size_t n) {
  switch (n) {
    case 1ull << 33: return "wide";
    case 0: return "zero";
  }
  return "other";
}

int main() {
  std::cout << sizeof(Small) << ' ' << sizeof(Plain) << ' ' << sizeof(Flags) << ' ' << sizeof(Size) << ' ' << sizeof(Mask) << '\n';
  std::cout << HUGE_ONE << ' ' << static_cast<std::underlying_type_t<Flags>>(Flags::HIGH) << ' ' << static_cast<long>(static_cast<Plain>(-1)) << '\n';
  std::cout << kind(Flags::MIDDLE) << ' ' << kind(Flags::NONE) << ' ' << static_cast<int>(Small::TOP) << ' ' << ALL << '\n';
  long negative = static_cast<long>(Plain::NEGATIVE);
  Small cut = static_cast<Small>(300);
  std::printf("%ld %lld %d %d\n", negative, static_cast<long long>(Plain::NEGATIVE), static_cast<int>(cut), static_cast<int>(static_cast<Small>(-6)));
  std::vector<Flags> all{Flags::NONE, Flags::MIDDLE, Flags::HIGH};
  std::atomic<Flags> flags{Flags::NONE};
  flags.store(Flags::MIDDLE);
  Flags expected = Flags::MIDDLE;
  bool swapped = flags.compare_exchange_strong(expected, Flags::HIGH);
  std::cout << all.size() << ' ' << (swapped ? 5 : 6) << ' ' << (flags.load() == Flags::MIDDLE) << '\n';
  std::cout << width(std::size_t{1} << 33) << ' ' << width(7) << '\n';
}
