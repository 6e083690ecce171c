// <deque>: elements in a ring; growing moves them to a new block.
#include <stdexcept>
namespace std {
template <class T> class deque {
  T* data_ = nullptr;
  int head_ = 0;
  int size_ = 0;
  int capacity_ = 0;

 public:
  using value_type = T;
  class iterator {
    deque* owner_;
    int index_;

   public:
    iterator(deque* owner, int index) : owner_(owner), index_(index) {}
    T& operator*() const { return (*owner_)[index_]; }
    T* operator->() const { return &(*owner_)[index_]; }
    iterator& operator++() {
      index_++;
      return *this;
    }
    bool operator==(const iterator& other) const { return index_ == other.index_; }
    int __index() const { return index_; }
  };
  deque() {}
  deque(initializer_list<T> list) {
    for (auto& x : list) push_back(x);
  }
  deque(const deque& other) {
    for (int i = 0; i < other.size_; i++) push_back(other[i]);
  }
  deque(deque&& other) : data_(other.data_), head_(other.head_), size_(other.size_), capacity_(other.capacity_) { other.__forget(); }
  ~deque() {
    clear();
    if (data_ != nullptr) __free(data_);
  }
  deque& operator=(const deque& other) {
    deque copy(other);
    swap(copy);
    return *this;
  }
  deque& operator=(deque&& other) {
    deque taken(move(other));
    swap(taken);
    return *this;
  }
  void swap(deque& other) {
    std::swap(data_, other.data_);
    std::swap(head_, other.head_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  iterator begin() { return iterator(this, 0); }
  iterator end() { return iterator(this, size_); }
  T& operator[](size_t i) {
    __bounds(static_cast<int>(i), size_);
    return data_[__at(static_cast<int>(i))];
  }
  const T& operator[](size_t i) const {
    __bounds(static_cast<int>(i), size_);
    return data_[__at(static_cast<int>(i))];
  }
  T& at(size_t i) {
    __range_check("deque::_M_range_check: __n", i, ")>= this->size()", size_);
    return (*this)[i];
  }
  T& front() { return (*this)[0]; }
  T& back() {
    __bounds(size_ - 1, size_);
    return data_[__at(size_ - 1)];
  }
  template <class... A> T& emplace_back(A&&... args) {
    __room();
    T* place = data_ + __at(size_);
    __construct(place, static_cast<A&&>(args)...);
    size_++;
    return *place;
  }
  void push_back(const T& value) {
    T copy(value);
    emplace_back(move(copy));
  }
  void push_front(T&& value) {
    T copy(move(value));
    __room();
    head_ = (head_ + capacity_ - 1) % capacity_;
    __construct(data_ + head_, move(copy));
    size_++;
  }
  void push_back(T&& value) { emplace_back(move(value)); }
  void push_front(const T& value) {
    T copy(value);
    __room();
    head_ = (head_ + capacity_ - 1) % capacity_;
    __construct(data_ + head_, move(copy));
    size_++;
  }
  const T& front() const { return (*this)[0]; }
  const T& back() const { return (*this)[size_ - 1]; }
  void pop_front() {
    __bounds(0, size_);
    __destroy(data_ + head_);
    head_ = (head_ + 1) % capacity_;
    size_--;
    if (size_ == 0) head_ = 0;
  }
  void pop_back() {
    __bounds(size_ - 1, size_);
    size_--;
    __destroy(data_ + __at(size_));
    if (size_ == 0) head_ = 0;
  }
  void clear() {
    while (size_ > 0) pop_front();
  }
  int __at(int i) const { return (head_ + i) % capacity_; }
  void __room() {
    if (size_ < capacity_) return;
    int n = capacity_ == 0 ? 2 : capacity_ * 2;
    T* fresh = __new_array<T>(n);
    for (int i = 0; i < size_; i++) {
      __construct(fresh + i, move(data_[__at(i)]));
      __end(data_ + __at(i));
    }
    if (data_ != nullptr) __free(data_);
    data_ = fresh;
    capacity_ = n;
    head_ = 0;
  }
  void __forget() {
    data_ = nullptr;
    head_ = 0;
    size_ = 0;
    capacity_ = 0;
  }
};
}  // namespace std
