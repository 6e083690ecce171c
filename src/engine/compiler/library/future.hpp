// <future>: promise, future, shared_future, async and packaged_task, over one shared state.
#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <thread>
#include <tuple>
namespace std {
enum class launch { async = 1, deferred = 2 };
constexpr launch operator|(launch a, launch b) { return static_cast<launch>(static_cast<int>(a) | static_cast<int>(b)); }
constexpr launch operator&(launch a, launch b) { return static_cast<launch>(static_cast<int>(a) & static_cast<int>(b)); }
constexpr launch operator^(launch a, launch b) { return static_cast<launch>(static_cast<int>(a) ^ static_cast<int>(b)); }
constexpr launch operator~(launch a) { return static_cast<launch>(~static_cast<int>(a)); }
inline launch& operator|=(launch& a, launch b) { return a = a | b; }
inline launch& operator&=(launch& a, launch b) { return a = a & b; }
inline launch& operator^=(launch& a, launch b) { return a = a ^ b; }
enum class future_status { ready, timeout, deferred };

enum class future_errc { broken_promise = 4, future_already_retrieved = 1, promise_already_satisfied = 2, no_state = 3 };
// Of <system_error>, which is there for whoever catches something.
class error_code;
class future_error : public logic_error {
  future_errc code_;

 public:
  explicit future_error(future_errc code) : logic_error(__text(code)), code_(code) {}
  future_errc __code() const { return code_; }
  template <class C = error_code> C code() const { return __future_code<C>(static_cast<int>(code_)); }
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
template <class C = error_code> C make_error_code(future_errc e) { return __future_code<C>(static_cast<int>(e)); }
template <class C> requires (is_same_v<C, error_code>) bool operator==(const C& code, future_errc e) { return code.value() == static_cast<int>(e); }

// What an async that is deferred does when somebody waits for it.
class __deferred_task {
 public:
  virtual void run() = 0;
  virtual ~__deferred_task() {}
};
class __future_base {
 public:
  mutex lock_;
  condition_variable ready_;
  bool done_ = false;
  bool satisfied_ = false;  // has its result, which is not to be seen before its thread ends
  exception_ptr failure_;
  thread worker_;  // of std::async
  unique_ptr<__deferred_task> later_;
  void __claim() {
    if (done_ || satisfied_) throw future_error(future_errc::promise_already_satisfied);
  }
  void __finish() {
    done_ = true;
    ready_.notify_all();
  }
  void __fail(exception_ptr failure) {
    lock_guard<mutex> held(lock_);
    __claim();
    failure_ = failure;
    __finish();
  }
  void __fail_early(exception_ptr failure) {
    lock_guard<mutex> held(lock_);
    __claim();
    failure_ = failure;
    satisfied_ = true;
  }
  // The last promise went without a result.
  void __abandon() {
    lock_guard<mutex> held(lock_);
    if (done_ || satisfied_) return;
    failure_ = make_exception_ptr(future_error(future_errc::broken_promise));
    __finish();
  }
  void __wait() {
    unique_lock<mutex> held(lock_);
    if (later_) {
      unique_ptr<__deferred_task> task = move(later_);
      held.unlock();
      task->run();
      held.lock();
    }
    while (!done_) ready_.wait(held);
  }
  future_status __wait_in_time(bool waits) {
    unique_lock<mutex> held(lock_);
    if (later_) return future_status::deferred;
    while (!done_ && waits) waits = ready_.__wait_in_time(held);
    return done_ ? future_status::ready : future_status::timeout;
  }
};
template <class T> class __future_state : public __future_base {
 public:
  optional<T> result_;
  void __set(T value) {
    lock_guard<mutex> held(lock_);
    __claim();
    result_ = move(value);
    __finish();
  }
  void __set_early(T value) {
    lock_guard<mutex> held(lock_);
    __claim();
    result_ = move(value);
    satisfied_ = true;
  }
  T __take() {
    __wait();
    if (failure_) rethrow_exception(failure_);
    return move(*result_);
  }
  const T& __look() {
    __wait();
    if (failure_) rethrow_exception(failure_);
    return *result_;
  }
};
template <class T> class __future_state<T&> : public __future_base {
 public:
  T* result_ = nullptr;
  void __set(T& value) {
    lock_guard<mutex> held(lock_);
    __claim();
    result_ = &value;
    __finish();
  }
  void __set_early(T& value) {
    lock_guard<mutex> held(lock_);
    __claim();
    result_ = &value;
    satisfied_ = true;
  }
  T& __take() { return __look(); }
  T& __look() {
    __wait();
    if (failure_) rethrow_exception(failure_);
    return *result_;
  }
};
template <> class __future_state<void> : public __future_base {
 public:
  void __set() {
    lock_guard<mutex> held(lock_);
    __claim();
    __finish();
  }
  void __set_early() {
    lock_guard<mutex> held(lock_);
    __claim();
    satisfied_ = true;
  }
  void __take() { __look(); }
  void __look() {
    __wait();
    if (failure_) rethrow_exception(failure_);
  }
};
// Where a thread ends whose result was set early.
inline void __finish_at_exit(void* object) {
  shared_ptr<__future_base>* state = static_cast<shared_ptr<__future_base>*>(object);
  {
    lock_guard<mutex> held((*state)->lock_);
    (*state)->__finish();
  }
  delete state;
}
inline void __at_thread_exit_finish(const shared_ptr<__future_base>& state) {
  __behind_thread(&__finish_at_exit, new shared_ptr<__future_base>(state));
}

template <class T> class shared_future;
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
  template <class R, class P> future_status wait_for(const chrono::duration<R, P>& time) const {
    if (!state_) throw future_error(future_errc::no_state);
    future_status is = state_->__wait_in_time(time.count() > 0);
    if (is == future_status::timeout) chrono::__pass(time);
    return is;
  }
  template <class C, class D> future_status wait_until(const chrono::time_point<C, D>& time) const {
    if (!state_) throw future_error(future_errc::no_state);
    future_status is = state_->__wait_in_time(true);
    if (is == future_status::timeout) chrono::__pass(time);
    return is;
  }
  shared_future<T> share() { return shared_future<T>(move(*this)); }
  shared_ptr<__future_state<T>> __give() {
    if (!state_) throw future_error(future_errc::no_state);
    return move(state_);
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

// The last of those who share the result of an async waits for its thread.
template <class T> class __worker_joiner {
  shared_ptr<__future_state<T>> state_;

 public:
  explicit __worker_joiner(const shared_ptr<__future_state<T>>& state) : state_(state) {}
  __worker_joiner(const __worker_joiner&) = delete;
  ~__worker_joiner() { state_->worker_.join(); }
};
template <class T> class shared_future {
  shared_ptr<__future_state<T>> state_;
  shared_ptr<__worker_joiner<T>> joiner_;

 public:
  shared_future() {}
  shared_future(future<T>&& from) : state_(from.__give()) {
    if (state_->worker_.joinable()) joiner_ = make_shared<__worker_joiner<T>>(state_);
  }
  bool valid() const { return static_cast<bool>(state_); }
  void wait() const {
    if (!state_) throw future_error(future_errc::no_state);
    state_->__wait();
  }
  template <class R, class P> future_status wait_for(const chrono::duration<R, P>& time) const {
    if (!state_) throw future_error(future_errc::no_state);
    future_status is = state_->__wait_in_time(time.count() > 0);
    if (is == future_status::timeout) chrono::__pass(time);
    return is;
  }
  template <class C, class D> future_status wait_until(const chrono::time_point<C, D>& time) const {
    if (!state_) throw future_error(future_errc::no_state);
    future_status is = state_->__wait_in_time(true);
    if (is == future_status::timeout) chrono::__pass(time);
    return is;
  }
  decltype(auto) get() const {
    if (!state_) throw future_error(future_errc::no_state);
    return state_->__look();
  }
};

template <class T> class promise {
  shared_ptr<__future_state<T>> state_ = make_shared<__future_state<T>>();
  bool retrieved_ = false;

 public:
  promise() {}
  explicit promise(const shared_ptr<__future_state<T>>& state) : state_(state), retrieved_(true) {}
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
  void set_exception(exception_ptr failure) {
    if (!state_) throw future_error(future_errc::no_state);
    state_->__fail(failure);
  }
  void set_exception_at_thread_exit(exception_ptr failure) {
    if (!state_) throw future_error(future_errc::no_state);
    state_->__fail_early(failure);
    __at_thread_exit_finish(state_);
  }
  shared_ptr<__future_state<T>> __state() const { return state_; }
  void set_value() {
    if (!state_) throw future_error(future_errc::no_state);
    state_->__set();
  }
  template <class U = T> void set_value(U&& value) {
    if (!state_) throw future_error(future_errc::no_state);
    state_->__set(static_cast<U&&>(value));
  }
  void set_value_at_thread_exit() {
    if (!state_) throw future_error(future_errc::no_state);
    state_->__set_early();
    __at_thread_exit_finish(state_);
  }
  template <class U = T> void set_value_at_thread_exit(U&& value) {
    if (!state_) throw future_error(future_errc::no_state);
    state_->__set_early(static_cast<U&&>(value));
    __at_thread_exit_finish(state_);
  }
  void swap(promise& other) {
    state_.swap(other.state_);
    std::swap(retrieved_, other.retrieved_);
  }
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
  bool called_ = false;

 public:
  packaged_task() {}
  template <class F> explicit packaged_task(F f) : work_(move(f)) {}
  packaged_task(const packaged_task&) = delete;
  packaged_task(packaged_task&& other) : work_(move(other.work_)), promise_(move(other.promise_)), called_(other.called_) {}
  packaged_task& operator=(packaged_task&& other) {
    work_ = move(other.work_);
    promise_ = move(other.promise_);
    called_ = other.called_;
    return *this;
  }
  bool valid() const { return static_cast<bool>(work_); }
  future<R> get_future() { return promise_.get_future(); }
  void operator()(A... args) {
    if (!work_) throw future_error(future_errc::no_state);
    if (called_) throw future_error(future_errc::promise_already_satisfied);
    called_ = true;
    __finish(promise_, work_, static_cast<A&&>(args)...);
  }
  void make_ready_at_thread_exit(A... args) {
    if constexpr (is_same_v<R, void>) {
      work_(static_cast<A&&>(args)...);
      promise_.set_value_at_thread_exit();
    } else {
      promise_.set_value_at_thread_exit(work_(static_cast<A&&>(args)...));
    }
  }
  void reset() {
    promise_ = promise<R>();
    called_ = false;
  }
  void swap(packaged_task& other) {
    std::swap(work_, other.work_);
    std::swap(called_, other.called_);
    promise_.swap(other.promise_);
  }
};
template <class R, class F, class... A> void __run_async(promise<R> p, F f, A... args) { __finish(p, f, static_cast<A&&>(args)...); }
// It lies in the state that it gives its result to, and owns none of it: a future that nobody asks goes, and the call with it.
template <class R, class F, class... A> class __deferred_call : public __deferred_task {
  weak_ptr<__future_state<R>> state_;
  F f_;
  tuple<A...> args_;

 public:
  __deferred_call(const shared_ptr<__future_state<R>>& state, F f, A... args) : state_(state), f_(move(f)), args_(move(args)...) {}
  void run() override {
    promise<R> p(state_.lock());
    auto call = [this, &p](A&... args) { __finish(p, f_, move(args)...); };
    apply(call, args_);
  }
};
template <class F, class... A> auto async(launch how, F&& f, A&&... args) {
  using R = decltype(f(static_cast<A&&>(args)...));
  promise<R> p;
  shared_ptr<__future_state<R>> state = p.__state();
  if (how == launch::deferred)
    state->later_ = unique_ptr<__deferred_task>(new __deferred_call<R, __decay<F>, __decay<A>...>(state, static_cast<F&&>(f), static_cast<A&&>(args)...));
  else
    state->worker_ = thread(__run_async<R, remove_reference_t<F>, remove_reference_t<A>...>, move(p), static_cast<F&&>(f), static_cast<A&&>(args)...);
  return future<R>(state);
}
template <class F, class... A> auto async(F&& f, A&&... args) { return async(launch::async, static_cast<F&&>(f), static_cast<A&&>(args)...); }
}  // namespace std
