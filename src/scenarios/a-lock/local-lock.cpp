// A counter at the door: one thread locks, the other one does not think it has to.
#include <cassert>
#include <mutex>
#include <thread>

std::mutex door;
int inside = 0;
int seen = 0;

void enter() {
  std::lock_guard<std::mutex> lock(door);
  inside++;
}

void watch() {
  std::mutex mine;
  std::lock_guard<std::mutex> lock(mine);  // everybody has one of his own
  seen = inside;
}

int main() {
  std::thread guest(enter);
  std::thread guard(watch);
  guest.join();
  guard.join();
  assert(seen == 0 || seen == 1);
}
