// Access: private members through methods and friends, protected ones in derived classes, nested classes.
#include <cstdio>
class Vault {
  int secret_ = 42;
  friend class Thief;
  friend int peek(const Vault&);
  friend bool same(const Vault& a, const Vault& b) { return a.secret_ == b.secret_; }

 public:
  class Key {
   public:
    int turn(const Vault& v) const { return v.secret_; }
  };
  int compare(const Vault& other) const { return other.secret_ - secret_; }
};
class Thief {
 public:
  int steal(Vault& v) { return v.secret_++; }
};
int peek(const Vault& v) { return v.secret_; }
class Base {
 protected:
  int shared_ = 5;
  int helper() const { return shared_ * 2; }
};
class Child : public Base {
 public:
  int use() const { return helper() + shared_; }
};
int main() {
  Vault a, b;
  Thief t;
  int stolen = t.steal(a);
  printf("%d %d\n", stolen, peek(a));
  printf("%d %d %d\n", same(a, b), a.compare(b), Vault::Key().turn(b));
  Child c;
  printf("%d\n", c.use());
  return 0;
}
// expect: 42 43
// expect: 0 -1 42
// expect: 15
