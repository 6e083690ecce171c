// expect: exception: mid failed
// expect:  exception: connection refused
// expect: connection refused 111
// expect: in async
// expect: lock: 35 Resource deadlock avoided
// expect: join: Invalid argument
// expect: 1
// expect: 42
// expect: oor
// expect: promise
#include <iostream>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>
#include <future>
#include <mutex>
#include <system_error>
#include <memory>
class NetworkError : public std::runtime_error { int code_; public: NetworkError(const std::string& m, int c) : std::runtime_error(m), code_(c) {} int code() const noexcept { return code_; } };
void low() { throw NetworkError("connection refused", 111); }
void mid() { try { low(); } catch (...) { std::throw_with_nested(std::runtime_error("mid failed")); } }
void print_nested(const std::exception& e, int level = 0) {
    std::cout << std::string(level, ' ') << "exception: " << e.what() << '\n';
    try { std::rethrow_if_nested(e); } catch (const std::exception& nested) { print_nested(nested, level + 1); } catch (...) {}
}
int main() {
    try { mid(); } catch (const std::exception& e) { print_nested(e); }
    std::exception_ptr ep;
    std::thread t([&] { try { low(); } catch (...) { ep = std::current_exception(); } });
    t.join();
    try { if (ep) std::rethrow_exception(ep); } catch (const NetworkError& e) { std::cout << e.what() << ' ' << e.code() << '\n'; }
    auto f = std::async(std::launch::async, [] { throw std::logic_error("in async"); return 1; });
    try { f.get(); } catch (const std::logic_error& e) { std::cout << e.what() << '\n'; }
    std::mutex m; std::unique_lock<std::mutex> lk(m);
    try { lk.lock(); } catch (const std::system_error& e) { std::cout << "lock: " << e.code().value() << ' ' << e.what() << '\n'; }
    try { std::thread x; x.join(); } catch (const std::system_error& e) { std::cout << "join: " << e.what() << '\n'; }
    std::unique_lock<std::mutex> none;
    try { none.unlock(); } catch (const std::system_error& e) { std::cout << (e.code() == std::errc::operation_not_permitted) << '\n'; }
    try { throw 42; } catch (int i) { std::cout << i << '\n'; }
    try { std::make_unique<int>(); std::string s = "abc"; s.at(10); } catch (const std::out_of_range&) { std::cout << "oor\n"; }
    std::promise<int> p; auto pf = p.get_future(); p.set_exception(std::make_exception_ptr(std::runtime_error("promise"))); try { pf.get(); } catch (std::exception& e) { std::cout << e.what() << '\n'; }
}
