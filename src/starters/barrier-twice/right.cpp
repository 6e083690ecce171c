// Each time the barrier opens is a time of its own, so who still waits for
// the first is not held by the second.
#include <condition_variable>
#include <mutex>
#include <thread>

class Barrier {
public:
    explicit Barrier(int threads) : threads_(threads) {}
    void arriveAndWait() {
        std::unique_lock<std::mutex> lock(mutex_);
        const int mine = times_;
        waiting_++;
        if (waiting_ == threads_) {
            waiting_ = 0;
            times_++;
            open_.notify_all();
            return;
        }
        open_.wait(lock, [this, mine] { return times_ != mine; });
    }

private:
    const int threads_;
    int waiting_ = 0;
    int times_ = 0;
    std::mutex mutex_;
    std::condition_variable open_;
};

Barrier barrier(2);

void work() {
    barrier.arriveAndWait();  // everybody has read
    barrier.arriveAndWait();  // everybody has written
}

int main() {
    std::thread one(work);
    std::thread two(work);
    one.join();
    two.join();
}
