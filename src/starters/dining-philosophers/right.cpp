// All take the fork with the lower number first: somebody always has two.
#include <algorithm>
#include <cassert>
#include <mutex>
#include <thread>

constexpr int SEATS = 3;
std::mutex forks[SEATS];
int meals[SEATS];

void dine(int seat) {
    int left = seat;
    int right = (seat + 1) % SEATS;
    std::lock_guard<std::mutex> first(forks[std::min(left, right)]);
    std::lock_guard<std::mutex> second(forks[std::max(left, right)]);
    meals[seat]++;
}

int main() {
    std::thread plato(dine, 0);
    std::thread kant(dine, 1);
    std::thread hume(dine, 2);
    plato.join();
    kant.join();
    hume.join();
    assert(meals[0] + meals[1] + meals[2] == SEATS);
}
