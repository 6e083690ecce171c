// Durations: arithmetic, casts, comparisons, literals; time points; clocks that go forward.
#include <chrono>
#include <iostream>
#include <thread>
using namespace std::chrono_literals;
namespace ch = std::chrono;
int main() {
  auto d = 10 * 1ms + 2s - 500us;
  std::cout << d.count() << ' ' << ch::duration_cast<ch::milliseconds>(d).count() << ' ' << ch::duration_cast<ch::seconds>(d).count() << '\n';
  ch::milliseconds m = 3s;
  m += 5ms;
  m *= 2;
  m /= 3;
  std::cout << m.count() << ' ' << (m > 2s) << (m == 2s) << (2000ms == 2s) << (1min >= 60s) << '\n';
  std::cout << (1h / 1min) << ' ' << (90min % 1h).count() << ' ' << (-m).count() << ' ' << ch::hours(2).count() << '\n';
  ch::duration<double> secs = 1500ms;
  std::cout << secs.count() << ' ' << ch::duration<double, std::milli>(2us).count() << ' ' << (secs + 1s).count() << '\n';
  std::cout << ch::duration_cast<ch::microseconds>(secs).count() << ' ' << ch::floor<ch::seconds>(1999ms).count() << ch::ceil<ch::seconds>(1001ms).count()
            << ch::round<ch::seconds>(1500ms).count() << '\n';
  auto start = ch::steady_clock::now();
  std::this_thread::sleep_for(1ms);
  std::this_thread::sleep_until(start + 2ms);
  auto end = ch::high_resolution_clock::now();
  auto later = ch::steady_clock::now();
  std::cout << (later > start) << ((later - start).count() > 0) << (start + 1h > later) << (end.time_since_epoch().count() > 0) << '\n';
  ch::steady_clock::time_point deadline = start + 50ms;
  ch::time_point<ch::steady_clock, ch::milliseconds> coarse = ch::time_point_cast<ch::milliseconds>(deadline);
  std::cout << (coarse <= deadline) << ' ' << ch::milliseconds::zero().count() << ' ' << ch::milliseconds::max().count() << '\n';
  const auto wait = 5ms;
  std::cout << wait.count() << "\n";
}
// expect: 2009500 2009 2
// expect: 2003 1011
// expect: 60 30 -2003 2
// expect: 1.5 0.002 2.5
// expect: 1500000 122
// expect: 1111
// expect: 1 0 9223372036854775807
// expect: 5
