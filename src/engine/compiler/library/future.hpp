// <future>: promise, future, async (always a thread of its own) and packaged_task, over one shared state.
#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <thread>
namespace std {
enum class launch { async = 1, deferred = 2 };

enum class future_errc { broken_promise = 4, future_already_retrieved = 1, promise_already_satisfied = 2, no_state = 3 };
class future_error : public logic_error {
  future_errc code_;

 public:
  explicit future_error(future_errc code) : logic_error(__text(code)), code_(code) {}
  future_errc __code() const { return code_; }
  static const char* __text(future_errc code) {
    switch (code) {
      case future_errc::broken_promise: return "std::future_error: Broken promise";
      case future_errc::future_already_retrieved: return "std::future_error: Future already retrieved";
      case future_errc::promise_already_satisfied: return "std::future_error: Promise already satisfied";
      case future_errc::no_state: return "std::future_error: No associated state";
    }
    return "";
  }
};

template <class T> class __future_state {
 public:
  mutex lock_;
  condition_variable ready_;
  optional<T> result_;
  bool done_ = false;
  exception_ptr failure_;
  thread worker_;  // of std::async
  void __set(T value) {
    lock_guard<mutex> held(lock_);
    if (done_) throw future_error(future_errc::promise_already_satisfied);
    result_ = move(value);
    done_ = true;
    ready_.notify_all();
  }
  void __fail(exception_ptr failure) {
    lock_guard<mutex> held(lock_);
    if (done_) throw future_error(future_errc::promise_already_satisfied);
    failure_ = failure;
    done_ = true;
    ready_.notify_all();
  }
  // The last promise went without a result.
  void __abandon() {
    lock_guard<mutex> held(lock_);
    if (done_) return;
    failure_ = make_exception_ptr(future_error(future_errc::broken_promise));
    done_ = true;
    ready_.notify_all();
  }
  void __wait() {
    unique_lock<mutex> held(lock_);
    while (!done_) ready_.wait(held);
  }
  T __take() {
    __wait();
    if (failure_) rethrow_exception(failure_);
    return move(*result_);
  }
};
template <> class __future_state<void> {
 public:
  mutex lock_;
  condition_variable ready_;
  bool done_ = false;
  exception_ptr failure_;
  thread worker_;
  void __set() {
    lock_guard<mutex> held(lock_);
    if (done_) throw future_error(future_errc::promise_already_satisfied);
    done_ = true;
    ready_.notify_all();
  }
  void __fail(exception_ptr failure) {
    lock_guard<mutex> held(lock_);
    if (done_) throw future_error(future_errc::promise_already_satisfied);
    failure_ = failure;
    done_ = true;
    ready_.notify_all();
  }
  // The last promise went without a result.
  void __abandon() {
    lock_guard<mutex> held(lock_);
    if (done_) return;
    failure_ = make_exception_ptr(future_error(future_errc::broken_promise));
    done_ = true;
    ready_.notify_all();
  }
  void __wait() {
    unique_lock<mutex> held(lock_);
    while (!done_) ready_.wait(held);
  }
  void __take() {
    __wait();
    if (failure_) rethrow_exception(failure_);
  }
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
    if (!state_) throw future_error(future_errc::no_state);
    state_->__wait();
  }
  T get() {
    if (!state_) throw future_error(future_errc::no_state);
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
  bool retrieved_ = false;

 public:
  promise() {}
  promise(const promise&) = delete;
  promise(promise&& other) : state_(move(other.state_)), retrieved_(other.retrieved_) {}
  ~promise() { __leave(); }
  promise& operator=(promise&& other) {
    __leave();
    state_ = move(other.state_);
    retrieved_ = other.retrieved_;
    return *this;
  }
  void __leave() {
    if (state_ && retrieved_ && !state_->done_) state_->__abandon();
  }
  future<T> get_future() {
    if (!state_) throw future_error(future_errc::no_state);
    if (retrieved_) throw future_error(future_errc::future_already_retrieved);
    retrieved_ = true;
    return future<T>(state_);
  }
  void set_exception(exception_ptr failure) { state_->__fail(failure); }
  shared_ptr<__future_state<T>> __state() const { return state_; }
  template <class... A> void set_value(A&&... value) { state_->__set(static_cast<A&&>(value)...); }
};

template <class R, class F, class... A> void __finish(promise<R>& p, F& f, A&&... args) {
  try {
    p.set_value(f(static_cast<A&&>(args)...));
  } catch (...) {
    p.set_exception(current_exception());
  }
}
template <class F, class... A> void __finish(promise<void>& p, F& f, A&&... args) {
  try {
    f(static_cast<A&&>(args)...);
    p.set_value();
  } catch (...) {
    p.set_exception(current_exception());
  }
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
