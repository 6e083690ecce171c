// The flag is set without the lock: a worker that has just found nothing to
// do may be told before it waits, and then waits for ever.
#include <atomic>
#include <cassert>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

class Pool {
public:
    Pool() : worker_([this] { work(); }) {}
    ~Pool() {
        stopping_ = true;
        wake_.notify_all();
        worker_.join();
    }
    void submit(std::function<void()> task) {
        std::lock_guard<std::mutex> lock(mutex_);
        tasks_.push_back(std::move(task));
        wake_.notify_one();
    }

private:
    void work() {
        for (;;) {
            std::unique_lock<std::mutex> lock(mutex_);
            wake_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
            if (tasks_.empty()) return;
            std::function<void()> task = std::move(tasks_.front());
            tasks_.pop_front();
            lock.unlock();
            task();
        }
    }

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> tasks_;
    std::atomic<bool> stopping_{false};
    std::thread worker_;
};

int main() {
    std::atomic<int> done{0};
    {
        Pool pool;
        pool.submit([&done] { done++; });
    }
    assert(done == 1);
}
