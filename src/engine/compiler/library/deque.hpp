// <deque>: elements in a ring; growing moves them to a new block.
#include <iterator>
#include <stdexcept>
namespace std {
template <class D, class E> class __deque_iterator {
  D* owner_ = nullptr;
  int index_ = 0;

 public:
  using value_type = remove_const_t<E>;
  using difference_type = ptrdiff_t;
  using pointer = E*;
  using reference = E&;
  using iterator_category = random_access_iterator_tag;
  __deque_iterator() {}
  __deque_iterator(D* owner, int index) : owner_(owner), index_(index) {}
  operator __deque_iterator<const D, const E>() const { return __deque_iterator<const D, const E>(owner_, index_); }
  E& operator*() const { return (*owner_)[index_]; }
  E* operator->() const { return &(*owner_)[index_]; }
  E& operator[](long n) const { return (*owner_)[index_ + n]; }
  __deque_iterator& operator++() {
    index_++;
    return *this;
  }
  __deque_iterator operator++(int) { return __deque_iterator(owner_, index_++); }
  __deque_iterator& operator--() {
    index_--;
    return *this;
  }
  __deque_iterator operator--(int) { return __deque_iterator(owner_, index_--); }
  __deque_iterator& operator+=(long n) {
    index_ += static_cast<int>(n);
    return *this;
  }
  __deque_iterator& operator-=(long n) { return *this += -n; }
  __deque_iterator operator+(long n) const { return __deque_iterator(owner_, index_ + static_cast<int>(n)); }
  __deque_iterator operator-(long n) const { return __deque_iterator(owner_, index_ - static_cast<int>(n)); }
  long operator-(const __deque_iterator& other) const { return index_ - other.index_; }
  bool operator==(const __deque_iterator& other) const { return index_ == other.index_; }
  bool operator<(const __deque_iterator& other) const { return index_ < other.index_; }
  bool operator>(const __deque_iterator& other) const { return other < *this; }
  bool operator<=(const __deque_iterator& other) const { return !(other < *this); }
  bool operator>=(const __deque_iterator& other) const { return !(*this < other); }
  int __index() const { return index_; }
};
template <class T> class deque {
  T* data_ = nullptr;
  int head_ = 0;
  int size_ = 0;
  int capacity_ = 0;

 public:
  using value_type = T;
  using size_type = size_t;
  using difference_type = ptrdiff_t;
  using reference = T&;
  using const_reference = const T&;
  using iterator = __deque_iterator<deque, T>;
  using const_iterator = __deque_iterator<const deque, const T>;
  using reverse_iterator = std::reverse_iterator<iterator>;
  using const_reverse_iterator = std::reverse_iterator<const_iterator>;
  deque() {}
  explicit deque(size_t n) {
    for (size_t i = 0; i < n; i++) emplace_back();
  }
  deque(size_t n, const T& value) {
    for (size_t i = 0; i < n; i++) push_back(value);
  }
  template <class I, class = typename iterator_traits<I>::value_type> deque(I first, I last) {
    for (; first != last; ++first) push_back(*first);
  }
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
  const_iterator begin() const { return const_iterator(this, 0); }
  const_iterator end() const { return const_iterator(this, size_); }
  const_iterator cbegin() const { return begin(); }
  const_iterator cend() const { return end(); }
  reverse_iterator rbegin() { return reverse_iterator(end()); }
  reverse_iterator rend() { return reverse_iterator(begin()); }
  const_reverse_iterator rbegin() const { return const_reverse_iterator(end()); }
  const_reverse_iterator rend() const { return const_reverse_iterator(begin()); }
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
  const T& at(size_t i) const {
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
  template <class... A> T& emplace_front(A&&... args) {
    push_front(T(static_cast<A&&>(args)...));
    return front();
  }
  iterator erase(const_iterator at) { return erase(at, at + 1); }
  iterator erase(const_iterator first, const_iterator last) {
    int from = first.__index();
    int n = last.__index() - from;
    for (int i = from; i + n < size_; i++) (*this)[i] = move((*this)[i + n]);
    for (int i = 0; i < n; i++) pop_back();
    return iterator(this, from);
  }
  template <class... A> iterator emplace(const_iterator at, A&&... args) {
    emplace_back(static_cast<A&&>(args)...);
    int to = at.__index();
    for (int i = size_ - 1; i > to; i--) std::swap((*this)[i], (*this)[i - 1]);
    return iterator(this, to);
  }
  iterator insert(const_iterator at, const T& value) { return emplace(at, value); }
  iterator insert(const_iterator at, T&& value) { return emplace(at, move(value)); }
  iterator insert(const_iterator at, size_t n, const T& value) {
    for (size_t i = 0; i < n; i++) emplace(at, value);
    return iterator(this, at.__index());
  }
  template <class I, class = typename iterator_traits<I>::value_type> iterator insert(const_iterator at, I first, I last) {
    int to = at.__index();
    for (; first != last; ++first) emplace(const_iterator(this, to++), *first);
    return iterator(this, at.__index());
  }
  iterator insert(const_iterator at, initializer_list<T> list) { return insert(at, list.begin(), list.end()); }
  void assign(size_t n, const T& value) {
    deque fresh(n, value);
    swap(fresh);
  }
  template <class I, class = typename iterator_traits<I>::value_type> void assign(I first, I last) {
    deque fresh(first, last);
    swap(fresh);
  }
  void resize(size_t n) {
    while (size_ > static_cast<int>(n)) pop_back();
    while (size_ < static_cast<int>(n)) emplace_back();
  }
  void resize(size_t n, const T& value) {
    while (size_ > static_cast<int>(n)) pop_back();
    while (size_ < static_cast<int>(n)) push_back(value);
  }
  void shrink_to_fit() {}
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
template <class T> void swap(deque<T>& a, deque<T>& b) { a.swap(b); }
template <class T> bool operator==(const deque<T>& a, const deque<T>& b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); i++)
    if (!(a[i] == b[i])) return false;
  return true;
}
template <class T> bool operator<(const deque<T>& a, const deque<T>& b) {
  for (size_t i = 0; i < a.size() && i < b.size(); i++) {
    if (a[i] < b[i]) return true;
    if (b[i] < a[i]) return false;
  }
  return a.size() < b.size();
}
template <class T, class F> size_t erase_if(deque<T>& c, F f) {
  size_t before = c.size();
  for (auto at = c.begin(); at != c.end();) {
    if (f(*at)) at = c.erase(at);
    else ++at;
  }
  return before - c.size();
}
template <class T, class U> size_t erase(deque<T>& c, const U& value) {
  return erase_if(c, [&](const T& x) { return x == value; });
}
}  // namespace std
