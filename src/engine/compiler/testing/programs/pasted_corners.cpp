// What programs from the web have besides: declarations in blocks, several names in one using, memory by hand.
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <fstream>
#include <iostream>
#include <iterator>
#include <list>
#include <memory>
#include <queue>
#include <string>
#include <system_error>
#include <thread>
#include <vector>
using std::cout, std::string;
using std::chrono_literals::operator""ms;
using namespace std::chrono_literals;

struct Header {
  char tag;
  int size;
  int items[2];
};
void* operator new[](std::size_t size, char fill) {
  void* room = operator new[](size);
  std::fill_n(reinterpret_cast<char*>(room), size, fill);
  return room;
}
template <class base> class padded : public base {
 public:
  using base::base;

 private:
  char room[64 - sizeof(base)];
};
struct Handle {
  int value = 4;
  int* operator&() { return &value; }
};
struct Owner {
  int part;
};
void ended(Owner* p) {
  cout << "ended\n";
  delete p;
}
enum color { red, green = 20 };
static __thread int own = 3;
char* greeting = "hello";

main() {
  int later(int);
  cout << later(1) << ' ' << own << ' ' << greeting << '\n';
  std::this_thread::sleep_for(1ms);
  cout << (offsetof(Header, size) > offsetof(Header, tag)) << '\n';
  {
    std::shared_ptr<int> part;
    {
      std::shared_ptr<Owner> whole(new Owner{7}, ended);
      part = std::shared_ptr<int>(whole, &whole->part);
    }
    auto* deleter = std::get_deleter<void (*)(Owner*)>(part);
    cout << *part << ' ' << (deleter != nullptr && *deleter == ended) << ' ' << (std::get_deleter<int>(part) == nullptr) << '\n';
  }
  std::vector<string> words = {"a", "bc"};
  auto [p, n] = std::get_temporary_buffer<string>(2);
  std::uninitialized_copy(words.begin(), words.end(), p);
  for (string* i = p; i != p + 2; ++i) {
    cout << *i << ' ';
    i->~basic_string<char>();
  }
  std::return_temporary_buffer(p);
  cout << (n >= 2) << '\n';
  char room[16];
  void* at = room;
  std::size_t left = sizeof room;
  cout << (std::align(alignof(int), sizeof(int), at, left) != nullptr) << ' ' << (std::align(1, 64, at, left) == nullptr) << '\n';
  std::pointer_traits<std::shared_ptr<int>>::rebind<long> wide = std::make_shared<long>(5);
  cout << *wide << '\n';
  std::error_condition c = std::system_category().default_error_condition(EDOM);
  cout << c.category().name() << ' ' << c.value() << ' ' << c.message() << ' ' << (std::make_error_code(std::errc::timed_out) == std::errc::timed_out) << '\n';
  try {
    std::ifstream file("nowhere");
    file.exceptions(std::ios_base::failbit);
  } catch (const std::ios_base::failure& e) {
    cout << "failure\n";
  }
  std::vector<std::thread> started(2);
  for (auto& t : started) t = std::thread([] {});
  std::list<std::thread> moved;
  std::move(started.begin(), started.end(), std::back_inserter(moved));
  for (auto& t : moved) t.join();
  std::vector<int> listed({3, 1, 2}), odd, even;
  std::partition_copy(listed.begin(), listed.end(), std::back_inserter(odd), std::back_inserter(even), [](int n) { return n % 2 == 1; });
  std::queue<int> waiting(std::deque<int>{7, 8});
  char* stars = new ('*') char[4];
  stars[3] = '\0';
  cout << stars << '\n';
  delete[] stars;
  padded<std::atomic<int>> none, seven{7};
  ++none;
  for (int i = 0, n = 100000000; i < n; i++);
  cout << none << seven << '\n';
  Handle handle;
  *&handle = 5;
  cout << std::addressof(handle)->value << '\n';
  try {
    std::weak_ptr<int> gone(std::make_shared<int>(1));
    std::shared_ptr<int> again(gone);
  } catch (const std::bad_weak_ptr& e) {
    cout << e.what() << '\n';
  }
  struct Plain {
    int n;
  } plain[3];
  int ended = 0;
  for (int i = 3; i != 0; ended++) (plain + --i)->~Plain();
  cout << ended << '\n';
  auto half = 0.5 * 1.5s;
  cout << green << ' ' << listed.size() << odd.size() << even[0] << ' ' << waiting.front() << ' ' << half.count() << '\n';
  return 0;
}
int later(int n) { return n + 1; }
// expect: 2 3 hello
// expect: 1
// expect: 7 1 1
// expect: ended
// expect: a bc 1
// expect: 1 1
// expect: 5
// expect: generic 33 Numerical argument out of domain 1
// expect: failure
// expect: ***
// expect: 17
// expect: 5
// expect: bad_weak_ptr
// expect: 3
// expect: 20 322 7 0.75
