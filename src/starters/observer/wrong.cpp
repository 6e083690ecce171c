// The list is copied so that nobody is called under the lock. But what the
// copy points at may be gone when its turn comes.
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
    void add(Observer* observer) {
        std::lock_guard<std::mutex> lock(mutex_);
        observers_.push_back(observer);
    }
    void remove(Observer* observer) {
        std::lock_guard<std::mutex> lock(mutex_);
        std::erase(observers_, observer);
    }
    void notifyAll() {
        std::vector<Observer*> copy;
        {
            std::lock_guard<std::mutex> lock(mutex_);
            copy = observers_;
        }
        for (Observer* observer : copy) observer->notify();
    }

private:
    std::mutex mutex_;
    std::vector<Observer*> observers_;
};

int main() {
    Subject subject;
    auto observer = std::make_unique<Observer>();
    subject.add(observer.get());
    std::thread notifier([&] { subject.notifyAll(); });
    std::thread closer([&] {
        subject.remove(observer.get());
        observer.reset();
    });
    notifier.join();
    closer.join();
}
