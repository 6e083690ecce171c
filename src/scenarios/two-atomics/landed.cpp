// Ten coins go from one account to the other, while somebody counts them all.
#include <cassert>
#include <mutex>
#include <thread>

int savings = 10;
int current = 0;
std::mutex vault;

void transfer() {
  std::lock_guard<std::mutex> alone(vault);
  savings -= 10;
  current += 10;
}

void count() {
  std::lock_guard<std::mutex> alone(vault);
  int all = savings;
  all += current;
  assert(all == 10);  // no coin is lost, and none is made
}

int main() {
  std::thread bank(transfer);
  std::thread auditor(count);
  bank.join();
  auditor.join();
}
