// <memory_resource>: resources as objects. Containers of std::pmr remember theirs, and take their memory from the heap all the same.
#include <cstdlib>
#include <deque>
#include <list>
#include <map>
#include <new>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>
namespace std {
namespace pmr {
class memory_resource {
 public:
  virtual ~memory_resource() {}
  void* allocate(size_t bytes, size_t alignment = 16) { return do_allocate(bytes, alignment); }
  void deallocate(void* p, size_t bytes, size_t alignment = 16) { do_deallocate(p, bytes, alignment); }
  bool is_equal(const memory_resource& other) const noexcept { return do_is_equal(other); }

 private:
  virtual void* do_allocate(size_t bytes, size_t alignment) = 0;
  virtual void do_deallocate(void* p, size_t bytes, size_t alignment) = 0;
  virtual bool do_is_equal(const memory_resource& other) const noexcept { return this == &other; }
};
inline bool operator==(const memory_resource& a, const memory_resource& b) { return a.is_equal(b); }

class __heap_resource : public memory_resource {
  void* do_allocate(size_t bytes, size_t) override { return malloc(bytes); }
  void do_deallocate(void* p, size_t, size_t) override { free(p); }
};
inline __heap_resource __heap;
inline memory_resource* __default = &__heap;
inline memory_resource* new_delete_resource() { return &__heap; }
inline memory_resource* get_default_resource() { return __default; }
inline memory_resource* set_default_resource(memory_resource* r) {
  memory_resource* old = __default;
  __default = r == nullptr ? &__heap : r;
  return old;
}
class __null_resource : public memory_resource {
  void* do_allocate(size_t, size_t) override { throw bad_alloc(); }
  void do_deallocate(void*, size_t, size_t) override {}
};
inline __null_resource __null;
inline memory_resource* null_memory_resource() { return &__null; }

class monotonic_buffer_resource : public memory_resource {
  memory_resource* upstream_ = &__heap;
  std::vector<void*> given_;

 public:
  monotonic_buffer_resource() {}
  explicit monotonic_buffer_resource(memory_resource* upstream) : upstream_(upstream) {}
  explicit monotonic_buffer_resource(size_t) {}
  monotonic_buffer_resource(size_t, memory_resource* upstream) : upstream_(upstream) {}
  monotonic_buffer_resource(void*, size_t) {}
  monotonic_buffer_resource(void*, size_t, memory_resource* upstream) : upstream_(upstream) {}
  monotonic_buffer_resource(const monotonic_buffer_resource&) = delete;
  ~monotonic_buffer_resource() { release(); }
  void release() {
    for (void* p : given_) free(p);
    given_.clear();
  }
  memory_resource* upstream_resource() const { return upstream_; }

 private:
  void* do_allocate(size_t bytes, size_t) override {
    given_.push_back(malloc(bytes));
    return given_.back();
  }
  void do_deallocate(void*, size_t, size_t) override {}
};
struct pool_options {
  size_t max_blocks_per_chunk = 0;
  size_t largest_required_pool_block = 0;
};
class unsynchronized_pool_resource : public memory_resource {
  memory_resource* upstream_ = &__heap;

 public:
  unsynchronized_pool_resource() {}
  explicit unsynchronized_pool_resource(memory_resource* upstream) : upstream_(upstream) {}
  explicit unsynchronized_pool_resource(const pool_options&, memory_resource* upstream = &__heap) : upstream_(upstream) {}
  void release() {}
  memory_resource* upstream_resource() const { return upstream_; }

