// A check and what follows from it are two critical sections: between them
// somebody else may take the money.
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
    void withdraw(int amount) {
        std::lock_guard<std::mutex> lock(mutex_);
        balance_ -= amount;
    }

private:
    mutable std::mutex mutex_;
    int balance_;
};

Account account(100);

void pay(int amount) {
    if (account.balance() >= amount) {
        account.withdraw(amount);
    }
}

int main() {
    std::thread rent([] { pay(80); });
    std::thread shop([] { pay(50); });
    rent.join();
    shop.join();
    assert(account.balance() >= 0);
}
