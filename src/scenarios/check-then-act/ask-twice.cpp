// One seat is left. Two people ask for it, and each request is safe by itself.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> seats = 1;
std::atomic<int> sold = 0;

void buy() {
  if (seats > 0 && seats > 0) {  // asked twice, to be sure
    seats--;                     // but the second answer grows old as well
    sold++;
  }
}

int main() {
  std::thread anna([] { buy(); });
  std::thread ben([] { buy(); });
  anna.join();
  ben.join();
  assert(sold == 1);  // one seat, sold once
}
