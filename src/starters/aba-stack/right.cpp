// With the head goes a number that no exchange leaves as it was: a head that
// came back is another one.
#include <atomic>
#include <cassert>
#include <thread>

constexpr int NONE = -1;
struct Head {
    int node;
    int changes;
};
// Node 0 lies on node 1, and that on node 2.
std::atomic<Head> head{Head{0, 0}};
std::atomic<int> beneath[3] = {1, 2, NONE};
std::atomic<int> holders[3];

int pop() {
    Head top = head;
    while (top.node != NONE &&
           !head.compare_exchange_weak(top, Head{beneath[top.node], top.changes + 1})) {
    }
    return top.node;
}

void push(int node) {
    Head top = head;
    do {
        beneath[node] = top.node;
    } while (!head.compare_exchange_weak(top, Head{node, top.changes + 1}));
}

void hold(int node) {
    if (node != NONE) {
        assert(++holders[node] == 1);
    }
}

int main() {
    std::thread slow([] { hold(pop()); });
    std::thread quick([] {
        int first = pop();
        hold(pop());
        push(first);
    });
    slow.join();
    quick.join();
    hold(pop());
}
