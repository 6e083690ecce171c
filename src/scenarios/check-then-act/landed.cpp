// One seat is left. Two people ask for it, and each request is safe by itself.
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

std::atomic<int> seats = 1;
std::atomic<int> sold = 0;
std::mutex counter;  // whoever holds it is alone at the counter

void buy() {
  std::lock_guard<std::mutex> alone(counter);
  if (seats > 0) {  // is there one left?
    seats--;        // nobody could take it meanwhile
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
