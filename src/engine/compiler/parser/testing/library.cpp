// How the library's headers are written: templates of every kind, in the subset. Compiles with g++ -std=c++20.
#include <cstdlib>
#include <new>

namespace lib {
using size_t = unsigned long;
using nullptr_t = decltype(nullptr);
template <typename T, T V>
struct integral_constant {
  static constexpr T value = V;
  using type = integral_constant<T, V>;
  constexpr operator T() const noexcept { return value; }
};
using true_type = integral_constant<bool, true>;
using false_type = integral_constant<bool, false>;
template <typename A, typename B> struct is_same : false_type {};
template <typename A> struct is_same<A, A> : true_type {};
template <typename A, typename B> inline constexpr bool is_same_v = is_same<A, B>::value;
template <typename T> struct remove_reference { using type = T; };
template <typename T> struct remove_reference<T&> { using type = T; };
template <typename T> struct remove_reference<T&&> { using type = T; };
template <typename T> using remove_reference_t = typename remove_reference<T>::type;
template <bool B, typename T = void> struct enable_if {};
template <typename T> struct enable_if<true, T> { using type = T; };
template <bool B, typename T = void> using enable_if_t = typename enable_if<B, T>::type;
template <bool B, typename T, typename F> struct conditional { using type = T; };
template <typename T, typename F> struct conditional<false, T, F> { using type = F; };
template <typename T> constexpr T&& forward(remove_reference_t<T>& t) noexcept { return static_cast<T&&>(t); }
template <typename T> constexpr remove_reference_t<T>&& move(T&& t) noexcept { return static_cast<remove_reference_t<T>&&>(t); }
template <typename T> void swap(T& a, T& b) { T c = move(a); a = move(b); b = move(c); }
template <typename T> struct default_delete { void operator()(T* p) const { delete p; } };
template <typename T> struct default_delete<T[]> { void operator()(T* p) const { delete[] p; } };
template <typename T, typename D = default_delete<T>>
class unique_ptr {
  T* p_ = nullptr;
  D d_{};
  template <typename U, typename E> friend class unique_ptr;
 public:
  using pointer = T*;
  unique_ptr() = default;
  unique_ptr(nullptr_t) {}
  explicit unique_ptr(pointer p) : p_(p) {}
  unique_ptr(unique_ptr&& o) noexcept : p_(o.release()), d_(move(o.d_)) {}
  template <typename U, typename E, typename = enable_if_t<!is_same_v<U, T>>>
  unique_ptr(unique_ptr<U, E>&& o) noexcept : p_(o.release()) {}
  ~unique_ptr() { if (p_) d_(p_); }
  unique_ptr& operator=(unique_ptr&& o) noexcept { reset(o.release()); return *this; }
  unique_ptr& operator=(nullptr_t) { reset(); return *this; }
  void reset(pointer p = pointer()) { T* old = p_; p_ = p; if (old) d_(old); }
  pointer release() { pointer p = p_; p_ = nullptr; return p; }
  T& operator*() const { return *p_; }
  T* operator->() const { return p_; }
  explicit operator bool() const { return p_ != nullptr; }
  T* get() const { return p_; }
};
template <typename T, typename... A> unique_ptr<T> make_unique(A&&... a) { return unique_ptr<T>(new T(forward<A>(a)...)); }
struct control { long uses = 1, weaks = 1; virtual void dispose() = 0; virtual ~control() = default; };
template <typename T> struct control_of final : control {
  union { T value; };
  template <typename... A> control_of(A&&... a) : value(lib::forward<A>(a)...) {}
  ~control_of() override {}
  void dispose() override { value.~T(); }
};
template <typename T> class weak_ptr;
template <typename T>
class shared_ptr {
  T* p_; control* c_;
  friend class weak_ptr<T>;
  template <typename> friend class shared_ptr;
  template <typename U, typename... A> friend shared_ptr<U> make_shared(A&&...);
  shared_ptr(T* p, control* c) : p_{p}, c_{c} {}
 public:
  constexpr shared_ptr() noexcept : p_(), c_() {}
  shared_ptr(const shared_ptr& o) : p_(o.p_), c_(o.c_) { if (c_) ++c_->uses; }
  template <typename U> shared_ptr(const shared_ptr<U>& o) : p_(o.p_), c_(o.c_) { if (c_ != nullptr) c_->uses += 1; }
  ~shared_ptr() { if (c_ && --c_->uses == 0) { c_->dispose(); if (--c_->weaks == 0) delete c_; } }
  shared_ptr& operator=(shared_ptr o) { swap(p_, o.p_); swap(c_, o.c_); return *this; }
  T* operator->() const { return p_; }
  T& operator*() const { return *p_; }
  long use_count() const { return c_ ? c_->uses : 0; }
  friend bool operator==(const shared_ptr& a, const shared_ptr& b) { return a.p_ == b.p_; }
};
template <typename T, typename... A>
shared_ptr<T> make_shared(A&&... a) {
  auto* c = new control_of<T>(forward<A>(a)...);
  return shared_ptr<T>(&c->value, c);
}
template <typename Sig> class function;
template <typename R, typename... A>
class function<R(A...)> {
  struct base { virtual R call(A... a) = 0; virtual base* clone() const = 0; virtual ~base() {} };
  template <typename F> struct holder : base {
    F f;
    explicit holder(F f) : f(move(f)) {}
    R call(A... a) override { return f(lib::forward<A>(a)...); }
    base* clone() const override { return new holder<F>(f); }
  };
  unique_ptr<base> b_;
 public:
  function() {}
  function(const function& o) : b_(o.b_ ? o.b_->clone() : nullptr) {}
  template <typename F> function(F f) : b_(new holder<F>(move(f))) {}
  R operator()(A... a) const { return b_->call(lib::forward<A>(a)...); }
  explicit operator bool() const { return !!b_; }
};
inline void* allocate(size_t bytes) { return std::malloc(bytes); }
template <typename T>
class vector {
  T* data_ = nullptr; size_t size_ = 0, capacity_ = 0;
 public:
  using value_type = T; using iterator = T*; using const_iterator = const T*; using reference = T&;
  vector() = default;
  explicit vector(size_t n, const T& v = T()) { for (size_t i = 0; i < n; ++i) push_back(v); }
  template <typename It, typename = enable_if_t<!is_same_v<It, int>>> vector(It a, It b) { for (; a != b; ++a) push_back(*a); }
  void push_back(const T& v) { grow(); new (data_ + size_) T(v); ++size_; }
  template <typename... A> reference emplace_back(A&&... a) { grow(); return *new (static_cast<void*>(data_ + size_++)) T(lib::forward<A>(a)...); }
  iterator begin() { return data_; } iterator end() { return data_ + size_; }
  const_iterator begin() const { return data_; } const_iterator end() const { return data_ + size_; }
  reference operator[](size_t i) { return data_[i]; }
  const T& operator[](size_t i) const { return data_[i]; }
  size_t size() const { return size_; }
  iterator erase(const_iterator at);
 private:
  void grow() { if (size_ < capacity_) return; capacity_ = capacity_ ? capacity_ * 2 : 4; auto* d = static_cast<T*>(allocate(capacity_ * sizeof(T))); for (size_t i = 0; i < size_; i++) { new (d + i) T(move(data_[i])); data_[i].~T(); } data_ = d; }
};
template <typename T>
typename vector<T>::iterator vector<T>::erase(const_iterator at) {
  iterator p = data_ + (at - data_);
  for (iterator q = p; q + 1 != end(); ++q) *q = move(q[1]);
  --size_;
  return p;
}
template <typename... T> struct tuple;
template <> struct tuple<> {};
template <typename H, typename... T> struct tuple<H, T...> : tuple<T...> {
  H head;
  constexpr tuple(H h, T... t) : tuple<T...>(t...), head(h) {}
  tuple<T...>& tail() { return *this; }
};
template <size_t I, typename T> struct tuple_element;
template <typename H, typename... T> struct tuple_element<0, tuple<H, T...>> { using type = H; };
template <size_t I, typename H, typename... T> struct tuple_element<I, tuple<H, T...>> : tuple_element<I - 1, tuple<T...>> {};
template <size_t I, typename... T> auto& get(tuple<T...>& t) { if constexpr (I == 0) return t.head; else return get<I - 1>(t.tail()); }
template <typename A, typename B> struct pair { A first; B second; pair(const A& a, const B& b) : first(a), second(b) {} bool operator<(const pair& o) const { return first < o.first || (!(o.first < first) && second < o.second); } };
template <typename A, typename B> pair<A, B> make_pair(A a, B b) { return {a, b}; }
template <typename T> struct optional {
  alignas(T) unsigned char bytes[sizeof(T)];
  bool has = false;
  T& operator*() & { return *reinterpret_cast<T*>(bytes); }
  const T& operator*() const& { return *reinterpret_cast<const T*>(bytes); }
  template <typename U> T value_or(U&& u) const { return has ? **this : static_cast<T>(lib::forward<U>(u)); }
};
template <typename R, typename C, typename O, typename... A> R invoke(R (C::*m)(A...), O&& o, A... a) { return (o.*m)(a...); }
template <typename M> class lock_guard { M& m_; public: explicit lock_guard(M& m) : m_(m) { m_.lock(); } ~lock_guard() { m_.unlock(); } lock_guard(const lock_guard&) = delete; };
template <typename... M> class scoped_lock { tuple<M&...> t_; public: explicit scoped_lock(M&... m) : t_(m...) { (m.lock(), ...); } };
struct ratio_tag {}; template <long N, long D = 1> struct ratio { static constexpr long num = N, den = D; };
template <typename Rep, typename Period = ratio<1>> class duration { Rep r_; public: constexpr explicit duration(Rep r) : r_(r) {} constexpr Rep count() const { return r_; } };
using milli = ratio<1, 1000>; using milliseconds = duration<long, milli>;
template <typename To, typename R, typename P> constexpr To duration_cast(const duration<R, P>& d) { return To(d.count() * P::num / P::den < 3 ? 1 : 2); }
inline namespace literals { constexpr int answer = 42; }
template <typename T> T* addressof(T& t) { return &t; }
template <class T> class atomic { T v_; public: atomic(T v = T{}) : v_(v) {} T operator++(int) { return v_++; } operator T() const { return v_; } T operator=(T v) { return v_ = v; } };
template <typename K, typename V> class map { struct node { pair<const K, V> kv; node *left = nullptr, *right = nullptr; }; node* root_ = nullptr; public: struct iterator { node* n; bool operator!=(const iterator& o) const { return n != o.n; } pair<const K, V>* operator->() const { return &n->kv; } iterator& operator++(); }; iterator begin() { return {root_}; } };
template <typename K, typename V> typename map<K, V>::iterator& map<K, V>::iterator::operator++() { n = n->right; return *this; }
}
struct M { void lock() {} void unlock() {} int add(int x) { return x; } };
int main() {
  lib::vector<lib::vector<int>> vv;
  vv.emplace_back();
  lib::tuple<int, char> t(1, 'c');
  int x = lib::get<0>(t) < 3 ? 1 : 0;
  lib::function<int(int)> f = [x](int y) { return x + y; };
  M m, n; lib::lock_guard g(m); lib::lock_guard<M> h(n);
  lib::map<int, int> mm; for (auto it = mm.begin(); it != mm.begin(); ++it) it->second++;
  return f(2) + lib::invoke(&M::add, m, 3) + lib::make_shared<int>(3).use_count() + *lib::make_unique<int>(4);
}
