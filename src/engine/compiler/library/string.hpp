// <string> and <string_view>: one character a word, a string's ended by 0. Growing doubles, so that appending does not fill the heap.
#include <__hash>
#include <__numbers>
#include <iterator>
#include <stdexcept>
namespace std {
// wide:
class string_view {
  const char* data_ = "";
  int size_ = 0;

 public:
  using value_type = char;
  using size_type = size_t;
  using difference_type = ptrdiff_t;
  using const_reference = const char&;
  using iterator = const char*;
  using const_iterator = const char*;
  static constexpr size_t npos = 18446744073709551615ul;
  constexpr string_view() {}
  constexpr string_view(const char* text) : data_(text) {
    while (text[size_] != 0) size_++;
  }
  constexpr string_view(const char* text, size_t n) : data_(text), size_(static_cast<int>(n)) {}
  size_t size() const { return size_; }
  size_t length() const { return size_; }
  bool empty() const { return size_ == 0; }
  const char* data() const { return data_; }
  const char* begin() const { return data_; }
  const char* end() const { return data_ + size_; }
  const char* cbegin() const { return data_; }
  const char* cend() const { return data_ + size_; }
  const char& operator[](size_t i) const {
    __bounds(static_cast<int>(i), size_);
    return data_[i];
  }
  const char& at(size_t i) const { return (*this)[i]; }
  const char& front() const { return (*this)[0]; }
  const char& back() const { return (*this)[size_ - 1]; }
  void remove_prefix(size_t n) {
    data_ = data_ + n;
    size_ -= static_cast<int>(n);
  }
  void remove_suffix(size_t n) { size_ -= static_cast<int>(n); }
  void swap(string_view& other) {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
  }
  string_view substr(size_t from, size_t n = npos) const {
    __bounds(static_cast<int>(from), size_ + 1);
    size_t most = size_ - from;
    return string_view(data_ + from, n < most ? n : most);
  }
  int compare(string_view other) const {
    for (int i = 0; i < size_ && i < other.size_; i++)
      if (data_[i] != other.data_[i]) return data_[i] - other.data_[i];
    return size_ - other.size_;
  }
  size_t find(string_view other, size_t from = 0) const {
    for (size_t i = from; i + other.size_ <= size_; i++)
      if (__here(other, static_cast<int>(i))) return i;
    return npos;
  }
  size_t find(char c, size_t from = 0) const {
    for (size_t i = from; i < size_; i++)
      if (data_[i] == c) return i;
    return npos;
  }
  size_t rfind(string_view other, size_t from = npos) const {
    int last = size_ - other.size_;
    if (from < size_ && static_cast<int>(from) < last) last = static_cast<int>(from);
    for (int i = last; i >= 0; i--)
      if (__here(other, i)) return i;
    return npos;
  }
  size_t rfind(char c, size_t from = npos) const { return rfind(string_view(&c, 1), from); }
  size_t find_first_of(string_view set, size_t from = 0) const {
    for (size_t i = from; i < size_; i++)
      if (set.find(data_[i]) != npos) return i;
    return npos;
  }
  size_t find_first_not_of(string_view set, size_t from = 0) const {
    for (size_t i = from; i < size_; i++)
      if (set.find(data_[i]) == npos) return i;
    return npos;
  }
  int __last(size_t from) const { return from < size_ ? static_cast<int>(from) : size_ - 1; }
  size_t find_last_of(string_view set, size_t from = npos) const {
    for (int i = __last(from); i >= 0; i--)
      if (set.find(data_[i]) != npos) return i;
    return npos;
  }
  size_t find_last_not_of(string_view set, size_t from = npos) const {
    for (int i = __last(from); i >= 0; i--)
      if (set.find(data_[i]) == npos) return i;
    return npos;
  }
  bool starts_with(string_view other) const { return other.size_ <= size_ && __here(other, 0); }
  bool starts_with(char c) const { return size_ > 0 && data_[0] == c; }
  bool ends_with(string_view other) const { return other.size_ <= size_ && __here(other, size_ - other.size_); }
  bool ends_with(char c) const { return size_ > 0 && data_[size_ - 1] == c; }
  bool contains(string_view other) const { return find(other) != npos; }
  bool __here(string_view other, int at) const {
    for (int i = 0; i < other.size_; i++)
      if (data_[at + i] != other.data_[i]) return false;
    return true;
  }
};
inline bool operator==(string_view a, string_view b) { return a.size() == b.size() && a.compare(b) == 0; }
inline bool operator<(string_view a, string_view b) { return a.compare(b) < 0; }
inline bool operator>(string_view a, string_view b) { return a.compare(b) > 0; }
inline bool operator<=(string_view a, string_view b) { return a.compare(b) <= 0; }
inline bool operator>=(string_view a, string_view b) { return a.compare(b) >= 0; }

class string {
  char* data_ = nullptr;
  int size_ = 0;
  int capacity_ = 0;

