// Two people put money into one account at the same time.
#include <cassert>
#include <mutex>
#include <thread>

std::mutex door;  // whoever holds it is alone with the balance
int balance = 100;

void deposit(int amount) {
  door.lock();
  int seen = balance;        // the door is shut while it is read,
  door.unlock();
  door.lock();
  balance = seen + amount;   // and while it is written, but not between
  door.unlock();
}

int main() {
  std::thread alice([] { deposit(10); });
  std::thread bob([] { deposit(20); });
  alice.join();
  bob.join();
  assert(balance == 130);  // nobody's money is lost
}
