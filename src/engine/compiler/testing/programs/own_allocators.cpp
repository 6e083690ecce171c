// Allocators of one's own: containers take them and bypass them.
#include <cstddef>
#include <deque>
#include <iostream>
#include <map>
#include <memory>
#include <new>
#include <vector>

template <class T, std::size_t Alignment = 64> struct Aligned {
  using value_type = T;
  template <class U> struct rebind { using other = Aligned<U, Alignment>; };
  Aligned() = default;
  template <class U> Aligned(const Aligned<U, Alignment>&) noexcept {}
  T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), std::align_val_t(Alignment))); }
  void deallocate(T* p, std::size_t) noexcept { ::operator delete(p, std::align_val_t(Alignment)); }
  friend bool operator==(const Aligned&, const Aligned&) { return true; }
};
template <class T, class Allocator = std::allocator<T>> class Ring {
  using Other = typename std::allocator_traits<Allocator>::template rebind_alloc<long>;
  using Others = typename std::allocator_traits<Allocator>::template rebind_traits<long>;
  Other allocator_;
  long* items_;

 public:
  Ring() : items_(Others::allocate(allocator_, 2)) { items_[1] = 7; }
  ~Ring() { Others::deallocate(allocator_, items_, 2); }
  long last() const { return items_[1]; }
};

int main() {
  std::vector<float, Aligned<float>> v(4, 1.5f);
  v.push_back(2.5f);
  std::map<int, int, std::less<int>, std::allocator<std::pair<const int, int>>> m{{1, 2}};
  std::deque<int, std::allocator<int>> d{3, 4};
  std::cout << v.back() << ' ' << v.size() << ' ' << m[1] << ' ' << d.back() << '\n';
  std::cout << Ring<int>().last() << ' ' << Ring<int, Aligned<int>>().last() << '\n';
}
// expect: 2.5 5 2 4
// expect: 7 7
