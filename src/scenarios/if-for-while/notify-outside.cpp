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
    kitchen.lock();
    meals++;
    kitchen.unlock();
    bell.notify_all();  // rings when the kitchen is free
  }
}

void eat() {
  std::unique_lock<std::mutex> lock(kitchen);
  if (meals == 0)  // nothing yet?
    bell.wait(lock);
  assert(meals > 0);  // the bell has rung: but who was here first?
  meals--;
}

int main() {
  std::thread anna([] { eat(); });
  std::thread ben([] { eat(); });
  cook();
  anna.join();
  ben.join();
}
