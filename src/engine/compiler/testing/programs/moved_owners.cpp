// expect: 1 0 1 1
// expect: 7 0 1
// expect: 1 0 1 0
// expect: 1 1 0
#include <cstdio>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

// What was moved from is empty, of an owner of a derived class too; a function made of a null pointer is empty.
struct Base {
  int n = 7;
  virtual ~Base() {}
};
struct Derived : Base {};
int answer() { return 1; }

int main() {
  auto derived = std::make_shared<Derived>();
  std::shared_ptr<Base> base = std::move(derived);
  std::printf("%ld %ld %d %d\n", base.use_count(), derived.use_count(), derived == nullptr, base != nullptr);
  int* inner = &base->n;
  std::shared_ptr<int> part(std::move(base), inner);
  std::printf("%d %ld %ld\n", *part, base.use_count(), part.use_count());
  std::vector<bool> flags{true}, other;
  other = std::move(flags);
  std::vector<bool> third(std::move(other));
  std::printf("%zu %zu %d %zu\n", third.size(), flags.size(), static_cast<int>(third[0]), other.size());
  int (*none)() = nullptr;
  std::function<int()> empty = none, full = answer;
  std::printf("%d %d %d\n", !empty, full(), static_cast<bool>(empty));
}
