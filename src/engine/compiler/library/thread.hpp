// <thread>: each thread is a thread of the machine, run by its own worker.
#include <chrono>
#include <stop_token>
namespace std {
// Streams are told that threads begin, where there are any.
inline void __begin_thread(long) {}
template <class F, class... A> int __spawned(F&& f, A&&... args) {
  __begin_thread(0);
  return __spawn(static_cast<F&&>(f), static_cast<A&&>(args)...);
}
class thread {
  int id_ = -1;

 public:
  class id {
    int id_ = -1;

   public:
    id() {}
    explicit id(int n) : id_(n) {}
    bool operator==(const id& other) const { return id_ == other.id_; }
    bool operator<(const id& other) const { return id_ < other.id_; }
    int __number() const { return id_; }
    size_t __hash() const { return static_cast<size_t>(id_ + 1); }
  };

  using native_handle_type = unsigned long;
  static unsigned hardware_concurrency() { return __PROCESSORS; }
  unsigned long native_handle() const { return id_; }
  thread() {}
  template <class F, class... A> explicit thread(F&& f, A&&... args) : id_(__spawned(static_cast<F&&>(f), static_cast<A&&>(args)...)) {}
  thread(const thread&) = delete;
  thread& operator=(const thread&) = delete;
  thread(thread&& other) : id_(other.id_) { other.id_ = -1; }
  thread& operator=(thread&& other) {
    if (joinable()) __terminate("a joinable std::thread was assigned to");
    id_ = other.id_;
    other.id_ = -1;
    return *this;
  }
  ~thread() {
    if (joinable()) __terminate("a joinable std::thread was destroyed");
  }
  bool joinable() const { return id_ != -1; }
  void join() {
    if (!joinable()) __misuse(22, "std::thread::join: the thread is not joinable");
    __join(id_);
    id_ = -1;
  }
  void detach() {
    if (!joinable()) __misuse(22, "std::thread::detach: the thread is not joinable");
    __detach(id_);
    id_ = -1;
  }
  void swap(thread& other) { std::swap(id_, other.id_); }
  id get_id() const { return id(id_); }
};

template <class S> S& operator<<(S& out, const thread::id& id) {
  if (id.__number() < 0) out << "thread::id of a non-executing thread";
  else out << 140000000000000ul + 4096ul * id.__number();
  return out;
}
inline void swap(thread& a, thread& b) { a.swap(b); }

// Asks its thread to stop, and joins it, where its life ends.
class jthread {
  int id_ = -1;
  mutable stop_source stop_ = stop_source(nostopstate);

  // That of a thread whose function takes no token is made when somebody asks for it.
  stop_source& __stop() const {
    if (!stop_.stop_possible() && id_ != -1) stop_ = stop_source();
    return stop_;
  }

 public:
  using id = thread::id;
  static unsigned hardware_concurrency() { return __PROCESSORS; }
  jthread() {}
  template <class F, class... A> explicit jthread(F&& f, A&&... args) {
    if constexpr (__is_invocable<__decay<F>, stop_token, __decay<A>...>()) {
      stop_ = stop_source();
      id_ = __spawned(static_cast<F&&>(f), stop_.get_token(), static_cast<A&&>(args)...);
    } else {
      id_ = __spawned(static_cast<F&&>(f), static_cast<A&&>(args)...);
    }
  }
  jthread(const jthread&) = delete;
  jthread& operator=(const jthread&) = delete;
  jthread(jthread&& other) : id_(other.id_), stop_(move(other.stop_)) { other.id_ = -1; }
  jthread& operator=(jthread&& other) {
    __leave();
    id_ = other.id_;
    stop_ = move(other.stop_);
    other.id_ = -1;
    return *this;
  }
  ~jthread() { __leave(); }
  void __leave() {
    if (!joinable()) return;
    if (stop_.stop_possible()) stop_.request_stop();
    __join(id_);
    id_ = -1;
  }
  bool joinable() const { return id_ != -1; }
  void join() {
    if (!joinable()) __misuse(22, "std::jthread::join: the thread is not joinable");
    __join(id_);
    id_ = -1;
  }
  void detach() {
    if (!joinable()) __misuse(22, "std::jthread::detach: the thread is not joinable");
    __detach(id_);
    id_ = -1;
  }
  void swap(jthread& other) {
    std::swap(id_, other.id_);
    stop_.swap(other.stop_);
  }
  thread::id get_id() const { return thread::id(id_); }
  bool request_stop() { return __stop().request_stop(); }
  stop_source get_stop_source() { return __stop(); }
  stop_token get_stop_token() const { return __stop().get_token(); }
};

namespace this_thread {
inline void yield() { __yield(); }
template <class D> void sleep_for(const D& d) {
  __yield();
  chrono::__pass(d);
}
template <class T> void sleep_until(const T& t) {
  __yield();
  chrono::__pass(t);
}
inline thread::id get_id() { return thread::id(__self()); }
}  // namespace this_thread
}  // namespace std
