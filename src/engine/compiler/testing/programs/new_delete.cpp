// new and delete: scalars, classes, arrays, structures linked by hand, virtual destructors, null.
#include <cstdio>
struct T {
  static int alive;
  int n;
  T() : n(1) { alive++; }
  explicit T(int i) : n(i) { alive++; }
  ~T() { alive--; }
};
int T::alive = 0;
struct Node {
  int v;
  Node* next = nullptr;
};
int main() {
  int* a = new int(5);
  long* b = new long{1l << 40};
  int* c = new int();
  printf("%d %ld %d\n", *a, *b, *c);
  delete a;
  delete b;
  delete c;
  T* t = new T(4);
  T* u = new T;
  printf("%d %d %d\n", t->n, u->n, T::alive);
  delete t;
  delete u;
  T* none = nullptr;
  delete none;
  int* list = new int[4];
  for (int i = 0; i < 4; i++) list[i] = i;
  printf("%d\n", list[3]);
  delete[] list;
  Node* nodes = new Node[2];
  nodes[1].v = 7;
  printf("%d %d\n", nodes[1].v, nodes[0].next == nullptr);
  delete[] nodes;
  int* zeros = new int[3]();
  printf("%d %d\n", zeros[2], T::alive);
  delete[] zeros;
  Node* head = nullptr;
  for (int i = 0; i < 3; i++) head = new Node{i, head};
  while (head != nullptr) {
    printf("%d ", head->v);
    Node* next = head->next;
    delete head;
    head = next;
  }
  printf("\n");
  return 0;
}
// expect: 5 1099511627776 0
// expect: 4 1 2
// expect: 3
// expect: 7 1
// expect: 0 0
// expect: 2 1 0
