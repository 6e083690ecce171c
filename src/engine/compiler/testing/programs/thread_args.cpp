// std::thread: functions, lambdas, functors, member functions, arguments by value, by std::ref, moved in.
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>
void fill(int* out, int value) { *out = value; }
void grow(int& n, int by) { n += by; }
void length(const std::string& s, int& n) { n = static_cast<int>(s.size()); }
void take(std::unique_ptr<int> p, int* out) { *out = *p; }
struct Worker {
  int total = 0;
  void add(int n) { total += n; }
  void operator()(int n) { total += n; }
};
int main() {
  int a = 0, b = 10, c = 0, d = 0;
  std::thread t1(fill, &a, 5);
  t1.join();
  std::thread t2(grow, std::ref(b), 7);
  t2.join();
  std::thread t3(length, "hello", std::ref(c));
  t3.join();
  std::thread t4(take, std::make_unique<int>(9), &d);
  t4.join();
  printf("%d %d %d %d\n", a, b, c, d);
  Worker w;
  std::thread t5(&Worker::add, &w, 3);
  t5.join();
  std::thread t6(std::ref(w), 4);
  t6.join();
  std::thread t7(w, 100);
  t7.join();
  printf("%d\n", w.total);
  auto shared = std::make_shared<Worker>();
  std::thread t8(&Worker::add, shared, 8);
  t8.join();
  printf("%d %ld\n", shared->total, shared.use_count());
  int results[4] = {};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; i++) threads.emplace_back([&results, i] { results[i] = i * i; });
  for (auto& t : threads) t.join();
  printf("%d %d %d %d\n", results[0], results[1], results[2], results[3]);
  std::thread moved;
  printf("%d\n", moved.joinable());
  moved = std::thread([&a] { a = 77; });
  std::thread again = std::move(moved);
  printf("%d %d\n", moved.joinable(), again.joinable());
  again.join();
  printf("%d %d\n", a, again.get_id() == std::thread::id());
  return 0;
}
// expect: 5 17 5 9
// expect: 7
// expect: 8 1
// expect: 0 1 4 9
// expect: 0
// expect: 0 1
// expect: 77 1
