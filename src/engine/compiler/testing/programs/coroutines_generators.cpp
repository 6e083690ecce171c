#include <coroutine>
#include <cstdio>
#include <exception>
#include <string>
#include <iterator>
#include <utility>
#include <vector>
struct Noisy { std::string n; Noisy(std::string s) : n(std::move(s)) { std::printf("+%s\n", n.c_str()); } Noisy(const Noisy& o) : n(o.n + "c") { std::printf("copy %s\n", n.c_str()); } Noisy(Noisy&& o) noexcept : n(o.n + "m") { std::printf("move %s\n", n.c_str()); } ~Noisy() { std::printf("-%s\n", n.c_str()); } };
template <class T> struct gen {
  struct promise_type {
    T cur{}; std::exception_ptr e;
    gen get_return_object() { return gen{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    std::suspend_always yield_value(T v) { cur = std::move(v); return {}; }
    void return_void() {}
    void unhandled_exception() { e = std::current_exception(); }
    ~promise_type() { std::puts("~promise"); }
  };
  struct iterator {
    std::coroutine_handle<promise_type> h;
    iterator& operator++() { h.resume(); if (h.done() && h.promise().e) std::rethrow_exception(h.promise().e); return *this; }
    const T& operator*() const { return h.promise().cur; }
    bool operator==(std::default_sentinel_t) const { return !h || h.done(); }
  };
  iterator begin() { h.resume(); return {h}; }
  std::default_sentinel_t end() { return {}; }
  explicit gen(std::coroutine_handle<promise_type> x) : h(x) {}
  gen(gen&& o) noexcept : h(std::exchange(o.h, nullptr)) {}
  gen(const gen&) = delete;
  ~gen() { if (h) h.destroy(); }
  std::coroutine_handle<promise_type> h;
};
gen<int> range(int a, int b) { Noisy n("range"); for (int i = a; i < b; ++i) { Noisy l("loop" + std::to_string(i)); co_yield i; if (i == 100) break; } std::puts("range end"); }
gen<std::string> words(Noisy by, const std::vector<std::string>& v) { for (auto& s : v) co_yield s + by.n; }
gen<long long> squares() { long long x = 1; while (true) { co_yield x * x; x += 1000000; } }
gen<int> nested() { for (int x : range(0, 2)) { co_yield x * 10; for (int y : range(5, 7)) co_yield x * 10 + y; } }
gen<int> throws() { co_yield 1; Noisy n("throws"); throw std::string("boom"); }
int main() {
  for (int x : range(1, 3)) std::printf("%d\n", x);
  { auto g = range(5, 9); auto it = g.begin(); std::printf("first %d\n", *it); }
  std::vector<std::string> v{"a", "b"};
  for (auto& s : words(Noisy("by"), v)) std::puts(s.c_str());
  int k = 0; for (long long q : squares()) { std::printf("%lld\n", q); if (++k == 3) break; }
  for (int x : nested()) std::printf("n%d\n", x);
  try { for (int x : throws()) std::printf("%d\n", x); } catch (std::string& s) { std::puts(s.c_str()); }
  { auto never = range(1, 2); }
}
// expect: +range
// expect: +loop1
// expect: 1
// expect: -loop1
// expect: +loop2
// expect: 2
// expect: -loop2
// expect: range end
// expect: -range
// expect: ~promise
// expect: +range
// expect: +loop5
// expect: first 5
// expect: -loop5
// expect: -range
// expect: ~promise
// expect: +by
// expect: move bym
// expect: -by
// expect: abym
// expect: bbym
// expect: ~promise
// expect: -bym
// expect: 1
// expect: 1000002000001
// expect: 4000004000001
// expect: ~promise
// expect: +range
// expect: +loop0
// expect: n0
// expect: +range
// expect: +loop5
// expect: n5
// expect: -loop5
// expect: +loop6
// expect: n6
// expect: -loop6
// expect: range end
// expect: -range
// expect: ~promise
// expect: -loop0
// expect: +loop1
// expect: n10
// expect: +range
// expect: +loop5
// expect: n15
// expect: -loop5
// expect: +loop6
// expect: n16
// expect: -loop6
// expect: range end
// expect: -range
// expect: ~promise
// expect: -loop1
// expect: range end
// expect: -range
// expect: ~promise
// expect: ~promise
// expect: 1
// expect: +throws
// expect: -throws
// expect: ~promise
// expect: boom
// expect: ~promise
