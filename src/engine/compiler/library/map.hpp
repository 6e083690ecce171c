// <list>, <forward_list>, <map>, <set>: linked nodes, so that references stay valid until their own element goes. Maps and sets keep
// their keys in order.
#include <functional>
#include <iterator>
#include <stdexcept>
#include <utility>
namespace std {
template <class T> struct __node {
  T value_;
  __node* next_ = nullptr;
  __node* prev_ = nullptr;
  template <class... A> explicit __node(A&&... args) : value_(static_cast<A&&>(args)...) {}
};
template <class T> class list;
template <class T> class __iterator {
  __node<T>* node_ = nullptr;
  const list<T>* of_ = nullptr;  // to walk back from its end

 public:
  using value_type = T;
  using difference_type = ptrdiff_t;
  using pointer = T*;
  using reference = T&;
  using iterator_category = bidirectional_iterator_tag;
  __iterator() {}
  __iterator(__node<T>* n, const list<T>* of) : node_(n), of_(of) {}
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
  __iterator& operator--() {
    node_ = node_ == nullptr ? of_->__tail() : node_->prev_;
    return *this;
  }
  __iterator operator--(int) {
    __iterator old = *this;
    --*this;
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
  using value_type = T;
  using size_type = size_t;
  using reference = T&;
  using iterator = __iterator<T>;
  using const_iterator = __iterator<T>;
  using const_reference = const T&;
  using difference_type = ptrdiff_t;
  using reverse_iterator = std::reverse_iterator<iterator>;
  using const_reverse_iterator = reverse_iterator;
  list() {}
  explicit list(size_t n) {
    for (size_t i = 0; i < n; i++) emplace_back();
  }
  list(size_t n, const T& value) {
    for (size_t i = 0; i < n; i++) push_back(value);
  }
  template <class I, class = typename iterator_traits<I>::value_type> list(I first, I last) {
    for (; first != last; ++first) push_back(*first);
  }
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
  iterator begin() const { return iterator(head_, this); }
  iterator end() const { return iterator(nullptr, this); }
  iterator cbegin() const { return begin(); }
  iterator cend() const { return end(); }
  reverse_iterator rbegin() const { return reverse_iterator(end()); }
  reverse_iterator rend() const { return reverse_iterator(begin()); }
  reverse_iterator crbegin() const { return rbegin(); }
  reverse_iterator crend() const { return rend(); }
  T& front() { return head_->value_; }
  T& back() { return tail_->value_; }
  const T& front() const { return head_->value_; }
  const T& back() const { return tail_->value_; }
  void assign(size_t n, const T& value) {
    list fresh(n, value);
    swap(fresh);
  }
  void resize(size_t n) {
    while (size_ > static_cast<int>(n)) pop_back();
    while (size_ < static_cast<int>(n)) emplace_back();
  }
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
    return iterator(n, this);
  }
  template <class... A> iterator emplace(iterator before, A&&... args) {
    __node<T>* n = new __node<T>(static_cast<A&&>(args)...);
    __link(n, before.__at());
    return iterator(n, this);
  }
  template <class I, class = typename iterator_traits<I>::value_type> iterator insert(iterator before, I first, I last) {
    for (; first != last; ++first) insert(before, *first);
    return before;
  }
  // The nodes themselves move: no element is copied.
  void splice(iterator before, list& other) {
    while (!other.empty()) splice(before, other, other.begin());
  }
  void splice(iterator before, list&& other) { splice(before, other); }
  void splice(iterator before, list& other, iterator one) {
    __node<T>* n = one.__at();
    if (n == before.__at()) return;
    other.__unlink(n);
    __link(n, before.__at());
  }
  void splice(iterator before, list& other, iterator first, iterator last) {
    while (first != last) splice(before, other, first++);
  }
  template <class L> void sort(L less) {
    list sorted;
    while (head_ != nullptr) {
      __node<T>* n = head_;
      __unlink(n);
      __node<T>* at = sorted.head_;
      while (at != nullptr && !less(n->value_, at->value_)) at = at->next_;
      sorted.__link(n, at);
    }
    swap(sorted);
  }
  void sort() { sort(less<T>()); }
  template <class L> void merge(list& other, L less) {
    if (other.empty()) return;
    splice(end(), other);
    sort(less);
  }
  void merge(list&& other) { merge(other); }
  void merge(list& other) { merge(other, less<T>()); }
  void reverse() {
    list turned;
    while (head_ != nullptr) {
      __node<T>* n = head_;
      __unlink(n);
      turned.__link(n, turned.head_);
    }
    swap(turned);
  }
  void unique() {
    for (iterator i = begin(); i != end();) {
      iterator before = i++;
      if (i != end() && *before == *i) {
        erase(i);
        i = before;
      }
    }
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
  void pop_back() { erase(iterator(tail_, this)); }
  iterator erase(iterator at) {
    __node<T>* n = at.__at();
    __node<T>* next = n->next_;
    __unlink(n);
    __delete(n);
    return iterator(next, this);
  }
  void clear() {
    while (head_ != nullptr) erase(begin());
  }
  iterator erase(iterator first, iterator last) {
    while (first != last) first = erase(first);
    return last;
  }
  void __unlink(__node<T>* n) {
    if (n->prev_ == nullptr)
      head_ = n->next_;
    else
      n->prev_->next_ = n->next_;
    if (n->next_ == nullptr)
      tail_ = n->prev_;
    else
      n->next_->prev_ = n->prev_;
    size_--;
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
  __node<T>* __tail() const { return tail_; }
};
template <class T> bool operator==(const list<T>& a, const list<T>& b) {
  if (a.size() != b.size()) return false;
  auto j = b.begin();
  for (auto i = a.begin(); i != a.end(); ++i, ++j)
    if (!(*i == *j)) return false;
  return true;
}
template <class T, class F> size_t erase_if(list<T>& c, F f) {
  size_t before = c.size();
  c.remove_if(f);
  return before - c.size();
}
template <class T, class U> size_t erase(list<T>& c, const U& value) {
  size_t before = c.size();
  c.remove(value);
  return before - c.size();
}
template <class T> class forward_list : public list<T> {
 public:
  using list<T>::list;
  using iterator = __iterator<T>;
  forward_list() {}
  // In front of the first: the end, from where ++ goes to nothing and what comes after it is the first.
  iterator before_begin() const { return iterator(nullptr, this); }
  iterator cbefore_begin() const { return before_begin(); }
  iterator __after(iterator at) const { return at.__at() == nullptr ? this->begin() : ++at; }
  iterator insert_after(iterator at, const T& value) { return this->insert(__after(at), value); }
  iterator insert_after(iterator at, T&& value) { return this->insert(__after(at), static_cast<T&&>(value)); }
  iterator insert_after(iterator at, size_t n, const T& value) {
    for (size_t i = 0; i < n; i++) at = insert_after(at, value);
    return at;
  }
  iterator insert_after(iterator at, initializer_list<T> items) {
    for (const T& item : items) at = insert_after(at, item);
    return at;
  }
  template <class... A> iterator emplace_after(iterator at, A&&... args) { return this->emplace(__after(at), static_cast<A&&>(args)...); }
  iterator erase_after(iterator at) { return this->erase(__after(at)); }
  iterator erase_after(iterator at, iterator last) { return this->erase(__after(at), last); }
  void splice_after(iterator at, forward_list& other) { this->splice(__after(at), other); }
  void splice_after(iterator at, forward_list& other, iterator before) { this->splice(__after(at), other, other.__after(before)); }
};

// A node that was taken out of its container.
template <class K, class E> class __node_handle {
  __node<E>* node_ = nullptr;

 public:
  __node_handle() {}
  explicit __node_handle(__node<E>* n) : node_(n) {}
  __node_handle(const __node_handle&) = delete;
  __node_handle(__node_handle&& other) : node_(other.node_) { other.node_ = nullptr; }
  ~__node_handle() { __delete(node_); }
  __node_handle& operator=(__node_handle&& other) {
    std::swap(node_, other.node_);
    return *this;
  }
  bool empty() const { return node_ == nullptr; }
  explicit operator bool() const { return node_ != nullptr; }
  E& value() const { return node_->value_; }
  K& key() const { return const_cast<K&>(node_->value_.first); }
  auto& mapped() const { return node_->value_.second; }
  __node<E>* __release() {
    __node<E>* n = node_;
    node_ = nullptr;
    return n;
  }
  __node<E>* __at() const { return node_; }
};

template <class K, class V, class L = less<K>> class map {
  list<pair<const K, V>> items_;
  L less_;

 public:
  using key_type = K;
  using value_type = pair<const K, V>;
  using size_type = size_t;
  using key_compare = L;
  using iterator = __iterator<pair<const K, V>>;
  using const_iterator = iterator;
  using reverse_iterator = std::reverse_iterator<iterator>;
  using const_reverse_iterator = reverse_iterator;
  using difference_type = ptrdiff_t;
  using node_type = __node_handle<K, pair<const K, V>>;
  map() : less_() {}
  explicit map(L less) : less_(less) {}
  map(initializer_list<pair<const K, V>> items) : less_() {
    for (auto& x : items) insert(x);
  }
  map(initializer_list<pair<const K, V>> items, L less) : less_(less) {
    for (auto& x : items) insert(x);
  }
  template <class I, class = typename iterator_traits<I>::value_type> map(I first, I last) : less_() {
    for (; first != last; ++first) insert(*first);
  }
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  iterator begin() const { return items_.begin(); }
  iterator end() const { return items_.end(); }
  iterator cbegin() const { return items_.begin(); }
  iterator cend() const { return items_.end(); }
  reverse_iterator rbegin() const { return items_.rbegin(); }
  reverse_iterator rend() const { return items_.rend(); }
  reverse_iterator crbegin() const { return items_.rbegin(); }
  reverse_iterator crend() const { return items_.rend(); }
  L key_comp() const { return less_; }
  iterator find(const K& key) const {
    __node<pair<const K, V>>* n = __seek(key);
    return n != nullptr && !less_(key, n->value_.first) ? iterator(n, &items_) : end();
  }
  template <class Q, class = typename L::is_transparent> iterator find(const Q& key) const {
    __node<pair<const K, V>>* n = __seek(key);
    return n != nullptr && !less_(key, n->value_.first) ? iterator(n, &items_) : end();
  }
  iterator lower_bound(const K& key) const { return iterator(__seek(key), &items_); }
  iterator upper_bound(const K& key) const {
    iterator i = lower_bound(key);
    while (i != end() && !less_(key, (*i).first)) ++i;
    return i;
  }
  pair<iterator, iterator> equal_range(const K& key) const { return pair<iterator, iterator>(lower_bound(key), upper_bound(key)); }
  size_t count(const K& key) const {
    size_t n = 0;
    for (iterator i = lower_bound(key); i != end() && !less_(key, (*i).first); ++i) n++;
    return n;
  }
  template <class Q, class = typename L::is_transparent> size_t count(const Q& key) const { return find(key) == end() ? 0 : 1; }
  bool contains(const K& key) const { return !(find(key) == end()); }
  template <class Q, class = typename L::is_transparent> bool contains(const Q& key) const { return !(find(key) == end()); }
  size_t erase(const K& key) {
    size_t n = 0;
    for (iterator i = find(key); i != end() && !less_(key, (*i).first); n++) i = items_.erase(i);
    return n;
  }
  iterator erase(iterator at) { return items_.erase(at); }
  iterator erase(iterator first, iterator last) { return items_.erase(first, last); }
  void clear() { items_.clear(); }
  void swap(map& other) { items_.swap(other.items_); }
  node_type extract(iterator at) {
    if (at == end()) return node_type();
    items_.__unlink(at.__at());
    return node_type(at.__at());
  }
  node_type extract(const K& key) { return extract(find(key)); }
  iterator insert(node_type&& node) { return __place(node.__release()).first; }
  void merge(map& other) {
    for (iterator i = other.begin(); i != other.end();) {
      iterator at = i++;
      if (find((*at).first) == end()) insert(other.extract(at));
    }
  }
  template <class Q> __node<pair<const K, V>>* __seek(const Q& key) const {
    __node<pair<const K, V>>* n = items_.__head();
    while (n != nullptr && less_(n->value_.first, key)) n = n->next_;
    return n;
  }
  // Takes the node in, or ends it where its key is there already.
  pair<iterator, bool> __place(__node<pair<const K, V>>* made) {
    __node<pair<const K, V>>* n = __seek(made->value_.first);
    if (n != nullptr && !less_(made->value_.first, n->value_.first)) {
      __delete(made);
      return pair<iterator, bool>(iterator(n, &items_), false);
    }
    items_.__link(made, n);
    return pair<iterator, bool>(iterator(made, &items_), true);
  }

  using mapped_type = V;
  V& operator[](const K& key) {
    __node<pair<const K, V>>* n = __seek(key);
    if (n == nullptr || less_(key, n->value_.first)) {
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
  template <class... B> pair<iterator, bool> emplace(B&&... args) { return __place(new __node<pair<const K, V>>(static_cast<B&&>(args)...)); }
  template <class... B> iterator emplace_hint(iterator, B&&... args) { return emplace(static_cast<B&&>(args)...).first; }
  template <class... B> pair<iterator, bool> try_emplace(const K& key, B&&... args) {
    __node<pair<const K, V>>* n = __seek(key);
    if (n != nullptr && !less_(key, n->value_.first)) return pair<iterator, bool>(iterator(n, &items_), false);
    __node<pair<const K, V>>* made = new __node<pair<const K, V>>(key, V(static_cast<B&&>(args)...));
    items_.__link(made, n);
    return pair<iterator, bool>(iterator(made, &items_), true);
  }
  template <class X, class Y> pair<iterator, bool> insert(pair<X, Y>&& item) { return emplace(move(item.first), move(item.second)); }
  template <class X, class Y> iterator insert(iterator, pair<X, Y>&& item) { return insert(move(item)).first; }
  iterator insert(iterator, const pair<const K, V>& item) { return insert(item).first; }
  pair<iterator, bool> insert(const pair<const K, V>& item) {
    __node<pair<const K, V>>* n = __seek(item.first);
    if (n != nullptr && !less_(item.first, n->value_.first)) return pair<iterator, bool>(iterator(n, &items_), false);
    __node<pair<const K, V>>* made = new __node<pair<const K, V>>(item);
    items_.__link(made, n);
    return pair<iterator, bool>(iterator(made, &items_), true);
  }
  void insert(initializer_list<pair<const K, V>> items) {
    for (auto& x : items) insert(x);
  }
  template <class I, class = typename iterator_traits<I>::value_type> void insert(I first, I last) {
    for (; first != last; ++first) insert(*first);
  }
  template <class B> pair<iterator, bool> insert_or_assign(const K& key, B&& value) {
    iterator i = find(key);
    if (i == end()) return emplace(key, static_cast<B&&>(value));
    i->second = static_cast<B&&>(value);
    return pair<iterator, bool>(i, false);
  }
};
template <class K, class V, class L = less<K>> class multimap {
  list<pair<const K, V>> items_;
  L less_;

 public:
  using key_type = K;
  using value_type = pair<const K, V>;
  using size_type = size_t;
  using key_compare = L;
  using iterator = __iterator<pair<const K, V>>;
  using const_iterator = iterator;
  using reverse_iterator = std::reverse_iterator<iterator>;
  using const_reverse_iterator = reverse_iterator;
  using difference_type = ptrdiff_t;
  using node_type = __node_handle<K, pair<const K, V>>;
  multimap() : less_() {}
  explicit multimap(L less) : less_(less) {}
  multimap(initializer_list<pair<const K, V>> items) : less_() {
    for (auto& x : items) insert(x);
  }
  multimap(initializer_list<pair<const K, V>> items, L less) : less_(less) {
    for (auto& x : items) insert(x);
  }
  template <class I, class = typename iterator_traits<I>::value_type> multimap(I first, I last) : less_() {
    for (; first != last; ++first) insert(*first);
  }
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  iterator begin() const { return items_.begin(); }
  iterator end() const { return items_.end(); }
  iterator cbegin() const { return items_.begin(); }
  iterator cend() const { return items_.end(); }
  reverse_iterator rbegin() const { return items_.rbegin(); }
  reverse_iterator rend() const { return items_.rend(); }
  reverse_iterator crbegin() const { return items_.rbegin(); }
  reverse_iterator crend() const { return items_.rend(); }
  L key_comp() const { return less_; }
  iterator find(const K& key) const {
    __node<pair<const K, V>>* n = __seek(key);
    return n != nullptr && !less_(key, n->value_.first) ? iterator(n, &items_) : end();
  }
  template <class Q, class = typename L::is_transparent> iterator find(const Q& key) const {
    __node<pair<const K, V>>* n = __seek(key);
    return n != nullptr && !less_(key, n->value_.first) ? iterator(n, &items_) : end();
  }
  iterator lower_bound(const K& key) const { return iterator(__seek(key), &items_); }
  iterator upper_bound(const K& key) const {
    iterator i = lower_bound(key);
    while (i != end() && !less_(key, (*i).first)) ++i;
    return i;
  }
  pair<iterator, iterator> equal_range(const K& key) const { return pair<iterator, iterator>(lower_bound(key), upper_bound(key)); }
  size_t count(const K& key) const {
    size_t n = 0;
    for (iterator i = lower_bound(key); i != end() && !less_(key, (*i).first); ++i) n++;
    return n;
  }
  template <class Q, class = typename L::is_transparent> size_t count(const Q& key) const { return find(key) == end() ? 0 : 1; }
  bool contains(const K& key) const { return !(find(key) == end()); }
  template <class Q, class = typename L::is_transparent> bool contains(const Q& key) const { return !(find(key) == end()); }
  size_t erase(const K& key) {
    size_t n = 0;
    for (iterator i = find(key); i != end() && !less_(key, (*i).first); n++) i = items_.erase(i);
    return n;
  }
  iterator erase(iterator at) { return items_.erase(at); }
  iterator erase(iterator first, iterator last) { return items_.erase(first, last); }
  void clear() { items_.clear(); }
  void swap(multimap& other) { items_.swap(other.items_); }
  node_type extract(iterator at) {
    if (at == end()) return node_type();
    items_.__unlink(at.__at());
    return node_type(at.__at());
  }
  node_type extract(const K& key) { return extract(find(key)); }
  iterator insert(node_type&& node) { return __place(node.__release()).first; }
  void merge(multimap& other) {
    for (iterator i = other.begin(); i != other.end();) {
      iterator at = i++;
      if (true) insert(other.extract(at));
    }
  }
  template <class Q> __node<pair<const K, V>>* __seek(const Q& key) const {
    __node<pair<const K, V>>* n = items_.__head();
    while (n != nullptr && less_(n->value_.first, key)) n = n->next_;
    return n;
  }
  // Takes the node in, or ends it where its key is there already.
  pair<iterator, bool> __place(__node<pair<const K, V>>* made) {
    __node<pair<const K, V>>* n = __seek(made->value_.first);
    while (n != nullptr && !less_(made->value_.first, n->value_.first)) n = n->next_;
    items_.__link(made, n);
    return pair<iterator, bool>(iterator(made, &items_), true);
  }

  using mapped_type = V;
  template <class... B> iterator emplace(B&&... args) { return __place(new __node<pair<const K, V>>(static_cast<B&&>(args)...)).first; }
  template <class X, class Y> iterator insert(pair<X, Y>&& item) { return emplace(move(item.first), move(item.second)); }
  iterator insert(const pair<const K, V>& item) { return emplace(item); }
};
template <class T, class L = less<T>> class set {
  list<T> items_;
  L less_;

 public:
  using key_type = T;
  using value_type = T;
  using size_type = size_t;
  using key_compare = L;
  using iterator = __iterator<T>;
  using const_iterator = iterator;
  using reverse_iterator = std::reverse_iterator<iterator>;
  using const_reverse_iterator = reverse_iterator;
  using difference_type = ptrdiff_t;
  using node_type = __node_handle<T, T>;
  set() : less_() {}
  explicit set(L less) : less_(less) {}
  set(initializer_list<T> items) : less_() {
    for (auto& x : items) insert(x);
  }
  set(initializer_list<T> items, L less) : less_(less) {
    for (auto& x : items) insert(x);
  }
  template <class I, class = typename iterator_traits<I>::value_type> set(I first, I last) : less_() {
    for (; first != last; ++first) insert(*first);
  }
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  iterator begin() const { return items_.begin(); }
  iterator end() const { return items_.end(); }
  iterator cbegin() const { return items_.begin(); }
  iterator cend() const { return items_.end(); }
  reverse_iterator rbegin() const { return items_.rbegin(); }
  reverse_iterator rend() const { return items_.rend(); }
  reverse_iterator crbegin() const { return items_.rbegin(); }
  reverse_iterator crend() const { return items_.rend(); }
  L key_comp() const { return less_; }
  iterator find(const T& key) const {
    __node<T>* n = __seek(key);
    return n != nullptr && !less_(key, n->value_) ? iterator(n, &items_) : end();
  }
  template <class Q, class = typename L::is_transparent> iterator find(const Q& key) const {
    __node<T>* n = __seek(key);
    return n != nullptr && !less_(key, n->value_) ? iterator(n, &items_) : end();
  }
  iterator lower_bound(const T& key) const { return iterator(__seek(key), &items_); }
  iterator upper_bound(const T& key) const {
    iterator i = lower_bound(key);
    while (i != end() && !less_(key, (*i))) ++i;
    return i;
  }
  pair<iterator, iterator> equal_range(const T& key) const { return pair<iterator, iterator>(lower_bound(key), upper_bound(key)); }
  size_t count(const T& key) const {
    size_t n = 0;
    for (iterator i = lower_bound(key); i != end() && !less_(key, (*i)); ++i) n++;
    return n;
  }
  template <class Q, class = typename L::is_transparent> size_t count(const Q& key) const { return find(key) == end() ? 0 : 1; }
  bool contains(const T& key) const { return !(find(key) == end()); }
  template <class Q, class = typename L::is_transparent> bool contains(const Q& key) const { return !(find(key) == end()); }
  size_t erase(const T& key) {
    size_t n = 0;
    for (iterator i = find(key); i != end() && !less_(key, (*i)); n++) i = items_.erase(i);
    return n;
  }
  iterator erase(iterator at) { return items_.erase(at); }
  iterator erase(iterator first, iterator last) { return items_.erase(first, last); }
  void clear() { items_.clear(); }
  void swap(set& other) { items_.swap(other.items_); }
  node_type extract(iterator at) {
    if (at == end()) return node_type();
    items_.__unlink(at.__at());
    return node_type(at.__at());
  }
  node_type extract(const T& key) { return extract(find(key)); }
  iterator insert(node_type&& node) { return __place(node.__release()).first; }
  void merge(set& other) {
    for (iterator i = other.begin(); i != other.end();) {
      iterator at = i++;
      if (find((*at)) == end()) insert(other.extract(at));
    }
  }
  template <class Q> __node<T>* __seek(const Q& key) const {
    __node<T>* n = items_.__head();
    while (n != nullptr && less_(n->value_, key)) n = n->next_;
    return n;
  }
  // Takes the node in, or ends it where its key is there already.
  pair<iterator, bool> __place(__node<T>* made) {
    __node<T>* n = __seek(made->value_);
    if (n != nullptr && !less_(made->value_, n->value_)) {
      __delete(made);
      return pair<iterator, bool>(iterator(n, &items_), false);
    }
    items_.__link(made, n);
    return pair<iterator, bool>(iterator(made, &items_), true);
  }

  pair<iterator, bool> insert(const T& value) {
    __node<T>* n = __seek(value);
    if (n != nullptr && !less_(value, n->value_)) return pair<iterator, bool>(iterator(n, &items_), false);
    __node<T>* made = new __node<T>(value);
    items_.__link(made, n);
    return pair<iterator, bool>(iterator(made, &items_), true);
  }
  pair<iterator, bool> insert(T&& value) { return __place(new __node<T>(move(value))); }
  // Where it might stand is only a hint.
  iterator insert(iterator, const T& value) { return insert(value).first; }
  iterator insert(iterator, T&& value) { return insert(move(value)).first; }
  template <class... B> pair<iterator, bool> emplace(B&&... args) { return __place(new __node<T>(static_cast<B&&>(args)...)); }
  template <class... B> iterator emplace_hint(iterator, B&&... args) { return emplace(static_cast<B&&>(args)...).first; }
  void insert(initializer_list<T> items) {
    for (auto& x : items) insert(x);
  }
  template <class I, class = typename iterator_traits<I>::value_type> void insert(I first, I last) {
    for (; first != last; ++first) insert(*first);
  }
};
template <class T, class L = less<T>> class multiset {
  list<T> items_;
  L less_;

 public:
  using key_type = T;
  using value_type = T;
  using size_type = size_t;
  using key_compare = L;
  using iterator = __iterator<T>;
  using const_iterator = iterator;
  using reverse_iterator = std::reverse_iterator<iterator>;
  using const_reverse_iterator = reverse_iterator;
  using difference_type = ptrdiff_t;
  using node_type = __node_handle<T, T>;
  multiset() : less_() {}
  explicit multiset(L less) : less_(less) {}
  multiset(initializer_list<T> items) : less_() {
    for (auto& x : items) insert(x);
  }
  multiset(initializer_list<T> items, L less) : less_(less) {
    for (auto& x : items) insert(x);
  }
  template <class I, class = typename iterator_traits<I>::value_type> multiset(I first, I last) : less_() {
    for (; first != last; ++first) insert(*first);
  }
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  iterator begin() const { return items_.begin(); }
  iterator end() const { return items_.end(); }
  iterator cbegin() const { return items_.begin(); }
  iterator cend() const { return items_.end(); }
  reverse_iterator rbegin() const { return items_.rbegin(); }
  reverse_iterator rend() const { return items_.rend(); }
  reverse_iterator crbegin() const { return items_.rbegin(); }
  reverse_iterator crend() const { return items_.rend(); }
  L key_comp() const { return less_; }
  iterator find(const T& key) const {
    __node<T>* n = __seek(key);
    return n != nullptr && !less_(key, n->value_) ? iterator(n, &items_) : end();
  }
  template <class Q, class = typename L::is_transparent> iterator find(const Q& key) const {
    __node<T>* n = __seek(key);
    return n != nullptr && !less_(key, n->value_) ? iterator(n, &items_) : end();
  }
  iterator lower_bound(const T& key) const { return iterator(__seek(key), &items_); }
  iterator upper_bound(const T& key) const {
    iterator i = lower_bound(key);
    while (i != end() && !less_(key, (*i))) ++i;
    return i;
  }
  pair<iterator, iterator> equal_range(const T& key) const { return pair<iterator, iterator>(lower_bound(key), upper_bound(key)); }
  size_t count(const T& key) const {
    size_t n = 0;
    for (iterator i = lower_bound(key); i != end() && !less_(key, (*i)); ++i) n++;
    return n;
  }
  template <class Q, class = typename L::is_transparent> size_t count(const Q& key) const { return find(key) == end() ? 0 : 1; }
  bool contains(const T& key) const { return !(find(key) == end()); }
  template <class Q, class = typename L::is_transparent> bool contains(const Q& key) const { return !(find(key) == end()); }
  size_t erase(const T& key) {
    size_t n = 0;
    for (iterator i = find(key); i != end() && !less_(key, (*i)); n++) i = items_.erase(i);
    return n;
  }
  iterator erase(iterator at) { return items_.erase(at); }
  iterator erase(iterator first, iterator last) { return items_.erase(first, last); }
  void clear() { items_.clear(); }
  void swap(multiset& other) { items_.swap(other.items_); }
  node_type extract(iterator at) {
    if (at == end()) return node_type();
    items_.__unlink(at.__at());
    return node_type(at.__at());
  }
  node_type extract(const T& key) { return extract(find(key)); }
  iterator insert(node_type&& node) { return __place(node.__release()).first; }
  void merge(multiset& other) {
    for (iterator i = other.begin(); i != other.end();) {
      iterator at = i++;
      if (true) insert(other.extract(at));
    }
  }
  template <class Q> __node<T>* __seek(const Q& key) const {
    __node<T>* n = items_.__head();
    while (n != nullptr && less_(n->value_, key)) n = n->next_;
    return n;
  }
  // Takes the node in, or ends it where its key is there already.
  pair<iterator, bool> __place(__node<T>* made) {
    __node<T>* n = __seek(made->value_);
    while (n != nullptr && !less_(made->value_, n->value_)) n = n->next_;
    items_.__link(made, n);
    return pair<iterator, bool>(iterator(made, &items_), true);
  }

  iterator insert(const T& value) { return __place(new __node<T>(value)).first; }
  iterator insert(T&& value) { return __place(new __node<T>(move(value))).first; }
  template <class... B> iterator emplace(B&&... args) { return __place(new __node<T>(static_cast<B&&>(args)...)).first; }
};
template <class C> bool __same_items(const C& a, const C& b) {
  if (a.size() != b.size()) return false;
  auto j = b.begin();
  for (auto i = a.begin(); i != a.end(); ++i, ++j)
    if (!(*i == *j)) return false;
  return true;
}
template <class C, class F> size_t __erase_if(C& c, F f) {
  size_t n = 0;
  for (auto i = c.begin(); i != c.end();) {
    if (f(*i)) {
      i = c.erase(i);
      n++;
    } else {
      ++i;
    }
  }
  return n;
}
template <class K, class V, class L> bool operator==(const map<K, V, L>& a, const map<K, V, L>& b) { return __same_items(a, b); }
template <class T, class L> bool operator==(const set<T, L>& a, const set<T, L>& b) { return __same_items(a, b); }
template <class K, class V, class L, class F> size_t erase_if(map<K, V, L>& c, F f) { return __erase_if(c, f); }
template <class K, class V, class L, class F> size_t erase_if(multimap<K, V, L>& c, F f) { return __erase_if(c, f); }
template <class T, class L, class F> size_t erase_if(set<T, L>& c, F f) { return __erase_if(c, f); }
template <class T, class L, class F> size_t erase_if(multiset<T, L>& c, F f) { return __erase_if(c, f); }
}  // namespace std
