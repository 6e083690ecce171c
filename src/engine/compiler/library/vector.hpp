// <vector>: growing moves the elements to a new block and frees the old one, so an iterator that outlives it is a use after free.
#include <iterator>
#include <stdexcept>
namespace std {
template <class T> class vector {
  T* data_ = nullptr;
  int size_ = 0;
  int capacity_ = 0;

 public:
  using value_type = T;
  using iterator = T*;
  using const_iterator = const T*;
  using reverse_iterator = std::reverse_iterator<T*>;
  using const_reverse_iterator = std::reverse_iterator<const T*>;
  using size_type = size_t;
  using difference_type = ptrdiff_t;
  using reference = T&;
  using const_reference = const T&;
  using pointer = T*;
  vector() {}
  explicit vector(size_t n) {
    // Not by growing: what can neither be copied nor moved can be made in place.
    if (n == 0) return;
    capacity_ = static_cast<int>(n);
    data_ = __new_array<T>(capacity_);
    for (; size_ < capacity_; size_++) __construct(data_ + size_);
  }
  vector(size_t n, const T& value) {
    reserve(n);
    for (size_t i = 0; i < n; i++) push_back(value);
  }
  vector(initializer_list<T> list) {
    reserve(list.size());
    for (auto& x : list) push_back(x);
  }
  template <class I, class = typename iterator_traits<I>::value_type> vector(I first, I last) {
    for (; first != last; ++first) push_back(*first);
  }
  vector(const vector& other) {
    reserve(other.size_);
    for (auto& x : other) push_back(x);
  }
  vector(vector&& other) : data_(other.data_), size_(other.size_), capacity_(other.capacity_) { other.__forget(); }
  ~vector() {
    clear();
    if (data_ != nullptr) __free(data_);
  }
  vector& operator=(const vector& other) {
    vector copy(other);
    swap(copy);
    return *this;
  }
  vector& operator=(vector&& other) {
    vector taken(move(other));
    swap(taken);
    return *this;
  }
  void swap(vector& other) {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }
  size_t size() const { return size_; }
  size_t capacity() const { return capacity_; }
  bool empty() const { return size_ == 0; }
  T* data() { return data_; }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  const T* data() const { return data_; }
  const T* cbegin() const { return data_; }
  const T* cend() const { return data_ + size_; }
  reverse_iterator rbegin() { return reverse_iterator(data_ + size_); }
  reverse_iterator rend() { return reverse_iterator(data_); }
  const_reverse_iterator rbegin() const { return const_reverse_iterator(data_ + size_); }
  const_reverse_iterator rend() const { return const_reverse_iterator(data_); }
  size_t max_size() const { return 2147483647; }
  T& operator[](size_t i) {
    __bounds(static_cast<int>(i), size_);
    return data_[i];
  }
  const T& operator[](size_t i) const {
    __bounds(static_cast<int>(i), size_);
    return data_[i];
  }
  T& at(size_t i) {
    __range_check("vector::_M_range_check: __n", i, ") >= this->size()", size_);
    return data_[i];
  }
  const T& at(size_t i) const {
    __range_check("vector::_M_range_check: __n", i, ") >= this->size()", size_);
    return data_[i];
  }
  T& front() {
    __bounds(0, size_);
    return data_[0];
  }
  T& back() {
    __bounds(size_ - 1, size_);
    return data_[size_ - 1];
  }
  const T& front() const {
    __bounds(0, size_);
    return data_[0];
  }
  const T& back() const {
    __bounds(size_ - 1, size_);
    return data_[size_ - 1];
  }
  void reserve(size_t n) {
    if (static_cast<int>(n) > capacity_) __grow(static_cast<int>(n));
  }
  void push_back(const T& value) {
    if (size_ == capacity_) {
      T copy(value);  // value may lie in the block that goes
      __grow(capacity_ == 0 ? 2 : capacity_ * 2);
      __construct(data_ + size_, move(copy));
    } else {
      __construct(data_ + size_, value);
    }
    size_++;
  }
  void push_back(T&& value) {
    if (size_ == capacity_) __grow(capacity_ == 0 ? 2 : capacity_ * 2);
    __construct(data_ + size_, move(value));
    size_++;
  }
  template <class... B> T& emplace_back(B&&... args) {
    if (size_ == capacity_) __grow(capacity_ == 0 ? 2 : capacity_ * 2);
    __construct(data_ + size_, static_cast<B&&>(args)...);
    size_++;
    return data_[size_ - 1];
  }
  void pop_back() {
    __bounds(size_ - 1, size_);
    size_--;
    __destroy(data_ + size_);
  }
  T* erase(const T* at) {
    int i = static_cast<int>(at - data_);
    __bounds(i, size_);
    for (int j = i; j + 1 < size_; j++) data_[j] = move(data_[j + 1]);
    pop_back();
    return data_ + i;
  }
  T* erase(const T* first, const T* last) {
    int from = static_cast<int>(first - data_);
    int n = static_cast<int>(last - first);
    if (n == 0) return data_ + from;
    __bounds(from, size_);
    __bounds(from + n - 1, size_);
    for (int j = from; j + n < size_; j++) data_[j] = move(data_[j + n]);
    for (int i = 0; i < n; i++) pop_back();
    return data_ + from;
  }
  void assign(size_t n, const T& value) {
    vector fresh(n, value);
    swap(fresh);
  }
  template <class I, class = typename iterator_traits<I>::value_type> void assign(I first, I last) {
    vector fresh(first, last);
    swap(fresh);
  }
  void assign(initializer_list<T> list) {
    vector fresh(list);
    swap(fresh);
  }
  vector& operator=(initializer_list<T> list) {
    assign(list);
    return *this;
  }
  template <class... B> T* emplace(const T* at, B&&... args) { return insert(at, T(static_cast<B&&>(args)...)); }
  T* insert(const T* at, T&& value) {
    int i = static_cast<int>(at - data_);
    push_back(move(value));
    for (int j = size_ - 1; j > i; j--) std::swap(data_[j], data_[j - 1]);
    return data_ + i;
  }
  T* insert(const T* at, size_t n, const T& value) {
    int i = static_cast<int>(at - data_);
    vector more(n, value);
    return insert(data_ + i, more.begin(), more.end());
  }
  T* insert(const T* at, initializer_list<T> list) { return insert(at, list.begin(), list.end()); }
  template <class I, class = typename iterator_traits<I>::value_type> T* insert(const T* at, I first, I last) {
    int i = static_cast<int>(at - data_);
    vector more(first, last);
    int n = more.size_;
    reserve(size_ + n);
    for (int j = 0; j < n; j++) push_back(move(more.data_[j]));
    // The two parts change places.
    __turn(i, size_ - n);
    __turn(size_ - n, size_);
    __turn(i, size_);
    return data_ + i;
  }
  void __turn(int from, int to) {
    for (to--; from < to; to--) std::swap(data_[from++], data_[to]);
  }
  T* insert(const T* at, const T& value) {
    int i = static_cast<int>(at - data_);
    push_back(value);
    for (int j = size_ - 1; j > i; j--) std::swap(data_[j], data_[j - 1]);
    return data_ + i;
  }
  void resize(size_t n) {
    while (size_ > static_cast<int>(n)) pop_back();
    reserve(n);
    while (size_ < static_cast<int>(n)) emplace_back();
  }
  void resize(size_t n, const T& value) {
    while (size_ > static_cast<int>(n)) pop_back();
    while (size_ < static_cast<int>(n)) push_back(value);
  }
  void shrink_to_fit() {
    if (capacity_ > size_ && size_ > 0) __grow(size_);
  }
  void clear() {
    for (int i = 0; i < size_; i++) __destroy(data_ + i);
    size_ = 0;
  }
  void __grow(int n) {
    T* fresh = __new_array<T>(n);
    for (int i = 0; i < size_; i++) {
      __construct(fresh + i, move(data_[i]));
      __end(data_ + i);
    }
    if (data_ != nullptr) __free(data_);
    data_ = fresh;
    capacity_ = n;
  }
  void __forget() {
    data_ = nullptr;
    size_ = 0;
    capacity_ = 0;
  }
};
template <class T, class U> size_t erase(vector<T>& c, const U& value) {
  int kept = 0;
  int size = static_cast<int>(c.size());
  for (int i = 0; i < size; i++)
    if (!(c[i] == value)) {
      if (kept != i) c[kept] = move(c[i]);
      kept++;
    }
  while (static_cast<int>(c.size()) > kept) c.pop_back();
  return size - kept;
}
template <class T, class F> size_t erase_if(vector<T>& c, F f) {
  int kept = 0;
  int size = static_cast<int>(c.size());
  for (int i = 0; i < size; i++)
    if (!f(c[i])) {
      if (kept != i) c[kept] = move(c[i]);
      kept++;
    }
  while (static_cast<int>(c.size()) > kept) c.pop_back();
  return size - kept;
}

// Bits stand 64 to a word, so that writing two of one word from two threads is a race.
class __bit {
  unsigned long* word_;
  int at_;

