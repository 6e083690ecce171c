// expect: 1e+30 0.1 1e+05 1e-07
// expect: 0.1 16777216 3
// expect: 5e-324 1.7976931348623157e+308 123456789012345680
// expect: 1.8p+1 -1.999999999999ap-4 2.00p+0 1.FFP+7
// expect: 65 66 c
// expect: 01:01:01 01:01.250 7ms
// expect: 2023-11-14 22:13:20   2023-11-14 2023-11-14 22:13:20
// expect: 5ms 1700000000s
// expect: 1e+30 -0
#include <format>
#include <chrono>
#include <cstdint>
#include <iostream>
// Numbers by their fewest digits, in hexadecimal, and times by a pattern ([format.string.std], [time.format]).
int main() {
  using namespace std::chrono;
  std::cout << std::format("{} {} {} {}", 1e30, 0.1, 100000.0, 1e-7) << '\n';
  std::cout << std::format("{} {} {}", 0.1f, 16777216.0f, 3.0) << '\n';
  std::cout << std::format("{} {} {}", 5e-324, 1.7976931348623157e308, 123456789012345680.0) << '\n';
  std::cout << std::format("{:a} {:a} {:.2a} {:A}", 3.0, -0.1, 1.999, 255.5) << '\n';
  std::cout << std::format("{} {} {}", std::int8_t{65}, std::uint8_t{66}, 'c') << '\n';
  std::cout << std::format("{:%H:%M:%S} {:%M:%S} {:%Q%q}", seconds{3661}, milliseconds{61250}, milliseconds{7}) << '\n';
  sys_seconds t{seconds{1700000000}};
  std::cout << std::format("{:%Y-%m-%d %H:%M:%S} {:>12%F} {}", t, t, t) << '\n';
  std::cout << std::format("{} {}", milliseconds{5}, t.time_since_epoch()) << '\n';
  std::cout << 1e30 << ' ' << -0.0 << '\n';
}
