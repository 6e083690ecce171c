// expect: made 1 2 3
// expect: particle 24 bytes
// expect: 3 of particles, 1 of them given back to the list
// expect: allocs 3 frees 3
// expect: array of 3: 6
// expect: pool says 7 at line 42
// expect: raw 4 8
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <new>

// What stands in the place of operator new and operator delete: a class's own, and the global ones.
static int allocs = 0;
static int frees = 0;
void* operator new(std::size_t n) {
  allocs++;
  if (void* p = std::malloc(n ? n : 1)) return p;
  throw std::bad_alloc{};
}
void operator delete(void* p) noexcept {
  frees++;
  std::free(p);
}
void operator delete(void* p, std::size_t) noexcept { operator delete(p); }

class Particle {
  struct Free { Free* next; };
  inline static Free* list = nullptr;

 public:
  inline static int made = 0;
  inline static int reused = 0;
  long x, y, z;
  explicit Particle(long v) : x(v), y(v + 1), z(v + 2) {}
  static void* operator new(std::size_t n) {
    made++;
    if (list != nullptr) {
      reused++;
      void* p = list;
      list = list->next;
      return p;
    }
    return std::malloc(n);
  }
  void operator delete(void* p) noexcept {
    auto* free = static_cast<Free*>(p);
    free->next = list;
    list = free;
  }
  static void drain() {
    while (list != nullptr) {
      Free* next = list->next;
      std::free(list);
      list = next;
    }
  }
};
struct Pool {
  int line = 0;
};
struct Tagged {
  int value;
  static void* operator new(std::size_t n, Pool& pool, int line) {
    pool.line = line;
    return std::malloc(n);
  }
  static void operator delete(void* p) { std::free(p); }
};
struct Item {
  int n = 2;
  ~Item() {}
};

int main() {
  auto* p = new Particle(1);
  std::printf("made %ld %ld %ld\n", p->x, p->y, p->z);
  std::printf("particle %zu bytes\n", sizeof(Particle));
  delete p;
  p = new Particle(4);
  std::unique_ptr<Particle> q(new Particle(5));
  delete p;
  q.reset();
  std::printf("%d of particles, %d of them given back to the list\n", Particle::made, Particle::reused);
  Particle::drain();

  delete new int(3);
  { auto u = std::make_unique<double>(1.5); }
  { auto s = std::make_shared<long>(9); }
  std::printf("allocs %d frees %d\n", allocs, frees);

  Item* items = new Item[3];
  int sum = 0;
  for (int i = 0; i < 3; i++) sum += items[i].n;
  delete[] items;
  std::printf("array of 3: %d\n", sum);

  Pool pool;
  Tagged* t = new (pool, 42) Tagged{7};
  std::printf("pool says %d at line %d\n", t->value, pool.line);
  delete t;

  void* raw = ::operator new(4 * sizeof(int), std::nothrow);
  int* xs = new (raw) int[4]{1, 2, 4};
  auto* y = new (std::nothrow) int(8);
  std::printf("raw %d %d\n", xs[2] + xs[3], *y);
  delete y;
  ::operator delete(raw);
}
