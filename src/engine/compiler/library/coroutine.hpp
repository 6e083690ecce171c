// <coroutine>: handles. What a frame begins with is known to check/coroutines.ts and lower/coroutine-frame.ts.
#include <compare>
#include <exception>
#include <type_traits>
namespace std {
// `step` goes on from where `state` says, and gives the coroutine to go on with. State 0: it has no promise yet; 1: it is at its final suspend
// point; 2: its body has not begun. `destroying`: leave all scopes instead.
struct __coroutine {
  __coroutine* (*step)(__coroutine*, void**);
  int state;
  bool destroying;
};
inline __coroutine* __end_coroutine(__coroutine* frame) {
  __free(frame);
  return nullptr;
}
// An exception has left it. One from its body leaves it at its final suspend point; an earlier one ends it ([dcl.fct.def.coroutine]/15).
inline void __left(__coroutine* frame) {
  if (frame->state == 0) {
    __free(frame);
  } else if (frame->state == 2) {
    frame->destroying = true;
    frame->step(frame, nullptr);
  }
}
// In the handler of the step, before its promise is told: has its body begun?
inline void __failed(__coroutine* frame, bool begun) { frame->state = begun ? 1 : 2; }
struct __going {
  __coroutine* frame;
  ~__going() {
    if (frame != nullptr) __left(frame);
  }
};
inline void __run(__coroutine* frame) {
  while (frame != nullptr) {
    __going going{frame};
    frame = frame->step(frame, nullptr);
    going.frame = nullptr;
  }
}
// The promise stands behind those three words.
template <class P> P* __promise_of(__coroutine* frame) { return reinterpret_cast<P*>(reinterpret_cast<int*>(frame) + 3); }
// Runs what has been made, when there is a result to give back.
class __starter {
  __coroutine* frame_;
  int exceptions_ = uncaught_exceptions();

 public:
  explicit __starter(__coroutine* frame) : frame_(frame) {}
  ~__starter() noexcept(false) {
    if (uncaught_exceptions() > exceptions_) __left(frame_);
    else __run(frame_);
  }
};

template <class P = void> class coroutine_handle;
template <> class coroutine_handle<void> {
 protected:
  __coroutine* frame_ = nullptr;

 public:
  constexpr coroutine_handle() {}
  constexpr coroutine_handle(nullptr_t) {}
  explicit coroutine_handle(__coroutine* frame, int) : frame_(frame) {}
  coroutine_handle& operator=(nullptr_t) {
    frame_ = nullptr;
    return *this;
  }
  static coroutine_handle from_address(void* p) { return coroutine_handle(static_cast<__coroutine*>(p), 0); }
  void* address() const { return frame_; }
  __coroutine* __frame() const { return frame_; }
  explicit operator bool() const { return frame_ != nullptr; }
  bool done() const { return frame_->state == 1; }
  void resume() const { __run(frame_); }
  void operator()() const { __run(frame_); }
  void destroy() const {
    frame_->destroying = true;
    __run(frame_);
  }
};
inline bool operator==(coroutine_handle<void> a, coroutine_handle<void> b) { return a.address() == b.address(); }
inline bool operator<(coroutine_handle<void> a, coroutine_handle<void> b) { return a.address() < b.address(); }
template <class P> class coroutine_handle : public coroutine_handle<void> {
 public:
  constexpr coroutine_handle() {}
  constexpr coroutine_handle(nullptr_t) {}
  explicit coroutine_handle(__coroutine* frame, int) : coroutine_handle<void>(frame, 0) {}
  coroutine_handle& operator=(nullptr_t) {
    this->frame_ = nullptr;
    return *this;
  }
  static coroutine_handle from_address(void* p) { return coroutine_handle(static_cast<__coroutine*>(p), 0); }
  static coroutine_handle from_promise(P& p) { return coroutine_handle(reinterpret_cast<__coroutine*>(reinterpret_cast<int*>(&p) - 3), 0); }
  P& promise() const { return *__promise_of<P>(this->frame_); }
};
// Who resumes it does nothing.
inline __coroutine* __step_nowhere(__coroutine*, void**) { return nullptr; }
inline __coroutine __nowhere{__step_nowhere, 0, false};
struct noop_coroutine_promise {};
using noop_coroutine_handle = coroutine_handle<noop_coroutine_promise>;
inline noop_coroutine_handle noop_coroutine() { return noop_coroutine_handle(&__nowhere, 0); }

struct suspend_always {
  bool await_ready() const noexcept { return false; }
  void await_suspend(coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};
struct suspend_never {
  bool await_ready() const noexcept { return true; }
  void await_suspend(coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};
template <class R, class... A> struct coroutine_traits {};
template <class R, class... A> requires requires { typename R::promise_type; } struct coroutine_traits<R, A...> { using promise_type = typename R::promise_type; };

// Tells the awaiter that the coroutine has stopped. Its handle is no part of the frame, which another thread may have by now.
template <class P, class A> __coroutine* __suspend(A& awaiter, __coroutine* frame) {
  coroutine_handle<P> handle(frame, 0);
  using R = decltype(awaiter.await_suspend(handle));
  if constexpr (is_void_v<R>) {
    awaiter.await_suspend(handle);
    return nullptr;
  } else if constexpr (is_same_v<R, bool>) {
    return awaiter.await_suspend(handle) ? nullptr : frame;
  } else {
    return awaiter.await_suspend(handle).__frame();
  }
}
template <class T> struct hash;
template <class P> struct hash<coroutine_handle<P>> {
  size_t operator()(coroutine_handle<P> h) const { return reinterpret_cast<size_t>(h.address()); }
};
}  // namespace std
