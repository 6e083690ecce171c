// What people write: most of the concurrency library in one file. Compiles with g++ -std=c++20 -pthread.
#include <algorithm>
#include <array>
#include <atomic>
#include <barrier>
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <future>
#include <iostream>
#include <latch>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <pthread.h>
#include <queue>
#include <semaphore>
#include <set>
#include <shared_mutex>
#include <string>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
namespace chrono = std::chrono;

// a lock-free stack
template <typename T>
class Stack {
  struct Node {
    T value;
    Node* next;
    explicit Node(T v, Node* n = nullptr) : value(std::move(v)), next(n) {}
  };
  std::atomic<Node*> head_{nullptr};
  std::atomic<std::size_t> size_{0};

 public:
  Stack() = default;
  Stack(const Stack&) = delete;
  Stack& operator=(const Stack&) = delete;
  ~Stack() {
    while (auto* n = head_.load()) {
      head_ = n->next;
      delete n;
    }
  }
  void push(T v) {
    auto* n = new Node(std::move(v), head_.load(std::memory_order_relaxed));
    while (!head_.compare_exchange_weak(n->next, n, std::memory_order_release, std::memory_order_relaxed))
      ;
    size_.fetch_add(1);
  }
  std::optional<T> pop() {
    Node* n = head_.load();
    while (n && !head_.compare_exchange_weak(n, n->next)) {
    }
    if (!n) return {};
    std::optional<T> result{std::move(n->value)};
    delete n;
    --size_;
    return result;
  }
  [[nodiscard]] bool empty() const noexcept { return head_.load() == nullptr; }
};

template <class T, std::size_t Capacity = 8>
class BoundedQueue final {
 public:
  using value_type = T;
  bool push(T item, std::chrono::milliseconds timeout = 100ms) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (!notFull_.wait_for(lock, timeout, [this] { return items_.size() < Capacity || closed_; })) return false;
    if (closed_) return false;
    items_.push_back(std::move(item));
    lock.unlock();
    notEmpty_.notify_one();
    return true;
  }
  bool pop(T& out) {
    std::unique_lock lock{mutex_};
    notEmpty_.wait(lock, [&]() -> bool { return !items_.empty() || closed_; });
    if (items_.empty()) return false;
    out = std::move(items_.front());
    items_.pop_front();
    notFull_.notify_one();
    return true;
  }
  void close() {
    const std::lock_guard<std::mutex> guard(mutex_);
    closed_ = true;
    notEmpty_.notify_all(), notFull_.notify_all();
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable notEmpty_, notFull_;
  std::deque<T> items_;
  bool closed_ = false;
};

class ThreadPool {
 public:
  explicit ThreadPool(unsigned n = std::max(1u, std::thread::hardware_concurrency())) {
    for (unsigned i = 0; i < n; ++i) workers_.emplace_back(&ThreadPool::run, this, i);
  }
  ~ThreadPool() {
    {
      std::lock_guard lock(mutex_);
      stop_ = true;
    }
    ready_.notify_all();
    for (std::thread& t : workers_)
      if (t.joinable()) t.join();
  }
  template <typename F, typename... Args>
  auto submit(F&& f, Args&&... args) -> std::future<decltype(f(args...))> {
    using R = decltype(f(args...));
    auto task = std::make_shared<std::packaged_task<R()>>(
        [f = std::forward<F>(f), ... args = std::forward<Args>(args)]() mutable { return f(args...); });
    std::future<R> result = task->get_future();
    {
      std::lock_guard<std::mutex> lock(mutex_);
      if (stop_) std::abort();
      tasks_.emplace([task]() { (*task)(); });
    }
    ready_.notify_one();
    return result;
  }

