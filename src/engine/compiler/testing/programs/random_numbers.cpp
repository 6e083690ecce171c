// <random> gives the numbers of libstdc++: engines by their definition, distributions by its algorithms.
// expect: 4123659995
// expect: 9981545732273789042
// expect: 1043618065
// expect: 399268537
// expect: 3 5 6 2 5 5 4 4 -687962723 2229758018002 10
// expect: 0.459249 0.333709 1.00557
// expect: 01001110 -0.225098 6.90074 6.63289
// expect: 5 4 5 1 6 1 4 3 -452251797 1951354407071 10
// expect: 0.523706 0.685271 1.18669
// expect: 00001101 3.21499 4.66641 -0.0473935
// expect: 1 4 5 2 3 2 6 4 139130649 1284425188435 12
// expect: 0.452029 0.247408 -1.05863
// expect: 10000011 5.27792 6.63032 2.0952
// expect: 110 4294967295 0
// expect: 1
#include <iostream>
#include <random>

template <class G> void ten_thousandth(G g) {
  g.discard(9999);
  std::cout << g() << '\n';
}
template <class G> void distributions(G g) {
  std::uniform_int_distribution<int> die(1, 6);
  std::uniform_int_distribution<> wide(-1000000000, 1000000000);
  std::uniform_int_distribution<long> wider(0, 5000000000000);
  for (int i = 0; i < 8; i++) std::cout << die(g) << ' ';
  std::cout << wide(g) << ' ' << wider(g) << ' ' << die(g, std::uniform_int_distribution<>::param_type(10, 12)) << '\n';
  std::uniform_real_distribution<> unit(0.0, 1.0);
  std::uniform_real_distribution<float> single(-2, 3);
  std::cout << unit(g) << ' ' << unit(g) << ' ' << single(g) << '\n';
  std::bernoulli_distribution coin(0.25);
  for (int i = 0; i < 8; i++) std::cout << coin(g);
  std::normal_distribution<> normal(5, 2);
  std::cout << ' ' << normal(g) << ' ' << normal(g) << ' ' << normal(g) << '\n';
}
int main() {
  ten_thousandth(std::mt19937());
  ten_thousandth(std::mt19937_64());
  ten_thousandth(std::minstd_rand0());
  ten_thousandth(std::minstd_rand());
  distributions(std::mt19937(42));
  distributions(std::mt19937_64(42));
  distributions(std::default_random_engine(42));
  std::mt19937 a(7), b;
  b.seed(7);
  std::cout << (a == b) << (a() == b()) << (a != b) << ' ' << std::mt19937::max() << ' ' << std::mt19937::min() << '\n';
  std::random_device rd;
  std::mt19937 seeded(rd());
  std::uniform_int_distribution<std::size_t> index(0, 3);
  std::cout << (index(seeded) < 4) << '\n';
}