 public:
  __bit(unsigned long* word, int at) : word_(word), at_(at) {}
  __bit& operator=(bool value) {
    if (value) *word_ |= 1ul << at_;
    else *word_ &= ~(1ul << at_);
    return *this;
  }
  __bit& operator=(const __bit& other) { return *this = static_cast<bool>(other); }
  __bit& operator|=(bool value) { return *this = *this | value; }
  __bit& operator&=(bool value) { return *this = *this & value; }
  operator bool() const { return (*word_ >> at_ & 1) != 0; }
  bool operator~() const { return !*this; }
  __bit& flip() { return *this = !*this; }
};
inline void swap(__bit a, __bit b) {
  bool was = a;
  a = static_cast<bool>(b);
  b = was;
}
class __bit_iterator {
  unsigned long* words_;
  long at_;

 public:
  using value_type = bool;
  using difference_type = long;
  using reference = __bit;
  using pointer = __bit*;
  using iterator_category = random_access_iterator_tag;
  __bit_iterator() : words_(nullptr), at_(0) {}
  __bit_iterator(unsigned long* words, long at) : words_(words), at_(at) {}
  __bit operator*() const { return __bit(words_ + at_ / 64, static_cast<int>(at_ % 64)); }
  __bit operator[](long i) const { return *(*this + i); }
  __bit_iterator& operator++() {
    at_++;
    return *this;
  }
  __bit_iterator operator++(int) { return __bit_iterator(words_, at_++); }
  __bit_iterator& operator--() {
    at_--;
    return *this;
  }
  __bit_iterator operator--(int) { return __bit_iterator(words_, at_--); }
  __bit_iterator& operator+=(long n) {
    at_ += n;
    return *this;
  }
  __bit_iterator& operator-=(long n) { return *this += -n; }
  __bit_iterator operator+(long n) const { return __bit_iterator(words_, at_ + n); }
  __bit_iterator operator-(long n) const { return __bit_iterator(words_, at_ - n); }
  long operator-(const __bit_iterator& other) const { return at_ - other.at_; }
  bool operator==(const __bit_iterator& other) const { return at_ == other.at_; }
  bool operator<(const __bit_iterator& other) const { return at_ < other.at_; }
};
template <> class vector<bool> {
  vector<unsigned long> words_;
  long size_ = 0;

 public:
  using value_type = bool;
  using iterator = __bit_iterator;
  using const_iterator = __bit_iterator;
  using size_type = size_t;
  using difference_type = ptrdiff_t;
  using reference = __bit;
  using const_reference = bool;
  vector() {}
  explicit vector(size_t n, bool value = false) : words_((n + 63) / 64, value ? ~0ul : 0ul), size_(static_cast<long>(n)) {}
  vector(initializer_list<bool> list) {
    for (bool x : list) push_back(x);
  }
  vector(const vector& other) : words_(other.words_), size_(other.size_) {}
  vector(vector&& other) : words_(move(other.words_)), size_(other.size_) { other.size_ = 0; }
  vector& operator=(const vector& other) {
    words_ = other.words_;
    size_ = other.size_;
    return *this;
  }
  vector& operator=(vector&& other) {
    words_ = move(other.words_);
    size_ = other.size_;
    other.size_ = 0;
    return *this;
  }
  template <class I, class = typename iterator_traits<I>::value_type> vector(I first, I last) {
    for (; first != last; ++first) push_back(*first);
  }
  size_t size() const { return static_cast<size_t>(size_); }
  bool empty() const { return size_ == 0; }
  size_t capacity() const { return words_.capacity() * 64; }
  __bit_iterator begin() const { return __bit_iterator(const_cast<unsigned long*>(words_.data()), 0); }
  __bit_iterator end() const { return begin() + size_; }
  __bit_iterator cbegin() const { return begin(); }
  __bit_iterator cend() const { return end(); }
  auto rbegin() const { return std::make_reverse_iterator(end()); }
  auto rend() const { return std::make_reverse_iterator(begin()); }
  __bit operator[](size_t i) {
    __bounds(static_cast<int>(i), static_cast<int>(size_));
    return begin()[static_cast<long>(i)];
  }
  bool operator[](size_t i) const {
    __bounds(static_cast<int>(i), static_cast<int>(size_));
    return begin()[static_cast<long>(i)];
  }
  __bit at(size_t i) {
    __range_check("vector<bool>::_M_range_check: __n", i, ") >= this->size()", static_cast<int>(size_));
    return (*this)[i];
  }
  bool at(size_t i) const {
    __range_check("vector<bool>::_M_range_check: __n", i, ") >= this->size()", static_cast<int>(size_));
    return (*this)[i];
  }
  __bit front() { return (*this)[0]; }
  __bit back() { return (*this)[size() - 1]; }
  bool front() const { return (*this)[0]; }
  bool back() const { return (*this)[size() - 1]; }
  void reserve(size_t n) { words_.reserve((n + 63) / 64); }
  void push_back(bool value) {
    if (size_ % 64 == 0) words_.push_back(0ul);
    size_++;
    begin()[size_ - 1] = value;
  }
  __bit emplace_back(bool value = false) {
    push_back(value);
    return back();
  }
  void pop_back() {
    __bounds(static_cast<int>(size_ - 1), static_cast<int>(size_));
    size_--;
    if (size_ % 64 == 0) words_.pop_back();
  }
  void resize(size_t n, bool value = false) {
    while (size() > n) pop_back();
    while (size() < n) push_back(value);
  }
  void assign(size_t n, bool value) { *this = vector(n, value); }
  void clear() {
    words_.clear();
    size_ = 0;
  }
  __bit_iterator insert(__bit_iterator at, bool value) {
    long i = at - begin();
    push_back(value);
    for (long j = size_ - 1; j > i; j--) std::swap(begin()[j], begin()[j - 1]);
    return begin() + i;
  }
  __bit_iterator erase(__bit_iterator at) {
    long i = at - begin();
    for (long j = i; j + 1 < size_; j++) begin()[j] = begin()[j + 1];
    pop_back();
    return begin() + i;
  }
  void flip() {
    for (unsigned long& word : words_) word = ~word;
  }
  void swap(vector& other) {
    words_.swap(other.words_);
    std::swap(size_, other.size_);
  }
  bool operator==(const vector& other) const {
    if (size_ != other.size_) return false;
    for (long i = 0; i < size_; i++)
      if (begin()[i] != other.begin()[i]) return false;
    return true;
  }
};
template <class T> void swap(vector<T>& a, vector<T>& b) { a.swap(b); }
template <class T> bool operator<(const vector<T>& a, const vector<T>& b) {
  for (size_t i = 0; i < a.size() && i < b.size(); i++) {
    if (a[i] < b[i]) return true;
    if (b[i] < a[i]) return false;
  }
  return a.size() < b.size();
}
template <class T> bool operator==(const vector<T>& a, const vector<T>& b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); i++)
    if (!(a[i] == b[i])) return false;
  return true;
}
}  // namespace std
