// Functions, variables and their addresses as template arguments; offsetof in bytes, and pointers moved by it.
// expect: 3 4 5
// expect: destroy 6
// expect: 2 1 name 23
// expect: 0 4 8 16 64 8
// expect: 7 7 7 0
#include <cstddef>
#include <iostream>
#include <memory>
#include <thread>
template <void (*F)(int)> void call(int x) { F(x); }
void show(int x) { std::cout << x << ' '; }
void last(int x) { std::cout << x << '\n'; }
template <auto F> struct Deleter {
  template <class T> void operator()(T* p) const { F(p); }
};
void destroy(int* p) {
  std::cout << "destroy " << *p << '\n';
  delete p;
}
int g = 1;
template <int* P> void inc() { ++*P; }
template <int& R> int ref() { return R; }
struct W {
  int n = 0;
  void run() { n++; }
};
template <class T, void (T::*M)()> struct Caller {
  T& t;
  void operator()() { (t.*M)(); }
};
template <const char* S> struct Name {
  static const char* get() { return S; }
};
extern const char text[] = "name";
constexpr int three = 3;
template <int N> int number() { return N; }
template <auto M> int member(W& w) { return w.*M; }

struct S {
  char c;
  int i;
  double d;
  short s;
};
struct alignas(64) Apart {
  int x;
  alignas(64) int y;
};
struct Node {
  Node* next;
};
struct Item {
  char tag;
  int key;
  Node link;
};
#define container_of(ptr, type, member) ((type*)((char*)(ptr) - offsetof(type, member)))
#define list_entry(ptr, type, member) ((type*)((char*)(ptr) - (unsigned long)(&((type*)0)->member)))
int main() {
  call<show>(3);
  call<&show>(4);
  std::thread t(call<last>, 5);
  t.join();
  { std::unique_ptr<int, Deleter<destroy>> p(new int(6)); }
  inc<&g>();
  W w;
  Caller<W, &W::run> c{w};
  c();
  std::cout << ref<g>() << ' ' << w.n << ' ' << Name<text>::get() << ' ' << number<three>() - 1 << number<three>() << '\n';
  std::cout << offsetof(S, c) << ' ' << offsetof(S, i) << ' ' << offsetof(S, d) << ' ' << offsetof(S, s) << ' ' << offsetof(Apart, y) << ' '
            << offsetof(Item, link) << '\n';
  Item item{'x', 7, {nullptr}};
  Node* n = &item.link;
  std::cout << container_of(n, Item, link)->key << ' ' << list_entry(n, Item, link)->key << ' ' << item.key << ' ' << 0ul << '\n';
  static_assert(offsetof(S, i) == 4);
  return member<&W::n>(w) - 1;
}
