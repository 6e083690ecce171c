// The first thread that needs the object makes it; the others find it without a lock.
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

struct Config {
  int size;
};

std::atomic<Config*> instance{nullptr};
std::mutex making;

Config* get() {
  Config* found = instance.load(std::memory_order_seq_cst);
  if (found == nullptr) {
    std::lock_guard<std::mutex> lock(making);
    found = instance.load(std::memory_order_seq_cst);
    if (found == nullptr) {
      found = new Config{8};
      instance.store(found, std::memory_order_seq_cst);
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
  delete instance.load();
}
