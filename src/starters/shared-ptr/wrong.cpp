// A shared_ptr counts its owners safely, but it is itself a variable: to copy
// it while another thread assigns to it is a data race.
#include <cassert>
#include <memory>
#include <thread>

struct Config {
    int timeout;
};

std::shared_ptr<Config> current = std::make_shared<Config>(Config{10});

void reload() {
    current = std::make_shared<Config>(Config{20});
}

void serve() {
    std::shared_ptr<Config> config = current;
    assert(config->timeout == 10 || config->timeout == 20);
}

int main() {
    std::thread loader(reload);
    std::thread server(serve);
    loader.join();
    server.join();
}
