// The variable has a lock of its own; what it points at needs none, since
// nobody changes it.
#include <cassert>
#include <memory>
#include <mutex>
#include <thread>

struct Config {
    int timeout;
};

std::mutex currentMutex;
std::shared_ptr<Config> current = std::make_shared<Config>(Config{10});

void reload() {
    auto next = std::make_shared<Config>(Config{20});
    std::lock_guard<std::mutex> lock(currentMutex);
    current.swap(next);
}

void serve() {
    std::shared_ptr<Config> config;
    {
        std::lock_guard<std::mutex> lock(currentMutex);
        config = current;
    }
    assert(config->timeout == 10 || config->timeout == 20);
}

int main() {
    std::thread loader(reload);
    std::thread server(serve);
    loader.join();
    server.join();
}
