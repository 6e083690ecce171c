// <optional>
#include <compare>
#include <type_traits>
#include <utility>
namespace std {
class bad_optional_access : public exception {
 public:
  const char* what() const noexcept override { return "bad optional access"; }
};
struct nullopt_t {
  explicit constexpr nullopt_t(int) {}
};
constexpr nullopt_t nullopt{0};
template <class T> class optional;
// What is compared with the value of an optional.
template <class T> constexpr bool __is_plain = !is_same_v<T, nullopt_t>;
template <class T> constexpr bool __is_plain<optional<T>> = false;
// What an optional<T> takes as a value: no other optional, and nothing that says how it is made ([optional.ctor]/23).
template <class T, class U> constexpr bool __is_value_for = !is_same_v<remove_cvref_t<U>, in_place_t> && !is_same_v<remove_cvref_t<U>, nullopt_t> && !is_same_v<remove_cvref_t<U>, optional<T>> && is_constructible_v<T, U>;
template <class T, class U> constexpr bool __is_converted = !is_same_v<T, U> && !is_same_v<T, bool> && !is_constructible_v<T, optional<U>&> && is_constructible_v<T, U>;

template <class T> class optional {
  T* ptr_ = nullptr;  // the value; in a block of its own, so that its life is a life like any other

  template <class U> void __take(U&& value) {
    if (ptr_ != nullptr) *ptr_ = static_cast<U&&>(value);
    else ptr_ = new T(static_cast<U&&>(value));
  }
  void __wants() const {
    if (ptr_ == nullptr) throw bad_optional_access();
  }

 public:
  using value_type = T;
  optional() {}
  optional(nullopt_t) {}
  template <class... A> explicit optional(in_place_t, A&&... args) : ptr_(new T(static_cast<A&&>(args)...)) {}
  template <class U, class... A> explicit optional(in_place_t, initializer_list<U> list, A&&... args) : ptr_(new T(list, static_cast<A&&>(args)...)) {}
  template <class U = T> requires __is_value_for<T, U> explicit(!is_convertible_v<U, T>) optional(U&& value) : ptr_(new T(static_cast<U&&>(value))) {}
  optional(const optional& other) {
    if (other.ptr_ != nullptr) ptr_ = new T(*other.ptr_);
  }
  // What is moved from keeps a value that is moved from.
  optional(optional&& other) {
    if (other.ptr_ != nullptr) ptr_ = new T(move(*other.ptr_));
  }
  template <class U> requires __is_converted<T, U> optional(const optional<U>& other) {
    if (other) ptr_ = new T(*other);
  }
  template <class U> requires __is_converted<T, U> optional(optional<U>&& other) {
    if (other) ptr_ = new T(move(*other));
  }
  ~optional() { __delete(ptr_); }
  optional& operator=(nullopt_t) {
    reset();
    return *this;
  }
  optional& operator=(const optional& other) {
    if (other.ptr_ == nullptr) reset();
    else __take(*other.ptr_);
    return *this;
  }
  optional& operator=(optional&& other) {
    if (other.ptr_ == nullptr) reset();
    else __take(move(*other.ptr_));
    return *this;
  }
  template <class U = T> requires __is_value_for<T, U> optional& operator=(U&& value) {
    __take(static_cast<U&&>(value));
    return *this;
  }
  template <class U> requires __is_converted<T, U> optional& operator=(const optional<U>& other) {
    if (other) __take(*other);
    else reset();
    return *this;
  }
  void swap(optional& other) { std::swap(ptr_, other.ptr_); }
  bool has_value() const { return ptr_ != nullptr; }
  explicit operator bool() const { return ptr_ != nullptr; }
  T& value() & {
    __wants();
    return *ptr_;
  }
  const T& value() const& {
    __wants();
    return *ptr_;
  }
  T&& value() && {
    __wants();
    return move(*ptr_);
  }
  template <class U> T value_or(U&& other) const& { return ptr_ != nullptr ? *ptr_ : static_cast<T>(static_cast<U&&>(other)); }
  template <class U> T value_or(U&& other) && { return ptr_ != nullptr ? move(*ptr_) : static_cast<T>(static_cast<U&&>(other)); }
  T& operator*() & { return *ptr_; }
  const T& operator*() const& { return *ptr_; }
  T&& operator*() && { return move(*ptr_); }
  T* operator->() { return ptr_; }
  const T* operator->() const { return ptr_; }
  void reset() {
    T* old = ptr_;
    ptr_ = nullptr;
    __delete(old);
  }
  template <class... A> T& emplace(A&&... args) {
    reset();
    ptr_ = new T(static_cast<A&&>(args)...);
    return *ptr_;
  }
  template <class U, class... A> T& emplace(initializer_list<U> list, A&&... args) {
    reset();
    ptr_ = new T(list, static_cast<A&&>(args)...);
    return *ptr_;
  }
};
template <class T> optional(T) -> optional<T>;

template <class T, class U> bool operator==(const optional<T>& a, const optional<U>& b) {
  if (!a || !b) return !a && !b;
  return *a == *b;
}
template <class T, class U> bool operator<(const optional<T>& a, const optional<U>& b) { return b && (!a || *a < *b); }
template <class T, class U> bool operator>(const optional<T>& a, const optional<U>& b) { return b < a; }
template <class T, class U> bool operator<=(const optional<T>& a, const optional<U>& b) { return !(b < a); }
template <class T, class U> bool operator>=(const optional<T>& a, const optional<U>& b) { return !(a < b); }
template <class T> bool operator==(const optional<T>& a, nullopt_t) { return !a; }
template <class T> bool operator==(nullopt_t, const optional<T>& b) { return !b; }
template <class T, class U> requires __is_plain<U> bool operator==(const optional<T>& a, const U& b) { return a && *a == b; }
template <class T, class U> requires __is_plain<U> bool operator<(const optional<T>& a, const U& b) { return !a || *a < b; }
template <class T, class U> requires __is_plain<U> bool operator>(const optional<T>& a, const U& b) { return a && *a > b; }
template <class T, class U> requires __is_plain<U> bool operator<=(const optional<T>& a, const U& b) { return !a || *a <= b; }
template <class T, class U> requires __is_plain<U> bool operator>=(const optional<T>& a, const U& b) { return a && *a >= b; }
template <class T> void swap(optional<T>& a, optional<T>& b) { a.swap(b); }
template <class T> optional<__decay<T>> make_optional(T&& value) { return optional<__decay<T>>(static_cast<T&&>(value)); }
template <class T, class A, class... B> optional<T> make_optional(A&& first, B&&... rest) { return optional<T>(in_place, static_cast<A&&>(first), static_cast<B&&>(rest)...); }
template <class T> struct hash;
template <class T> struct hash<optional<T>> {
  size_t operator()(const optional<T>& o) const { return o ? hash<T>()(*o) : 0; }
};
}  // namespace std
