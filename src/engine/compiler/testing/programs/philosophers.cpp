// Philosophers: locks in order, forks in a vector, statistics under a lock.
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>
struct Fork {
  std::mutex m;
  int uses = 0;
};
class Philosopher {
 public:
  Philosopher(int id, Fork& left, Fork& right) : id_(id), left_(left), right_(right) {}
  void dine() {
    for (int i = 0; i < 2; i++) {
      std::lock(left_.m, right_.m);
      std::lock_guard<std::mutex> a(left_.m, std::adopt_lock);
      std::lock_guard<std::mutex> b(right_.m, std::adopt_lock);
      left_.uses++;
      right_.uses++;
      meals_++;
    }
  }
  int meals() const { return meals_; }
  int id() const { return id_; }

 private:
  int id_;
  Fork& left_;
  Fork& right_;
  int meals_ = 0;
};
int main() {
  const int n = 3;
  std::vector<Fork> forks(n);
  std::vector<Philosopher> all;
  for (int i = 0; i < n; i++) all.emplace_back(i, forks[i], forks[(i + 1) % n]);
  std::vector<std::thread> threads;
  for (auto& p : all) threads.push_back(std::thread(&Philosopher::dine, &p));
  for (auto& t : threads) t.join();
  for (const auto& p : all) printf("%d:%d ", p.id(), p.meals());
  int uses = 0;
  for (auto& f : forks) uses += f.uses;
  printf("%d\n", uses);
}
// expect: 0:2 1:2 2:2 12
