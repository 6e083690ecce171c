// Two people put money into one account at the same time.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> balance = 100;

void deposit(int amount) {
  int seen = balance;        // read,
  balance = seen + amount;   // add, and write: two steps, and others may come between
}

int main() {
  std::thread alice([] { deposit(10); });
  std::thread bob([] { deposit(20); });
  alice.join();
  bob.join();
  assert(balance == 130);  // nobody's money is lost
}
