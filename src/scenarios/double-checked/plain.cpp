// The first thread that needs the object makes it; the others find it without a lock.
#include <cassert>
#include <mutex>
#include <thread>

struct Config {
  int size;
};

Config* instance = nullptr;
std::mutex making;

Config* get() {
  Config* found = instance;
  if (found == nullptr) {
    std::lock_guard<std::mutex> lock(making);
    found = instance;
    if (found == nullptr) {
      found = new Config{8};
      instance = found;
    }
  }
  return found;
}

void use() { assert(get()->size == 8); }

int main() {
  std::thread ann(use);
  std::thread ben(use);
  ann.join();
  ben.join();
  delete instance;
}
