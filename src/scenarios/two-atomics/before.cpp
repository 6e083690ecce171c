// Ten coins go from one account to the other, while somebody counts them all.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> savings = 10;
std::atomic<int> current = 0;

void transfer() {
  savings -= 10;  // each line is atomic
  current += 10;  // but they are two
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
