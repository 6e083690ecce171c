// The first look at the pointer is without the lock that the pointer is
// written under: it races, and may see an object that is not built yet.
#include <cassert>
#include <mutex>
#include <thread>

struct Settings {
    int threads = 4;
};

std::mutex mutex;
Settings* instance = nullptr;

Settings* settings() {
    if (instance == nullptr) {
        std::lock_guard<std::mutex> lock(mutex);
        if (instance == nullptr) {
            instance = new Settings;
        }
    }
    return instance;
}

int main() {
    std::thread reader([] { assert(settings()->threads == 4); });
    std::thread writer([] { assert(settings()->threads == 4); });
    reader.join();
    writer.join();
    delete instance;
}
