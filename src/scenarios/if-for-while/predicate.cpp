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
  bell.wait(lock, [] { return meals > 0; });  // a while loop, written by the library
  assert(meals > 0);
  meals--;
}

int main() {
  std::thread anna([] { eat(); });
  std::thread ben([] { eat(); });
  cook();
  anna.join();
  ben.join();
}
