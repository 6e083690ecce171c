#include <mutex>
#include <memory>
#include <thread>
#define WORKERS 4
using namespace std::chrono_literals;
namespace lab::v1 {

enum class State : std::uint8_t { Idle, Running = 2, Done };

struct Opts { int retries = 3; bool fair{false}; std::string name; };

class Base {
 public:
  Base() = default;
  explicit Base(int id) noexcept : id_(id), name_{"base"} {}
  Base(const Base&) = delete;
  Base& operator=(Base&&) noexcept = default;
  virtual ~Base() = default;
  virtual void run() = 0;
 protected:
  int id_ = 0;
  std::string name_;
};

class Account final : public Base, public std::enable_shared_from_this<Account> {
 public:
  Account(int id, long balance) : Base(id), balance_(balance) {}
  void run() override { deposit(1); }
  [[nodiscard]] long balance() const { std::lock_guard<std::mutex> lk(m_); return balance_; }
  void deposit(long amount) {
    std::lock_guard<std::mutex> g(m_);
    std::lock_guard g2(m_);
    std::unique_lock<std::mutex> ul{m_};
    std::scoped_lock both(m_, other_->m_);
    cv_.wait(ul, [this] { return ready_; });
    cv_.wait(ul, [&, n = amount]() mutable -> bool { return --n > 0 && ready_.load(std::memory_order_acquire); });
    balance_ += amount;
    cv_.notify_all();
  }
  friend class Bank;
 private:
  mutable std::mutex m_;
  std::condition_variable cv_;
  std::atomic<bool> ready_{false};
  std::atomic<int> hits_ = 0;
  long balance_;
  std::shared_ptr<Account> other_;
  std::weak_ptr<Account> parent_;
  std::unordered_map<std::string, std::vector<std::shared_ptr<Account>>> index_;
  static inline thread_local int depth_ = 0;
};

template <class T, std::size_t N = 16>
class Queue {
 public:
  void push(T v) { std::unique_lock lk(m_); buf_[tail_++ % N] = std::move(v); not_empty_.notify_one(); }
  std::optional<T> try_pop();
 private:
  std::array<T, N> buf_{};
  std::size_t head_{0}, tail_{0};
  std::mutex m_; std::condition_variable not_empty_;
};

template <class T, std::size_t N>
std::optional<T> Queue<T, N>::try_pop() {
  if (std::unique_lock lk(m_, std::try_to_lock); lk && head_ != tail_) return std::move(buf_[head_++ % N]);
  return std::nullopt;
}

struct Foo { Foo(int); Foo(int, int); };
struct Made { int b, x, y; template <typename U> U get(); };
using T = Made;
int bar, baz, a, b, c, i, n;
State st;
std::atomic<bool> done;
std::atomic<int> hits;
void use(int key, int value);
void worker2(int& x);
template <typename U> U foo(U value);

int global_counter = 0;
std::mutex gm;
constexpr int kMax = 1'000;

void worker(std::shared_ptr<Account> acc, int n) {
  for (int i = 0; i < n; ++i) { global_counter++; acc->deposit(i * 2); }
  for (auto& [k, v] : acc->map()) { use(k, v); }
  for (const auto& x : {1, 2, 3}) std::cout << x << "\n";
  int x(5);
  Foo f(bar);
  Foo f2(bar, baz);
  Made* made = nullptr;
  Foo f3(made->b, c);
  Foo f4((bar));
  Foo f5{bar};
  std::thread t(worker2, std::ref(x));
  std::thread t2([&x] { x++; });
  T* p = new T(1);
  a * b;
  a < b > c;
  foo<int>(3);
  auto s = std::make_shared<Account>(a, 1);
  auto u = std::make_unique<int[]>(10);
  auto cmp = i < n && n > (2);
  Opts o{.retries = 5, .fair = true};
  auto q = static_cast<long>(x) + (long)x + long(x);
  switch (st) { case State::Idle: break; case State::Done: { return; } default: ; }
  if constexpr (sizeof(int) == 4) { x = 1; } else if (x) [[likely]] x = 2; else x = 3;
  while (!done.load()) std::this_thread::sleep_for(10ms);
  do { x--; } while (x > 0);
  done.store(true, std::memory_order_release);
  int expected = 0;
  while (!hits.compare_exchange_weak(expected, expected + 1)) {}
  std::jthread jt{[](std::stop_token st) { while (!st.stop_requested()) {} }};
  auto fut = std::async(std::launch::async, [] { return 42; });
  auto lam = []<typename U>(U&& u) { return std::forward<U>(u); };
  int arr[4] = {1, 2, 3, 4};
  delete p;
  (*p).x = p->y ? 1 : 0;
  p->template get<int>();
}
auto trailing(int a) -> std::vector<int> { return {a}; }
}  // namespace lab::v1
int main() {
  auto acc = std::make_shared<lab::v1::Account>(1, 100L);
  std::vector<std::thread> ts;
  for (int i = 0; i < WORKERS; i++) ts.emplace_back(lab::v1::worker, acc, 10);
  for (auto& t : ts) t.join();
  acc.reset();
  printf("%d\n", lab::v1::global_counter);
  return 0;
}
