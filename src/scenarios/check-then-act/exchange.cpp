// One seat is left. Two people ask for it, and each request is safe by itself.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> seats = 1;
std::atomic<int> sold = 0;

void buy() {
  int left = seats;
  while (left > 0) {
    if (seats.compare_exchange_strong(left, left - 1)) {  // only if it is still so
      sold++;
      return;
    }
  }
}

int main() {
  std::thread anna([] { buy(); });
  std::thread ben([] { buy(); });
  anna.join();
  ben.join();
  assert(sold == 1);  // one seat, sold once
}
