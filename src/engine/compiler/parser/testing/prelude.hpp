// The names the fixtures use: what each is decides how a line is read.
struct Foo {
  int x, y, z;
  Foo* next;
  bool ready;
  void run();
  int bar(int);
  static int count;
  enum class Mode { slow, fast };
  enum { small, large };
  struct Inner {
    int deep;
  };
  template <typename T>
  T get();
  template <typename T>
  void put(T value);
  ~Foo();
};
struct Bar {
  Bar(int);
};
using Alias = Foo;
using Count = unsigned long;
template <typename T, int N = 4>
struct Box {
  T value;
  using type = T;
  static int total;
  T take();
};
template <typename T>
T same(T value);
int f(int, int);
int g(int);
namespace lab {
struct Thing {};
int depth;
namespace inner {
struct Part {};
}  // namespace inner
}  // namespace lab
int a, b, c, d, e, i, j, n, w, x, y, z, bar, baz;
int table[8];
Foo foo;
Foo* p;
Foo* q;
std::mutex m, m_, m2;
std::vector<int> v;
std::map<int, int> index;
void worker(int&);
using T = long;
