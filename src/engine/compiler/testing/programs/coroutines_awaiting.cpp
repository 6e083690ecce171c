#include <coroutine>
#include <cstdio>
#include <deque>
#include <functional>
#include <utility>
std::deque<std::coroutine_handle<>> ready;
struct Yield { bool await_ready() { return false; } void await_suspend(std::coroutine_handle<> h) { ready.push_back(h); } void await_resume() {} };
struct Value { int v; bool r; bool await_ready() const { return r; } bool await_suspend(std::coroutine_handle<> h) { std::printf("suspend %d\n", v); return false; } int await_resume() { return v; } ~Value() { std::printf("~Value %d\n", v); } };
struct Wrap { int v; Value operator co_await() const { return Value{v * 2, false}; } };
struct Free { int v; }; Value operator co_await(Free f) { return Value{f.v * 3, true}; }
struct Task {
  struct promise_type {
    int id = 0;
    promise_type() = default;
    promise_type(int n, const char*) : id(n) { std::printf("promise(%d)\n", n); }
    Task get_return_object() { std::printf("object %d\n", id); return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { std::puts("final"); return {}; }
    void return_void() { std::puts("return_void"); }
    void unhandled_exception() { std::puts("unhandled"); }
    auto await_transform(Value v) { v.v += 100; return Value{v.v, v.r}; }
    Yield await_transform(Yield y) { return y; }
    Wrap await_transform(Wrap w) { return w; }
    Free await_transform(Free f) { return f; }
  };
};
int log(const char* s, int x) { std::printf("%s %d\n", s, x); return x; }
Task worker(int id, const char* name) {
  for (int i = 0; i < 2; ++i) { std::printf("%s %d step %d\n", name, id, i); co_await Yield{}; }
  long long big = 1LL << 40;
  int l = log("left", 1);
  int r = l + co_await Value{5, false} * log("right", 2);
  std::printf("%d\n", r);
  big += co_await Wrap{7}; std::printf("%lld\n", big);
  double d = 0.5 + co_await Free{3} + co_await Wrap{2};
  std::printf("%.1f\n", d);
  bool b = co_await Value{0, true} == 100; std::printf("%d\n", b);
  if (int q = co_await Free{4}; q > 3) { co_await Yield{}; std::printf("q %d\n", q); }
  switch (co_await Free{1}) { case 3: co_await Yield{}; std::puts("three"); break; default: std::puts("no"); }
  try { co_await Yield{}; throw 3; } catch (int e) { std::printf("caught %d\n", e); }
  co_return;
}
struct Obj { int base = 10; Task method(int add) { base += add; co_await Yield{}; base += add; std::printf("obj %d\n", base); } };
int main() {
  worker(1, "A"); worker(2, "B");
  Obj o; o.method(5);
  int cap = 42;
  auto lam = [&cap](int x) -> Task { co_await Yield{}; std::printf("lambda %d %d\n", cap, x); ++cap; };
  lam(9);
  while (!ready.empty()) { auto h = ready.front(); ready.pop_front(); h.resume(); }
  std::printf("%d %d\n", o.base, cap);
}
// expect: promise(1)
// expect: object 1
// expect: A 1 step 0
// expect: promise(2)
// expect: object 2
// expect: B 2 step 0
// expect: object 0
// expect: object 0
// expect: A 1 step 1
// expect: B 2 step 1
// expect: obj 20
// expect: return_void
// expect: final
// expect: lambda 42 9
// expect: return_void
// expect: final
// expect: left 1
// expect: suspend 105
// expect: right 2
// expect: ~Value 105
// expect: ~Value 105
// expect: 211
// expect: suspend 14
// expect: ~Value 14
// expect: 1099511627790
// expect: suspend 4
// expect: ~Value 4
// expect: ~Value 9
// expect: 13.5
// expect: ~Value 100
// expect: ~Value 100
// expect: 1
// expect: ~Value 12
// expect: left 1
// expect: suspend 105
// expect: right 2
// expect: ~Value 105
// expect: ~Value 105
// expect: 211
// expect: suspend 14
// expect: ~Value 14
// expect: 1099511627790
// expect: suspend 4
// expect: ~Value 4
// expect: ~Value 9
// expect: 13.5
// expect: ~Value 100
// expect: ~Value 100
// expect: 1
// expect: ~Value 12
// expect: q 12
// expect: ~Value 3
// expect: q 12
// expect: ~Value 3
// expect: three
// expect: three
// expect: caught 3
// expect: return_void
// expect: final
// expect: caught 3
// expect: return_void
// expect: final
// expect: 20 43
