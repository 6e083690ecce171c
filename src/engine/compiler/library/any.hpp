// <any>: a value of any type that can be copied, in a block of its own.
#include <type_traits>
#include <utility>
namespace std {
class bad_any_cast : public bad_cast {
 public:
  const char* what() const noexcept override { return "bad any_cast"; }
};
class any {
  void* value_ = nullptr;
  const type_info* type_ = nullptr;
  void* (*copy_)(const void*) = nullptr;
  void (*end_)(void*) = nullptr;

  template <class T> static void* __copy(const void* from) { return new T(*static_cast<const T*>(from)); }
  template <class T> static void __finish(void* value) { __delete(static_cast<T*>(value)); }
  template <class T, class... A> T& __hold(A&&... args) {
    T* made = new T(static_cast<A&&>(args)...);
    value_ = made;
    type_ = &typeid(T);
    copy_ = &__copy<T>;
    end_ = &__finish<T>;
    return *made;
  }

 public:
  any() {}
  any(const any& other) : type_(other.type_), copy_(other.copy_), end_(other.end_) {
    if (other.value_ != nullptr) value_ = copy_(other.value_);
  }
  any(any&& other) : value_(other.value_), type_(other.type_), copy_(other.copy_), end_(other.end_) {
    other.value_ = nullptr;
    other.type_ = nullptr;
  }
  template <class T> requires (!is_same_v<decay_t<T>, any>) any(T&& value) { __hold<decay_t<T>>(static_cast<T&&>(value)); }
  template <class T, class... A> explicit any(in_place_type_t<T>, A&&... args) { __hold<T>(static_cast<A&&>(args)...); }
  template <class T, class E, class... A> explicit any(in_place_type_t<T>, initializer_list<E> list, A&&... args) { __hold<T>(list, static_cast<A&&>(args)...); }
  ~any() { reset(); }
  any& operator=(const any& other) {
    any copy(other);
    swap(copy);
    return *this;
  }
  any& operator=(any&& other) {
    any taken(move(other));
    swap(taken);
    return *this;
  }
  template <class T> requires (!is_same_v<decay_t<T>, any>) any& operator=(T&& value) {
    any made(static_cast<T&&>(value));
    swap(made);
    return *this;
  }
  template <class T, class... A> T& emplace(A&&... args) {
    reset();
    return __hold<T>(static_cast<A&&>(args)...);
  }
  template <class T, class E, class... A> T& emplace(initializer_list<E> list, A&&... args) {
    reset();
    return __hold<T>(list, static_cast<A&&>(args)...);
  }
  void reset() {
    if (value_ != nullptr) end_(value_);
    value_ = nullptr;
    type_ = nullptr;
  }
  void swap(any& other) {
    std::swap(value_, other.value_);
    std::swap(type_, other.type_);
    std::swap(copy_, other.copy_);
    std::swap(end_, other.end_);
  }
  bool has_value() const { return value_ != nullptr; }
  const type_info& type() const { return type_ == nullptr ? typeid(void) : *type_; }
  void* __value() const { return value_; }
};
template <class T> T* any_cast(any* a) { return a != nullptr && a->has_value() && a->type() == typeid(T) ? static_cast<T*>(a->__value()) : nullptr; }
template <class T> const T* any_cast(const any* a) { return a != nullptr && a->has_value() && a->type() == typeid(T) ? static_cast<const T*>(a->__value()) : nullptr; }
template <class T> T any_cast(any& a) {
  auto* value = any_cast<remove_cvref_t<T>>(&a);
  if (value == nullptr) throw bad_any_cast();
  return static_cast<T>(*value);
}
template <class T> T any_cast(const any& a) {
  auto* value = any_cast<remove_cvref_t<T>>(&a);
  if (value == nullptr) throw bad_any_cast();
  return static_cast<T>(*value);
}
template <class T> T any_cast(any&& a) {
  auto* value = any_cast<remove_cvref_t<T>>(&a);
  if (value == nullptr) throw bad_any_cast();
  return static_cast<T>(move(*value));
}
template <class T, class... A> any make_any(A&&... args) { return any(in_place_type_t<T>(), static_cast<A&&>(args)...); }
}  // namespace std
