// std::hash, as libstdc++ has it on 64 bits: numbers are their own hash, texts go through Murmur, so that unordered containers keep its order.
namespace std {
inline unsigned long __mix(unsigned long v) { return v ^ (v >> 47); }
inline unsigned long __hash_text(const char* text, size_t n) {
  const unsigned long mul = 14313749767032793493ul;
  unsigned long hash = 3339675911ul ^ (n * mul);
  size_t i = 0;
  for (; i + 8 <= n; i += 8) {
    unsigned long word = 0;
    for (int j = 7; j >= 0; j--) word = (word << 8) + static_cast<unsigned char>(text[i + j]);
    hash = (hash ^ (__mix(word * mul) * mul)) * mul;
  }
  if (i < n) {
    unsigned long word = 0;
    for (size_t j = n; j > i; j--) word = (word << 8) + static_cast<unsigned char>(text[j - 1]);
    hash = (hash ^ word) * mul;
  }
  hash = __mix(hash) * mul;
  return __mix(hash);
}
template <class T> struct hash {
  size_t operator()(const T& value) const {
    if constexpr (__is_enum<T>()) return static_cast<size_t>(value);
    else if constexpr (requires { value.__hash(); }) return value.__hash();
    else if constexpr (requires { value.get() == nullptr; }) return hash<decltype(value.get())>()(value.get());
    else return static_cast<size_t>(value);
  }
};
template <class T> struct hash<T*> {
  size_t operator()(T* p) const { return p == nullptr ? 0 : static_cast<size_t>(p - static_cast<T*>(nullptr)); }
};
}  // namespace std
