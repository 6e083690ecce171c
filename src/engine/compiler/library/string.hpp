// <string>: enough for names and logs. One character a word, ended by 0.
namespace std {
class string {
  char* data_ = nullptr;
  int size_ = 0;

 public:
  string() {}
  string(const char* text) {
    int n = 0;
    while (text[n] != 0) n++;
    __assign(text, n);
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
  for (size_t i = 0; i < a.size() && i < b.size(); i++)
    if (a[i] != b[i]) return a[i] < b[i];
  return a.size() < b.size();
}
inline string operator+(const string& a, const string& b) {
  string sum = a;
  sum += b;
  return sum;
}
inline string to_string(long n) {
  char digits[24];
  int at = 23;
  digits[at] = 0;
  bool negative = n < 0;
  unsigned long rest = negative ? 0ul - static_cast<unsigned long>(n) : static_cast<unsigned long>(n);
  do {
    digits[--at] = static_cast<char>('0' + static_cast<int>(rest % 10));
    rest = rest / 10;
  } while (rest != 0);
  if (negative) digits[--at] = '-';
  return string(digits + at);
}
inline string to_string(int n) { return to_string(static_cast<long>(n)); }
inline string to_string(unsigned long n) { return to_string(static_cast<long>(n)); }
}  // namespace std
