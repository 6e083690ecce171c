// The pointer is atomic: whoever sees it sees the object behind it too.
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

struct Settings {
    int threads = 4;
};

std::mutex mutex;
std::atomic<Settings*> instance{nullptr};

Settings* settings() {
    Settings* seen = instance.load(std::memory_order_acquire);
    if (seen == nullptr) {
        std::lock_guard<std::mutex> lock(mutex);
        seen = instance.load(std::memory_order_relaxed);
        if (seen == nullptr) {
            seen = new Settings;
            instance.store(seen, std::memory_order_release);
        }
    }
    return seen;
}

int main() {
    std::thread reader([] { assert(settings()->threads == 4); });
    std::thread writer([] { assert(settings()->threads == 4); });
    reader.join();
    writer.join();
    delete instance.load();
}
