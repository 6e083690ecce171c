// <map>, <unordered_map>, <set>, <unordered_set>, <list>: linked nodes, so that references stay valid until their own element goes.
// Maps and sets keep their keys in order (the unordered ones too: an order they may have, and the same in every run).
#include <stdexcept>
#include <utility>
namespace std {
template <class T> struct __node {
  T value_;
  __node* next_ = nullptr;
  __node* prev_ = nullptr;
  template <class... A> explicit __node(A&&... args) : value_(static_cast<A&&>(args)...) {}
};
template <class T> class __iterator {
  __node<T>* node_ = nullptr;

 public:
  __iterator() {}
  explicit __iterator(__node<T>* n) : node_(n) {}
  T& operator*() const { return node_->value_; }
  T* operator->() const { return &node_->value_; }
  __iterator& operator++() {
    node_ = node_->next_;
    return *this;
  }
  __iterator operator++(int) {
    __iterator old = *this;
    node_ = node_->next_;
    return old;
  }
  bool operator==(const __iterator& other) const { return node_ == other.node_; }
  __node<T>* __at() const { return node_; }
};
template <class T> class list {
  __node<T>* head_ = nullptr;
  __node<T>* tail_ = nullptr;
  int size_ = 0;

 public:
  using iterator = __iterator<T>;
  list() {}
  list(initializer_list<T> items) {
    for (auto& x : items) push_back(x);
  }
  list(const list& other) {
    for (__node<T>* n = other.head_; n != nullptr; n = n->next_) push_back(n->value_);
  }
  list(list&& other) : head_(other.head_), tail_(other.tail_), size_(other.size_) {
    other.head_ = nullptr;
    other.tail_ = nullptr;
    other.size_ = 0;
  }
  ~list() { clear(); }
  list& operator=(const list& other) {
    list copy(other);
    swap(copy);
    return *this;
  }
  list& operator=(list&& other) {
    list taken(move(other));
    swap(taken);
    return *this;
  }
  void swap(list& other) {
    std::swap(head_, other.head_);
    std::swap(tail_, other.tail_);
    std::swap(size_, other.size_);
  }
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  iterator begin() const { return iterator(head_); }
  iterator end() const { return iterator(nullptr); }
  T& front() { return head_->value_; }
  T& back() { return tail_->value_; }
  template <class... A> T& emplace_back(A&&... args) {
    __node<T>* n = new __node<T>(static_cast<A&&>(args)...);
    __link(n, nullptr);
    return n->value_;
  }
  void push_back(const T& value) { emplace_back(value); }
  void push_back(T&& value) { emplace_back(move(value)); }
  void push_front(const T& value) { __link(new __node<T>(value), head_); }
  void push_front(T&& value) { __link(new __node<T>(move(value)), head_); }
  template <class... A> T& emplace_front(A&&... args) {
    __node<T>* n = new __node<T>(static_cast<A&&>(args)...);
    __link(n, head_);
    return n->value_;
  }
  iterator insert(iterator before, const T& value) {
    __node<T>* n = new __node<T>(value);
    __link(n, before.__at());
    return iterator(n);
  }
  void remove(const T& value) {
    for (iterator i = begin(); i != end();) {
      if (*i == value)
        i = erase(i);
      else
        ++i;
    }
  }
  template <class F> void remove_if(F f) {
    for (iterator i = begin(); i != end();) {
      if (f(*i))
        i = erase(i);
      else
        ++i;
    }
  }
  void pop_front() { erase(begin()); }
  void pop_back() { erase(iterator(tail_)); }
  iterator erase(iterator at) {
    __node<T>* n = at.__at();
    __node<T>* next = n->next_;
    if (n->prev_ == nullptr)
      head_ = next;
    else
      n->prev_->next_ = next;
    if (next == nullptr)
      tail_ = n->prev_;
    else
      next->prev_ = n->prev_;
    size_--;
    __delete(n);
    return iterator(next);
  }
  void clear() {
    while (head_ != nullptr) erase(begin());
  }
  void __link(__node<T>* n, __node<T>* before) {
    n->next_ = before;
    n->prev_ = before == nullptr ? tail_ : before->prev_;
    if (n->prev_ == nullptr)
      head_ = n;
    else
      n->prev_->next_ = n;
    if (before == nullptr)
      tail_ = n;
    else
      before->prev_ = n;
    size_++;
  }
  __node<T>* __head() const { return head_; }
};

template <class K, class V> class map {
  list<pair<const K, V>> items_;

 public:
  using value_type = pair<const K, V>;
  using iterator = __iterator<pair<const K, V>>;
  map() {}
  map(initializer_list<pair<const K, V>> items) {
    for (auto& x : items) insert(x);
  }
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  iterator begin() const { return items_.begin(); }
  iterator end() const { return items_.end(); }
  iterator find(const K& key) const {
    __node<pair<const K, V>>* n = __seek(key);
    return n != nullptr && !(key < n->value_.first) ? iterator(n) : end();
  }
  iterator lower_bound(const K& key) const { return iterator(__seek(key)); }
  iterator upper_bound(const K& key) const {
    iterator i = lower_bound(key);
    if (i != end() && !(key < i->first)) ++i;
    return i;
  }
  size_t count(const K& key) const { return find(key) == end() ? 0 : 1; }
  bool contains(const K& key) const { return !(find(key) == end()); }
  V& operator[](const K& key) {
    __node<pair<const K, V>>* n = __seek(key);
    if (n == nullptr || key < n->value_.first) {
      __node<pair<const K, V>>* made = new __node<pair<const K, V>>(key, V());
      items_.__link(made, n);
      return made->value_.second;
    }
    return n->value_.second;
  }
  V& at(const K& key) {
    iterator i = find(key);
    if (i == end()) throw out_of_range("map::at");
    return i->second;
  }
  const V& at(const K& key) const {
    iterator i = find(key);
    if (i == end()) throw out_of_range("map::at");
    return i->second;
  }
  template <class A, class B> pair<iterator, bool> emplace(A&& key, B&& value) {
    __node<pair<const K, V>>* made = new __node<pair<const K, V>>(static_cast<A&&>(key), static_cast<B&&>(value));
    __node<pair<const K, V>>* n = __seek(made->value_.first);
    if (n != nullptr && !(made->value_.first < n->value_.first)) {
      __delete(made);
      return pair<iterator, bool>(iterator(n), false);
    }
    items_.__link(made, n);
    return pair<iterator, bool>(iterator(made), true);
  }
  template <class... A> pair<iterator, bool> try_emplace(const K& key, A&&... args) {
    __node<pair<const K, V>>* n = __seek(key);
    if (n != nullptr && !(key < n->value_.first)) return pair<iterator, bool>(iterator(n), false);
    __node<pair<const K, V>>* made = new __node<pair<const K, V>>(key, V(static_cast<A&&>(args)...));
    items_.__link(made, n);
    return pair<iterator, bool>(iterator(made), true);
  }
  template <class A, class B> pair<iterator, bool> insert(pair<A, B>&& item) { return emplace(move(item.first), move(item.second)); }
  pair<iterator, bool> insert(const pair<const K, V>& item) {
    __node<pair<const K, V>>* n = __seek(item.first);
    if (n != nullptr && !(item.first < n->value_.first)) return pair<iterator, bool>(iterator(n), false);
    __node<pair<const K, V>>* made = new __node<pair<const K, V>>(item);
    items_.__link(made, n);
    return pair<iterator, bool>(iterator(made), true);
  }
  template <class B> void insert_or_assign(const K& key, B&& value) { (*this)[key] = static_cast<B&&>(value); }
  size_t erase(const K& key) {
    iterator i = find(key);
    if (i == end()) return 0;
    items_.erase(i);
    return 1;
  }
  iterator erase(iterator at) { return items_.erase(at); }
  void clear() { items_.clear(); }
  void swap(map& other) { items_.swap(other.items_); }
  __node<pair<const K, V>>* __seek(const K& key) const {
    __node<pair<const K, V>>* n = items_.__head();
    while (n != nullptr && n->value_.first < key) n = n->next_;
    return n;
  }
};
template <class K, class V> using unordered_map = map<K, V>;

template <class T> class set {
  list<T> items_;

 public:
  using iterator = __iterator<T>;
  set() {}
  set(initializer_list<T> items) {
    for (auto& x : items) insert(x);
  }
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  iterator begin() const { return items_.begin(); }
  iterator end() const { return items_.end(); }
  iterator find(const T& value) const {
    __node<T>* n = __seek(value);
    return n != nullptr && !(value < n->value_) ? iterator(n) : end();
  }
  size_t count(const T& value) const { return find(value) == end() ? 0 : 1; }
  bool contains(const T& value) const { return !(find(value) == end()); }
  pair<iterator, bool> insert(const T& value) {
    __node<T>* n = __seek(value);
    if (n != nullptr && !(value < n->value_)) return pair<iterator, bool>(iterator(n), false);
    __node<T>* made = new __node<T>(value);
    items_.__link(made, n);
    return pair<iterator, bool>(iterator(made), true);
  }
  size_t erase(const T& value) {
    iterator i = find(value);
    if (i == end()) return 0;
    items_.erase(i);
    return 1;
  }
  iterator erase(iterator at) { return items_.erase(at); }
  void clear() { items_.clear(); }
  void swap(set& other) { items_.swap(other.items_); }
  __node<T>* __seek(const T& value) const {
    __node<T>* n = items_.__head();
    while (n != nullptr && n->value_ < value) n = n->next_;
    return n;
  }
};
template <class T> using unordered_set = set<T>;
}  // namespace std
