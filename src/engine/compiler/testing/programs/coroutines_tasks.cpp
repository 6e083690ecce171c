#include <coroutine>
#include <cstdio>
#include <exception>
#include <optional>
#include <utility>

template <class T>
class Task {
public:
    struct promise_type;
    using Handle = std::coroutine_handle<promise_type>;
    struct FinalAwaiter {
        bool await_ready() const noexcept { return false; }
        std::coroutine_handle<> await_suspend(Handle h) noexcept {
            auto c = h.promise().continuation;
            return c ? c : std::noop_coroutine();
        }
        void await_resume() noexcept {}
    };
    struct promise_type {
        std::optional<T> value;
        std::exception_ptr error;
        std::coroutine_handle<> continuation;
        Task get_return_object() { return Task{Handle::from_promise(*this)}; }
        std::suspend_always initial_suspend() noexcept { return {}; }
        FinalAwaiter final_suspend() noexcept { return {}; }
        void return_value(T v) { value = std::move(v); }
        void unhandled_exception() { error = std::current_exception(); }
    };
    explicit Task(Handle h) : h_(h) {}
    Task(Task&& o) noexcept : h_(std::exchange(o.h_, {})) {}
    Task(const Task&) = delete;
    ~Task() { if (h_) h_.destroy(); }

    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> c) noexcept {
        h_.promise().continuation = c;
        return h_;
    }
    T await_resume() {
        if (h_.promise().error) std::rethrow_exception(h_.promise().error);
        return *h_.promise().value;
    }
    T run() { h_.resume(); return await_resume(); }
private:
    Handle h_;
};

struct Noisy { const char* n; Noisy(const char* s) : n(s) { std::printf("+%s\n", n); } ~Noisy() { std::printf("-%s\n", n); } };

Task<int> leaf(int x) { Noisy n("leaf"); if (x == 3) throw 42; co_return x * 2; }
Task<int> mid(int x) {
    Noisy n("mid");
    int a = co_await leaf(x);
    int b = co_await leaf(x + 1);
    co_return a + b;
}
Task<int> top() {
    int sum = 0;
    for (int i = 0; i < 3; ++i) {
        try { sum += co_await mid(i); }
        catch (int e) { std::printf("caught %d\n", e); sum += 1000; }
    }
    co_return sum;
}
int main() { std::printf("%d\n", top().run()); }
// expect: +mid
// expect: +leaf
// expect: -leaf
// expect: +leaf
// expect: -leaf
// expect: -mid
// expect: +mid
// expect: +leaf
// expect: -leaf
// expect: +leaf
// expect: -leaf
// expect: -mid
// expect: +mid
// expect: +leaf
// expect: -leaf
// expect: +leaf
// expect: -leaf
// expect: -mid
// expect: caught 42
// expect: 1008
