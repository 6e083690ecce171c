// Every object made is ended once, on every path: parameters, captures, temporaries, conditions, loops, switches.
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>
struct T {
  static int alive;
  static int made;
  int v;
  T(int n = 0) : v(n) { alive++, made++; }
  T(const T& o) : v(o.v) { alive++, made++; }
  T(T&& o) noexcept : v(o.v) {
    o.v = -1;
    alive++, made++;
  }
  T& operator=(const T&) = default;
  T& operator=(T&& o) noexcept {
    v = o.v;
    o.v = -1;
    return *this;
  }
  ~T() { alive--; }
  explicit operator bool() const { return v > 0; }
  T operator+(const T& o) const { return T(v + o.v); }
  bool operator<(const T& o) const { return v < o.v; }
};
int T::alive = 0;
int T::made = 0;
void check(const char* where) {
  printf("%s %d\n", where, T::alive);
}
int byValue(T a, T b) { return a.v + b.v; }
T pick(bool first, T a, T b) { return first ? a : b; }
T chain(int n) {
  if (n == 0) return T(1);
  T local(n);
  if (n == 1) return local;
  return chain(n - 1) + local;
}
int search(const std::vector<T>& all, int wanted) {
  for (const T& t : all) {
    T copy = t;
    switch (copy.v) {
      case 1: {
        T inner(5);
        if (wanted == 1) return inner.v;
        break;
      }
      case 2:
        if (wanted == 2) return copy.v;
        continue;
      default:
        if (T cond = T(copy.v); cond && wanted == 3) return cond.v;
    }
    if (wanted == 4) break;
  }
  return -1;
}
struct Holder {
  T a{1}, b{2};
  std::optional<T> maybe;
  std::vector<T> list{T(3), T(4)};
  std::map<int, T> named;
  T array[2] = {T(5), T(6)};
};
int countdown(int n) {
  int rounds = 0;
  while (T t = T(n--)) {
    if (t.v == 2) continue;
    rounds += t.v;
    if (rounds > 100) break;
  }
  for (T i(0); i < T(3); i = i + T(1)) rounds += i.v;
  do {
    T t(rounds);
    if (t.v % 2 == 0) break;
    rounds++;
  } while (T(rounds).v > 0);
  return rounds;
}
int main() {
  check("start");
  int n = byValue(T(1), T(2)) + byValue(3, 4);
  printf("%d ", n);
  check("arguments");
  printf("%d %d ", pick(true, T(1), T(2)).v, chain(4).v);
  check("results");
  {
    std::vector<T> all;
    for (int i = 1; i < 5; i++) all.push_back(T(i));
    for (int w = 0; w < 6; w++) printf("%d ", search(all, w));
    check("paths");
    all.erase(all.begin() + 1);
    all.insert(all.begin(), T(9));
    all.resize(2);
    std::vector<T> other = std::move(all);
    other = std::vector<T>(3, T(7));
    check("vector");
  }
  check("scope");
  {
    Holder h;
    h.maybe = T(7);
    h.named[3] = T(8);
    Holder copy = h;
    Holder moved = std::move(h);
    copy = moved;
    copy = std::move(moved);
    h.maybe.reset();
    check("holders");
    printf("%d %d %d %zu\n", copy.array[1].v, copy.named[3].v, copy.maybe->v, copy.list.size());
  }
  check("holders gone");
  {
    T t(1);
    auto byCopy = [t] { return t.v; };
    auto nested = [byCopy, u = T(2)] { return [byCopy, u] { return byCopy() + u.v; }(); };
    std::function<int()> f = nested;
    std::function<int()> g = f;
    f = [t = std::move(t)] { return t.v; };
    printf("%d %d ", f(), g());
    check("captures");
  }
  check("captures gone");
  printf("%d ", countdown(4));
  check("loops");
  bool flag = T(1) && (T(0) || T(2));
  const T& kept = flag ? T(5) : T(6);
  T chosen = flag ? kept : T(7);
  printf("%d %d ", kept.v, chosen.v);
  check("conditions");
  auto owner = std::make_unique<T>(3);
  auto shared = std::make_shared<std::pair<T, T>>(T(1), T(2));
  std::shared_ptr<T> part(shared, &shared->second);
  shared.reset();
  owner.reset(new T(part->v));
  check("owners");
  part = nullptr;
  owner = nullptr;
  std::swap(chosen, *std::make_unique<T>(4));
  check("owners gone");
  auto [x, y] = std::make_pair(T(1), T(2));
  const auto& [p, q] = std::pair<T, int>(T(3), 4);
  printf("%d ", x.v + y.v + p.v + q);
  check("bindings");
  (void)T(1);
  T(2), T(3);
  static T forever(10);
  check("end");
}
// expect: start 0
// expect: 10 arguments 0
// expect: 1 10 results 0
// expect: -1 5 2 3 -1 -1 paths 4
// expect: vector 3
// expect: scope 0
// expect: holders 17
// expect: 6 8 7 2
// expect: holders gone 0
// expect: 1 3 captures 7
// expect: captures gone 0
// expect: 12 loops 0
// expect: 5 5 conditions 2
// expect: owners 5
// expect: owners gone 2
// expect: 10 bindings 5
// expect: end 6
