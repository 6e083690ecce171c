// <stop_token>: a shared flag; callbacks run where the stop is asked for.
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
    __lock(state_->lock_);
    for (__stop_callback_base* c = state_->callbacks_; c != nullptr; c = c->next_) c->run_(c->self_);
    state_->callbacks_ = nullptr;
    __unlock(state_->lock_);
    return true;
  }
  void swap(stop_source& other) { state_.swap(other.state_); }
};
template <class F> class stop_callback {
  stop_token token_;
  F f_;
  __stop_callback_base entry_;

  static void __run(void* self) { static_cast<stop_callback*>(self)->f_(); }

 public:
  stop_callback(const stop_token& token, F f) : token_(token), f_(move(f)) {
    entry_.run_ = &__run;
    entry_.self_ = this;
    __stop_state* state = token_.__state();
    if (state == nullptr) return;
    __lock(state->lock_);
    if (state->asked_.load()) {
      f_();
    } else {
      entry_.next_ = state->callbacks_;
      state->callbacks_ = &entry_;
    }
    __unlock(state->lock_);
  }
  stop_callback(const stop_callback&) = delete;
  ~stop_callback() {
    __stop_state* state = token_.__state();
    if (state == nullptr) return;
    __lock(state->lock_);
    if (state->callbacks_ == &entry_) {
      state->callbacks_ = entry_.next_;
    } else {
      for (__stop_callback_base* c = state->callbacks_; c != nullptr; c = c->next_)
        if (c->next_ == &entry_) c->next_ = entry_.next_;
    }
    __unlock(state->lock_);
  }
};
}  // namespace std