 public:
  using value_type = char;
  using size_type = size_t;
  using difference_type = ptrdiff_t;
  using reference = char&;
  using const_reference = const char&;
  using iterator = char*;
  using const_iterator = const char*;
  static constexpr size_t npos = 18446744073709551615ul;
  string() {}
  string(const char* text) {
    int n = 0;
    while (text[n] != 0) n++;
    __append(text, n);
  }
  string(const char* text, size_t n) { __append(text, static_cast<int>(n)); }
  explicit string(string_view text) { __append(text.data(), static_cast<int>(text.size())); }
  string(size_t n, char c) { append(n, c); }
  string(initializer_list<char> list) {
    for (char c : list) push_back(c);
  }
  template <class I> string(I first, I last) {
    for (; first != last; ++first) push_back(*first);
  }
  string(const string& other) { __append(other.data_, other.size_); }
  string(const string& other, size_t from, size_t n = npos) : string(other.substr(from, n)) {}
  string(string&& other) : data_(other.data_), size_(other.size_), capacity_(other.capacity_) {
    other.data_ = nullptr;
    other.size_ = 0;
    other.capacity_ = 0;
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
    std::swap(capacity_, other.capacity_);
  }
  string& assign(const string& other) { return *this = other; }
  string& assign(size_t n, char c) { return *this = string(n, c); }
  string& assign(const string& other, size_t from, size_t n = npos) { return *this = other.substr(from, n); }
  string& assign(const char* text) { return *this = string(text); }
  string& assign(const char* text, size_t n) { return *this = string(text, n); }
  string& assign(initializer_list<char> list) { return *this = string(list); }
  template <class I> string& assign(I first, I last) { return *this = string(first, last); }
  size_t size() const { return size_; }
  size_t length() const { return size_; }
  size_t capacity() const { return capacity_ < 15 ? 15 : capacity_; }
  bool empty() const { return size_ == 0; }
  const char* c_str() const { return data_ == nullptr ? "" : data_; }
  const char* data() const { return c_str(); }
  char* data() {
    reserve(1);
    return data_;
  }
  operator string_view() const { return string_view(c_str(), size_); }
  char* begin() { return data_; }
  char* end() { return data_ + size_; }
  const char* begin() const { return data_; }
  const char* end() const { return data_ + size_; }
  const char* cbegin() const { return data_; }
  const char* cend() const { return data_ + size_; }
  using reverse_iterator = std::reverse_iterator<char*>;
  using const_reverse_iterator = std::reverse_iterator<const char*>;
  reverse_iterator rbegin() { return reverse_iterator(end()); }
  reverse_iterator rend() { return reverse_iterator(begin()); }
  const_reverse_iterator rbegin() const { return const_reverse_iterator(end()); }
  const_reverse_iterator rend() const { return const_reverse_iterator(begin()); }
  const_reverse_iterator crbegin() const { return rbegin(); }
  const_reverse_iterator crend() const { return rend(); }
  char& operator[](size_t i) {
    __bounds(static_cast<int>(i), size_ + 1);
    return data_[i];
  }
  const char& operator[](size_t i) const {
    __bounds(static_cast<int>(i), size_ + 1);
    return c_str()[i];
  }
  char& at(size_t i) {
    __range_check("basic_string::at: __n", i, ") >= this->size()", size_);
    return data_[i];
  }
  const char& at(size_t i) const {
    __range_check("basic_string::at: __n", i, ") >= this->size()", size_);
    return data_[i];
  }
  char& front() { return at(0); }
  char& back() { return at(size_ - 1); }
  const char& front() const { return at(0); }
  const char& back() const { return at(size_ - 1); }
#include <stdexcept>
  string& operator+=(const string& other) {
    __append(other.c_str(), other.size_);
    return *this;
  }
  string& operator+=(string_view other) {
    __append(other.data(), static_cast<int>(other.size()));
    return *this;
  }
  string& operator+=(const char* text) { return *this += string_view(text); }
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
  string& append(const char* text) { return *this += text; }
  string& append(string_view text) { return *this += text; }
  string& append(const char* text, size_t n) { return *this += string_view(text, n); }
  string& append(const string& other, size_t from, size_t n = npos) { return *this += other.substr(from, n); }
  string& append(initializer_list<char> list) { return *this += string(list); }
  string& operator+=(initializer_list<char> list) { return *this += string(list); }
  string& append(size_t n, char c) {
    reserve(size_ + n);
    for (size_t i = 0; i < n; i++) push_back(c);
    return *this;
  }
  template <class I> string& append(I first, I last) {
    for (; first != last; ++first) push_back(*first);
    return *this;
  }
  string& insert(size_t at, string_view text) { return replace(at, 0, text); }
  string& insert(size_t at, size_t n, char c) { return replace(at, 0, string(n, c)); }
  string& insert(size_t at, const string& text, size_t from, size_t n = npos) { return replace(at, 0, text.substr(from, n)); }
  string& insert(size_t at, const char* text, size_t n) { return replace(at, 0, string_view(text, n)); }
  template <class I, class = typename iterator_traits<I>::value_type> char* insert(const char* at, I first, I last) {
    size_t i = at - c_str();
    replace(i, 0, string(first, last));
    return data_ + i;
  }
  char* insert(const char* at, char c) {
    size_t i = at - data_;
    replace(i, 0, string_view(&c, 1));
    return data_ + i;
  }
  string& erase(size_t at = 0, size_t n = npos) { return replace(at, n, string_view()); }
  char* erase(const char* at) {
    size_t i = at - data_;
    replace(i, 1, string_view());
    return data_ + i;
  }
  char* erase(const char* first, const char* last) {
    size_t i = first - data_;
    replace(i, last - first, string_view());
    return data_ + i;
  }
  string& replace(size_t at, size_t n, string_view text) {
    __bounds(static_cast<int>(at), size_ + 1);
    size_t most = size_ - at;
    if (n > most) n = most;
    string made;
    made.reserve(size_ - n + text.size());
    made.__append(c_str(), static_cast<int>(at));
    made += text;
    made.__append(c_str() + at + n, static_cast<int>(most - n));
    swap(made);
    return *this;
  }
  string& replace(size_t at, size_t n, size_t count, char c) { return replace(at, n, string(count, c)); }
  string& replace(const char* first, const char* last, string_view text) { return replace(first - c_str(), last - first, text); }
  string& replace(const char* first, const char* last, size_t count, char c) { return replace(first, last, string(count, c)); }
  size_t copy(char* to, size_t n, size_t from = 0) const {
    size_t most = size_ - from;
    if (n > most) n = most;
    for (size_t i = 0; i < n; i++) to[i] = c_str()[from + i];
    return n;
  }
  size_t max_size() const { return 4611686018427387903ul; }
  string substr(size_t from = 0, size_t n = npos) const {
    __bounds(static_cast<int>(from), size_ + 1);
    size_t most = size_ - from;
    return string(c_str() + from, n < most ? n : most);
  }
  size_t find(const string& other, size_t from = 0) const { return __view().find(other, from); }
  size_t find(string_view other, size_t from = 0) const { return __view().find(other, from); }
  size_t find(const char* other, size_t from = 0) const { return __view().find(other, from); }
  size_t find(char c, size_t from = 0) const { return __view().find(c, from); }
  size_t rfind(string_view other, size_t from = npos) const { return __view().rfind(other, from); }
  size_t rfind(char c, size_t from = npos) const { return __view().rfind(c, from); }
  size_t find_first_of(string_view set, size_t from = 0) const { return __view().find_first_of(set, from); }
  size_t find_first_not_of(string_view set, size_t from = 0) const { return __view().find_first_not_of(set, from); }
  size_t find_first_of(char c, size_t from = 0) const { return __view().find(c, from); }
  size_t find_first_of(const char* set, size_t from, size_t n) const { return __view().find_first_of(string_view(set, n), from); }
  size_t find_last_of(string_view set, size_t from = npos) const { return __view().find_last_of(set, from); }
  size_t find_last_of(char c, size_t from = npos) const { return __view().rfind(c, from); }
  size_t find_first_not_of(char c, size_t from = 0) const { return __view().find_first_not_of(string_view(&c, 1), from); }
  size_t find_last_not_of(string_view set, size_t from = npos) const { return __view().find_last_not_of(set, from); }
  size_t find_last_not_of(char c, size_t from = npos) const { return __view().find_last_not_of(string_view(&c, 1), from); }
  bool starts_with(string_view other) const { return __view().starts_with(other); }
  bool starts_with(char c) const { return __view().starts_with(c); }
  bool ends_with(char c) const { return __view().ends_with(c); }
  bool contains(string_view other) const { return __view().contains(other); }
  bool ends_with(string_view other) const { return __view().ends_with(other); }
  int compare(string_view other) const { return __view().compare(other); }
  int compare(size_t from, size_t n, string_view other) const { return __view().substr(from, n).compare(other); }
  void clear() {
    size_ = 0;
    if (data_ != nullptr) data_[0] = 0;
  }
  void resize(size_t n, char c = 0) {
    if (n > size_) append(n - size_, c);
    size_ = static_cast<int>(n);
    if (data_ != nullptr) data_[size_] = 0;
  }
  void reserve(size_t n) {
    if (n > capacity_) __grow(static_cast<int>(n));
  }
  void shrink_to_fit() {}
  string_view __view() const { return string_view(c_str(), size_); }
  void __grow(int n) {
    char* wider = __new_array<char>(n + 1);
    for (int i = 0; i < size_; i++) wider[i] = data_[i];
    wider[size_] = 0;
    if (data_ != nullptr) __free(data_);
    data_ = wider;
    capacity_ = n;
  }
  void __append(const char* text, int n) {
    if (n == 0) return;
    char* old = nullptr;
    if (size_ + n > capacity_) {
      // The text may lie in the block that goes.
      old = data_;
      int wide = size_ + n > 2 * capacity_ ? size_ + n : 2 * capacity_;
      char* wider = __new_array<char>(wide + 1);
      for (int i = 0; i < size_; i++) wider[i] = data_[i];
      data_ = wider;
      capacity_ = wide;
    }
    for (int i = 0; i < n; i++) data_[size_ + i] = text[i];
    size_ += n;
    data_[size_] = 0;
    if (old != nullptr) __free(old);
  }
};
// :wide
template <> struct hash<string_view> {
  size_t operator()(const string_view& s) const { return __hash_text(s.data(), s.size()); }
};
template <> struct hash<string> {
  size_t operator()(const string& s) const { return __hash_text(s.data(), s.size()); }
};
template <class C> using basic_string = string;
template <class C> using basic_string_view = string_view;
// wide:
inline bool operator==(const string& a, const string& b) { return a.size() == b.size() && a.__view().compare(b) == 0; }
inline bool operator<(const string& a, const string& b) { return a.__view().compare(b) < 0; }
inline bool operator>(const string& a, const string& b) { return b < a; }
inline bool operator<=(const string& a, const string& b) { return !(b < a); }
inline bool operator>=(const string& a, const string& b) { return !(a < b); }
inline string operator+(const string& a, const string& b) {
  string sum = a;
  sum += b;
  return sum;
}
inline string operator+(const string& a, const char* b) {
  string sum = a;
  sum += b;
  return sum;
}
inline string operator+(const char* a, const string& b) {
  string sum(a);
  sum += b;
  return sum;
}
inline string operator+(const string& a, char b) {
  string sum = a;
  sum += b;
  return sum;
}
inline string operator+(char a, const string& b) {
  string sum(1, a);
  sum += b;
  return sum;
}
// :wide
template <class F> size_t erase_if(string& s, F f) {
  size_t kept = 0;
  for (size_t i = 0; i < s.size(); i++)
    if (!f(s[i])) s[kept++] = s[i];
  size_t gone = s.size() - kept;
  s.resize(kept);
  return gone;
}
inline size_t erase(string& s, char c) {
  return erase_if(s, [c](char x) { return x == c; });
}
inline string __digits(unsigned long rest, bool negative, int base = 10, bool upper = false) {
  char digits[72];
  int at = 71;
  digits[at] = 0;
  do {
    int digit = static_cast<int>(rest % base);
    digits[--at] = static_cast<char>(digit < 10 ? '0' + digit : (upper ? 'A' : 'a') + digit - 10);
    rest = rest / base;
  } while (rest != 0);
  if (negative) digits[--at] = '-';
  return string(digits + at);
}
inline string to_string(long n) {
  return __digits(n < 0 ? 0ul - static_cast<unsigned long>(n) : static_cast<unsigned long>(n), n < 0);
}
inline string to_string(int n) { return to_string(static_cast<long>(n)); }
inline string to_string(unsigned long n) { return __digits(n, false); }
inline string to_string(long long n) { return to_string(static_cast<long>(n)); }
inline string to_string(unsigned long long n) { return __digits(n, false); }
inline string __float_f(double x, int precision) {
  string text;
  for (int i = 0, c = 0; (c = __float_digit(x, precision, i, 'f')) != 0; i++) text += static_cast<char>(c);
  return text;
}
inline string __float_e(double x, int precision) {
  string text;
  for (int i = 0, c = 0; (c = __float_digit(x, precision, i, 'e')) != 0; i++) text += static_cast<char>(c);
  return text;
}
inline string __float_g(double x, int precision) {
  string text;
  for (int i = 0, c = 0; (c = __float_digit(x, precision, i, 'g')) != 0; i++) text += static_cast<char>(c);
  return text;
}
// The fewest digits that are read as the same number, as %e has them; with or without a power of ten, whichever is shorter ([charconv.to.chars]).
inline string __shortest_of(double x, string text) {
  size_t e = text.find('e');
  if (e == string::npos) return text;
  size_t first = text[0] == '-' ? 1 : 0;
  int digits = static_cast<int>(e - first) - (text[first + 1] == '.' ? 1 : 0);
  bool small = text[e + 1] == '-';
  int power = 0;
  for (size_t i = e + 2; i < text.size(); i++) power = power * 10 + (text[i] - '0');
  string plain = __float_f(x, small ? digits - 1 + power : power >= digits - 1 ? 0 : digits - 1 - power);
  return plain.size() <= text.size() ? plain : text;
}
inline string __shortest(double x) {
  string text;
  for (int i = 0, c = 0; (c = __float_digit(x, 0, i, 'r')) != 0; i++) text += static_cast<char>(c);
  return __shortest_of(x, text);
}
inline string __shortest(float x) {
  string text;
  for (int i = 0, c = 0; (c = __float_digit(x, 0, i, 'R')) != 0; i++) text += static_cast<char>(c);
  return __shortest_of(x, text);
}
inline string to_string(double x) { return __float_f(x, 6); }
inline string to_string(float x) { return __float_f(x, 6); }
inline string to_string(unsigned n) { return __digits(n, false); }
// The number that the text begins with; `used` is how much of it was read, 0 for none.
inline long __number(const char* text, int base, int& used) {
  int i = 0;
  while (text[i] == ' ' || text[i] == '\t' || text[i] == '\n') i++;
  bool negative = text[i] == '-';
  if (text[i] == '-' || text[i] == '+') i++;
  if ((base == 0 || base == 16) && text[i] == '0' && (text[i + 1] == 'x' || text[i + 1] == 'X')) {
    i += 2;
    base = 16;
  }
  if (base == 0) base = text[i] == '0' ? 8 : 10;
  long n = 0;
  used = 0;
  for (;; i++) {
    char c = text[i];
    int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'z' ? c - 'a' + 10 : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 99;
    if (digit >= base) break;
    n = n * base + digit;
    used = i + 1;
  }
  return negative ? -n : n;
}
inline long __parsed(const char* what, const string& text, size_t* end, int base) {
  int used = 0;
  long n = __number(text.c_str(), base, used);
  if (used == 0) throw invalid_argument(what);
  if (end != nullptr) *end = used;
  return n;
}
inline int stoi(const string& text, size_t* end = nullptr, int base = 10) { return static_cast<int>(__parsed("stoi", text, end, base)); }
inline long stol(const string& text, size_t* end = nullptr, int base = 10) { return __parsed("stol", text, end, base); }
inline long long stoll(const string& text, size_t* end = nullptr, int base = 10) { return __parsed("stoll", text, end, base); }
inline unsigned long stoul(const string& text, size_t* end = nullptr, int base = 10) { return __parsed("stoul", text, end, base); }
inline unsigned long long stoull(const string& text, size_t* end = nullptr, int base = 10) { return __parsed("stoull", text, end, base); }
inline double stod(const string& text, size_t* end = nullptr) {
  char* last = nullptr;
  double value = strtod(text.c_str(), &last);
  if (last == text.c_str()) throw invalid_argument("stod");
  if (end != nullptr) *end = last - text.c_str();
  return value;
}
inline float stof(const string& text, size_t* end = nullptr) { return static_cast<float>(stod(text, end)); }
inline void swap(string& a, string& b) { a.swap(b); }
inline string __suffix_s(const char* text, unsigned long n) { return string(text, n); }
inline string_view __suffix_sv(const char* text, unsigned long n) { return string_view(text, n); }
namespace string_literals {}
namespace string_view_literals {}
namespace literals {
namespace string_literals {}
namespace string_view_literals {}
}  // namespace literals
}  // namespace std
