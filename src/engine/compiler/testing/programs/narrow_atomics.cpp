// Atomics of 8 and 16 bits wrap where their type does.
// expect: 65526
// expect: 655214
// expect: 50
// expect: 65529 65529 65513
// expect: -32768 7232
// expect: 127-128
#include <atomic>
#include <iostream>
int main() {
  std::atomic<unsigned short> a{10};
  a += -20;
  std::cout << a << "\n";
  a -= 5;
  std::cout << a;
  std::atomic<unsigned char> c{250};
  c += 10;
  std::cout << int(c) << "\n";
  c++; ++c;
  c.fetch_add(300);
  std::cout << int(c) << "\n";
  unsigned short v=3;
  std::atomic_ref<unsigned short> r(v);
  r += -10;
  std::cout << v << " " << r-- << " " << (r -= 15) << "\n";
  std::atomic<short> s{32767};
  s++;
  std::cout << s << " " << (s += 40000) << "\n";
  std::atomic<signed char> sc{127};
  std::cout << int(sc.fetch_add(1)) << int(sc) << "\n";
}
