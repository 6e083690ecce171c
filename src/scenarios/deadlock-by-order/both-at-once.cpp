// Two transfers between the same two accounts, in opposite directions.
#include <cassert>
#include <mutex>
#include <thread>

struct Account {
  std::mutex door;
  int balance = 100;
};
Account savings, current;

void transfer(Account& from, Account& to, int amount) {
  std::scoped_lock both(from.door, to.door);  // takes both, or waits with neither
  from.balance -= amount;
  to.balance += amount;
}

int main() {
  std::thread rent([] { transfer(savings, current, 10); });
  std::thread wages([] { transfer(current, savings, 20); });
  rent.join();
  wages.join();
  assert(savings.balance + current.balance == 200);
}
