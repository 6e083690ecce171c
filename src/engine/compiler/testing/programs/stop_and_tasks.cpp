// expect: 0 1 1
// expect: 1 1 2
// expect: Promise already satisfied 1
// expect: No associated state
// expect: 3 0 1
#include <cstdio>
#include <future>
#include <iostream>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

// The stop of a jthread whose function takes no token; tasks that are called twice; std::lock where one lock throws.
struct Unreliable {
  std::mutex m;
  bool fails = false;
  bool held = false;
  void lock() {
    m.lock();
    held = true;
  }
  bool try_lock() {
    if (fails) throw std::string("broken");
    held = m.try_lock();
    return held;
  }
  void unlock() {
    held = false;
    m.unlock();
  }
};
std::string words(const std::future_error& e) {
  std::string all = e.what();
  return all.substr(all.find(": ") + 2);
}

int main() {
  std::stop_token token;
  bool before = token.stop_possible();
  bool asked;
  {
    std::jthread worker([] {});
    token = worker.get_stop_token();
    asked = worker.request_stop();
  }
  std::cout << before << ' ' << asked << ' ' << token.stop_requested() << '\n';
  std::stop_token other;
  {
    std::jthread worker([] {});
    other = worker.get_stop_token();
  }
  int calls = 0;
  std::jthread counter([&calls](std::stop_token, int by) { calls += by; }, 2);
  counter.join();
  std::cout << other.stop_possible() << ' ' << other.stop_requested() << ' ' << calls << '\n';

  int value = 0;
  std::packaged_task<void()> task([&value] { value++; });
  task();
  try {
    task();
  } catch (const std::future_error& e) {
    std::cout << words(e) << ' ' << value << '\n';
  }
  try {
    std::packaged_task<int()> none;
    none();
  } catch (const std::future_error& e) {
    std::cout << words(e) << '\n';
  }

  Unreliable a, b, c;
  c.fails = true;
  int caught = 0;
  try {
    std::lock(a, b, c);
  } catch (const std::string&) {
    caught = 3;
  }
  bool held = a.held || b.held;
  c.fails = false;
  std::lock(a, b, c);
  std::cout << caught << ' ' << held << ' ' << (a.held && b.held && c.held) << '\n';
  a.unlock();
  b.unlock();
  c.unlock();
}
