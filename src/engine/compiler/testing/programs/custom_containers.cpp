// A container of the user's: begin/end, iterators with operators, range-for, templates, const versions.
#include <cstdio>
#include <memory>
template <class T> class Forward {
  struct Node {
    T value;
    std::unique_ptr<Node> next;
  };

 public:
  class Iterator {
   public:
    explicit Iterator(Node* n) : node_(n) {}
    T& operator*() const { return node_->value; }
    T* operator->() const { return &node_->value; }
    Iterator& operator++() {
      node_ = node_->next.get();
      return *this;
    }
    bool operator!=(const Iterator& o) const { return node_ != o.node_; }

   private:
    Node* node_;
  };
  void push(T v) {
    auto n = std::make_unique<Node>();
    n->value = v;
    n->next = std::move(head_);
    head_ = std::move(n);
    size_++;
  }
  Iterator begin() { return Iterator(head_.get()); }
  Iterator end() { return Iterator(nullptr); }
  int size() const { return size_; }

 private:
  std::unique_ptr<Node> head_;
  int size_ = 0;
};
struct Range {
  int from, to;
  struct It {
    int at;
    int operator*() const { return at; }
    It& operator++() {
      at++;
      return *this;
    }
    bool operator==(const It& o) const { return at == o.at; }
  };
  It begin() const { return {from}; }
  It end() const { return {to}; }
};
struct Item {
  int n = 0;
};
int main() {
  Forward<int> f;
  for (int i : Range{1, 5}) f.push(i * i);
  for (int& x : f) x++;
  for (int x : f) printf("%d ", x);
  printf("| %d\n", f.size());
  Forward<Item> items;
  items.push({7});
  printf("%d\n", items.begin()->n);
  return 0;
}
// expect: 17 10 5 2 | 4
// expect: 7
