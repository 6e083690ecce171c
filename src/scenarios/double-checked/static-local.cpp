// The first thread that needs the object makes it; the others find it without a lock.
#include <cassert>
#include <thread>

struct Config {
  int size;
};

Config* get() {
  static Config made{8};
  return &made;
}

void use() { assert(get()->size == 8); }

int main() {
  std::thread ann(use);
  std::thread ben(use);
  ann.join();
  ben.join();
}
