// Offsets that are kept before a pointer is moved by them: in a variable, a member, a constant, an argument of a template.
// expect: 1.5c
// expect: c=0 text=32 d=8 7
// expect: 7xy00
// expect: b8titem235596
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iostream>
#include <mutex>
#include <string>
#include <vector>

struct Link {
  Link* next = nullptr;
};
struct Base {
  char kind = 'b';
  long id = 8;
};
struct Item : Base {
  char tag = 't';
  std::string name = "item";
  std::vector<int> numbers{1, 2};
  std::mutex m;
  short few[3] = {1, 2, 3};
  Link link;
  union {
    int i = 5;
    double d;
  };
  unsigned bits : 3 = 5;
  unsigned more : 4 = 9;
  int last = 6;
};
struct Plain {
  char c;
  double d;
  struct {
    short s;
    int* p;
  } inner;
  char text[3];
  Link link;
};
struct List {
  std::size_t offset;
  Link* head;
};
void* owner(const List& list, Link* link) { return reinterpret_cast<char*>(link) - list.offset; }
template <class T, std::size_t Offset>
T* owner(Link* link) {
  return reinterpret_cast<T*>(reinterpret_cast<std::byte*>(link) - Offset);
}
constexpr std::size_t plain_link = offsetof(Plain, link);
struct Column {
  const char* name;
  std::size_t offset;
};
const Column columns[] = {{"c", offsetof(Plain, c)}, {"text", offsetof(Plain, text)}, {"d", offsetof(Plain, d)}};

int main() {
  static_assert(plain_link == 40 && sizeof(Plain) == 48);
  Plain plain{'c', 1.5, {2, nullptr}, {'x', 'y', 0}, {nullptr}};
  List list{offsetof(Plain, link), &plain.link};
  std::cout << static_cast<Plain*>(owner(list, list.head))->d << owner<Plain, plain_link>(list.head)->c << '\n';
  for (const auto& [name, offset] : columns) std::cout << name << '=' << offset << ' ';
  std::size_t off = offsetof(Plain, inner);
  off += sizeof(char*);
  assert(reinterpret_cast<char*>(&plain) + off == reinterpret_cast<char*>(&plain.inner.p));
  Plain several[3] = {plain, plain, plain};
  several[2].d = 7;
  std::size_t at = 2 * sizeof(Plain) + offsetof(Plain, d);
  std::cout << *reinterpret_cast<double*>(reinterpret_cast<char*>(several) + at) << '\n';
  Plain copy;
  std::memcpy(&copy, &several[2], sizeof copy);
  std::memset(static_cast<void*>(&plain), 0, sizeof plain);
  std::cout << copy.d << copy.text << plain.d << static_cast<int>(plain.c) << '\n';
  Item item;
  Item other;
  other.numbers = {4};
  std::swap(item.name, other.name);
  std::cout << item.kind << item.id << item.tag << item.name << item.numbers.size() << item.few[2] << item.i << item.bits << item.more
            << item.last << '\n';
}
