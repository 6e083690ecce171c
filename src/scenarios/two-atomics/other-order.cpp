// Ten coins go from one account to the other, while somebody counts them all.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> savings = 10;
std::atomic<int> current = 0;

void transfer() {
  current += 10;  // so that no coin is ever missing
  savings -= 10;  // but for a moment there are twenty
}

void count() {
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
