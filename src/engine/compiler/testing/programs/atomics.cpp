// Atomics: every operation, compare-exchange loops, flags, pointers, bool, enum, memory orders, arrays of them.
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>
enum class Phase { idle, running, done };
std::atomic<int> n{0};
std::atomic<long> wide = 5;
std::atomic_flag flag = ATOMIC_FLAG_INIT;
std::atomic<bool> ready{false};
struct Node {
  int v;
  Node* next;
};
std::atomic<Node*> head{nullptr};
void push(Node* node) {
  node->next = head.load();
  while (!head.compare_exchange_weak(node->next, node)) {
  }
}
int main() {
  int old = n.fetch_add(5);
  printf("%d %d\n", old, n.load(std::memory_order_acquire));
  n.store(7, std::memory_order_release);
  n = n + 1;
  n++;
  --n;
  n += 4;
  n -= 2;
  n |= 16;
  n &= ~2;
  n ^= 1;
  printf("%d\n", n.load());
  printf("%d ", n.exchange(3));
  printf("%d ", n.fetch_sub(1));
  printf("%d ", n.fetch_or(4));
  printf("%d ", n.fetch_and(6));
  printf("%d ", n.fetch_xor(1));
  printf("%d\n", n.load());
  int expected = 1;
  bool swapped = n.compare_exchange_strong(expected, 9);
  printf("%d %d\n", swapped, expected);
  swapped = n.compare_exchange_strong(expected, 9);
  printf("%d %d\n", swapped, n.load());
  wide.fetch_add(1l << 40);
  wide += 2;
  printf("%ld\n", wide.exchange(-1));
  printf("%d ", flag.test_and_set());
  printf("%d ", flag.test_and_set());
  flag.clear();
  printf("%d\n", flag.test());
  std::atomic<Phase> phase{Phase::idle};
  phase = Phase::running;
  phase.store(Phase::done);
  printf("%d\n", phase == Phase::done);
  std::thread writer([] { ready.store(true); });
  while (!ready) std::this_thread::yield();
  writer.join();
  printf("%d\n", ready.load());
  std::vector<std::thread> threads;
  std::atomic<unsigned> total{0};
  for (int i = 0; i < 3; i++)
    threads.emplace_back([&total, i] {
      total.fetch_add(i + 1, std::memory_order_relaxed);
      push(new Node{i, nullptr});
    });
  for (auto& t : threads) t.join();
  int sum = 0;
  for (Node* p = head; p != nullptr;) {
    Node* next = p->next;
    sum += p->v;
    delete p;
    p = next;
  }
  printf("%u %d\n", total.load(), sum);
  std::atomic<int> slots[2] = {};
  slots[1]++;
  printf("%d %d\n", slots[0].load(), slots[1].load());
  std::atomic_int alias(4);
  int copy = alias;
  printf("%d %d\n", copy, alias.is_lock_free());
  std::atomic<int*> cursor;
  int data[3] = {1, 2, 3};
  cursor = data;
  cursor++;
  cursor.fetch_add(1);
  printf("%d\n", *cursor.load());
  std::atomic_thread_fence(std::memory_order_seq_cst);
  return 0;
}
// expect: 0 5
// expect: 25
// expect: 25 3 2 6 6 7
// expect: 0 7
// expect: 1 9
// expect: 1099511627783
// expect: 0 1 0
// expect: 1
// expect: 1
// expect: 6 3
// expect: 0 1
// expect: 4 1
// expect: 3
