// Two transfers between the same two accounts, in opposite directions.
#include <cassert>
#include <mutex>
#include <thread>

struct Account {
  std::mutex door;
  int balance = 100;
};
Account savings, current;
std::mutex bank;

void transfer(Account& from, Account& to, int amount) {
  std::lock_guard<std::mutex> giving(from.door);
  std::lock_guard<std::mutex> alone(bank);  // one more lock, but taken too late
  std::lock_guard<std::mutex> taking(to.door);
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
