// The end of an array by its index, empty lists, data members of smart pointers, references in tuples that are joined.
// expect: 233
// expect: 02
// expect: 1010101010101010
// expect: 45
// expect: 10x
#include <functional>
#include <initializer_list>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>
struct Foo { int data = 10; int get() const { return data; } };
int main() {
  std::pair<std::string, int> pa[] = {{"one", 10}, {"two", 20}};
  std::map<std::string, int> m(&pa[0], &pa[2]);
  int a[3] = {1, 2, 3};
  std::vector<int> v(&a[0], &a[3]);
  std::cout << m.size() << v.size() << (&a[3] - a) << "\n";
  std::initializer_list<int> none;
  std::initializer_list<int> two{1, 2};
  std::cout << none.size() << two.size() << "\n";
  Foo foo;
  auto d = std::bind(&Foo::data, std::placeholders::_1);
  auto g = std::mem_fn(&Foo::data);
  auto h = std::mem_fn(&Foo::get);
  auto sp = std::make_shared<Foo>(foo);
  std::cout << d(foo) << d(sp) << d(std::make_unique<Foo>(foo)) << g(&foo) << g(sp) << h(sp) << h(foo) << std::invoke(&Foo::data, sp) << "\n";
  g(foo) = 4;
  d(sp) = 5;
  std::cout << foo.data << sp->data << "\n";
  int n = 7;
  auto t = std::tuple_cat(std::make_tuple(1), std::tie(n), std::make_pair(2, 'x'));
  n = 10;
  std::cout << std::get<1>(t) << std::get<3>(t) << "\n";
}
