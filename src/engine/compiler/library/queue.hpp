// <queue> and <stack>: a deque with fewer doors.
#include <deque>
#include <functional>
#include <vector>
namespace std {
template <class T, class C = void> class queue {
  deque<T> items_;

 public:
  using value_type = T;
  queue() {}
  template <class D> requires (requires(const D& d) { d.begin() != d.end(); }) explicit queue(const D& items) : items_(items.begin(), items.end()) {}
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  T& front() { return items_.front(); }
  T& back() { return items_.back(); }
  const T& front() const { return items_.front(); }
  const T& back() const { return items_.back(); }
  void push(const T& value) { items_.push_back(value); }
  void push(T&& value) { items_.push_back(move(value)); }
  template <class... A> void emplace(A&&... args) { items_.emplace_back(static_cast<A&&>(args)...); }
  void pop() { items_.pop_front(); }
  void swap(queue& other) { items_.swap(other.items_); }
};
template <class T, class C = void> class stack {
  vector<T> items_;

 public:
  using value_type = T;
  stack() {}
  template <class D> requires (requires(const D& d) { d.begin() != d.end(); }) explicit stack(const D& items) : items_(items.begin(), items.end()) {}
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  T& top() { return items_.back(); }
  const T& top() const { return items_.back(); }
  void swap(stack& other) { items_.swap(other.items_); }
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
  using value_type = T;
  priority_queue() : less_() {}
  explicit priority_queue(const L& less) : less_(less) {}
  priority_queue(const L& less, const C& items) : less_(less) {
    for (const T& x : items) push(x);
  }
  template <class I, class = typename iterator_traits<I>::value_type> priority_queue(I first, I last, const L& less = L()) : less_(less) {
    for (; first != last; ++first) push(*first);
  }
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  const T& top() const { return items_.back(); }
  void push(const T& value) {
    T* at = items_.begin();
    while (at != items_.end() && !less_(value, *at)) ++at;
    items_.insert(at, value);
  }
  void push(T&& value) {
    T* at = items_.begin();
    while (at != items_.end() && !less_(value, *at)) ++at;
    items_.insert(at, move(value));
  }
  void swap(priority_queue& other) {
    items_.swap(other.items_);
    std::swap(less_, other.less_);
  }
  template <class... A> void emplace(A&&... args) { push(T(static_cast<A&&>(args)...)); }
  void pop() { items_.pop_back(); }
};
}  // namespace std
