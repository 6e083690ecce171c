// <span>
#include <array>
#include <iterator>
#include <type_traits>
namespace std {
constexpr size_t dynamic_extent = 18446744073709551615ul;
template <class T, size_t N = dynamic_extent> class span {
  T* data_ = nullptr;
  int size_ = 0;

 public:
  using element_type = T;
  using value_type = remove_const_t<T>;
  using size_type = size_t;
  using difference_type = ptrdiff_t;
  using pointer = T*;
  using reference = T&;
  using iterator = T*;
  static constexpr size_t extent = N;
  span() {}
  span(T* first, size_t n) : data_(first), size_(static_cast<int>(n)) {}
  span(T* first, T* last) : data_(first), size_(static_cast<int>(last - first)) {}
  template <size_t M> span(T (&items)[M]) : data_(items), size_(static_cast<int>(M)) {}
  template <class C> requires requires(C& c) { c.data(); c.size(); } span(C&& c) : data_(c.data()), size_(static_cast<int>(c.size())) {}
  span(const span& other) : data_(other.data_), size_(other.size_) {}
  span& operator=(const span& other) {
    data_ = other.data_;
    size_ = other.size_;
    return *this;
  }
  size_t size() const { return size_; }
  size_t size_bytes() const { return size_ * sizeof(T); }
  bool empty() const { return size_ == 0; }
  T* data() const { return data_; }
  T* begin() const { return data_; }
  T* end() const { return data_ + size_; }
  reverse_iterator<T*> rbegin() const { return reverse_iterator<T*>(end()); }
  reverse_iterator<T*> rend() const { return reverse_iterator<T*>(begin()); }
  T& operator[](size_t i) const {
    __bounds(static_cast<int>(i), size_);
    return data_[i];
  }
  T& front() const { return (*this)[0]; }
  T& back() const { return (*this)[size_ - 1]; }
  span<T> first(size_t n) const { return span<T>(data_, n); }
  span<T> last(size_t n) const { return span<T>(data_ + size_ - n, n); }
  template <size_t M> span<T> first() const { return first(M); }
  template <size_t M> span<T> last() const { return last(M); }
  span<T> subspan(size_t from, size_t n = dynamic_extent) const { return span<T>(data_ + from, n == dynamic_extent ? size_ - from : n); }
};
template <class T, size_t N> span(T (&)[N]) -> span<T>;
template <class T> span(T*, size_t) -> span<T>;
template <class T> span(T*, T*) -> span<T>;
template <class C> span(C&&) -> span<remove_reference_t<decltype(*declval<C&>().data())>>;
}  // namespace std
