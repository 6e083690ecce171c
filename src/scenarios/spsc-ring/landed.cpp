// One thread puts numbers into a ring of two slots, and another takes them out.
#include <atomic>
#include <cassert>
#include <thread>

int slots[2];
std::atomic<int> head{0};  // the next to be taken
std::atomic<int> tail{0};  // the next to be put

void put(int value) {
  int at = tail.load(std::memory_order_relaxed);
  while (at - head.load(std::memory_order_acquire) == 2)
    std::this_thread::yield();
  slots[at % 2] = value;
  tail.store(at + 1, std::memory_order_release);
}

int take() {
  int at = head.load(std::memory_order_relaxed);
  while (tail.load(std::memory_order_acquire) == at)
    std::this_thread::yield();
  int value = slots[at % 2];
  head.store(at + 1, std::memory_order_release);
  return value;
}

void put_all() {
  for (int i = 1; i <= 3; i++)
    put(i);
}

void take_all() {
  for (int i = 1; i <= 3; i++)
    assert(take() == i);
}

int main() {
  std::thread writer(put_all);
  std::thread reader(take_all);
  writer.join();
  reader.join();
}
