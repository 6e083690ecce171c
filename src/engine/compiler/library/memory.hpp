// <memory>: owners. A control block counts them; make_shared puts object and counts in one block, as real libraries do.
#include <atomic>
#include <utility>
namespace std {
class bad_weak_ptr : public exception {
 public:
  const char* what() const noexcept override { return "bad_weak_ptr"; }
};
// All weak owners together count as one while there is a strong one.
struct __control {
  int strong_ = 1;
  int weak_ = 1;
  bool inside_;                 // the object lies in the same block
  void (*destroy_)(void*);      // ends the object (and frees it, if it has a block of its own)
  void* object_;
  explicit __control(bool inside, void* object, void (*destroy)(void*)) : inside_(inside), destroy_(destroy), object_(object) {}
};
template <class T> struct __shared_block {
  __control control_;
  remove_const_t<T> value_;
  template <class... A> explicit __shared_block(A&&... args) : control_(true, &value_, &__end_inside), value_(static_cast<A&&>(args)...) {}
  static void __end_inside(void* p) { __destroy(static_cast<remove_const_t<T>*>(p)); }
};
// The deleter lies beside the counts, and gets the object.
template <class D> void __deleter_kind() {}
template <class D> struct __held_deleter {
  __control control_;
  void (*kind_)();
  D deleter_;
  __held_deleter(D deleter, void (*run)(void*)) : control_(false, this, run), kind_(&__deleter_kind<D>), deleter_(move(deleter)) {}
};
template <class T, class D> struct __deleter_block : __held_deleter<D> {
  T* owned_;
  __deleter_block(T* p, D deleter) : __held_deleter<D>(move(deleter), &__run), owned_(p) {}
  static void __run(void* self) {
    auto* block = static_cast<__deleter_block*>(self);
    block->deleter_(block->owned_);
    __destroy(&block->deleter_);
  }
};
template <class T> void __end_alone(void* p) { __delete(static_cast<T*>(p)); }

// Templates, so that each owned type has drops of its own: only those whose order matters become switch points.
template <class T> void __drop_weak(__control* c) {
  if (c != nullptr && __count_drop(&c->weak_) == 0) __give_back<__control>(c);
}
template <class T> void __drop_strong(__control* c) {
  if (c != nullptr && __count_drop(&c->strong_) == 0) {
    c->destroy_(c->object_);
    __drop_weak<T>(c);
  }
}

template <class T> class weak_ptr;
template <class T> class enable_shared_from_this;
struct __adopt {};

template <class T, class... D> class unique_ptr;
template <class T> class shared_ptr {
  T* ptr_ = nullptr;
  __control* control_ = nullptr;

 public:
  using element_type = T;
  shared_ptr() {}
  shared_ptr(nullptr_t) {}
  template <class U> explicit shared_ptr(U* p) : ptr_(p), control_(new __control(false, const_cast<remove_const_t<U>*>(p), &__end_alone<U>)) { __enable(ptr_, p); }
  template <class U, class D> shared_ptr(U* p, D deleter) : ptr_(p), control_(&(new __deleter_block<U, D>(p, move(deleter)))->control_) { __enable(ptr_, p); }
  shared_ptr(__adopt, T* p, __control* c) : ptr_(p), control_(c) {}
  template <class U> shared_ptr(const shared_ptr<U>& owner, T* p) : ptr_(p), control_(owner.__block()) {
    if (control_ != nullptr) __count_add(&control_->strong_);
  }
  shared_ptr(const shared_ptr& other) : ptr_(other.ptr_), control_(other.control_) {
    if (control_ != nullptr) __count_add(&control_->strong_);
  }
  shared_ptr(shared_ptr&& other) : ptr_(other.ptr_), control_(other.control_) {
    other.ptr_ = nullptr;
    other.control_ = nullptr;
  }
  template <class U> shared_ptr(const shared_ptr<U>& other) : ptr_(other.get()), control_(other.__block()) {
    if (control_ != nullptr) __count_add(&control_->strong_);
  }
  template <class U> shared_ptr(shared_ptr<U>&& other) : ptr_(other.get()), control_(other.__block()) { other.__forget(); }
  template <class U> shared_ptr(shared_ptr<U>&& owner, T* p) : ptr_(p), control_(owner.__block()) { owner.__forget(); }
  template <class U> shared_ptr(unique_ptr<U>&& other) {
    if (other.get() != nullptr) reset(other.release());
  }
  template <class U, class D> shared_ptr(unique_ptr<U, D>&& other) {
    if (other.get() == nullptr) return;
    reset(other.get(), other.get_deleter());
    other.release();
  }
  template <class U> explicit shared_ptr(const weak_ptr<U>& other) : shared_ptr(other.lock()) {
    if (control_ == nullptr) throw bad_weak_ptr();
  }
  ~shared_ptr() { __drop_strong<T>(control_); }
  shared_ptr& operator=(const shared_ptr& other) {
    shared_ptr copy(other);
    swap(copy);
    return *this;
  }
  shared_ptr& operator=(shared_ptr&& other) {
    shared_ptr taken(move(other));
    swap(taken);
    return *this;
  }
  void swap(shared_ptr& other) {
    T* p = ptr_;
    __control* c = control_;
    ptr_ = other.ptr_;
    control_ = other.control_;
    other.ptr_ = p;
    other.control_ = c;
  }
  void reset() {
    shared_ptr none;
    swap(none);
  }
  template <class U> void reset(U* p) {
    shared_ptr fresh(p);
    swap(fresh);
  }
  template <class U, class D> void reset(U* p, D deleter) {
    shared_ptr fresh(p, move(deleter));
    swap(fresh);
  }
  T* get() const { return ptr_; }
  T& operator*() const { return *ptr_; }
  T* operator->() const { return ptr_; }
  explicit operator bool() const { return ptr_ != nullptr; }
  T& operator[](long i) const { return ptr_[i]; }
  template <class U> bool owner_before(const U& other) const { return control_ < other.__block(); }
  long use_count() const { return control_ == nullptr ? 0 : __count_get(&control_->strong_); }
  bool unique() const { return use_count() == 1; }
  __control* __block() const { return control_; }
  void __forget() {
    ptr_ = nullptr;
    control_ = nullptr;
  }
  void __enable(const void*, const void*) {}
  // U may be a base of what is owned.
  template <class U, class V> void __enable(const enable_shared_from_this<U>* self, const V* p) {
    const_cast<enable_shared_from_this<U>*>(self)->__remember(shared_ptr<U>(*this, static_cast<U*>(const_cast<V*>(p))));
  }
};

template <class T> class weak_ptr {
  T* ptr_ = nullptr;
  __control* control_ = nullptr;

 public:
  weak_ptr() {}
  weak_ptr(const weak_ptr& other) : ptr_(other.ptr_), control_(other.control_) {
    if (control_ != nullptr) __count_add(&control_->weak_);
  }
  weak_ptr(weak_ptr&& other) : ptr_(other.ptr_), control_(other.control_) {
    other.ptr_ = nullptr;
    other.control_ = nullptr;
  }
  template <class U> weak_ptr(const weak_ptr<U>& other) : weak_ptr(other.lock()) {}
  template <class U> weak_ptr(const shared_ptr<U>& other) : ptr_(other.get()), control_(other.__block()) {
    if (control_ != nullptr) __count_add(&control_->weak_);
  }
  ~weak_ptr() { __drop_weak<T>(control_); }
  weak_ptr& operator=(const weak_ptr& other) {
    weak_ptr copy(other);
    swap(copy);
    return *this;
  }
  weak_ptr& operator=(weak_ptr&& other) {
    weak_ptr taken(move(other));
    swap(taken);
    return *this;
  }
  void swap(weak_ptr& other) {
    T* p = ptr_;
    __control* c = control_;
    ptr_ = other.ptr_;
    control_ = other.control_;
    other.ptr_ = p;
    other.control_ = c;
  }
  void reset() {
    weak_ptr none;
    swap(none);
  }
  shared_ptr<T> lock() const {
    if (control_ != nullptr && __count_lock(&control_->strong_)) return shared_ptr<T>(__adopt(), ptr_, control_);
    return shared_ptr<T>();
  }
  bool expired() const { return control_ == nullptr || __count_get(&control_->strong_) == 0; }
  long use_count() const { return control_ == nullptr ? 0 : __count_get(&control_->strong_); }
  template <class U> bool owner_before(const U& other) const { return control_ < other.__block(); }
  __control* __block() const { return control_; }
};

template <class T> class enable_shared_from_this {
  weak_ptr<T> weak_this_;

 public:
  enable_shared_from_this() {}
  shared_ptr<T> shared_from_this() {
    shared_ptr<T> self = weak_this_.lock();
    if (!self) throw bad_weak_ptr();
    return self;
  }
  shared_ptr<const T> shared_from_this() const {
    shared_ptr<const T> self = weak_this_.lock();
    if (!self) throw bad_weak_ptr();
    return self;
  }
  weak_ptr<T> weak_from_this() { return weak_this_; }
  weak_ptr<const T> weak_from_this() const { return weak_this_; }
  void __remember(const shared_ptr<T>& self) { weak_this_ = self; }
};

template <class T, class... A> shared_ptr<T> make_shared(A&&... args) {
  if constexpr (__is_unbounded<T>()) return shared_ptr<T>(__new_items<remove_extent_t<T>>(static_cast<int>(args)...));
  else return __make_shared<T>(static_cast<A&&>(args)...);
}
template <class T, class... A> shared_ptr<T> __make_shared(A&&... args) {
  __shared_block<T>* block = new __shared_block<T>(static_cast<A&&>(args)...);
  shared_ptr<T> made(__adopt(), &block->value_, &block->control_);
  made.__enable(made.get(), made.get());
  return made;
}

// A block is never got from the allocator: who counts what an allocator gives counts less.
template <class T, class A, class... B> shared_ptr<T> allocate_shared(const A&, B&&... args) { return make_shared<T>(static_cast<B&&>(args)...); }
template <class D, class T> D* get_deleter(const shared_ptr<T>& p) {
  __control* c = p.__block();
  // A block with a deleter is what its own counts end.
  if (c == nullptr || c->object_ != c) return nullptr;
  auto* held = static_cast<__held_deleter<D>*>(c->object_);
  return held->kind_ == &__deleter_kind<D> ? &held->deleter_ : nullptr;
}

template <class A, class B> bool operator==(const shared_ptr<A>& a, const shared_ptr<B>& b) { return a.get() == b.get(); }
template <class A> bool operator==(const shared_ptr<A>& a, nullptr_t) { return a.get() == nullptr; }
template <class A, class B> bool operator<(const shared_ptr<A>& a, const shared_ptr<B>& b) { return a.get() < b.get(); }
template <class A> bool operator==(nullptr_t, const shared_ptr<A>& a) { return a.get() == nullptr; }
template <class T, class U> shared_ptr<T> static_pointer_cast(const shared_ptr<U>& p) { return shared_ptr<T>(p, static_cast<T*>(p.get())); }

// Without a deleter of its own it is one word, as it is shown.
// Whose copy takes what it owns; C++17 has it no more, and g++ only warns.
template <class T> class auto_ptr {
  T* ptr_;

 public:
  using element_type = T;
  explicit auto_ptr(T* p = nullptr) : ptr_(p) {}
  auto_ptr(auto_ptr& other) : ptr_(other.release()) {}
  auto_ptr(auto_ptr&& other) : ptr_(other.release()) {}
  ~auto_ptr() { __delete(ptr_); }
  auto_ptr& operator=(auto_ptr& other) {
    reset(other.release());
    return *this;
  }
  T* get() const { return ptr_; }
  T& operator*() const { return *ptr_; }
  T* operator->() const { return ptr_; }
  T* release() {
    T* p = ptr_;
    ptr_ = nullptr;
    return p;
  }
  void reset(T* p = nullptr) {
    if (p != ptr_) __delete(ptr_);
    ptr_ = p;
  }
};

template <class T> struct default_delete {
  default_delete() {}
  template <class U> default_delete(const default_delete<U>&) {}
  void operator()(T* p) const { __delete(p); }
};
template <class T> struct default_delete<T[]> {
  default_delete() {}
  void operator()(T* p) const { __delete_items(p); }
};
template <class T> class shared_ptr<T[]> {
  shared_ptr<T> items_;

 public:
  using element_type = T;
  shared_ptr() {}
  shared_ptr(nullptr_t) {}
  explicit shared_ptr(T* p) : items_(p, default_delete<T[]>()) {}
  template <class D> shared_ptr(T* p, D deleter) : items_(p, move(deleter)) {}
  shared_ptr(unique_ptr<T[]>&& other) : items_(other.release(), default_delete<T[]>()) {}
  T& operator[](long i) const { return items_.get()[i]; }
  T* get() const { return items_.get(); }
  long use_count() const { return items_.use_count(); }
  void reset() { items_.reset(); }
  void reset(T* p) { *this = shared_ptr(p); }
  explicit operator bool() const { return items_.get() != nullptr; }
};
template <class T> class unique_ptr<T> {
  T* ptr_ = nullptr;

 public:
  unique_ptr() {}
  unique_ptr(nullptr_t) {}
  explicit unique_ptr(T* p) : ptr_(p) {}
  unique_ptr(const unique_ptr&) = delete;
  unique_ptr(unique_ptr&& other) : ptr_(other.release()) {}
  template <class U> unique_ptr(unique_ptr<U>&& other) : ptr_(other.release()) {}
  template <class U> unique_ptr(auto_ptr<U>&& other) : ptr_(other.release()) {}
  using pointer = T*;
  using element_type = T;
  using deleter_type = default_delete<T>;
  default_delete<T> get_deleter() const { return default_delete<T>(); }
  ~unique_ptr() { __delete(ptr_); }
  unique_ptr& operator=(unique_ptr&& other) {
    reset(other.release());
    return *this;
  }
  unique_ptr& operator=(nullptr_t) {
    reset();
    return *this;
  }
  T* get() const { return ptr_; }
  T* release() {
    T* p = ptr_;
    ptr_ = nullptr;
    return p;
  }
  void reset(T* p = nullptr) {
    T* old = ptr_;
    ptr_ = p;
    __delete(old);
  }
  void swap(unique_ptr& other) { std::swap(ptr_, other.ptr_); }
  T& operator*() const { return *ptr_; }
  T* operator->() const { return ptr_; }
  explicit operator bool() const { return ptr_ != nullptr; }
};
template <class T> class unique_ptr<T[]> {
  T* ptr_ = nullptr;

 public:
  using pointer = T*;
  using element_type = T;
  unique_ptr() {}
  unique_ptr(nullptr_t) {}
  explicit unique_ptr(T* p) : ptr_(p) {}
  unique_ptr(const unique_ptr&) = delete;
  unique_ptr(unique_ptr&& other) : ptr_(other.release()) {}
  ~unique_ptr() { __delete_items(ptr_); }
  unique_ptr& operator=(unique_ptr&& other) {
    reset(other.release());
    return *this;
  }
  unique_ptr& operator=(nullptr_t) {
    reset();
    return *this;
  }
  T* get() const { return ptr_; }
  T* release() {
    T* p = ptr_;
    ptr_ = nullptr;
    return p;
  }
  void reset(T* p = nullptr) {
    T* old = ptr_;
    ptr_ = p;
    __delete_items(old);
  }
  void swap(unique_ptr& other) { std::swap(ptr_, other.ptr_); }
  T& operator[](size_t i) const { return ptr_[i]; }
  explicit operator bool() const { return ptr_ != nullptr; }
};
template <class T, class D> class unique_ptr<T, D> {
  using __item = remove_extent_t<T>;
  __item* ptr_ = nullptr;
  D deleter_;

 public:
  using pointer = __item*;
  using element_type = __item;
  using deleter_type = D;
  D& get_deleter() { return deleter_; }
  const D& get_deleter() const { return deleter_; }
  unique_ptr() : deleter_() {}
  unique_ptr(nullptr_t) : deleter_() {}
  explicit unique_ptr(__item* p) : ptr_(p), deleter_() {}
  unique_ptr(__item* p, D deleter) : ptr_(p), deleter_(static_cast<D&&>(deleter)) {}
  unique_ptr(const unique_ptr&) = delete;
  unique_ptr(unique_ptr&& other) : ptr_(other.release()), deleter_(static_cast<D&&>(other.deleter_)) {}
  template <class U, class E> unique_ptr(unique_ptr<U, E>&& other)
      : ptr_(other.release()), deleter_(static_cast<E&&>(other.get_deleter())) {}
  ~unique_ptr() {
    if (ptr_ != nullptr) deleter_(ptr_);
  }
  unique_ptr& operator=(unique_ptr&& other) {
    reset(other.release());
    deleter_ = static_cast<D&&>(other.deleter_);
    return *this;
  }
  unique_ptr& operator=(nullptr_t) {
    reset();
    return *this;
  }
  __item* get() const { return ptr_; }
  __item* release() {
    __item* p = ptr_;
    ptr_ = nullptr;
    return p;
  }
  void reset(__item* p = nullptr) {
    __item* old = ptr_;
    ptr_ = p;
    if (old != nullptr) deleter_(old);
  }
  void swap(unique_ptr& other) { std::swap(ptr_, other.ptr_); }
  __item& operator*() const { return *ptr_; }
  __item* operator->() const { return ptr_; }
  __item& operator[](size_t i) const { return ptr_[i]; }
  explicit operator bool() const { return ptr_ != nullptr; }
};
template <class T, class... A> unique_ptr<T> make_unique(A&&... args) {
  if constexpr (__is_unbounded<T>()) return unique_ptr<T>(__new_items<remove_extent_t<T>>(static_cast<int>(args)...));
  else return unique_ptr<T>(new T(static_cast<A&&>(args)...));
}
template <class T> unique_ptr<T> make_unique_for_overwrite() { return unique_ptr<T>(new T); }
template <class T> unique_ptr<T> make_unique_for_overwrite(size_t n) { return unique_ptr<T>(new remove_extent_t<T>[n]); }
template <class T> shared_ptr<T> make_shared_for_overwrite() { return shared_ptr<T>(new T); }
template <class T> shared_ptr<T> make_shared_for_overwrite(size_t n) { return shared_ptr<T>(new remove_extent_t<T>[n]); }
template <class A, class B> bool operator==(const unique_ptr<A>& a, const unique_ptr<B>& b) { return a.get() == b.get(); }
template <class A> bool operator==(const unique_ptr<A>& a, nullptr_t) { return a.get() == nullptr; }
template <class S, class T> S& operator<<(S& out, const unique_ptr<T>& p) {
  out << static_cast<const void*>(p.get());
  return out;
}
template <class S, class T> S& operator<<(S& out, const shared_ptr<T>& p) {
  out << static_cast<const void*>(p.get());
  return out;
}
template <class T, class U> shared_ptr<T> const_pointer_cast(const shared_ptr<U>& p) { return shared_ptr<T>(p, const_cast<T*>(p.get())); }
template <class T, class U> shared_ptr<T> reinterpret_pointer_cast(const shared_ptr<U>& p) { return shared_ptr<T>(p, reinterpret_cast<T*>(p.get())); }
template <class T, class U> shared_ptr<T> dynamic_pointer_cast(const shared_ptr<U>& p) {
  T* found = dynamic_cast<T*>(p.get());
  return found == nullptr ? shared_ptr<T>() : shared_ptr<T>(p, found);
}
template <class T> void swap(shared_ptr<T>& a, shared_ptr<T>& b) { a.swap(b); }
template <class T> void swap(unique_ptr<T>& a, unique_ptr<T>& b) { a.swap(b); }
template <class T = void> struct owner_less {
  using is_transparent = void;
  template <class A, class B> bool operator()(const A& a, const B& b) const { return a.owner_before(b); }
};
template <class T> T* addressof(T& t) { return &t; }
template <class T> T* to_address(T* p) { return p; }
template <class T> class allocator {
 public:
  using value_type = T;
  using size_type = size_t;
  using difference_type = ptrdiff_t;
  allocator() {}
  template <class U> allocator(const allocator<U>&) {}
  T* allocate(size_t n) { return __new_array<T>(static_cast<int>(n)); }
  void deallocate(T* p, size_t) { __free(p); }
};
template <class A, class U> struct __rebound { using type = typename A::template rebind<U>::other; };
template <template <class...> class P, class T, class... R, class U> struct __rebound<P<T, R...>, U> { using type = P<U, R...>; };
template <class A> struct allocator_traits {
  using allocator_type = A;
  using value_type = typename A::value_type;
  using pointer = value_type*;
  using const_pointer = const value_type*;
  using size_type = size_t;
  using difference_type = ptrdiff_t;
  template <class U> using rebind_alloc = typename __rebound<A, U>::type;
  template <class U> using rebind_traits = allocator_traits<rebind_alloc<U>>;
  static pointer allocate(A& a, size_t n) { return a.allocate(n); }
  static void deallocate(A& a, pointer p, size_t n) { a.deallocate(p, n); }
  template <class T, class... B> static void construct(A&, T* p, B&&... args) { __construct(p, static_cast<B&&>(args)...); }
  template <class T> static void destroy(A&, T* p) { __destroy(p); }
  static size_t max_size(const A&) { return 0x7fffffff / sizeof(value_type); }
};
template <class P> struct pointer_traits;
template <template <class, class...> class P, class T, class... A> struct pointer_traits<P<T, A...>> {
  using pointer = P<T, A...>;
  using element_type = T;
  using difference_type = ptrdiff_t;
  template <class U> using rebind = P<U, A...>;
};
template <class T> struct pointer_traits<T*> {
  template <class U> using rebind = U*;
  using pointer = T*;
  using element_type = T;
  using difference_type = ptrdiff_t;
  static T* pointer_to(T& t) { return &t; }
};
template <class I, class O> O uninitialized_copy(I first, I last, O to) {
  for (; first != last; ++first, ++to) __construct(&*to, *first);
  return to;
}
template <class I, class O> O uninitialized_copy_n(I first, size_t n, O to) {
  for (; n > 0; n--, ++first, ++to) __construct(&*to, *first);
  return to;
}
template <class I, class O> O uninitialized_move(I first, I last, O to) {
  for (; first != last; ++first, ++to) __construct(&*to, move(*first));
  return to;
}
template <class O, class T> void uninitialized_fill(O first, O last, const T& value) {
  for (; first != last; ++first) __construct(&*first, value);
}
template <class O, class T> O uninitialized_fill_n(O first, size_t n, const T& value) {
  for (; n > 0; n--, ++first) __construct(&*first, value);
  return first;
}
template <class I> void destroy(I first, I last) {
  for (; first != last; ++first) __destroy(&*first);
}
template <class I> I destroy_n(I first, size_t n) {
  for (; n > 0; n--, ++first) __destroy(&*first);
  return first;
}
template <class T, class... A> T* construct_at(T* p, A&&... args) {
  __construct(p, static_cast<A&&>(args)...);
  return p;
}
template <class T> void destroy_at(T* p) { __destroy(p); }
// Everything is aligned already.
inline void* align(size_t, size_t size, void*& p, size_t& room) { return room < size ? nullptr : p; }
template <class T> pair<T*, ptrdiff_t> get_temporary_buffer(ptrdiff_t n) { return {__new_array<T>(static_cast<int>(n)), n}; }
template <class T> void return_temporary_buffer(T* p) { __free(p); }
template <class I, class T> class raw_storage_iterator {
  I at_;

 public:
  explicit raw_storage_iterator(I at) : at_(at) {}
  raw_storage_iterator& operator*() { return *this; }
  template <class U> raw_storage_iterator& operator=(U&& value) {
    __construct(&*at_, static_cast<U&&>(value));
    return *this;
  }
  raw_storage_iterator& operator++() {
    ++at_;
    return *this;
  }
  raw_storage_iterator operator++(int) {
    raw_storage_iterator old = *this;
    ++at_;
    return old;
  }
  I base() const { return at_; }
};
// The free functions that atomic<shared_ptr> replaced.
template <class T> shared_ptr<T> atomic_load_explicit(const shared_ptr<T>* p, memory_order order) {
  __enter_load(p);
  shared_ptr<T> copy = *p;
  __leave_load(p);
  return copy;
}
template <class T> void atomic_store_explicit(shared_ptr<T>* p, shared_ptr<T> v, memory_order order) {
  __enter_store(p);
  p->swap(v);
  __leave_store(p);
}
template <class T> shared_ptr<T> atomic_load(const shared_ptr<T>* p) { return atomic_load_explicit(p, memory_order_seq_cst); }
template <class T> void atomic_store(shared_ptr<T>* p, shared_ptr<T> v) { atomic_store_explicit(p, move(v), memory_order_seq_cst); }
template <class T> bool atomic_compare_exchange_strong(shared_ptr<T>* p, shared_ptr<T>* expected, shared_ptr<T> v) {
  shared_ptr<T> seen;
  __enter_rmw(p);
  bool same = p->get() == expected->get();
  if (same)
    p->swap(v);
  else
    seen = *p;
  __leave_rmw(p);
  if (!same) expected->swap(seen);
  return same;
}
template <class T> bool atomic_compare_exchange_weak(shared_ptr<T>* p, shared_ptr<T>* expected, shared_ptr<T> v) {
  return atomic_compare_exchange_strong(p, expected, v);
}
template <class T> shared_ptr<T> atomic_exchange(shared_ptr<T>* p, shared_ptr<T> v) {
  __enter_rmw(p);
  p->swap(v);
  __leave_rmw(p);
  return v;
}
}  // namespace std
