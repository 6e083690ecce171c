// Two threads write, and two others read both: do they agree on which write came first?
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> x{0};
std::atomic<int> y{0};
bool x_first = false;
bool y_first = false;

void write_x() { x.store(1, std::memory_order_release); }
void write_y() { y.store(1, std::memory_order_release); }

void read_x_y() {
  int seen_x = x.load(std::memory_order_relaxed);
  std::atomic_thread_fence(std::memory_order_acquire);
  int seen_y = y.load(std::memory_order_relaxed);
  x_first = seen_x == 1 && seen_y == 0;
}

void read_y_x() {
  int seen_y = y.load(std::memory_order_relaxed);
  std::atomic_thread_fence(std::memory_order_acquire);
  int seen_x = x.load(std::memory_order_relaxed);
  y_first = seen_y == 1 && seen_x == 0;
}

int main() {
  std::thread ann(write_x);
  std::thread ben(write_y);
  std::thread cleo(read_x_y);
  std::thread dora(read_y_x);
  ann.join();
  ben.join();
  cleo.join();
  dora.join();
  assert(!(x_first && y_first));
}
