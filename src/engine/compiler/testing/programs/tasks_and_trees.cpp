// A queue by priority, a guarded value, a tree of owners, lambdas that make lambdas.
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>
struct Task {
  int priority = 0;
  std::string name;
  std::function<void()> run;
};
struct ByPriority {
  bool operator()(const Task& a, const Task& b) const { return a.priority < b.priority; }
};
#include <queue>
class Scheduler {
 public:
  template <typename Fn> Scheduler& add(int p, std::string name, Fn&& fn) {
    queue_.push(Task{p, std::move(name), std::forward<Fn>(fn)});
    return *this;
  }
  void drain() {
    while (!queue_.empty()) {
      Task t = queue_.top();
      queue_.pop();
      printf("%s ", t.name.c_str());
      t.run();
    }
    printf("\n");
  }

 private:
  std::priority_queue<Task, std::vector<Task>, ByPriority> queue_;
};
template <class T> class Guarded {
 public:
  template <class... A> explicit Guarded(A&&... a) : value_(std::forward<A>(a)...) {}
  template <class F> auto with(F f) {
    std::lock_guard<std::mutex> lock(m_);
    return f(value_);
  }

 private:
  std::mutex m_;
  T value_;
};
struct Node {
  int key;
  std::unique_ptr<Node> left{}, right{};
};
void insert(std::unique_ptr<Node>& at, int key) {
  if (!at) {
    at = std::make_unique<Node>(Node{key});
    return;
  }
  insert(key < at->key ? at->left : at->right, key);
}
void walk(const Node* n, const std::function<void(int)>& visit) {
  if (n == nullptr) return;
  walk(n->left.get(), visit);
  visit(n->key);
  walk(n->right.get(), visit);
}
int depth(const std::unique_ptr<Node>& n) { return n ? 1 + std::max(depth(n->left), depth(n->right)) : 0; }
#include <algorithm>
static int calls = 0;
static bool once() { return calls++ == 0; }
int main() {
  int hits = 0;
  Scheduler s;
  s.add(1, "low", [&] { hits += 1; }).add(9, "high", [&] { hits += 10; }).add(5, "mid", [&hits] { hits += 100; });
  s.drain();
  Guarded<std::map<std::string, int>> counts;
  std::thread a([&] { counts.with([](auto& m) { m["a"]++; }); });
  std::thread b([&] { counts.with([](std::map<std::string, int>& m) { m["a"] += 2; }); });
  a.join();
  b.join();
  int total = counts.with([](const auto& m) { return m.at("a"); });
  printf("%d %d\n", hits, total);
  std::unique_ptr<Node> root;
  for (int k : {5, 2, 8, 1, 9}) insert(root, k);
  std::vector<int> seen;
  walk(root.get(), [&seen](int k) { seen.push_back(k); });
  for (std::size_t i = 0, n = seen.size(); i < n; ++i) printf("%d%s", seen[i], i + 1 < n ? "," : "");
  printf(" %d\n", depth(root));
  if (once() && !once()) printf("%d\n", calls);
  auto compose = [](auto f, auto g) { return [=](auto x) { return f(g(x)); }; };
  printf("%d\n", compose([](int x) { return x + 1; }, [](int x) { return x * 10; })(4));
  const auto [lo, hi] = std::pair{3, 4};
  printf("%d\n", [lo = lo, hi = hi] { return lo * hi; }());
}
// expect: high mid low
// expect: 111 3
// expect: 1,2,5,8,9 3
// expect: 2
// expect: 41
// expect: 12
