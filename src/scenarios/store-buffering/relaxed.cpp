// Each of two threads enters unless it sees that the other one wants to.
#include <atomic>
#include <thread>

std::atomic<bool> a_wants{false};
std::atomic<bool> b_wants{false};
int entered = 0;

void enter_a() {
  a_wants.store(true, std::memory_order_relaxed);
  if (!b_wants.load(std::memory_order_relaxed))
    ++entered;
}

void enter_b() {
  b_wants.store(true, std::memory_order_relaxed);
  if (!a_wants.load(std::memory_order_relaxed))
    ++entered;
}

int main() {
  std::thread alice(enter_a);
  std::thread bob(enter_b);
  alice.join();
  bob.join();
}
