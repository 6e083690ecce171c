// A counter at the door: one thread locks, the other one does not think it has to.
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

std::mutex door;
std::atomic<int> inside = 0;
int seen = 0;

void enter() {
  std::lock_guard<std::mutex> lock(door);
  inside++;
}

void watch() {
  seen = inside;  // one step, and the value is whole
}

int main() {
  std::thread guest(enter);
  std::thread guard(watch);
  guest.join();
  guard.join();
  assert(seen == 0 || seen == 1);
}