 private:
  void* do_allocate(size_t bytes, size_t alignment) override { return upstream_->allocate(bytes, alignment); }
  void do_deallocate(void* p, size_t bytes, size_t alignment) override { upstream_->deallocate(p, bytes, alignment); }
};
class synchronized_pool_resource : public unsynchronized_pool_resource {
 public:
  using unsynchronized_pool_resource::unsynchronized_pool_resource;
  synchronized_pool_resource() {}
};

template <class T = byte> class polymorphic_allocator {
  memory_resource* resource_ = __default;

 public:
  using value_type = T;
  polymorphic_allocator() {}
  polymorphic_allocator(memory_resource* r) : resource_(r) {}
  template <class U> polymorphic_allocator(const polymorphic_allocator<U>& other) : resource_(other.resource()) {}
  memory_resource* resource() const { return resource_; }
  T* allocate(size_t n) { return static_cast<T*>(::operator new(n * sizeof(T))); }
  void deallocate(T* p, size_t) { ::operator delete(p); }
  template <class U, class... A> U* new_object(A&&... args) { return new U(static_cast<A&&>(args)...); }
  template <class U> void delete_object(U* p) { delete p; }
  bool operator==(const polymorphic_allocator& other) const { return resource_ == other.resource_; }
};

// A container that is made as its base is, with a resource behind the other arguments.
#define __WITH_RESOURCE(container, base, element)                                                        \
  using base::container;                                                                                 \
  container() {}                                                                                         \
  explicit container(const polymorphic_allocator<element>& a) : allocator_(a) {}                         \
  template <class X> container(const X& x, const polymorphic_allocator<element>& a) : base(x), allocator_(a) {} \
  template <class X, class Y> container(const X& x, const Y& y, const polymorphic_allocator<element>& a) : base(x, y), allocator_(a) {} \
  polymorphic_allocator<element> get_allocator() const { return allocator_; }                            \
                                                                                                         \
 private:                                                                                                \
  polymorphic_allocator<element> allocator_;
template <class T> class vector : public std::vector<T> {
 public:
  using Base = std::vector<T>;
  vector(initializer_list<T> list, const polymorphic_allocator<T>& a = {}) : Base(list), allocator_(a) {}
  __WITH_RESOURCE(vector, Base, T)
};
template <class T> class deque : public std::deque<T> {
 public:
  using Base = std::deque<T>;
  deque(initializer_list<T> list, const polymorphic_allocator<T>& a = {}) : Base(list), allocator_(a) {}
  __WITH_RESOURCE(deque, Base, T)
};
template <class T> class list : public std::list<T> {
 public:
  using Base = std::list<T>;
  list(initializer_list<T> list, const polymorphic_allocator<T>& a = {}) : Base(list), allocator_(a) {}
  __WITH_RESOURCE(list, Base, T)
};
template <class T> class set : public std::set<T> {
 public:
  using Base = std::set<T>;
  set(initializer_list<T> list, const polymorphic_allocator<T>& a = {}) : Base(list), allocator_(a) {}
  __WITH_RESOURCE(set, Base, T)
};
template <class K, class V> class map : public std::map<K, V> {
 public:
  using Base = std::map<K, V>;
  map(initializer_list<pair<const K, V>> list, const polymorphic_allocator<byte>& a = {}) : Base(list), allocator_(a) {}
  __WITH_RESOURCE(map, Base, byte)
};
template <class T> class unordered_set : public std::unordered_set<T> {
 public:
  using Base = std::unordered_set<T>;
  unordered_set(initializer_list<T> list, const polymorphic_allocator<T>& a = {}) : Base(list), allocator_(a) {}
  __WITH_RESOURCE(unordered_set, Base, T)
};
template <class K, class V> class unordered_map : public std::unordered_map<K, V> {
 public:
  using Base = std::unordered_map<K, V>;
  unordered_map(initializer_list<pair<const K, V>> list, const polymorphic_allocator<byte>& a = {}) : Base(list), allocator_(a) {}
  __WITH_RESOURCE(unordered_map, Base, byte)
};
class string : public std::string {
 public:
  using Base = std::string;
  string(const char* text) : Base(text) {}
  string(const std::string& text) : Base(text) {}
  __WITH_RESOURCE(string, Base, char)
};
#undef __WITH_RESOURCE
}  // namespace pmr
}  // namespace std
