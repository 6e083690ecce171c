// atomic<shared_ptr>: load, store, exchange, compare-exchange from several threads.
#include <atomic>
#include <cstdio>
#include <memory>
#include <thread>
struct Config {
  int version;
  explicit Config(int v) : version(v) {}
};
std::atomic<std::shared_ptr<Config>> current;
int main() {
  printf("%d\n", current.load() == nullptr);
  current.store(std::make_shared<Config>(1));
  auto old = current.exchange(std::make_shared<Config>(2));
  printf("%d %d %ld\n", old->version, current.load()->version, old.use_count());
  std::shared_ptr<Config> expected = old;
  printf("%d\n", current.compare_exchange_strong(expected, std::make_shared<Config>(3)));
  printf("%d\n", expected->version);
  printf("%d\n", current.compare_exchange_strong(expected, std::make_shared<Config>(4)));
  std::thread reader([] {
    auto c = current.load();
    if (c->version != 4 && c->version != 5) printf("torn\n");
  });
  std::thread writer([] { current.store(std::make_shared<Config>(5)); });
  reader.join();
  writer.join();
  std::shared_ptr<Config> last = current;
  printf("%d %ld\n", last->version, last.use_count());
  current.store(nullptr);
  printf("%ld\n", last.use_count());
  return 0;
}
// expect: 1
// expect: 1 2 1
// expect: 0
// expect: 2
// expect: 1
// expect: 5 2
// expect: 1
