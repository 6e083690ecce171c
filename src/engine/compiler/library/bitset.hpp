// <bitset>: 64 bits a word, as libstdc++ has them: writing two of one word from two threads is a race.
#include <ios>
#include <stdexcept>
namespace std {
template <size_t N> class bitset {
  unsigned long words_[N == 0 ? 1 : (N + 63) / 64] = {};
  bool __get(size_t i) const { return (words_[i / 64] >> (i % 64) & 1) != 0; }
  void __put(size_t i, bool value) {
    if (value) words_[i / 64] |= 1ul << (i % 64);
    else words_[i / 64] &= ~(1ul << (i % 64));
  }

 public:
  class reference {
    bitset* of_;
    size_t at_;

   public:
    reference(bitset* of, size_t at) : of_(of), at_(at) {}
    reference& operator=(bool value) {
      of_->__put(at_, value);
      return *this;
    }
    reference& operator=(const reference& other) { return *this = static_cast<bool>(other); }
    operator bool() const { return of_->__get(at_); }
    bool operator~() const { return !*this; }
    reference& flip() { return *this = !*this; }
  };
  constexpr bitset() {}
  bitset(unsigned long value) {
    words_[0] = N < 64 ? value & ((1ul << N % 64) - 1) : value;
  }
  explicit bitset(const string& text) {
    for (size_t i = 0; i < text.size() && i < N; i++) {
      char c = text[text.size() - 1 - i];
      if (c != '0' && c != '1') throw invalid_argument("bitset::_M_copy_from_ptr");
      __put(i, c == '1');
    }
  }
  bitset(const string& text, size_t from, size_t n = string::npos, char zero = '0', char one = '1') {
    string part = text.substr(from, n);
    for (char& c : part) c = c == one ? '1' : c == zero ? '0' : c;
    *this = bitset(part);
  }
  explicit bitset(const char* text, size_t n = string::npos, char zero = '0', char one = '1') : bitset(string(text), 0, n, zero, one) {}
  bool operator[](size_t i) const { return __get(i); }
  reference operator[](size_t i) { return reference(this, i); }
  bool test(size_t i) const {
    __inside(i);
    return __get(i);
  }
  bitset& set() {
    for (size_t i = 0; i < N; i++) __put(i, true);
    return *this;
  }
  bitset& set(size_t i, bool value = true) {
    __inside(i);
    __put(i, value);
    return *this;
  }
  bitset& reset() {
    for (unsigned long& word : words_) word = 0;
    return *this;
  }
  bitset& reset(size_t i) { return set(i, false); }
  bitset& flip() {
    for (size_t i = 0; i < N; i++) __put(i, !__get(i));
    return *this;
  }
  bitset& flip(size_t i) { return set(i, !test(i)); }
  size_t count() const {
    size_t n = 0;
    for (unsigned long word : words_) n += static_cast<size_t>(__set_bits(word));
    return n;
  }
  size_t size() const { return N; }
  bool any() const { return count() > 0; }
  bool none() const { return count() == 0; }
  bool all() const { return count() == N; }
  unsigned long to_ulong() const {
    for (size_t i = 64; i < N; i++)
      if (__get(i)) throw overflow_error("_Base_bitset::_M_do_to_ulong");
    return words_[0];
  }
  unsigned long to_ullong() const { return to_ulong(); }
  string to_string(char zero = '0', char one = '1') const {
    string text;
    for (size_t i = N; i > 0; i--) text += __get(i - 1) ? one : zero;
    return text;
  }
  bitset& operator&=(const bitset& other) {
    for (size_t i = 0; i < (N + 63) / 64; i++) words_[i] &= other.words_[i];
    return *this;
  }
  bitset& operator|=(const bitset& other) {
    for (size_t i = 0; i < (N + 63) / 64; i++) words_[i] |= other.words_[i];
    return *this;
  }
  bitset& operator^=(const bitset& other) {
    for (size_t i = 0; i < (N + 63) / 64; i++) words_[i] ^= other.words_[i];
    return *this;
  }
  bitset& operator<<=(size_t n) {
    for (size_t i = N; i > 0; i--) __put(i - 1, i - 1 >= n && __get(i - 1 - n));
    return *this;
  }
  bitset& operator>>=(size_t n) {
    for (size_t i = 0; i < N; i++) __put(i, i + n < N && __get(i + n));
    return *this;
  }
  bitset operator&(const bitset& other) const { return bitset(*this) &= other; }
  bitset operator|(const bitset& other) const { return bitset(*this) |= other; }
  bitset operator^(const bitset& other) const { return bitset(*this) ^= other; }
  bitset operator<<(size_t n) const { return bitset(*this) <<= n; }
  bitset operator>>(size_t n) const { return bitset(*this) >>= n; }
  bitset operator~() const { return bitset(*this).flip(); }
  bool operator==(const bitset& other) const {
    for (size_t i = 0; i < (N + 63) / 64; i++)
      if (words_[i] != other.words_[i]) return false;
    return true;
  }
  void __inside(size_t i) const {
    if (i >= N) throw out_of_range("bitset::test: __position (which is " + std::to_string(i) + ") >= _Nb (which is " + std::to_string(N) + ")");
  }
};
template <size_t N> istream& operator>>(istream& in, bitset<N>& bits) {
  in.ws();
  string digits;
  while (digits.size() < N && (in.__peek() == '0' || in.__peek() == '1')) digits += static_cast<char>(in.get());
  if (digits.empty()) in.setstate(ios::failbit);
  else bits = bitset<N>(digits);
  return in;
}
template <size_t N> struct hash<bitset<N>> {
  size_t operator()(const bitset<N>& bits) const { return hash<string>()(bits.to_string()); }
};
template <size_t N> ostream& operator<<(ostream& out, const bitset<N>& bits) { return out << bits.to_string(); }
}  // namespace std
