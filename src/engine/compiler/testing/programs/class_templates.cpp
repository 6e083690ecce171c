// Class templates: members inside and outside, defaults, value parameters, specialisations, nested, statics, friends.
#include <cstdio>
#include <string>
template <class T> class Stack {
 public:
  void push(const T& v) { items_[size_++] = v; }
  T pop();
  bool empty() const { return size_ == 0; }
  int size() const;

 private:
  T items_[8];
  int size_ = 0;
};
template <class T> T Stack<T>::pop() { return items_[--size_]; }
template <typename U> int Stack<U>::size() const { return size_; }
template <class T, int N = 4> struct Ring {
  T data[N] = {};
  static constexpr int capacity = N;
  T& at(int i) { return data[i % N]; }
};
template <class A, class B = A> struct Two {
  A a;
  B b;
  Two(A x, B y) : a(x), b(y) {}
};
template <class T> struct Name {
  static const char* get() { return "other"; }
};
template <> struct Name<int> {
  static const char* get() { return "int"; }
};
template <class T> struct Name<T*> {
  static const char* get() { return "pointer"; }
};
template <class T> struct Name<Stack<T>> {
  static const char* get() { return "stack"; }
};
template <class T> struct Wrapper {
  T value;
  struct Inner {
    T copy;
  };
  Inner inner() const { return Inner{value}; }
  template <class U> Wrapper<U> as() const { return Wrapper<U>{static_cast<U>(value)}; }
  Wrapper& set(T v) {
    value = v;
    return *this;
  }
};
template <class T> class Derived : public Wrapper<T> {
 public:
  T doubled() const { return this->value * 2; }
};
template <class T> struct Counted {
  static int made;
  Counted() { made++; }
};
template <class T> int Counted<T>::made = 0;
int main() {
  Stack<int> s;
  s.push(1);
  s.push(2);
  int top = s.pop();
  printf("%d %d %d\n", top, s.size(), s.empty());
  Stack<std::string> words;
  words.push("one");
  words.push("two");
  printf("%s\n", words.pop().c_str());
  Ring<int> r;
  Ring<long, 2> q;
  r.at(5) = 9;
  q.at(3) = 1l << 35;
  printf("%d %ld %d %d\n", r.data[1], q.data[1], r.capacity, Ring<long, 2>::capacity);
  Two<int> same(1, 2);
  Two<int, char> mixed{3, 'c'};
  Two deduced(4, 5l);
  printf("%d %c %ld %d\n", same.b, mixed.b, deduced.b, same.a + deduced.a);
  printf("%s %s %s %s\n", Name<int>::get(), Name<char>::get(), Name<int*>::get(), Name<Stack<int>>::get());
  Wrapper<int> w{65};
  Wrapper<int>::Inner i = w.inner();
  printf("%d %c\n", i.copy, w.as<char>().value);
  printf("%d %d\n", w.set(3).value, i.copy);
  Derived<int> d;
  d.value = 21;
  printf("%d\n", d.doubled());
  Counted<int> c1, c2;
  Counted<long> c3;
  printf("%d %d\n", Counted<int>::made, Counted<long>::made);
  return 0;
}
// expect: 2 1 0
// expect: two
// expect: 9 34359738368 4 2
// expect: 2 c 5 5
// expect: int other pointer stack
// expect: 65 A
// expect: 3 65
// expect: 42
// expect: 2 1
