// What readers write is atomic: they keep writers out but not each other.
#include <atomic>
#include <cassert>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <thread>

class Cache {
public:
    void put(int key, int value) {
        std::unique_lock<std::shared_mutex> lock(mutex_);
        values_[key] = value;
    }
    int get(int key) {
        std::shared_lock<std::shared_mutex> lock(mutex_);
        hits_++;
        auto found = values_.find(key);
        return found == values_.end() ? 0 : found->second;
    }
    int hits() const { return hits_; }

private:
    std::shared_mutex mutex_;
    std::map<int, int> values_;
    std::atomic<int> hits_{0};
};

Cache cache;

int main() {
    cache.put(1, 10);
    std::thread left([] { cache.get(1); });
    std::thread right([] { cache.get(1); });
    left.join();
    right.join();
    assert(cache.hits() == 2);
}
