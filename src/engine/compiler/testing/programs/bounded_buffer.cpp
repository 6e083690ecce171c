// A bounded buffer as a template over a ring, two condition variables, several producers.
#include <array>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>
template <typename T, std::size_t Capacity> class BoundedBuffer {
  std::array<T, Capacity> items_{};
  std::size_t head_ = 0, tail_ = 0, count_ = 0;
  mutable std::mutex m_;
  std::condition_variable not_full_, not_empty_;
  bool closed_{false};

 public:
  void put(T item) {
    std::unique_lock lk{m_};
    not_full_.wait(lk, [&] { return count_ < Capacity; });
    items_[tail_] = std::move(item);
    tail_ = (tail_ + 1) % Capacity;
    ++count_;
    lk.unlock();
    not_empty_.notify_one();
  }
  std::optional<T> take() {
    std::unique_lock lk{m_};
    not_empty_.wait(lk, [&] { return count_ > 0 || closed_; });
    if (count_ == 0) return std::nullopt;
    T item = std::move(items_[head_]);
    head_ = (head_ + 1) % Capacity;
    --count_;
    not_full_.notify_one();
    return item;
  }
  void close() {
    { std::scoped_lock lk{m_}; closed_ = true; }
    not_empty_.notify_all();
  }
  std::size_t size() const {
    std::lock_guard lk{m_};
    return count_;
  }
};
int main() {
  BoundedBuffer<int, 2> buffer;
  std::vector<std::thread> producers;
  for (int p = 0; p < 2; ++p)
    producers.emplace_back([&buffer, p]() {
      for (int i = 0; i < 2; ++i) buffer.put(10 * p + i);
    });
  long total = 0;
  std::thread consumer([&] {
    while (auto item = buffer.take()) total += *item;
  });
  for (auto& p : producers) p.join();
  buffer.close();
  consumer.join();
  printf("%ld %zu\n", total, buffer.size());
}
// expect: 22 0
