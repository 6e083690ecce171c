// Write what two threads do at once. Every order of their steps is tried
// while you type; an assert says what must be true in the end.
#include <cassert>
#include <thread>

int counter = 0;

void work() {
    counter++;
}

int main() {
    std::thread first(work);
    std::thread second(work);
    first.join();
    second.join();
    assert(counter == 2);
}
