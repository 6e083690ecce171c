// call_once, jthread, this_thread, thread ids.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>
std::once_flag once;
int made = 0;
void init(int by) { made += by; }
void use() { std::call_once(once, init, 5); }
int main() {
  {
    std::jthread a(use);
    std::jthread b(use);
  }
  printf("%d\n", made);
  std::once_flag other;
  for (int i = 0; i < 3; i++) std::call_once(other, [&] { made += 100; });
  printf("%d\n", made);
  int seen = 0;
  {
    std::jthread t([&seen] {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      seen = 1;
    });
    t.join();
  }
  printf("%d\n", seen);
  std::thread::id mine = std::this_thread::get_id();
  bool differs = false;
  std::thread t([&] { differs = std::this_thread::get_id() != mine; });
  t.join();
  printf("%d %d\n", differs, mine == std::this_thread::get_id());
  using namespace std::chrono_literals;
  std::this_thread::sleep_for(1ms);
  return 0;
}
// expect: 5
// expect: 105
// expect: 1
// expect: 1 1
