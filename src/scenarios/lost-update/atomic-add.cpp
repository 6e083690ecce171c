// Two people put money into one account at the same time.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> balance = 100;

void deposit(int amount) {
  balance += amount;  // read, add and write in one step: nobody comes between
}

int main() {
  std::thread alice([] { deposit(10); });
  std::thread bob([] { deposit(20); });
  alice.join();
  bob.join();
  assert(balance == 130);  // nobody's money is lost
}
