// <string>: enough for names and logs. One character a word, ended by 0.
#include <stdexcept>
namespace std {
class string {
  char* data_ = nullptr;
  int size_ = 0;

 public:
  static constexpr size_t npos = 18446744073709551615ul;
  string() {}
  string(const char* text) {
    int n = 0;
    while (text[n] != 0) n++;
    __assign(text, n);
  }
  string(const char* text, size_t n) { __assign(text, static_cast<int>(n)); }
  string(size_t n, char c) {
    for (size_t i = 0; i < n; i++) push_back(c);
  }
  string(const string& other) {
    if (other.size_ > 0) __assign(other.data_, other.size_);
  }
  string(string&& other) : data_(other.data_), size_(other.size_) {
    other.data_ = nullptr;
    other.size_ = 0;
  }
  ~string() {
    if (data_ != nullptr) __free(data_);
  }
  string& operator=(const string& other) {
    string copy(other);
    swap(copy);
    return *this;
  }
  string& operator=(string&& other) {
    string taken(move(other));
    swap(taken);
    return *this;
  }
  void swap(string& other) {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
  }
  size_t size() const { return size_; }
  size_t length() const { return size_; }
  bool empty() const { return size_ == 0; }
  const char* c_str() const { return data_ == nullptr ? "" : data_; }
  const char* data() const { return c_str(); }
  char* begin() { return data_; }
  char* end() { return data_ + size_; }
  const char* begin() const { return data_; }
  const char* end() const { return data_ + size_; }
  char& operator[](size_t i) {
    __bounds(static_cast<int>(i), size_);
    return data_[i];
  }
  const char& operator[](size_t i) const {
    __bounds(static_cast<int>(i), size_);
    return data_[i];
  }
  char& at(size_t i) {
    __range_check("basic_string::at: __n", i, ") >= this->size()", size_);
    return (*this)[i];
  }
  const char& at(size_t i) const {
    __range_check("basic_string::at: __n", i, ") >= this->size()", size_);
    return (*this)[i];
  }
  char front() const { return (*this)[0]; }
  char back() const { return (*this)[size_ - 1]; }
  string& operator+=(const string& other) {
    __append(other.c_str(), other.size_);
    return *this;
  }
  string& operator+=(char c) {
    __append(&c, 1);
    return *this;
  }
  void push_back(char c) { __append(&c, 1); }
  void pop_back() {
    __bounds(size_ - 1, size_);
    size_--;
    data_[size_] = 0;
  }
  string& append(const string& other) { return *this += other; }
  string substr(size_t from, size_t n = npos) const {
    __bounds(static_cast<int>(from), size_ + 1);
    size_t most = size_ - from;
    return string(c_str() + from, n < most ? n : most);
  }
  size_t find(const string& other, size_t from = 0) const {
    for (size_t i = from; i + other.size_ <= size_; i++) {
      int same = 0;
      while (same < other.size_ && data_[i + same] == other.data_[same]) same++;
      if (same == other.size_) return i;
    }
    return npos;
  }
  size_t find(char c, size_t from = 0) const {
    for (size_t i = from; i < size_; i++)
      if (data_[i] == c) return i;
    return npos;
  }
  int compare(const string& other) const {
    for (int i = 0; i < size_ && i < other.size_; i++)
      if (data_[i] != other.data_[i]) return data_[i] - other.data_[i];
    return size_ - other.size_;
  }
  void clear() {
    string none;
    swap(none);
  }
  void __assign(const char* text, int n) {
    data_ = __new_array<char>(n + 1);
    for (int i = 0; i < n; i++) data_[i] = text[i];
    data_[n] = 0;
    size_ = n;
  }
  void __append(const char* text, int n) {
    char* joined = __new_array<char>(size_ + n + 1);
    for (int i = 0; i < size_; i++) joined[i] = data_[i];
    for (int i = 0; i < n; i++) joined[size_ + i] = text[i];
    joined[size_ + n] = 0;
    if (data_ != nullptr) __free(data_);
    data_ = joined;
    size_ += n;
  }
};
inline bool operator==(const string& a, const string& b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); i++)
    if (a[i] != b[i]) return false;
  return true;
}
inline bool operator<(const string& a, const string& b) {
  return a.compare(b) < 0;
}
inline bool operator>(const string& a, const string& b) { return b < a; }
inline bool operator<=(const string& a, const string& b) { return !(b < a); }
inline bool operator>=(const string& a, const string& b) { return !(a < b); }
inline string operator+(const string& a, const string& b) {
  string sum = a;
  sum += b;
  return sum;
}
inline string operator+(const string& a, char b) {
  string sum = a;
  sum += b;
  return sum;
}
inline string __digits(unsigned long rest, bool negative) {
  char digits[24];
  int at = 23;
  digits[at] = 0;
  do {
    digits[--at] = static_cast<char>('0' + static_cast<int>(rest % 10));
    rest = rest / 10;
  } while (rest != 0);
  if (negative) digits[--at] = '-';
  return string(digits + at);
}
inline string to_string(long n) {
  return __digits(n < 0 ? 0ul - static_cast<unsigned long>(n) : static_cast<unsigned long>(n), n < 0);
}
inline string to_string(int n) { return to_string(static_cast<long>(n)); }
inline string to_string(unsigned long n) { return __digits(n, false); }
inline string to_string(unsigned n) { return __digits(n, false); }
}  // namespace std
