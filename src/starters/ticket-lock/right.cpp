// A ticket is drawn in one step: no two are the same.
#include <atomic>
#include <cassert>
#include <thread>

class TicketLock {
public:
    void lock() {
        int mine = next_.fetch_add(1);
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
