// <array>
#include <stdexcept>
namespace std {
template <class T, size_t N> struct array {
  T items_[N];

  size_t size() const { return N; }
  bool empty() const { return N == 0; }
  T* begin() { return items_; }
  T* end() { return items_ + N; }
  const T* begin() const { return items_; }
  const T* end() const { return items_ + N; }
  T* data() { return items_; }
  const T* data() const { return items_; }
  T& operator[](size_t i) { return items_[i]; }
  const T& operator[](size_t i) const { return items_[i]; }
  T& at(size_t i) {
    __range_check("array::at: __n", i, ") >= _Nm", N);
    return items_[i];
  }
  const T& at(size_t i) const {
    __range_check("array::at: __n", i, ") >= _Nm", N);
    return items_[i];
  }
  T& front() { return items_[0]; }
  T& back() { return items_[N - 1]; }
  const T& front() const { return items_[0]; }
  const T& back() const { return items_[N - 1]; }
  void fill(const T& value) {
    for (auto& x : items_) x = value;
  }
};
template <class T, class... U> array(T, U...) -> array<T, 1 + sizeof...(U)>;
template <size_t I, class T, size_t N> T& get(array<T, N>& a) { return a[I]; }
template <size_t I, class T, size_t N> const T& get(const array<T, N>& a) { return a[I]; }
template <class T, size_t N> bool operator==(const array<T, N>& a, const array<T, N>& b) {
  for (size_t i = 0; i < N; i++)
    if (!(a[i] == b[i])) return false;
  return true;
}
}  // namespace std
