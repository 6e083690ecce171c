// Copies by default take members as they are, initialised or not; an operator for an enumeration or a pointer comes before that of a number.
// expect: job3x
// expect: red green node 4 7
#include <iostream>
#include <string>
#include <vector>
#include <queue>
#include <utility>
struct A { int n; std::string s; double d; int* p; A() : s("x") {} };
struct Task { int id; std::string name; };
enum color { red, green = 5 };
std::ostream& operator<<(std::ostream& os, color c) { return os << (c == red ? "red" : "green"); }
struct Node { int v; };
std::ostream& operator<<(std::ostream& os, const Node* n) { return os << "node " << n->v; }
struct Meters { int m; operator int() const { return m; } };
int main() {
  A a, b;
  b = a;
  A c = std::move(b);
  a = std::move(c);
  Task t;
  t.name = "job";
  std::queue<Task> q;
  q.push(t);
  Task u = q.front();
  u.id = 3;
  std::cout << u.name << u.id << a.s << "\n";
  color k = green;
  Node n{4};
  const Node* p = &n;
  std::cout << red << " " << k << " " << p << " " << Meters{7} << "\n";
}
