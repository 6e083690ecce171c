// <queue> and <stack>: a deque with fewer doors.
#include <deque>
#include <vector>
namespace std {
template <class T> class queue {
  deque<T> items_;

 public:
  queue() {}
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  T& front() { return items_.front(); }
  T& back() { return items_.back(); }
  void push(const T& value) { items_.push_back(value); }
  void push(T&& value) { items_.push_back(move(value)); }
  template <class... A> void emplace(A&&... args) { items_.emplace_back(static_cast<A&&>(args)...); }
  void pop() { items_.pop_front(); }
  void swap(queue& other) { items_.swap(other.items_); }
};
template <class T> class stack {
  vector<T> items_;

 public:
  stack() {}
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  T& top() { return items_.back(); }
  void push(const T& value) { items_.push_back(value); }
  void push(T&& value) { items_.push_back(move(value)); }
  void pop() { items_.pop_back(); }
};
}  // namespace std