 private:
  void run(unsigned index) {
    for (;;) {
      std::function<void()> job;
      {
        std::unique_lock<std::mutex> lock(mutex_);
        ready_.wait(lock, [this] { return stop_ || !tasks_.empty(); });
        if (stop_ && tasks_.empty()) return;
        job = std::move(tasks_.front());
        tasks_.pop();
      }
      job();
      done_[index % done_.size()]++;
    }
  }
  std::vector<std::thread> workers_;
  std::queue<std::function<void()>> tasks_;
  std::mutex mutex_;
  std::condition_variable ready_;
  std::array<std::atomic<int>, 4> done_{};
  bool stop_{false};
};

struct Account {
  const int id;
  long balance;
  std::mutex m;
  Account(int id, long balance) : id{id}, balance{balance} {}
};
enum class Result : unsigned char { ok, insufficient };
static const char* name_of(Result r) {
  switch (r) {
    case Result::ok: return "ok";
    case Result::insufficient: return "insufficient";
    default: break;
  }
  return nullptr;
}
Result transfer(Account& from, Account& to, long amount) {
  if (&from == &to) return Result::ok;
  std::scoped_lock both(from.m, to.m);
  if (from.balance < amount) return Result::insufficient;
  from.balance -= amount, to.balance += amount;
  return Result::ok;
}
struct Dining {
  static constexpr int N = 5;
  std::mutex forks[N];
  std::array<int, N> meals{};
  void philosopher(int i) {
    auto &left = forks[i], &right = forks[(i + 1) % N];
    std::lock(left, right);
    std::lock_guard<std::mutex> l(left, std::adopt_lock), r(right, std::adopt_lock);
    ++meals[i];
  }
};
class Observer : public std::enable_shared_from_this<Observer> {
 public:
  virtual ~Observer() = default;
  virtual void notify(int) = 0;
  std::weak_ptr<Observer> weak() { return weak_from_this(); }
};
class Subject {
  std::vector<std::weak_ptr<Observer>> observers;
  mutable std::shared_mutex rw;

 public:
  void add(const std::shared_ptr<Observer>& o) {
    std::unique_lock w(rw);
    observers.push_back(o);
  }
  void fire(int event) const {
    std::vector<std::shared_ptr<Observer>> alive;
    {
      std::shared_lock<std::shared_mutex> r(rw);
      for (auto const& w : observers)
        if (auto s = w.lock(); s != nullptr) alive.push_back(std::move(s));
    }
    for (auto&& o : alive) o->notify(event);
  }
};
struct Printer : Observer {
  void notify(int e) override { std::printf("%d %s\n", e, name_of(Result::ok)); }
};

