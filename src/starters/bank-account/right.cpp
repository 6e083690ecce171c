// The check and what follows from it are one critical section.
#include <cassert>
#include <mutex>
#include <thread>

class Account {
public:
    explicit Account(int amount) : balance_(amount) {}

    int balance() const {
        std::lock_guard<std::mutex> lock(mutex_);
        return balance_;
    }
    bool withdraw(int amount) {
        std::lock_guard<std::mutex> lock(mutex_);
        if (balance_ < amount) {
            return false;
        }
        balance_ -= amount;
        return true;
    }

private:
    mutable std::mutex mutex_;
    int balance_;
};

Account account(100);

int main() {
    std::thread rent([] { account.withdraw(80); });
    std::thread shop([] { account.withdraw(50); });
    rent.join();
    shop.join();
    assert(account.balance() >= 0);
}
