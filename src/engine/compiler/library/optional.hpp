// <optional>
namespace std {
class bad_optional_access : public exception {
 public:
  const char* what() const noexcept override { return "bad optional access"; }
};
struct nullopt_t {};
constexpr nullopt_t nullopt{};
template <class T> class optional {
  T* ptr_ = nullptr;  // the value; in a block of its own, so that its life is a life like any other

 public:
  optional() {}
  optional(nullopt_t) {}
  template <class U> optional(U&& value) : ptr_(new T(static_cast<U&&>(value))) {}
  optional(const optional& other) {
    if (other.ptr_ != nullptr) ptr_ = new T(*other.ptr_);
  }
  // What is moved from keeps a value that is moved from.
  optional(optional&& other) {
    if (other.ptr_ != nullptr) ptr_ = new T(move(*other.ptr_));
  }
  ~optional() { __delete(ptr_); }
  optional& operator=(const optional& other) {
    optional copy(other);
    swap(copy);
    return *this;
  }
  optional& operator=(optional&& other) {
    optional taken(move(other));
    swap(taken);
    return *this;
  }
  void swap(optional& other) { std::swap(ptr_, other.ptr_); }
  bool has_value() const { return ptr_ != nullptr; }
  explicit operator bool() const { return ptr_ != nullptr; }
  T& value() {
    if (ptr_ == nullptr) throw bad_optional_access();
    return *ptr_;
  }
  const T& value() const {
    if (ptr_ == nullptr) throw bad_optional_access();
    return *ptr_;
  }
  template <class U> T value_or(U&& other) const { return ptr_ != nullptr ? *ptr_ : static_cast<T>(static_cast<U&&>(other)); }
  T& operator*() { return *ptr_; }
  const T& operator*() const { return *ptr_; }
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
};
template <class T> bool operator==(const optional<T>& a, const optional<T>& b) {
  if (!a || !b) return !a && !b;
  return *a == *b;
}
template <class T> bool operator==(const optional<T>& a, nullopt_t) { return !a; }
template <class T, class U> bool operator==(const optional<T>& a, const U& b) { return a && *a == b; }
template <class T> optional<T> make_optional(T value) { return optional<T>(move(value)); }
}  // namespace std
