// expect: main.cpp 45:6 int main() hello
// expect: main.cpp 46:16 int main() warned
// expect: 47 0
// expect: 64 64 128 16 0
// expect: 4 31 3 1
// expect: 0 0 0
// expect: 2 keys
// expect: 1 1 6
#include <bits/stdc++.h>
#include <source_location>

// Where a call stands, how strictly objects are aligned, and attributes and builtins of g++.
#define FORCE_INLINE inline __attribute__((always_inline))
FORCE_INLINE int twice(int n) { return 2 * n; }
__attribute__((noinline)) static int thrice(int n) { return 3 * n; }
void log(std::string_view text, const std::source_location where = std::source_location::current()) {
  std::string_view file = where.file_name();
  std::cout << "main.cpp " << where.line() << ':' << where.column() << ' ' << where.function_name() << ' ' << text << '\n';
  if (file.empty()) std::cout << "no file\n";
}
struct Logger {
  void warn(std::string_view text, std::source_location where = std::source_location::current()) { log(text, where); }
};
struct alignas(64) Padded {
  std::atomic<int> n{0};
};
struct Apart {
  alignas(std::hardware_destructive_interference_size) int a;
  alignas(std::hardware_destructive_interference_size) int b;
};
struct Gnu {
  int a __attribute__((aligned(16)));
};
struct Distant {
  alignas(64) int read = 1;
  alignas(64) int write = 2;
  int near = 3;
};
struct Sized {
  int value[3];
  char padding[64 - sizeof(value)];
};

int main() {
  log("hello");
  Logger{}.warn("warned");
  constexpr auto here = 39u; std::cout << std::source_location::current().line() << ' ' << std::source_location{}.line() << '\n';
  auto p = std::make_unique<Padded[]>(2);
  std::cout << sizeof(Padded) << ' ' << alignof(Padded) << ' ' << sizeof(Apart) << ' ' << alignof(Gnu) << ' '
            << reinterpret_cast<std::uintptr_t>(&p[0]) % alignof(Padded) << '\n';
  std::cout << __builtin_popcount(0xf0) << ' ' << __builtin_clz(1) << ' ' << __builtin_ctz(8) << ' ' << (twice(3) + 3 == thrice(3)) << '\n';
  std::cout << sizeof(Sized) - 64 << ' ' << here - 39 << ' ' << std::gcd(4, 6) - 2 << '\n';
  std::set<int> keys{1};
  keys.insert(keys.end(), 2);
  keys.insert(keys.begin(), 1);
  std::cout << keys.size() << " keys\n";
  Distant d, e = d;
  auto distance = reinterpret_cast<char*>(&e.write) - reinterpret_cast<char*>(&e.read);
  std::cout << (distance >= 64) << (sizeof(Distant) == 128 ? " 1 " : " 0 ") << e.read + e.write + e.near << '\n';
}
