// To read the number and to count it up are two steps: two threads may draw
// the same ticket.
#include <atomic>
#include <cassert>
#include <thread>

class TicketLock {
public:
    void lock() {
        int mine = next_.load();
        next_.store(mine + 1);
        while (serving_.load() != mine) std::this_thread::yield();
    }
    void unlock() { serving_.store(serving_.load() + 1); }

private:
    std::atomic<int> next_{0};
    std::atomic<int> serving_{0};
};

TicketLock ticketLock;
int counter = 0;

void count() {
    ticketLock.lock();
    counter++;
    ticketLock.unlock();
}

int main() {
    std::thread left(count);
    std::thread right(count);
    left.join();
    right.join();
    assert(counter == 2);
}
