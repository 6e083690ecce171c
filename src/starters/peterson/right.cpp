// Each says that it wants to enter, then gives way to the other: the one that
// gave way last waits.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<bool> wants[2];
std::atomic<int> turn{0};
std::atomic<int> inside{0};

void enter(int me) {
    int other = 1 - me;
    wants[me] = true;
    turn = other;
    while (wants[other] && turn == other) std::this_thread::yield();
}

void leave(int me) { wants[me] = false; }

void visit(int me) {
    enter(me);
    assert(++inside == 1);
    --inside;
    leave(me);
}

int main() {
    std::thread left(visit, 0);
    std::thread right(visit, 1);
    left.join();
    right.join();
}
