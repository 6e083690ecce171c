// The head is what it was, so the exchange succeeds. But meanwhile it was
// taken off and put back, and what is beneath it is another node.
#include <atomic>
#include <cassert>
#include <thread>

constexpr int NONE = -1;
// Node 0 lies on node 1, and that on node 2.
std::atomic<int> head{0};
std::atomic<int> beneath[3] = {1, 2, NONE};
std::atomic<int> holders[3];

int pop() {
    int top = head;
    while (top != NONE && !head.compare_exchange_weak(top, beneath[top])) {
    }
    return top;
}

void push(int node) {
    int top = head;
    do {
        beneath[node] = top;
    } while (!head.compare_exchange_weak(top, node));
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
