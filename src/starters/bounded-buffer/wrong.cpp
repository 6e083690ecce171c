// Who is woken looks no second time: meanwhile another consumer may have
// taken the item that it was woken for.
#include <cassert>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

class Buffer {
public:
    void put(int item) {
        std::unique_lock<std::mutex> lock(mutex_);
        if (items_.size() == CAPACITY) {
            notFull_.wait(lock);
        }
        items_.push_back(item);
        notEmpty_.notify_one();
    }
    int take() {
        std::unique_lock<std::mutex> lock(mutex_);
        if (items_.empty()) {
            notEmpty_.wait(lock);
        }
        assert(!items_.empty());
        int item = items_.front();
        items_.pop_front();
        notFull_.notify_one();
        return item;
    }

private:
    static constexpr std::size_t CAPACITY = 1;
    std::mutex mutex_;
    std::condition_variable notFull_;
    std::condition_variable notEmpty_;
    std::deque<int> items_;
};

Buffer buffer;

int main() {
    std::thread producer([] {
        buffer.put(1);
        buffer.put(2);
    });
    std::thread left([] { buffer.take(); });
    std::thread right([] { buffer.take(); });
    producer.join();
    left.join();
    right.join();
}