std::once_flag flag;
std::shared_ptr<Subject> instance;
Subject& get() {
  std::call_once(flag, [] { instance = std::make_shared<Subject>(); });
  return *instance;
}
static int shared_counter;
thread_local int local_counter = 0;
int argc_free() { return 1; }
std::atomic_flag spin;
static void* pthread_main(void* arg) {
  int* p = static_cast<int*>(arg);
  *p += 1;
  return (void*)p;
}
pthread_mutex_t pm = PTHREAD_MUTEX_INITIALIZER;
template <typename Map, typename K>
auto find_or(const Map& map, const K& key, typename Map::mapped_type fallback) -> typename Map::mapped_type {
  if (auto it = map.find(key); it != map.end()) return it->second;
  return fallback;
}
template <typename... Ts>
long total(Ts... ts) {
  return (0L + ... + ts);
}
template <typename T>
T clamp_add(T a, T b) {
  return a < 0 && b < 0 ? -1 : a > b ? a + b : static_cast<T>(b - a);
}
int main(int argc, char* argv[]) {
  (void)argc, (void)argv;
  Stack<int> stack;
  BoundedQueue<std::pair<int, std::string>, 2> queue;
  std::vector<std::thread> threads;
  for (int i = 0; i < 2; ++i)
    threads.emplace_back([&stack, i] {
      for (int k = 0; k < 3; k++) stack.push(i * 10 + k);
      while (auto v = stack.pop()) shared_counter += *v > 5 ? 1 : 0;
    });
  std::thread producer([&queue]() {
    queue.push({1, "one"});
    queue.push(std::make_pair(2, std::string("two")));
    queue.close();
  });
  std::thread consumer{[&] {
    std::pair<int, std::string> item;
    while (queue.pop(item)) std::cout << item.first << ": " << item.second << '\n';
  }};
  producer.join();
  consumer.join();
  for (auto& t : threads) t.join();
  threads.clear();
  ThreadPool pool(2);
  auto answer = pool.submit([](int a, int b) { return a * b; }, 6, 7);
  assert(answer.get() == 42 && "math");
  Account a(1, 100), b(2, 50);
  std::thread t1(transfer, std::ref(a), std::ref(b), 10), t2(transfer, std::ref(b), std::ref(a), 20);
  t1.join(), t2.join();
  Dining table;
  std::array<std::jthread, Dining::N> philosophers;
  for (int i = 0; i < Dining::N; ++i) philosophers[i] = std::jthread(&Dining::philosopher, &table, i);
  for (auto& p : philosophers) p.join();
  auto printer = std::make_shared<Printer>();
  get().add(printer);
  get().fire(3);
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::thread setter([p = std::move(promise)]() mutable { p.set_value(argc_free() > 0 ? 1 : 2); });
  setter.join();
  std::counting_semaphore<4> sem(2);
  std::latch done(1);
  std::barrier sync(1, []() noexcept {});
  sem.acquire();
  sem.release(1);
  done.count_down();
  sync.arrive_and_wait();
  while (spin.test_and_set(std::memory_order_acquire)) std::this_thread::yield();
  spin.clear(std::memory_order_release);
  std::unordered_map<std::string, int> counts{{"a", 1}, {"b", 2}};
  for (auto& [key, value] : counts) value += key.size() < 2 && value > 1 ? 1 : 0;
  counts["c"] = find_or(counts, "z", 7);
  const auto deadline = Clock::now() + 5ms;
  if (Clock::now() < deadline) std::this_thread::sleep_until(deadline);
  auto ms = chrono::duration_cast<chrono::milliseconds>(Clock::now() - deadline).count();
  std::map<int, std::vector<std::unique_ptr<Account>>> byId;
  byId[1].push_back(std::make_unique<Account>(3, 4));
  byId.at(1).front()->balance <<= 1;
  auto [lo, hi] = std::minmax(3, 4);
  int x = total(1, 2, 3) > 3 ? lo : hi;
  int arr[3] = {1, 2, 3}, *p = arr, (*q)[3] = &arr;
  *p++ = (*q)[1] << 2 | 1;
  p[-1] ^= ~x & 0xff;
  int (*op)(int, int) = [](int l, int r) { return l - r; };
  long r = (long)op(x, 1) + long(x) - (x) + sizeof(arr) / sizeof arr[0];
  std::function<int(int)> fib = [&fib](int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); };
  std::sort(arr, arr + 3, [](const int& l, const int& r) { return l > r; });
  std::sort(std::begin(arr), std::end(arr), std::greater<int>());
  std::tuple<int, char, double> tup{1, 'c', 2.5};
  std::get<0>(tup) = fib(5), std::get<char>(tup) = 'd';
  pthread_t pt;
  int arg = 1;
  pthread_create(&pt, nullptr, &pthread_main, &arg);
  pthread_join(pt, NULL);
  pthread_mutex_lock(&pm);
  pthread_mutex_unlock(&pm);
  void* raw = std::malloc(sizeof(Account) * 2);
  auto* placed = new (raw) Account(9, 9);
  placed->~Account();
  std::free(raw);
  std::unique_ptr<int[]> block(new int[4]{1, 2, 3, 4});
  do {
    --block[0];
  } while (block[0] > 0 && !future.valid());
  if (int code = future.get(); code == 1)
    return EXIT_SUCCESS;
  else if (r < 0 || ms > 1000 || clamp_add(1, 2) < 0)
    std::exit(2);
  std::optional<int> maybe = std::nullopt;
  std::cout << maybe.value_or(arr[0] > arr[1] ? arr[0] : arr[1]) << " " << local_counter << std::endl;
  return 0;
}
