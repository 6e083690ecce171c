// Headers of which nothing is used stand in many files, and what g++ finds here and there besides.
#include <filesystem>
#include <regex>
#include <setjmp.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <valarray>

#include <immintrin.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <typeinfo>

#if defined(linux) || defined(unix)
#error words of C
#endif

// The base has its name from another namespace.
struct days : public std::chrono::hours {
  explicit days(long n) : std::chrono::hours(n * 24) {}
};
struct Shape {
  virtual ~Shape() = default;
};

int main() {
  std::cout << days(2).count() << '\n';
  std::unique_ptr<int> one[1] = {std::make_unique<int>(3)};
  std::list<std::unique_ptr<int>> kept;
  std::move(one, one + 1, std::back_inserter(kept));
  std::cout << *kept.front() << ' ' << (one[0] == nullptr) << '\n';
  std::shared_ptr<int> shared = std::make_shared<int>(4);
  std::cout << (std::hash<std::shared_ptr<int>>()(shared) == std::hash<int*>()(shared.get())) << '\n';
  try {
    Shape* none = nullptr;
    std::cout << typeid(*none).name() << '\n';
  } catch (const std::bad_typeid& e) {
    std::cout << e.what() << '\n';
  }
  void* room = nullptr;
  std::cout << posix_memalign(&room, 64, 16) << (room != nullptr) << '\n';
  std::free(room);
  int counter = 0;
  std::thread t([&] { counter++; });
  t.join();
  _mm_mfence();
  unsigned long long before = __rdtsc();
  std::cout << counter << (__rdtsc() >= before) << '\n';
  std::string::size_type found = std::string_view("abc").find('c');
  std::string_view::size_type nowhere = std::string_view::npos;
  std::cout << found << (nowhere > found) << '\n';
}
// expect: 48
// expect: 3 1
// expect: 1
// expect: std::bad_typeid
// expect: 01
// expect: 11
// expect: 21
