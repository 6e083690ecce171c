// The copy owns what it points at for as long as it is used: who is removed
// meanwhile may be called once more, and is there.
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

struct Observer {
    int seen = 0;
    void notify() { seen++; }
};

class Subject {
public:
    void add(const std::shared_ptr<Observer>& observer) {
        std::lock_guard<std::mutex> lock(mutex_);
        observers_.push_back(observer);
    }
    void remove(const std::shared_ptr<Observer>& observer) {
        std::lock_guard<std::mutex> lock(mutex_);
        std::erase(observers_, observer);
    }
    void notifyAll() {
        std::vector<std::shared_ptr<Observer>> copy;
        {
            std::lock_guard<std::mutex> lock(mutex_);
            copy = observers_;
        }
        for (const auto& observer : copy) observer->notify();
    }

private:
    std::mutex mutex_;
    std::vector<std::shared_ptr<Observer>> observers_;
};

int main() {
    Subject subject;
    auto observer = std::make_shared<Observer>();
    subject.add(observer);
    std::thread notifier([&] { subject.notifyAll(); });
    std::thread closer([&] {
        subject.remove(observer);
        observer.reset();
    });
    notifier.join();
    closer.join();
}
