// The place is announced before anything lies in it.
#include <atomic>
#include <cassert>
#include <thread>

constexpr unsigned SIZE = 2;
int slots[SIZE];
std::atomic<unsigned> written{0};
std::atomic<unsigned> taken{0};

bool offer(int value) {
    unsigned at = written;
    if (at - taken == SIZE) return false;
    written = at + 1;
    slots[at % SIZE] = value;
    return true;
}

bool poll(int& value) {
    unsigned at = taken;
    if (at == written) return false;
    value = slots[at % SIZE];
    taken = at + 1;
    return true;
}

int main() {
    std::thread producer([] {
        for (int value = 1; value <= 3; value++) {
            while (!offer(value)) std::this_thread::yield();
        }
    });
    std::thread consumer([] {
        for (int expected = 1; expected <= 3; expected++) {
            int value = 0;
            while (!poll(value)) std::this_thread::yield();
            assert(value == expected);
        }
    });
    producer.join();
    consumer.join();
}
