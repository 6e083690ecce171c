// <functional>: function keeps a copy of any callable in a block of its own, with what calls, copies and ends it.
#include <__hash>
#include <tuple>
#include <type_traits>
namespace std {
class bad_function_call : public exception {
 public:
  const char* what() const noexcept override { return "bad_function_call"; }
};
// What std::invoke means: the compiler calls functions, objects with operator() and pointers to members alike.
template <class F, class... A> decltype(auto) invoke(F&& f, A&&... args) { return static_cast<F&&>(f)(static_cast<A&&>(args)...); }

// The same, for a result of its own: of what is called for nothing it is dropped.
template <class R, class F, class... A> R __called(F& f, A&&... args) {
  if constexpr (is_void_v<R>) f(static_cast<A&&>(args)...);
  else return f(static_cast<A&&>(args)...);
}
template <class R, class F, class... A> R invoke_r(F&& f, A&&... args) { return __called<R>(f, static_cast<A&&>(args)...); }

template <class S> class function;
template <class R, class... A> class function<R(A...)> {
  void* target_ = nullptr;
  R (*call_)(void*, A...) = nullptr;
  void* (*copy_)(void*) = nullptr;
  void (*end_)(void*) = nullptr;

  template <class F> static R __call(void* f, A... args) { return __called<R>(*static_cast<F*>(f), static_cast<A&&>(args)...); }
  template <class F> static void* __copy(void* f) { return new F(*static_cast<F*>(f)); }
  template <class F> static void __finish(void* f) { __delete(static_cast<F*>(f)); }

 public:
  using result_type = R;
  function() {}
  function(nullptr_t) {}
  function(const function& other) : call_(other.call_), copy_(other.copy_), end_(other.end_) {
    if (other.target_ != nullptr) target_ = copy_(other.target_);
  }
  function(function&& other) : target_(other.target_), call_(other.call_), copy_(other.copy_), end_(other.end_) { other.target_ = nullptr; }
  template <class F> function(F f) : call_(&__call<F>), copy_(&__copy<F>), end_(&__finish<F>) {
    if constexpr (is_pointer_v<F> || is_member_pointer_v<F>)
      if (f == nullptr) return;
    target_ = new F(move(f));
  }
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
// The same, for what can only be moved.
template <class S> class move_only_function;
template <class R, class... A> class move_only_function<R(A...)> {
  void* target_ = nullptr;
  R (*call_)(void*, A...) = nullptr;
  void (*end_)(void*) = nullptr;

  template <class F> static R __call(void* f, A... args) { return __called<R>(*static_cast<F*>(f), static_cast<A&&>(args)...); }
  template <class F> static void __finish(void* f) { __delete(static_cast<F*>(f)); }

 public:
  move_only_function() {}
  move_only_function(nullptr_t) {}
  move_only_function(const move_only_function&) = delete;
  move_only_function(move_only_function&& other) : target_(other.target_), call_(other.call_), end_(other.end_) { other.target_ = nullptr; }
  template <class F> move_only_function(F&& f) : target_(new __decay<F>(static_cast<F&&>(f))), call_(&__call<__decay<F>>), end_(&__finish<__decay<F>>) {}
  ~move_only_function() {
    if (target_ != nullptr) end_(target_);
  }
  move_only_function& operator=(move_only_function&& other) {
    std::swap(target_, other.target_);
    std::swap(call_, other.call_);
    std::swap(end_, other.end_);
    return *this;
  }
  explicit operator bool() const { return target_ != nullptr; }
  R operator()(A... args) {
    if (target_ == nullptr) __terminate("an empty function was called");
    return call_(target_, static_cast<A&&>(args)...);
  }
};

template <class T = void> struct less {
  bool operator()(const T& a, const T& b) const { return a < b; }
};
template <> struct less<void> {
  using is_transparent = void;
  template <class A, class B> bool operator()(const A& a, const B& b) const { return a < b; }
};
template <class T = void> struct greater {
  bool operator()(const T& a, const T& b) const { return a > b; }
};
template <> struct greater<void> {
  using is_transparent = void;
  template <class A, class B> bool operator()(const A& a, const B& b) const { return a > b; }
};
template <class T = void> struct less_equal {
  template <class A, class B> bool operator()(const A& a, const B& b) const { return a <= b; }
};
template <class T = void> struct greater_equal {
  template <class A, class B> bool operator()(const A& a, const B& b) const { return a >= b; }
};
template <class A, class R> struct unary_function {
  using argument_type = A;
  using result_type = R;
};
template <class A, class B, class R> struct binary_function {
  using first_argument_type = A;
  using second_argument_type = B;
  using result_type = R;
};
template <class T = void> struct equal_to {
  template <class A, class B> bool operator()(const A& a, const B& b) const { return a == b; }
};
template <class T = void> struct not_equal_to {
  template <class A, class B> bool operator()(const A& a, const B& b) const { return a != b; }
};
template <class T = void> struct plus {
  template <class A, class B> auto operator()(const A& a, const B& b) const { return a + b; }
};
template <class T = void> struct minus {
  template <class A, class B> auto operator()(const A& a, const B& b) const { return a - b; }
};
template <class T = void> struct multiplies {
  template <class A, class B> auto operator()(const A& a, const B& b) const { return a * b; }
};
template <class T = void> struct divides {
  template <class A, class B> auto operator()(const A& a, const B& b) const { return a / b; }
};
template <class T = void> struct modulus {
  template <class A, class B> auto operator()(const A& a, const B& b) const { return a % b; }
};
template <class T = void> struct negate {
  template <class A> auto operator()(const A& a) const { return -a; }
};
template <class T = void> struct logical_and {
  template <class A, class B> bool operator()(const A& a, const B& b) const { return a && b; }
};
template <class T = void> struct logical_or {
  template <class A, class B> bool operator()(const A& a, const B& b) const { return a || b; }
};
template <class T = void> struct logical_not {
  template <class A> bool operator()(const A& a) const { return !a; }
};
template <class T = void> struct bit_and {
  template <class A, class B> auto operator()(const A& a, const B& b) const { return a & b; }
};
template <class T = void> struct bit_xor {
  template <class A, class B> auto operator()(const A& a, const B& b) const { return a ^ b; }
};
template <class T = void> struct bit_not {
  template <class A> auto operator()(const A& a) const { return ~a; }
};
template <class T = void> struct bit_or {
  template <class A, class B> auto operator()(const A& a, const B& b) const { return a | b; }
};
struct identity {
  template <class T> T&& operator()(T&& t) const { return static_cast<T&&>(t); }
};

template <class T> class reference_wrapper {
  T* ptr_;

 public:
  using type = T;
  reference_wrapper(T& t) : ptr_(&t) {}
  T& get() const { return *ptr_; }
  operator T&() const { return *ptr_; }
  template <class... A> decltype(auto) operator()(A&&... args) const { return (*ptr_)(static_cast<A&&>(args)...); }
};
template <class T> reference_wrapper<T> ref(T& t) { return reference_wrapper<T>(t); }
template <class T> reference_wrapper<T> ref(reference_wrapper<T> t) { return t; }
template <class T> reference_wrapper<const T> cref(const T& t) { return reference_wrapper<const T>(t); }
template <class T> T& __unwrapped(reference_wrapper<T> t) { return t.get(); }

// bind: a copy of the callable and of its arguments; placeholders take those of the call.
template <int N> struct __placeholder {};
namespace placeholders {
constexpr __placeholder<1> _1{};
constexpr __placeholder<2> _2{};
constexpr __placeholder<3> _3{};
constexpr __placeholder<4> _4{};
constexpr __placeholder<5> _5{};
constexpr __placeholder<6> _6{};
constexpr __placeholder<7> _7{};
constexpr __placeholder<8> _8{};
constexpr __placeholder<9> _9{};
}  // namespace placeholders
struct __adopt_bound {};
template <class F, class... B> class __bound;
template <class T> struct __bind_kind { static constexpr int value = 0; };
template <int N> struct __bind_kind<__placeholder<N>> { static constexpr int value = N; };
template <class T> struct __bind_kind<reference_wrapper<T>> { static constexpr int value = -1; };
template <class F, class... B> struct __bind_kind<__bound<F, B...>> { static constexpr int value = -2; };
template <class T, class... C> decltype(auto) __bind_argument(T& held, tuple<C&...>& call) {
  constexpr int kind = __bind_kind<remove_const_t<T>>::value;
  if constexpr (kind > 0) return std::get<kind - 1>(call);
  else if constexpr (kind == -1) return held.get();
  else if constexpr (kind == -2) return held.__apply(call);
  else return (held);
}
template <class F, class... B> class __bound {
  F f_;
  tuple<B...> bound_;

 public:
  template <class G, class... A> __bound(__adopt_bound, G&& f, A&&... args) : f_(static_cast<G&&>(f)), bound_(static_cast<A&&>(args)...) {}
  template <class... C> decltype(auto) operator()(C&&... call) {
    tuple<C&...> given(call...);
    return __apply(given);
  }
  template <class... C> decltype(auto) operator()(C&&... call) const {
    tuple<C&...> given(call...);
    return const_cast<__bound*>(this)->__apply(given);
  }
  template <class... C> decltype(auto) __apply(tuple<C&...>& given) { return __bind_call(f_, bound_, given, make_index_sequence<sizeof...(B)>()); }
};
template <class F, class... B, class... C, size_t... I>
decltype(auto) __bind_call(F& f, tuple<B...>& bound, tuple<C&...>& given, index_sequence<I...>) {
  return f(__bind_argument(std::get<I>(bound), given)...);
}
template <class F, class... A> auto bind(F&& f, A&&... args) {
  return __bound<__decay<F>, __decay<A>...>(__adopt_bound(), static_cast<F&&>(f), static_cast<A&&>(args)...);
}
template <class R, class F, class... A> auto bind(F&& f, A&&... args) {
  return [bound = __bound<__decay<F>, __decay<A>...>(__adopt_bound(), static_cast<F&&>(f), static_cast<A&&>(args)...)](auto&&... given) mutable -> R { return __called<R>(bound, static_cast<decltype(given)>(given)...); };
}
template <class F, class... A> auto bind_front(F&& f, A&&... args) {
  return [f = __decay<F>(static_cast<F&&>(f)), held = tuple<__decay<A>...>(static_cast<A&&>(args)...)](auto&&... rest) mutable {
    return __front_call(f, held, make_index_sequence<sizeof...(A)>(), rest...);
  };
}
template <class F, class... B, size_t... I, class... C> decltype(auto) __front_call(F& f, tuple<B...>& held, index_sequence<I...>, C&... rest) {
  return f(std::get<I>(held)..., rest...);
}
template <class M> class __member_function {
  M m_;

 public:
  explicit __member_function(M m) : m_(m) {}
  template <class O, class... A> decltype(auto) operator()(O&& object, A&&... args) const { return m_(static_cast<O&&>(object), static_cast<A&&>(args)...); }
};
template <class M> __member_function<M> mem_fn(M m) { return __member_function<M>(m); }
template <class M> __member_function<M> mem_fun(M m) { return __member_function<M>(m); }
template <class M> __member_function<M> mem_fun_ref(M m) { return __member_function<M>(m); }
// What was before lambdas: taken away in C++17, and taken by g++ all the same.
template <class F, class T> auto bind1st(F f, T value) {
  return [f, value](const auto& x) { return f(value, x); };
}
template <class F, class T> auto bind2nd(F f, T value) {
  return [f, value](const auto& x) { return f(x, value); };
}
template <class F> auto not1(F f) {
  return [f](const auto& x) { return !f(x); };
}
template <class F> auto not2(F f) {
  return [f](const auto& x, const auto& y) { return !f(x, y); };
}
template <class F> F ptr_fun(F f) { return f; }
template <class F> auto not_fn(F f) {
  return [f](auto&&... args) { return !f(args...); };
}
}  // namespace std
