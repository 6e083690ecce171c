// <queue> and <stack>: a deque with fewer doors.
#include <deque>
#include <functional>
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
  template <class... A> void emplace(A&&... args) { items_.emplace_back(static_cast<A&&>(args)...); }
  void pop() { items_.pop_back(); }
};
// The largest first: kept in order, since few elements are looked at one by one.
template <class T, class C = vector<T>, class L = less<T>> class priority_queue {
  vector<T> items_;
  L less_;

 public:
  priority_queue() : less_() {}
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  const T& top() const { return items_.back(); }
  void push(const T& value) {
    T* at = items_.begin();
    while (at != items_.end() && !less_(value, *at)) ++at;
    items_.insert(at, value);
  }
  template <class... A> void emplace(A&&... args) { push(T(static_cast<A&&>(args)...)); }
  void pop() { items_.pop_back(); }
};
}  // namespace std
