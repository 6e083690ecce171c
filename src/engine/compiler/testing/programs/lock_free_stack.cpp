// A lock-free stack with CAS loops, and a spin lock over an atomic_flag.
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>
template <class T> class Stack {
  struct Node {
    T data;
    Node* next{nullptr};
    explicit Node(T d) : data(d) {}
  };
  std::atomic<Node*> head_{nullptr};

 public:
  ~Stack() {
    Node* n = head_.load();
    while (n) {
      Node* next = n->next;
      delete n;
      n = next;
    }
  }
  void push(T value) {
    Node* const fresh = new Node(value);
    fresh->next = head_.load(std::memory_order_relaxed);
    while (!head_.compare_exchange_weak(fresh->next, fresh, std::memory_order_release, std::memory_order_relaxed))
      ;
  }
  int count() const {
    int n = 0;
    for (const Node* at = head_.load(); at != nullptr; at = at->next) ++n;
    return n;
  }
};
class SpinLock {
  std::atomic_flag flag_ = ATOMIC_FLAG_INIT;

 public:
  void lock() {
    while (flag_.test_and_set(std::memory_order_acquire)) std::this_thread::yield();
  }
  void unlock() { flag_.clear(std::memory_order_release); }
};
#include <mutex>
int main() {
  Stack<int> stack;
  SpinLock spin;
  int guarded = 0;
  std::vector<std::jthread> threads;
  for (int t = 0; t < 2; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 2; ++i) {
        stack.push(t * 10 + i);
        std::lock_guard<SpinLock> g(spin);
        ++guarded;
      }
    });
  threads.clear();
  printf("%d %d\n", stack.count(), guarded);
}
// expect: 4 4
