// Two guests wait for the cook, who makes two meals, one after the other.
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex kitchen;
std::condition_variable bell;
int meals = 0;

void cook() {
  for (int made = 0; made < 2; made++) {
    std::lock_guard<std::mutex> cooking(kitchen);
    meals++;
    bell.notify_all();
  }
}

void eat() {
  std::unique_lock<std::mutex> lock(kitchen);
  while (meals == 0)  // looks again, each time it is woken
    bell.wait(lock);
  assert(meals > 0);  // true: looked at under the lock, and not let go since
  meals--;
}

int main() {
  std::thread anna([] { eat(); });
  std::thread ben([] { eat(); });
  cook();
  anna.join();
  ben.join();
}
