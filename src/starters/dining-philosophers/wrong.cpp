// Each takes the fork at the left, then the one at the right: if all have
// one, all wait for the other.
#include <mutex>
#include <thread>

constexpr int SEATS = 3;
std::mutex forks[SEATS];
int meals[SEATS];

void dine(int seat) {
    std::mutex& left = forks[seat];
    std::mutex& right = forks[(seat + 1) % SEATS];
    std::lock_guard<std::mutex> first(left);
    std::lock_guard<std::mutex> second(right);
    meals[seat]++;
}

int main() {
    std::thread plato(dine, 0);
    std::thread kant(dine, 1);
    std::thread hume(dine, 2);
    plato.join();
    kant.join();
    hume.join();
}
