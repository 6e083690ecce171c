// <functional>: function keeps a copy of any callable in a block of its own, with what calls, copies and ends it.
namespace std {
class bad_function_call : public exception {
 public:
  const char* what() const noexcept override { return "bad_function_call"; }
};
template <class S> class function;
template <class R, class... A> class function<R(A...)> {
  void* target_ = nullptr;
  R (*call_)(void*, A...) = nullptr;
  void* (*copy_)(void*) = nullptr;
  void (*end_)(void*) = nullptr;

  template <class F> static R __call(void* f, A... args) { return (*static_cast<F*>(f))(static_cast<A&&>(args)...); }
  template <class F> static void* __copy(void* f) { return new F(*static_cast<F*>(f)); }
  template <class F> static void __finish(void* f) { __delete(static_cast<F*>(f)); }

 public:
  function() {}
  function(nullptr_t) {}
  function(const function& other) : call_(other.call_), copy_(other.copy_), end_(other.end_) {
    if (other.target_ != nullptr) target_ = copy_(other.target_);
  }
  function(function&& other) : target_(other.target_), call_(other.call_), copy_(other.copy_), end_(other.end_) { other.target_ = nullptr; }
  template <class F> function(F f) : target_(new F(move(f))), call_(&__call<F>), copy_(&__copy<F>), end_(&__finish<F>) {}
  ~function() {
    if (target_ != nullptr) end_(target_);
  }
  function& operator=(const function& other) {
    function copy(other);
    swap(copy);
    return *this;
  }
  function& operator=(function&& other) {
    function taken(move(other));
    swap(taken);
    return *this;
  }
  void swap(function& other) {
    std::swap(target_, other.target_);
    std::swap(call_, other.call_);
    std::swap(copy_, other.copy_);
    std::swap(end_, other.end_);
  }
  explicit operator bool() const { return target_ != nullptr; }
  R operator()(A... args) const {
    if (target_ == nullptr) throw bad_function_call();
    return call_(target_, static_cast<A&&>(args)...);
  }
};

template <class S> bool operator==(const function<S>& f, nullptr_t) { return !f; }

template <class T = void> struct less {
  bool operator()(const T& a, const T& b) const { return a < b; }
};
template <class T = void> struct greater {
  bool operator()(const T& a, const T& b) const { return b < a; }
};

template <class T> class reference_wrapper {
  T* ptr_;

 public:
  explicit reference_wrapper(T& t) : ptr_(&t) {}
  T& get() const { return *ptr_; }
  operator T&() const { return *ptr_; }
  template <class... A> decltype(auto) operator()(A&&... args) const { return (*ptr_)(static_cast<A&&>(args)...); }
};
template <class T> reference_wrapper<T> ref(T& t) { return reference_wrapper<T>(t); }
template <class T> reference_wrapper<const T> cref(const T& t) { return reference_wrapper<const T>(t); }
}  // namespace std
