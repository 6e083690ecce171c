// Two people put money into one account at the same time.
#include <cassert>
#include <mutex>
#include <thread>

std::mutex door;  // whoever holds it is alone with the balance
int balance = 100;

void deposit(int amount) {
  std::lock_guard<std::mutex> alone(door);
  int seen = balance;        // read,
  balance = seen + amount;   // add, and write: with the door shut
}

int main() {
  std::thread alice([] { deposit(10); });
  std::thread bob([] { deposit(20); });
  alice.join();
  bob.join();
  assert(balance == 130);  // nobody's money is lost
}
