// <future>: promise, future, async (always a thread of its own) and packaged_task, over one shared state.
#include <condition_variable>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
namespace std {
enum class launch { async = 1, deferred = 2 };

template <class T> class __future_state {
 public:
  mutex lock_;
  condition_variable ready_;
  optional<T> result_;
  bool done_ = false;
  thread worker_;  // of std::async
  void __set(T value) {
    lock_guard<mutex> held(lock_);
    if (done_) __terminate("std::future_error: the promise is satisfied already");
    result_ = move(value);
    done_ = true;
    ready_.notify_all();
  }
  void __wait() {
    unique_lock<mutex> held(lock_);
    while (!done_) ready_.wait(held);
  }
  T __take() {
    __wait();
    return move(*result_);
  }
};
template <> class __future_state<void> {
 public:
  mutex lock_;
  condition_variable ready_;
  bool done_ = false;
  thread worker_;
  void __set() {
    lock_guard<mutex> held(lock_);
    if (done_) __terminate("std::future_error: the promise is satisfied already");
    done_ = true;
    ready_.notify_all();
  }
  void __wait() {
    unique_lock<mutex> held(lock_);
    while (!done_) ready_.wait(held);
  }
  void __take() { __wait(); }
};

template <class T> class future {
  shared_ptr<__future_state<T>> state_;

 public:
  future() {}
  explicit future(shared_ptr<__future_state<T>> state) : state_(move(state)) {}
  future(const future&) = delete;
  future(future&& other) : state_(move(other.state_)) {}
  ~future() { __leave(); }
  future& operator=(future&& other) {
    __leave();
    state_ = move(other.state_);
    return *this;
  }
  bool valid() const { return static_cast<bool>(state_); }
  void wait() const {
    if (!state_) __terminate("std::future_error: no state");
    state_->__wait();
  }
  T get() {
    if (!state_) __terminate("std::future_error: no state");
    shared_ptr<__future_state<T>> state = move(state_);
    if (state->worker_.joinable()) state->worker_.join();
    return state->__take();
  }
  void __leave() {
    if (state_ && state_->worker_.joinable()) state_->worker_.join();
  }
};

template <class T> class promise {
  shared_ptr<__future_state<T>> state_ = make_shared<__future_state<T>>();

 public:
  promise() {}
  promise(const promise&) = delete;
  promise(promise&& other) : state_(move(other.state_)) {}
  promise& operator=(promise&& other) {
    state_ = move(other.state_);
    return *this;
  }
  future<T> get_future() { return future<T>(state_); }
  shared_ptr<__future_state<T>> __state() const { return state_; }
  template <class... A> void set_value(A&&... value) { state_->__set(static_cast<A&&>(value)...); }
};

template <class R, class F, class... A> void __finish(promise<R>& p, F& f, A&&... args) { p.set_value(f(static_cast<A&&>(args)...)); }
template <class F, class... A> void __finish(promise<void>& p, F& f, A&&... args) {
  f(static_cast<A&&>(args)...);
  p.set_value();
}

template <class S> class packaged_task;
template <class R, class... A> class packaged_task<R(A...)> {
  function<R(A...)> work_;
  promise<R> promise_;

 public:
  packaged_task() {}
  template <class F> explicit packaged_task(F f) : work_(move(f)) {}
  packaged_task(const packaged_task&) = delete;
  packaged_task(packaged_task&& other) : work_(move(other.work_)), promise_(move(other.promise_)) {}
  packaged_task& operator=(packaged_task&& other) {
    work_ = move(other.work_);
    promise_ = move(other.promise_);
    return *this;
  }
  bool valid() const { return static_cast<bool>(work_); }
  future<R> get_future() { return promise_.get_future(); }
  void operator()(A... args) { __finish(promise_, work_, static_cast<A&&>(args)...); }
};
template <class R, class F, class... A> void __run_async(promise<R> p, F f, A... args) { __finish(p, f, static_cast<A&&>(args)...); }
template <class F, class... A> auto async(launch, F&& f, A&&... args) {
  using R = decltype(f(static_cast<A&&>(args)...));
  promise<R> p;
  shared_ptr<__future_state<R>> state = p.__state();
  state->worker_ = thread(__run_async<R, remove_reference_t<F>, remove_reference_t<A>...>, move(p), static_cast<F&&>(f), static_cast<A&&>(args)...);
  return future<R>(state);
}
template <class F, class... A> auto async(F&& f, A&&... args) { return async(launch::async, static_cast<F&&>(f), static_cast<A&&>(args)...); }
}  // namespace std
