// A cache: list and map that refer to each other, iterators kept in a map, splice by hand.
#include <cstdio>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
template <class K, class V> class Cache {
  using Entry = std::pair<K, V>;
  std::list<Entry> order_;
  std::unordered_map<K, typename std::list<Entry>::iterator> index_;
  std::size_t capacity_;
  mutable std::mutex m_;

 public:
  explicit Cache(std::size_t capacity) : capacity_{capacity} {}
  void put(const K& k, V v) {
    std::lock_guard lock(m_);
    auto at = index_.find(k);
    if (at != index_.end()) {
      order_.erase(at->second);
      index_.erase(at);
    }
    order_.push_front(Entry(k, std::move(v)));
    index_[k] = order_.begin();
    if (order_.size() > capacity_) {
      index_.erase(order_.back().first);
      order_.pop_back();
    }
  }
  std::optional<V> get(const K& k) const {
    std::lock_guard lock(m_);
    auto at = index_.find(k);
    if (at == index_.end()) return {};
    return at->second->second;
  }
};
int main() {
  Cache<int, std::string> cache(2);
  cache.put(1, "one");
  cache.put(2, "two");
  cache.put(1, "uno");
  cache.put(3, "three");
  for (int k : {1, 2, 3}) {
    if (auto v = cache.get(k))
      printf("%d=%s ", k, v->c_str());
    else
      printf("%d- ", k);
  }
  printf("\n");
}
// expect: 1=uno 2- 3=three
