// Exceptions of the library, kept, thrown again and nested; function-try-blocks; locks given back.
#include <array>
#include <cstdio>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>
#include <deque>
struct Loud { const char* n; Loud(const char* n) : n(n) {} ~Loud() { printf("~%s(%d) ", n, std::uncaught_exceptions()); } };
struct Custom : std::runtime_error { int code; Custom(int c) : std::runtime_error("custom " + std::to_string(c)), code(c) {} };
std::exception_ptr saved;
std::mutex m;
void locked() { std::lock_guard<std::mutex> g(m); Loud l("in lock"); throw std::logic_error("under lock"); }
void worker() { try { Loud l("worker"); throw Custom(7); } catch (...) { saved = std::current_exception(); } }
struct FT { Loud a; FT() try : a("member") { throw 1; } catch (int i) { printf("ft %d ", i); } };
int ftf(int x) try { if (x) throw x; return 0; } catch (int i) { return i * 2; }
int main() {
  std::vector<int> v{1, 2, 3}; std::array<int, 3> a{}; std::map<int, int> mp; std::optional<int> o; std::function<void()> f; std::string s = "abc"; std::deque<int> d;
  auto attempt = [](const char* name, auto&& call) { try { call(); puts("no throw"); } catch (const std::out_of_range& e) { printf("%s out_of_range %s\n", name, e.what()); } catch (const std::exception& e) { printf("%s exception %s\n", name, e.what()); } };
  attempt("vector", [&] { v.at(10) = 1; });
  attempt("array", [&] { a.at(5) = 1; });
  attempt("map", [&] { mp.at(5) = 1; });
  attempt("string", [&] { s.at(7) = 'x'; });
  attempt("optional", [&] { (void)o.value(); });
  attempt("function", [&] { f(); });
  attempt("custom", [&] { throw Custom(3); });
  attempt("deque", [&] { d.at(0); });
  attempt("ok", [&] { v.at(1) = 5; });
  try { locked(); } catch (std::logic_error& e) { printf("%s %d\n", e.what(), m.try_lock()); m.unlock(); }
  std::thread t(worker); t.join();
  try { std::rethrow_exception(saved); } catch (const Custom& c) { printf("%d %s\n", c.code, c.what()); }
  try { std::rethrow_exception(saved); } catch (const std::runtime_error& c) { printf("again %s\n", c.what()); }
  saved = nullptr;
  try { FT ft; } catch (int i) { printf("out %d\n", i); }
  printf("%d %d\n", ftf(0), ftf(4));
  std::exception_ptr p = std::make_exception_ptr(std::invalid_argument("made")); if (p) try { std::rethrow_exception(p); } catch (std::exception& e) { puts(e.what()); }
  try { try { throw std::runtime_error("inner"); } catch (std::exception& e) { throw std::runtime_error(std::string("outer: ") + e.what()); } } catch (std::exception& e) { puts(e.what()); }
  try { std::shared_ptr<Loud> sp = std::make_shared<Loud>("shared"); std::unique_ptr<Loud> up(new Loud("unique")); throw 1; } catch (...) { puts("smart"); }
  printf("%d %d\n", std::current_exception() == nullptr, std::uncaught_exceptions());
}
// expect: vector out_of_range vector::_M_range_check: __n (which is 10) >= this->size() (which is 3)
// expect: array out_of_range array::at: __n (which is 5) >= _Nm (which is 3)
// expect: map out_of_range map::at
// expect: string out_of_range basic_string::at: __n (which is 7) >= this->size() (which is 3)
// expect: optional exception bad optional access
// expect: function exception bad_function_call
// expect: custom exception custom 3
// expect: deque out_of_range deque::_M_range_check: __n (which is 0)>= this->size() (which is 0)
// expect: no throw
// expect: ~in lock(1) under lock 1
// expect: ~worker(1) 7 custom 7
// expect: again custom 7
// expect: ~member(1) ft 1 out 1
// expect: 0 8
// expect: made
// expect: outer: inner
// expect: ~unique(1) ~shared(1) smart
// expect: 1 0
