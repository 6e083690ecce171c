// <stop_token>: a shared flag; callbacks run where the stop is asked for, and nothing is locked meanwhile.
#include <functional>
#include <memory>
namespace std {
struct nostopstate_t {};
constexpr nostopstate_t nostopstate{};
struct __stop_callback_base {
  void (*run_)(void*) = nullptr;
  void* self_ = nullptr;
  __stop_callback_base* next_ = nullptr;
};
struct __stop_state {
  atomic<bool> asked_{false};
  int lock_[4] = {};
  __stop_callback_base* callbacks_ = nullptr;
  __stop_callback_base* running_ = nullptr;
  int runner_ = -1;
  int ended_[2] = {};  // a condition: a callback has been run
};
class stop_token {
  shared_ptr<__stop_state> state_;

 public:
  stop_token() {}
  explicit stop_token(const shared_ptr<__stop_state>& state) : state_(state) {}
  bool stop_requested() const { return state_.get() != nullptr && state_->asked_.load(); }
  bool stop_possible() const { return state_.get() != nullptr; }
  __stop_state* __state() const { return state_.get(); }
  bool operator==(const stop_token& other) const { return state_ == other.state_; }
  void swap(stop_token& other) { state_.swap(other.state_); }
};
class stop_source {
  shared_ptr<__stop_state> state_;

 public:
  stop_source() : state_(make_shared<__stop_state>()) {}
  explicit stop_source(nostopstate_t) {}
  stop_token get_token() const { return stop_token(state_); }
  bool stop_possible() const { return state_.get() != nullptr; }
  bool stop_requested() const { return stop_possible() && state_->asked_.load(); }
  bool request_stop() {
    if (!stop_possible() || state_->asked_.exchange(true)) return false;
    __stop_state& state = *state_;
    __lock(state.lock_);
    state.runner_ = __self();
    while (state.callbacks_ != nullptr) {
      __stop_callback_base* c = state.callbacks_;
      state.callbacks_ = c->next_;
      state.running_ = c;
      __unlock(state.lock_);
      c->run_(c->self_);
      __lock(state.lock_);
      state.running_ = nullptr;
      __notify_all(state.ended_);
    }
    __unlock(state.lock_);
    return true;
  }
  bool operator==(const stop_source& other) const { return state_ == other.state_; }
  void swap(stop_source& other) { state_.swap(other.state_); }
};
template <class F> class stop_callback {
  stop_token token_;
  F f_;
  __stop_callback_base entry_;

  static void __run(void* self) { static_cast<F&&>(static_cast<stop_callback*>(self)->f_)(); }

 public:
  using callback_type = F;
  template <class C> stop_callback(const stop_token& token, C&& f) : token_(token), f_(static_cast<C&&>(f)) {
    entry_.run_ = &__run;
    entry_.self_ = this;
    __stop_state* state = token_.__state();
    if (state == nullptr) return;
    __lock(state->lock_);
    bool asked = state->asked_.load();
    if (!asked) {
      entry_.next_ = state->callbacks_;
      state->callbacks_ = &entry_;
    }
    __unlock(state->lock_);
    if (asked) __run(this);
  }
  stop_callback(const stop_callback&) = delete;
  stop_callback& operator=(const stop_callback&) = delete;
  ~stop_callback() {
    __stop_state* state = token_.__state();
    if (state == nullptr) return;
    __lock(state->lock_);
    // One that is being run elsewhere is waited for ([stopcallback.cons]/7).
    while (state->running_ == &entry_ && state->runner_ != __self()) {
      __cv_wait(state->ended_, state->lock_);
      __cv_relock(state->ended_, state->lock_);
    }
    if (state->callbacks_ == &entry_) {
      state->callbacks_ = entry_.next_;
    } else {
      for (__stop_callback_base* c = state->callbacks_; c != nullptr; c = c->next_)
        if (c->next_ == &entry_) c->next_ = entry_.next_;
    }
    __unlock(state->lock_);
  }
};
template <class F> stop_callback(stop_token, F) -> stop_callback<F>;
inline void swap(stop_token& a, stop_token& b) { a.swap(b); }
inline void swap(stop_source& a, stop_source& b) { a.swap(b); }
}  // namespace std
