// The first thread that needs the object makes it; the others find it under the lock.
#include <cassert>
#include <mutex>
#include <thread>

struct Config {
  int size;
};

Config* instance = nullptr;
std::mutex making;

Config* get() {
  std::lock_guard<std::mutex> lock(making);
  if (instance == nullptr)
    instance = new Config{8};
  return instance;
}

void use() { assert(get()->size == 8); }

int main() {
  std::thread ann(use);
  std::thread ben(use);
  ann.join();
  ben.join();
  delete instance;
}
