// Accounts by id in a map of unique_ptr, transfers with ordered locks, an audit, results by value.
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>
namespace bank {
using Id = int;
using Money = long long;
struct Result {
  bool ok{};
  std::string why;
  explicit operator bool() const { return ok; }
};
class Account {
 public:
  Account(Id id, Money start) : id_{id}, balance_{start} {}
  Id id() const { return id_; }

 private:
  friend class Bank;
  Id id_;
  Money balance_;
  std::mutex m_;
};
class Bank {
 public:
  Account& open(Id id, Money start) {
    std::unique_lock l(map_);
    auto [it, fresh] = accounts_.try_emplace(id, nullptr);
    if (fresh) it->second = std::make_unique<Account>(id, start);
    return *it->second;
  }
  Result transfer(Id from, Id to, Money amount) {
    std::shared_lock l(map_);
    auto a = accounts_.find(from);
    auto b = accounts_.find(to);
    if (a == accounts_.end() || b == accounts_.end()) return {false, "no such account"};
    if (from == to) return {false, "same"};
    Account* first = a->second.get();
    Account* second = b->second.get();
    if (second->id() < first->id()) std::swap(first, second);
    std::lock_guard<std::mutex> g1(first->m_);
    std::lock_guard<std::mutex> g2(second->m_);
    if (a->second->balance_ < amount) return {.ok = false, .why = "too poor"};
    a->second->balance_ -= amount;
    b->second->balance_ += amount;
    return {true, {}};
  }
  Money total() {
    std::unique_lock l(map_);
    Money sum = 0;
    for (auto& [id, account] : accounts_) sum += account->balance_;
    return sum;
  }

 private:
  std::shared_mutex map_;
  std::map<Id, std::unique_ptr<Account>> accounts_;
};
}  // namespace bank
int main() {
  bank::Bank b;
  b.open(1, 100);
  b.open(2, 50);
  std::thread t1([&] { b.transfer(1, 2, 30); });
  std::thread t2([&b] { b.transfer(2, 1, 20); });
  t1.join();
  t2.join();
  auto r = b.transfer(1, 9, 5);
  auto s = b.transfer(1, 2, 1'000'000);
  printf("%lld %d %s %s\n", b.total(), r ? 1 : 0, r.why.c_str(), s.why.c_str());
}
// expect: 150 0 no such account too poor
