// <bitset>: one word a bit.
#include <ios>
#include <stdexcept>
namespace std {
template <size_t N> class bitset {
  bool bits_[N] = {};

 public:
  class reference {
    bool* bit_;

   public:
    explicit reference(bool* bit) : bit_(bit) {}
    reference& operator=(bool value) {
      *bit_ = value;
      return *this;
    }
    reference& operator=(const reference& other) {
      *bit_ = *other.bit_;
      return *this;
    }
    operator bool() const { return *bit_; }
    bool operator~() const { return !*bit_; }
    reference& flip() {
      *bit_ = !*bit_;
      return *this;
    }
  };
  constexpr bitset() {}
  bitset(unsigned long value) {
    for (size_t i = 0; i < N && i < 64; i++) bits_[i] = (value >> i & 1) != 0;
  }
  explicit bitset(const string& text) {
    for (size_t i = 0; i < text.size() && i < N; i++) {
      char c = text[text.size() - 1 - i];
      if (c != '0' && c != '1') throw invalid_argument("bitset::_M_copy_from_ptr");
      bits_[i] = c == '1';
    }
  }
  explicit bitset(const char* text) : bitset(string(text)) {}
  bool operator[](size_t i) const { return bits_[i]; }
  reference operator[](size_t i) { return reference(&bits_[i]); }
  bool test(size_t i) const {
    __inside(i);
    return bits_[i];
  }
  bitset& set() {
    for (bool& bit : bits_) bit = true;
    return *this;
  }
  bitset& set(size_t i, bool value = true) {
    __inside(i);
    bits_[i] = value;
    return *this;
  }
  bitset& reset() {
    for (bool& bit : bits_) bit = false;
    return *this;
  }
  bitset& reset(size_t i) { return set(i, false); }
  bitset& flip() {
    for (bool& bit : bits_) bit = !bit;
    return *this;
  }
  bitset& flip(size_t i) { return set(i, !test(i)); }
  size_t count() const {
    size_t n = 0;
    for (bool bit : bits_) n += bit ? 1 : 0;
    return n;
  }
  size_t size() const { return N; }
  bool any() const { return count() > 0; }
  bool none() const { return count() == 0; }
  bool all() const { return count() == N; }
  unsigned long to_ulong() const {
    unsigned long value = 0;
    for (size_t i = 0; i < N && i < 64; i++) value |= static_cast<unsigned long>(bits_[i]) << i;
    return value;
  }
  unsigned long to_ullong() const { return to_ulong(); }
  string to_string(char zero = '0', char one = '1') const {
    string text;
    for (size_t i = N; i > 0; i--) text += bits_[i - 1] ? one : zero;
    return text;
  }
  bitset& operator&=(const bitset& other) {
    for (size_t i = 0; i < N; i++) bits_[i] = bits_[i] && other.bits_[i];
    return *this;
  }
  bitset& operator|=(const bitset& other) {
    for (size_t i = 0; i < N; i++) bits_[i] = bits_[i] || other.bits_[i];
    return *this;
  }
  bitset& operator^=(const bitset& other) {
    for (size_t i = 0; i < N; i++) bits_[i] = bits_[i] != other.bits_[i];
    return *this;
  }
  bitset& operator<<=(size_t n) {
    for (size_t i = N; i > 0; i--) bits_[i - 1] = i - 1 >= n && bits_[i - 1 - n];
    return *this;
  }
  bitset& operator>>=(size_t n) {
    for (size_t i = 0; i < N; i++) bits_[i] = i + n < N && bits_[i + n];
    return *this;
  }
  bitset operator&(const bitset& other) const { return bitset(*this) &= other; }
  bitset operator|(const bitset& other) const { return bitset(*this) |= other; }
  bitset operator^(const bitset& other) const { return bitset(*this) ^= other; }
  bitset operator<<(size_t n) const { return bitset(*this) <<= n; }
  bitset operator>>(size_t n) const { return bitset(*this) >>= n; }
  bitset operator~() const { return bitset(*this).flip(); }
  bool operator==(const bitset& other) const {
    for (size_t i = 0; i < N; i++)
      if (bits_[i] != other.bits_[i]) return false;
    return true;
  }
  void __inside(size_t i) const {
    if (i >= N) throw out_of_range("bitset::test: __position (which is " + std::to_string(i) + ") >= _Nb (which is " + std::to_string(N) + ")");
  }
};
template <size_t N> ostream& operator<<(ostream& out, const bitset<N>& bits) { return out << bits.to_string(); }
}  // namespace std
