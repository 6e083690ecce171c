// The barrier is open while nobody waits. Who goes round quickly waits for
// the second time before others have seen that it was open the first time.
#include <condition_variable>
#include <mutex>
#include <thread>

class Barrier {
public:
    explicit Barrier(int threads) : threads_(threads) {}
    void arriveAndWait() {
        std::unique_lock<std::mutex> lock(mutex_);
        waiting_++;
        if (waiting_ == threads_) {
            waiting_ = 0;
            open_.notify_all();
            return;
        }
        open_.wait(lock, [this] { return waiting_ == 0; });
    }

private:
    const int threads_;
    int waiting_ = 0;
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
