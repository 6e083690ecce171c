// Template arguments that are values have the type of their parameter: enumerators, 64 bits, characters.
#include <cstdint>
#include <cstdio>
#include <ratio>
#include <chrono>
#include <array>
#include <type_traits>
enum class Mode { A, B, C };
template <Mode M> int f() { if constexpr (M == Mode::A) return 1; else return 2 + static_cast<int>(M); }
template <std::uint64_t H> struct Hash { static constexpr std::uint64_t value = H; };
template <unsigned N> bool below(unsigned x) { return x < N - 1; }
template <std::size_t N> struct Buf { static_assert(std::is_same_v<decltype(N), std::size_t>); int a[N]; constexpr std::size_t size() const { return N; } };
template <char C> void put() { printf("%c", C); }
template <bool B> const char* yes() { return B ? "yes" : "no"; }
template <auto V> struct Any { static constexpr auto value = V; };
template <class T, T... I> struct Seq { static T sum() { return (I + ... + T{}); } };
template <long N> struct Fact { static constexpr long value = N * Fact<N - 1>::value; };
template <> struct Fact<0> { static constexpr long value = 1; };
template <Mode M = Mode::C> struct Def { static constexpr Mode m = M; };
template <typename T, std::size_t N> std::size_t len(T (&)[N]) { return N; }
int main() {
  int arr[7];
  printf("%d %d %lu %d\n", f<Mode::A>(), f<Mode::C>(), Hash<14695981039346656037ull>::value, below<0>(5));
  printf("%zu %s %s %zu\n", Buf<4>().size(), yes<true>(), yes<false>(), len(arr));
  put<'x'>(); put<65>();
  printf("\n%d %c %ld %d\n", Any<5>::value, Any<'c'>::value, Any<5000000000l>::value, Any<Mode::B>::value == Mode::B);
  printf("%d %ld %d\n", Seq<int, 1, 2, 3>::sum(), Fact<20>::value, Def<>::m == Mode::C);
  printf("%ld %ld\n", std::pico::den, std::chrono::duration_cast<std::chrono::duration<long, std::pico>>(std::chrono::nanoseconds(3)).count());
}
// expect: 1 4 14695981039346656037 1
// expect: 4 yes no 7
// expect: xA
// expect: 5 c 5000000000 1
// expect: 6 2432902008176640000 1
// expect: 1000000000000 3000
