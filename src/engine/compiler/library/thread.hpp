// <thread>: each thread is a thread of the machine, run by its own worker.
#include <chrono>
namespace std {
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
  };

  thread() {}
  template <class F, class... A> explicit thread(F&& f, A&&... args) : id_(__spawn(static_cast<F&&>(f), static_cast<A&&>(args)...)) {}
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
    if (!joinable()) __terminate("std::thread::join: the thread is not joinable");
    __join(id_);
    id_ = -1;
  }
  void detach() {
    if (!joinable()) __terminate("std::thread::detach: the thread is not joinable");
    __detach(id_);
    id_ = -1;
  }
  void swap(thread& other) { std::swap(id_, other.id_); }
  id get_id() const { return id(id_); }
};

class jthread {
  int id_ = -1;

 public:
  jthread() {}
  template <class F, class... A> explicit jthread(F&& f, A&&... args) : id_(__spawn(static_cast<F&&>(f), static_cast<A&&>(args)...)) {}
  jthread(const jthread&) = delete;
  jthread& operator=(const jthread&) = delete;
  jthread(jthread&& other) : id_(other.id_) { other.id_ = -1; }
  ~jthread() {
    if (joinable()) __join(id_);
  }
  bool joinable() const { return id_ != -1; }
  void join() {
    if (!joinable()) __terminate("std::jthread::join: the thread is not joinable");
    __join(id_);
    id_ = -1;
  }
  void detach() {
    __detach(id_);
    id_ = -1;
  }
};

namespace this_thread {
inline void yield() { __yield(); }
template <class D> void sleep_for(const D&) { __yield(); }
inline thread::id get_id() { return thread::id(__self()); }
}  // namespace this_thread
}  // namespace std
