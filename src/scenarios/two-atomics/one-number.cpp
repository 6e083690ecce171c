// Ten coins go from one account to the other, while somebody counts them all.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> moved = 0;  // in savings there are 10 - moved, in current moved

void transfer() {
  moved += 10;  // one number, one step
}

void count() {
  int seen = moved;  // read once, and used for both
  int all = (10 - seen) + seen;
  assert(all == 10);  // no coin is lost, and none is made
}

int main() {
  std::thread bank(transfer);
  std::thread auditor(count);
  bank.join();
  auditor.join();
}
