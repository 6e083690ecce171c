// Streams that lend their buffers, are read without a format and by manipulators; distributions.
// expect: [captured 5
// expect: ]
// expect: 2551063
// expect: x1
// expect: abc3def4abcdef
// expect: 12
// expect: 111
#include <iostream>
#include <sstream>
#include <iomanip>
#include <random>
#include <string>
#include <vector>
#include <streambuf>
int main() {
  std::ostringstream cap;
  std::streambuf* old = std::cout.rdbuf(cap.rdbuf());
  std::cout << "captured " << 5 << std::endl;
  std::cout.rdbuf(old);
  std::cout << "[" << cap.str() << "]\n";
  std::stringstream ss("ff 10 077 x");
  int a, b, c;
  ss >> std::hex >> a >> std::dec >> b >> std::oct >> c;
  std::cout << a << b << c << "\n";
  std::string rest;
  ss >> rest;
  std::cout << rest << ss.eof() << "\n";
  std::istringstream in("abcdef\nsecond line\n");
  char buf[10];
  in.read(buf, 3);
  std::cout << std::string(buf, in.gcount()) << in.tellg();
  in.getline(buf, 10);
  std::cout << buf << in.gcount();
  in.seekg(0, std::ios::beg);
  std::string l;
  std::getline(in, l);
  std::cout << l << "\n";
  std::ostringstream all;
  all << in.rdbuf();
  std::cout << all.str().size() << "\n";
  std::mt19937 g(1);
  std::discrete_distribution<int> d({0, 1});
  std::poisson_distribution<> p(3);
  std::seed_seq sq{1, 2, 3};
  std::mt19937 g2(sq);
  std::geometric_distribution<> ge(0.5);
  int n = p(g);
  std::cout << d(g) << (n >= 0) << (ge(g2) >= 0) << "\n";
}
