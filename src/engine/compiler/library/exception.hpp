// <exception>: what is handled now, kept and thrown again elsewhere.
void abort();
namespace std {
using ::abort;
void terminate();
// Called for an exception that nobody catches; the finding of all else stands where the program is stopped.
inline terminate_handler get_terminate() { return __terminate_handler; }
inline terminate_handler set_terminate(terminate_handler handler) {
  terminate_handler old = __terminate_handler;
  __terminate_handler = handler;
  return old;
}
class bad_exception : public exception {
 public:
  const char* what() const noexcept override { return "std::bad_exception"; }
};

class exception_ptr {
  __exception* exception_ = nullptr;

 public:
  exception_ptr() {}
  exception_ptr(nullptr_t) {}
  exception_ptr(__exception* e, int) : exception_(e) {}
  exception_ptr(const exception_ptr& other) : exception_(other.exception_) {
    if (exception_ != nullptr) __count_add(&exception_->owners_);
  }
  exception_ptr(exception_ptr&& other) : exception_(other.exception_) { other.exception_ = nullptr; }
  ~exception_ptr() {
    if (exception_ != nullptr) __release(exception_);
  }
  exception_ptr& operator=(const exception_ptr& other) {
    exception_ptr copy(other);
    swap(copy);
    return *this;
  }
  exception_ptr& operator=(exception_ptr&& other) {
    exception_ptr taken(move(other));
    swap(taken);
    return *this;
  }
  void swap(exception_ptr& other) { std::swap(exception_, other.exception_); }
  explicit operator bool() const { return exception_ != nullptr; }
  bool operator==(const exception_ptr& other) const { return exception_ == other.exception_; }
  __exception* __get() const { return exception_; }
};
inline exception_ptr current_exception() {
  if (__handled == nullptr) return exception_ptr();
  __exception* e = __handled->__get();
  __count_add(&e->owners_);
  return exception_ptr(e, 0);
}
inline void rethrow_exception(exception_ptr p) {
  __exception* e = p.__get();
  if (e == nullptr) __terminate("std::rethrow_exception of no exception");
  __count_add(&e->owners_);
  __throws();
  __raise(e);
}
template <class E> exception_ptr make_exception_ptr(E e) {
  try {
    throw e;
  } catch (...) {
    return current_exception();
  }
}
inline int uncaught_exceptions() { return __under_way; }
inline bool uncaught_exception() { return __under_way > 0; }

class nested_exception {
  exception_ptr nested_ = current_exception();

 public:
  nested_exception() {}
  virtual ~nested_exception() {}
  exception_ptr nested_ptr() const { return nested_; }
  void rethrow_nested() const { rethrow_exception(nested_); }
};
// What is thrown with the exception that is handled inside it.
template <class T> struct __nested : T, nested_exception {
  explicit __nested(T&& value) : T(static_cast<T&&>(value)) {}
};
template <class T> void throw_with_nested(T&& value) { throw __nested<__decay<T>>(__decay<T>(static_cast<T&&>(value))); }
template <class E> void rethrow_if_nested(const E& e) {
  if constexpr (__is_polymorphic<E>()) {
    const nested_exception* nested = dynamic_cast<const nested_exception*>(&e);
    if (nested != nullptr && nested->nested_ptr()) nested->rethrow_nested();
  }
}
}  // namespace std
