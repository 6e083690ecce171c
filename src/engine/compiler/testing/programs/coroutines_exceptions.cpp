// Exceptions of coroutines: out of the body, and before it has begun; what co_return moves.
#include <coroutine>
#include <exception>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
struct Noisy {
  std::string n;
  Noisy(std::string s) : n(std::move(s)) {}
  Noisy(Noisy&& o) noexcept : n(std::move(o.n)) { o.n = "moved"; }
  ~Noisy() { if (n != "moved") std::cout << "end " << n << '\n'; }
};
struct Gen {
  struct promise_type {
    int cur = 0;
    Noisy own{"promise"};
    Gen get_return_object() { return Gen{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int v) { cur = v; return {}; }
    void return_void() {}
    void unhandled_exception() { throw; }
  };
  std::coroutine_handle<promise_type> h;
  explicit Gen(std::coroutine_handle<promise_type> h) : h(h) {}
  Gen(Gen&& o) : h(std::exchange(o.h, {})) {}
  ~Gen() { if (h) h.destroy(); }
  bool next() { h.resume(); return !h.done(); }
};
Gen numbers(Noisy a, int n) {
  Noisy local("local");
  for (int i = 0; i < n; ++i) co_yield i;
  throw std::runtime_error("no more");
}
struct Strict {
  struct promise_type {
    Noisy own{"strict promise"};
    Strict get_return_object() { if (fail == 1) throw std::runtime_error("get_return_object"); return {}; }
    struct Awaiter {
      bool await_ready() { if (fail == 2) throw std::runtime_error("await_ready"); return fail != 3; }
      void await_suspend(std::coroutine_handle<>) { if (fail == 3) throw std::runtime_error("await_suspend"); }
      void await_resume() { if (fail == 4) throw std::runtime_error("await_resume"); }
    };
    Awaiter initial_suspend() { if (fail == 5) throw std::runtime_error("initial_suspend"); return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::cout << "unhandled\n"; }
    static inline int fail = 0;
  };
  ~Strict() {}
};
Strict strict(Noisy a) {
  Noisy local("strict local");
  std::cout << "strict body\n";
  co_return;
}
struct Thrower { Thrower() {} Thrower(const Thrower&) { throw std::runtime_error("copy"); } };
Strict takes(Noisy a, Thrower t) { co_return; }
struct Task {
  struct promise_type {
    std::unique_ptr<int> value;
    std::exception_ptr e;
    Task get_return_object() { return Task{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(std::unique_ptr<int> v) { value = std::move(v); }
    void unhandled_exception() { e = std::current_exception(); }
  };
  std::coroutine_handle<promise_type> h;
  ~Task() { h.destroy(); }
};
Task moved() {
  auto p = std::make_unique<int>(42);
  co_return p;
}
Task param(std::unique_ptr<int> p) { co_return (p); }
template <class T> struct Ref {
  struct promise_type {
    const char* how = "";
    Ref get_return_object() { return Ref{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(const T&) { how = "const T&"; }
    void return_value(T&&) { how = "T&&"; }
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> h;
  ~Ref() { h.destroy(); }
};
std::string global = "g";
Ref<std::string> from_local() { std::string s = "x"; co_return s; }
Ref<std::string> from_global() { co_return global; }
Ref<std::string> from_const() { const std::string s = "x"; co_return s; }
Ref<std::string> from_ref(std::string& s) { co_return s; }
Ref<std::string> from_list() { co_return {"a"}; }
int main() {
  {
    Gen g = numbers(Noisy("arg"), 2);
    try {
      while (g.next()) std::cout << g.h.promise().cur << '\n';
    } catch (const std::exception& e) {
      std::cout << "caught " << e.what() << ' ' << g.h.done() << '\n';
    }
    std::cout << "before destroy\n";
  }
  for (int i : {0, 1, 2, 3, 4, 5}) {
    Strict::promise_type::fail = i;
    try {
      strict(Noisy("arg " + std::to_string(i)));
    } catch (const std::exception& e) {
      std::cout << "caught " << e.what() << '\n';
    }
  }
  Strict::promise_type::fail = 0;
  try { takes(Noisy("given"), Thrower()); } catch (const std::exception& e) { std::cout << "caught " << e.what() << '\n'; }
  std::cout << *moved().h.promise().value << *param(std::make_unique<int>(3)).h.promise().value << '\n';
  std::string s;
  std::cout << from_local().h.promise().how << ' ' << from_global().h.promise().how << ' ' << from_const().h.promise().how << ' ' << from_ref(s).h.promise().how << ' ' << from_list().h.promise().how << '\n';
}
// expect: 0
// expect: 1
// expect: end local
// expect: caught no more 1
// expect: before destroy
// expect: end promise
// expect: end arg
// expect: strict body
// expect: end strict local
// expect: end strict promise
// expect: end arg 0
// expect: end strict promise
// expect: end arg 1
// expect: caught get_return_object
// expect: end strict promise
// expect: end arg 2
// expect: caught await_ready
// expect: end strict promise
// expect: end arg 3
// expect: caught await_suspend
// expect: unhandled
// expect: end strict promise
// expect: end arg 4
// expect: end strict promise
// expect: end arg 5
// expect: caught initial_suspend
// expect: end given
// expect: caught copy
// expect: 423
// expect: T&& const T& const T& const T& T&&
