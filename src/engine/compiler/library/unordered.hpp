// <unordered_map>, <unordered_set>: nodes in the order that libstdc++ gives them, found one after the other.
#include <__hash>
#include <map>
namespace std {
inline int __next_buckets(int n) {
  static constexpr int primes[] = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 103, 109, 113, 127, 137, 139, 149, 157, 167, 179, 193, 199, 211, 227, 241, 257, 277, 293, 313, 337, 359, 383, 409, 439, 467, 503, 541, 577, 619, 661, 709, 761, 823, 887, 953, 1031, 1109, 1193, 1289, 1381, 1493, 1613, 1741, 1879, 2029, 2179, 2357, 2549, 2753, 2971, 3209, 3469, 3739, 4027, 4349, 4703, 5087};
  int i = 0;
  while (i < 81 && primes[i] < n) i++;
  return primes[i];
}
template <class K, class V, class H = hash<K>, class Q = equal_to<K>> class unordered_map {
  list<pair<const K, V>> items_;
  int buckets_ = 1;
  int room_ = 0;
  H hash_;
  Q equal_;

 public:
  using key_type = K;
  using value_type = pair<const K, V>;
  using size_type = size_t;
  using hasher = H;
  using iterator = __iterator<pair<const K, V>>;
  using const_iterator = iterator;
  using node_type = __node_handle<K, pair<const K, V>>;
  unordered_map() : hash_(), equal_() {}
  explicit unordered_map(size_t n, H hash = H(), Q equal = Q()) : hash_(hash), equal_(equal) { rehash(n); }
  unordered_map(initializer_list<pair<const K, V>> items) : hash_(), equal_() {
    rehash(items.size());
    for (auto& x : items) insert(x);
  }
  template <class I, class = typename iterator_traits<I>::value_type> unordered_map(I first, I last) : hash_(), equal_() {
    rehash(distance(first, last));
    for (; first != last; ++first) insert(*first);
  }
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  iterator begin() const { return items_.begin(); }
  iterator end() const { return items_.end(); }
  iterator cbegin() const { return items_.begin(); }
  iterator cend() const { return items_.end(); }
  iterator find(const K& key) const {
    for (__node<pair<const K, V>>* n = items_.__head(); n != nullptr; n = n->next_)
      if (equal_(n->value_.first, key)) return iterator(n, &items_);
    return end();
  }
  size_t count(const K& key) const { return find(key) == end() ? 0 : 1; }
  bool contains(const K& key) const { return !(find(key) == end()); }
  size_t erase(const K& key) {
    iterator i = find(key);
    if (i == end()) return 0;
    items_.erase(i);
    return 1;
  }
  iterator erase(iterator at) { return items_.erase(at); }
  iterator erase(iterator first, iterator last) { return items_.erase(first, last); }
  void clear() { items_.clear(); }
  void swap(unordered_map& other) {
    items_.swap(other.items_);
    std::swap(buckets_, other.buckets_);
    std::swap(room_, other.room_);
  }
  node_type extract(iterator at) {
    if (at == end()) return node_type();
    items_.__unlink(at.__at());
    return node_type(at.__at());
  }
  node_type extract(const K& key) { return extract(find(key)); }
  iterator insert(node_type&& node) { return __place(node.__release()).first; }
  size_t bucket_count() const { return buckets_; }
  float load_factor() const { return static_cast<float>(items_.size()) / static_cast<float>(buckets_); }
  float max_load_factor() const { return 1.0f; }
  void max_load_factor(float) {}
  H hash_function() const { return hash_; }
  Q key_eq() const { return equal_; }
  void reserve(size_t n) { rehash(n); }
  void rehash(size_t n) {
    if (n > buckets_) __buckets(__next_buckets(static_cast<int>(n)));
  }
  int __bucket(const K& key) const { return static_cast<int>(static_cast<unsigned long>(hash_(key)) % buckets_); }
  // Before the first of its bucket, or before all: the order of libstdc++.
  void __into(__node<pair<const K, V>>* made) {
    int bucket = __bucket(made->value_.first);
    __node<pair<const K, V>>* n = items_.__head();
    while (n != nullptr && __bucket(n->value_.first) != bucket) n = n->next_;
    items_.__link(made, n == nullptr ? items_.__head() : n);
  }
  void __buckets(int n) {
    buckets_ = n;
    room_ = n;
    list<pair<const K, V>> old;
    old.swap(items_);
    while (!old.empty()) {
      __node<pair<const K, V>>* at = old.__head();
      old.__unlink(at);
      __into(at);
    }
  }
  pair<iterator, bool> __place(__node<pair<const K, V>>* made) {
    iterator i = find(made->value_.first);
    if (i != end()) {
      __delete(made);
      return pair<iterator, bool>(i, false);
    }
    int size = static_cast<int>(items_.size()) + 1;
    if (size > room_) {
      int least = room_ == 0 && size < 11 ? 11 : size;
      __buckets(__next_buckets(least + 1 > 2 * buckets_ ? least + 1 : 2 * buckets_));
    }
    __into(made);
    return pair<iterator, bool>(iterator(made, &items_), true);
  }

  using mapped_type = V;
  V& operator[](const K& key) {
    iterator i = find(key);
    if (i == end()) i = __place(new __node<pair<const K, V>>(key, V())).first;
    return i->second;
  }
  V& at(const K& key) {
    iterator i = find(key);
    if (i == end()) throw out_of_range("_Map_base::at");
    return i->second;
  }
  const V& at(const K& key) const {
    iterator i = find(key);
    if (i == end()) throw out_of_range("_Map_base::at");
    return i->second;
  }
  template <class... B> pair<iterator, bool> emplace(B&&... args) { return __place(new __node<pair<const K, V>>(static_cast<B&&>(args)...)); }
  template <class... B> pair<iterator, bool> try_emplace(const K& key, B&&... args) {
    iterator i = find(key);
    if (i != end()) return pair<iterator, bool>(i, false);
    return __place(new __node<pair<const K, V>>(key, V(static_cast<B&&>(args)...)));
  }
  template <class... B> iterator emplace_hint(iterator, B&&... args) { return emplace(static_cast<B&&>(args)...).first; }
  iterator insert(iterator, const pair<const K, V>& item) { return emplace(item).first; }
  size_t bucket(const K& key) const { return __bucket(key); }
  void merge(unordered_map& other) {
    for (iterator i = other.begin(); i != other.end();) {
      iterator at = i++;
      if (!contains(at->first)) insert(other.extract(at));
    }
  }
  template <class X, class Y> pair<iterator, bool> insert(pair<X, Y>&& item) { return emplace(move(item.first), move(item.second)); }
  pair<iterator, bool> insert(const pair<const K, V>& item) { return emplace(item); }
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
template <class T, class H = hash<T>, class Q = equal_to<T>> class unordered_set {
  list<T> items_;
  int buckets_ = 1;
  int room_ = 0;
  H hash_;
  Q equal_;

 public:
  using key_type = T;
  using value_type = T;
  using size_type = size_t;
  using hasher = H;
  using iterator = __iterator<T>;
  using const_iterator = iterator;
  using node_type = __node_handle<T, T>;
  unordered_set() : hash_(), equal_() {}
  explicit unordered_set(size_t n, H hash = H(), Q equal = Q()) : hash_(hash), equal_(equal) { rehash(n); }
  unordered_set(initializer_list<T> items) : hash_(), equal_() {
    rehash(items.size());
    for (auto& x : items) insert(x);
  }
  template <class I, class = typename iterator_traits<I>::value_type> unordered_set(I first, I last) : hash_(), equal_() {
    rehash(distance(first, last));
    for (; first != last; ++first) insert(*first);
  }
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  iterator begin() const { return items_.begin(); }
  iterator end() const { return items_.end(); }
  iterator cbegin() const { return items_.begin(); }
  iterator cend() const { return items_.end(); }
  iterator find(const T& key) const {
    for (__node<T>* n = items_.__head(); n != nullptr; n = n->next_)
      if (equal_(n->value_, key)) return iterator(n, &items_);
    return end();
  }
  size_t count(const T& key) const { return find(key) == end() ? 0 : 1; }
  bool contains(const T& key) const { return !(find(key) == end()); }
  size_t erase(const T& key) {
    iterator i = find(key);
    if (i == end()) return 0;
    items_.erase(i);
    return 1;
  }
  iterator erase(iterator at) { return items_.erase(at); }
  iterator erase(iterator first, iterator last) { return items_.erase(first, last); }
  void clear() { items_.clear(); }
  void swap(unordered_set& other) {
    items_.swap(other.items_);
    std::swap(buckets_, other.buckets_);
    std::swap(room_, other.room_);
  }
  node_type extract(iterator at) {
    if (at == end()) return node_type();
    items_.__unlink(at.__at());
    return node_type(at.__at());
  }
  node_type extract(const T& key) { return extract(find(key)); }
  iterator insert(node_type&& node) { return __place(node.__release()).first; }
  size_t bucket_count() const { return buckets_; }
  float load_factor() const { return static_cast<float>(items_.size()) / static_cast<float>(buckets_); }
  float max_load_factor() const { return 1.0f; }
  void max_load_factor(float) {}
  H hash_function() const { return hash_; }
  Q key_eq() const { return equal_; }
  void reserve(size_t n) { rehash(n); }
  void rehash(size_t n) {
    if (n > buckets_) __buckets(__next_buckets(static_cast<int>(n)));
  }
  int __bucket(const T& key) const { return static_cast<int>(static_cast<unsigned long>(hash_(key)) % buckets_); }
  // Before the first of its bucket, or before all: the order of libstdc++.
  void __into(__node<T>* made) {
    int bucket = __bucket(made->value_);
    __node<T>* n = items_.__head();
    while (n != nullptr && __bucket(n->value_) != bucket) n = n->next_;
    items_.__link(made, n == nullptr ? items_.__head() : n);
  }
  void __buckets(int n) {
    buckets_ = n;
    room_ = n;
    list<T> old;
    old.swap(items_);
    while (!old.empty()) {
      __node<T>* at = old.__head();
      old.__unlink(at);
      __into(at);
    }
  }
  pair<iterator, bool> __place(__node<T>* made) {
    iterator i = find(made->value_);
    if (i != end()) {
      __delete(made);
      return pair<iterator, bool>(i, false);
    }
    int size = static_cast<int>(items_.size()) + 1;
    if (size > room_) {
      int least = room_ == 0 && size < 11 ? 11 : size;
      __buckets(__next_buckets(least + 1 > 2 * buckets_ ? least + 1 : 2 * buckets_));
    }
    __into(made);
    return pair<iterator, bool>(iterator(made, &items_), true);
  }

  pair<iterator, bool> insert(const T& value) { return __place(new __node<T>(value)); }
  pair<iterator, bool> insert(T&& value) { return __place(new __node<T>(move(value))); }
  template <class... B> pair<iterator, bool> emplace(B&&... args) { return __place(new __node<T>(static_cast<B&&>(args)...)); }
  template <class... B> iterator emplace_hint(iterator, B&&... args) { return emplace(static_cast<B&&>(args)...).first; }
  iterator insert(iterator, const T& value) { return insert(value).first; }
  size_t bucket(const T& key) const { return __bucket(key); }
  void merge(unordered_set& other) {
    for (iterator i = other.begin(); i != other.end();) {
      iterator at = i++;
      if (!contains(*at)) insert(other.extract(at));
    }
  }
  void insert(initializer_list<T> items) {
    for (auto& x : items) insert(x);
  }
  template <class I, class = typename iterator_traits<I>::value_type> void insert(I first, I last) {
    for (; first != last; ++first) insert(*first);
  }
};
template <class K, class V> using unordered_multimap = multimap<K, V>;
template <class T> using unordered_multiset = multiset<T>;
template <class K, class V, class H, class Q, class F> size_t erase_if(unordered_map<K, V, H, Q>& c, F f) { return __erase_if(c, f); }
template <class T, class H, class Q, class F> size_t erase_if(unordered_set<T, H, Q>& c, F f) { return __erase_if(c, f); }
template <class K, class V, class H, class Q> bool operator==(const unordered_map<K, V, H, Q>& a, const unordered_map<K, V, H, Q>& b) {
  if (a.size() != b.size()) return false;
  for (auto& x : a) {
    auto found = b.find(x.first);
    if (found == b.end() || !(found->second == x.second)) return false;
  }
  return true;
}
template <class T, class H, class Q> bool operator==(const unordered_set<T, H, Q>& a, const unordered_set<T, H, Q>& b) {
  if (a.size() != b.size()) return false;
  for (auto& x : a)
    if (!b.contains(x)) return false;
  return true;
}
}  // namespace std
