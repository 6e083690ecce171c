// One seat is left. Two people ask for it, and each request is safe by itself.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> seats = 1;
std::atomic<int> sold = 0;

void buy() {
  if (seats > 0) {  // is there one left?
    seats--;        // then take it: but was the answer still true?
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
