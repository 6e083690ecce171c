// <atomic>: every operation is one instruction. Its memory order is the argument `order` of the function around it, where
// rc11/orders.ts reads it (`success` and `failure` of a compare-and-exchange); without such an argument it is seq_cst.
#include <type_traits>
namespace std {
enum class memory_order : int { relaxed, consume, acquire, release, acq_rel, seq_cst };
// The order of a failed compare-and-exchange that is not named: the other one without its release.
constexpr memory_order __as_success = static_cast<memory_order>(6);
constexpr memory_order memory_order_relaxed = memory_order::relaxed;
constexpr memory_order memory_order_consume = memory_order::consume;
constexpr memory_order memory_order_acquire = memory_order::acquire;
constexpr memory_order memory_order_release = memory_order::release;
constexpr memory_order memory_order_acq_rel = memory_order::acq_rel;
constexpr memory_order memory_order_seq_cst = memory_order::seq_cst;

#ifdef RACECOURSE_SPURIOUS
constexpr memory_order __order_of_failure(memory_order success, memory_order failure) {
  if (failure != __as_success) return failure;
  if (success == memory_order::acq_rel) return memory_order::acquire;
  return success == memory_order::release ? memory_order::relaxed : success;
}
#endif

template <class T> class shared_ptr;
// Who waits for an atomic: under one lock, a condition for each address.
inline int* __wait_lock() {
  static int words[4];
  return words;
}
inline int* __wait_room(const void* address) {
  static const void* owners[16];
  static int rooms[32];
  int i = 0;
  while (i < 16 && owners[i] != address && owners[i] != nullptr) i++;
  if (i == 16) __terminate("more than 16 atomics are waited for");
  owners[i] = address;
  return rooms + 2 * i;
}
// Is it what it was? Of a class, as its words are.
template <class T> bool __unchanged(const T& seen, const T& old) {
  if constexpr (__is_scalar<T>()) return seen == old;
  else return __same_words(&seen, &old);
}
template <class T> bool __unchanged(const shared_ptr<T>& seen, const shared_ptr<T>& old) { return seen == old; }
template <class A, class T> void __wait_while(const A& a, T old, memory_order order) {
  int* lock = __wait_lock();
  __lock(lock);
  while (__unchanged(a.load(order), old)) {
    int* room = __wait_room(&a);
    __cv_wait(room, lock);
    __cv_relock(room, lock);
  }
  __unlock(lock);
}
inline void __wake(const void* address, bool all) {
  int* lock = __wait_lock();
  __lock(lock);
  if (all)
    __notify_all(__wait_room(address));
  else
    __notify_one(__wait_room(address));
  __unlock(lock);
}
// What a question about a program reads.
template <class A, class T> T __seen(const A* a) {
  if constexpr (__is_scalar<T>()) return a->load(memory_order_relaxed);
  else return a->load();
}
// [atomics.types.operations]/23: `expected` is read before the operation and written after it, and only where it failed.
// Neither is part of the operation: another thread that owns the object by then has a race with a late access.
template <class T> bool __compare_exchange(T* object, T& expected, T v, memory_order success, memory_order failure) {
  T seen = expected;
  if (__atomic_cas(object, &seen, v)) return true;
  expected = seen;
  return false;
}
// A scalar is one instruction; a class is read or written between two, and no other thread runs there.
template <class T> class atomic {
  T value_;

 public:
  using value_type = T;
  static constexpr bool is_always_lock_free = true;
  atomic() : value_() {}
  atomic(T v) : value_(v) {}
  atomic(const atomic&) = delete;
  atomic& operator=(const atomic&) = delete;
  T load(memory_order order = memory_order_seq_cst) const {
    if constexpr (__is_scalar<T>()) {
      return __atomic_load(&value_);
    } else {
      __enter_load(&value_);
      T seen = value_;
      __leave_load(&value_);
      return seen;
    }
  }
  void store(T v, memory_order order = memory_order_seq_cst) {
    if constexpr (__is_scalar<T>()) {
      __atomic_store(&value_, v);
    } else {
      __enter_store(&value_);
      value_ = v;
      __leave_store(&value_);
    }
  }
  T exchange(T v, memory_order order = memory_order_seq_cst) {
    if constexpr (__is_scalar<T>()) {
      return __atomic_exchange(&value_, v);
    } else {
      __enter_rmw(&value_);
      T old = value_;
      value_ = v;
      __leave_rmw(&value_);
      return old;
    }
  }
  bool compare_exchange_strong(T& expected, T v, memory_order success = memory_order_seq_cst, memory_order failure = __as_success) {
    if constexpr (__is_scalar<T>()) {
      return __compare_exchange(&value_, expected, v, success, failure);
    } else {
      T seen = expected;
      __enter_rmw(&value_);
      bool same = __same_words(&value_, &seen);
      if (same)
        value_ = v;
      else
        seen = value_;
      __leave_rmw(&value_);
      if (!same) expected = seen;
      return same;
    }
  }
  bool compare_exchange_weak(T& expected, T v, memory_order success = memory_order_seq_cst, memory_order failure = __as_success) {
    __MAY_FAIL
    return compare_exchange_strong(expected, v, success, failure);
  }
  T fetch_add(T v, memory_order order = memory_order_seq_cst) {
    if constexpr (__is_floating<T>()) {
      T old = __atomic_load(&value_);
      while (!__atomic_cas(&value_, &old, old + v)) {
      }
      return old;
    } else {
      return __atomic_add(&value_, v);
    }
  }
  T fetch_sub(T v, memory_order order = memory_order_seq_cst) {
    if constexpr (__is_floating<T>()) return fetch_add(-v, order);
    else return __atomic_sub(&value_, v);
  }
  T fetch_and(T v, memory_order order = memory_order_seq_cst) { return __atomic_and(&value_, v); }
  T fetch_or(T v, memory_order order = memory_order_seq_cst) { return __atomic_or(&value_, v); }
  T fetch_xor(T v, memory_order order = memory_order_seq_cst) { return __atomic_xor(&value_, v); }
  operator T() const { return load(); }
  T operator=(T v) {
    store(v);
    return v;
  }
  T operator++() { return __atomic_add(&value_, 1) + 1; }
  T operator--() { return __atomic_sub(&value_, 1) - 1; }
  T operator++(int) { return __atomic_add(&value_, 1); }
  T operator--(int) { return __atomic_sub(&value_, 1); }
  T operator+=(T v) { return fetch_add(v) + v; }
  T operator-=(T v) { return fetch_sub(v) - v; }
  T operator&=(T v) { return __atomic_and(&value_, v) & v; }
  T operator|=(T v) { return __atomic_or(&value_, v) | v; }
  T operator^=(T v) { return __atomic_xor(&value_, v) ^ v; }
  bool is_lock_free() const { return true; }
  void wait(T old, memory_order order = memory_order_seq_cst) const { __wait_while(*this, old, order); }
  void notify_one() { __wake(this, false); }
  void notify_all() { __wake(this, true); }
};

template <class T> class atomic<T*> {
  T* value_;

 public:
  atomic() : value_(nullptr) {}
  atomic(T* v) : value_(v) {}
  atomic(const atomic&) = delete;
  T* load(memory_order order = memory_order_seq_cst) const { return __atomic_load(&value_); }
  void store(T* v, memory_order order = memory_order_seq_cst) { __atomic_store(&value_, v); }
  T* exchange(T* v, memory_order order = memory_order_seq_cst) { return __atomic_exchange(&value_, v); }
  bool compare_exchange_strong(T*& expected, T* v, memory_order success = memory_order_seq_cst, memory_order failure = __as_success) {
    return __compare_exchange(&value_, expected, v, success, failure);
  }
  bool compare_exchange_weak(T*& expected, T* v, memory_order success = memory_order_seq_cst, memory_order failure = __as_success) {
    __MAY_FAIL
    return __compare_exchange(&value_, expected, v, success, failure);
  }
  T* fetch_add(long n, memory_order order = memory_order_seq_cst) {
    T* old = __atomic_load(&value_);
    while (!__atomic_cas(&value_, &old, old + n)) {
    }
    return old;
  }
  T* fetch_sub(long n, memory_order order = memory_order_seq_cst) { return fetch_add(-n, order); }
  T* operator++() { return fetch_add(1) + 1; }
  T* operator--() { return fetch_add(-1) - 1; }
  T* operator++(int) { return fetch_add(1); }
  T* operator--(int) { return fetch_add(-1); }
  T* operator+=(long n) { return fetch_add(n) + n; }
  T* operator-=(long n) { return fetch_add(-n) - n; }
  operator T*() const { return __atomic_load(&value_); }
  T* operator->() const { return __atomic_load(&value_); }
  bool is_lock_free() const { return true; }
  void wait(T* old, memory_order order = memory_order_seq_cst) const { __wait_while(*this, old, order); }
  void notify_one() { __wake(this, false); }
  void notify_all() { __wake(this, true); }
  T* operator=(T* v) {
    __atomic_store(&value_, v);
    return v;
  }
};

// One owner that threads exchange: each operation is a single step on the whole shared_ptr.
template <class T> class atomic<shared_ptr<T>> {
  shared_ptr<T> value_;

 public:
  atomic() {}
  atomic(nullptr_t) {}
  atomic(shared_ptr<T> p) : value_(move(p)) {}
  atomic(const atomic&) = delete;
  shared_ptr<T> load(memory_order order = memory_order_seq_cst) const {
    __enter_load(&value_);
    shared_ptr<T> copy = value_;
    __leave_load(&value_);
    return copy;
  }
  void store(shared_ptr<T> p, memory_order order = memory_order_seq_cst) {
    __enter_store(&value_);
    value_.swap(p);
    __leave_store(&value_);
  }
  shared_ptr<T> exchange(shared_ptr<T> p, memory_order order = memory_order_seq_cst) {
    __enter_rmw(&value_);
    value_.swap(p);
    __leave_rmw(&value_);
    return p;
  }
  bool compare_exchange_strong(shared_ptr<T>& expected, shared_ptr<T> p, memory_order success = memory_order_seq_cst, memory_order failure = __as_success) {
    shared_ptr<T> seen;
    __enter_rmw(&value_);
    bool same = value_.get() == expected.get();
    if (same)
      value_.swap(p);
    else
      seen = value_;
    __leave_rmw(&value_);
    if (!same) expected.swap(seen);
    return same;
  }
  bool compare_exchange_weak(shared_ptr<T>& expected, shared_ptr<T> p, memory_order success = memory_order_seq_cst, memory_order failure = __as_success) {
    __MAY_FAIL
    return compare_exchange_strong(expected, move(p), success, failure);
  }
  bool is_lock_free() const { return false; }
  void wait(shared_ptr<T> old, memory_order order = memory_order_seq_cst) const { __wait_while(*this, move(old), order); }
  void notify_one() { __wake(this, false); }
  void notify_all() { __wake(this, true); }
  void reset() { store(nullptr); }
  operator shared_ptr<T>() const { return load(); }
  void operator=(shared_ptr<T> p) { store(move(p)); }
};

class atomic_flag {
  bool value_ = false;

 public:
  atomic_flag() {}
  atomic_flag(bool set) : value_(set) {}
  atomic_flag(const atomic_flag&) = delete;
  atomic_flag& operator=(const atomic_flag&) = delete;
  bool test_and_set(memory_order order = memory_order_seq_cst) { return __atomic_exchange(&value_, true); }
  void clear(memory_order order = memory_order_seq_cst) { __atomic_store(&value_, false); }
  bool test(memory_order order = memory_order_seq_cst) const { return __atomic_load(&value_); }
  bool load(memory_order order) const { return __atomic_load(&value_); }
  void wait(bool old, memory_order order = memory_order_seq_cst) const { __wait_while(*this, old, order); }
  void notify_one() { __wake(this, false); }
  void notify_all() { __wake(this, true); }
};
#define ATOMIC_FLAG_INIT {false}
#define ATOMIC_BOOL_LOCK_FREE 2
#define ATOMIC_CHAR_LOCK_FREE 2
#define ATOMIC_SHORT_LOCK_FREE 2
#define ATOMIC_INT_LOCK_FREE 2
#define ATOMIC_LONG_LOCK_FREE 2
#define ATOMIC_LLONG_LOCK_FREE 2
#define ATOMIC_POINTER_LOCK_FREE 2
#define ATOMIC_VAR_INIT(value) {value}

// Operations on an object that is not atomic itself: it has the words that an atomic of its type has.
template <class T> class atomic_ref {
  atomic<T>* object_;

 public:
  using value_type = T;
  static constexpr bool is_always_lock_free = true;
  static constexpr size_t required_alignment = alignof(T);
  bool is_lock_free() const { return true; }
  explicit atomic_ref(T& object) : object_(reinterpret_cast<atomic<T>*>(&object)) {}
  atomic_ref& operator=(const atomic_ref&) = delete;
  T load(memory_order order = memory_order_seq_cst) const { return object_->load(order); }
  void store(T v, memory_order order = memory_order_seq_cst) const { object_->store(v, order); }
  T exchange(T v, memory_order order = memory_order_seq_cst) const { return object_->exchange(v, order); }
  bool compare_exchange_strong(T& expected, T v, memory_order success = memory_order_seq_cst, memory_order failure = __as_success) const {
    return object_->compare_exchange_strong(expected, v, success, failure);
  }
  bool compare_exchange_weak(T& expected, T v, memory_order success = memory_order_seq_cst, memory_order failure = __as_success) const {
    return object_->compare_exchange_weak(expected, v, success, failure);
  }
  template <class N> T fetch_add(N n, memory_order order = memory_order_seq_cst) const { return object_->fetch_add(n, order); }
  template <class N> T fetch_sub(N n, memory_order order = memory_order_seq_cst) const { return object_->fetch_sub(n, order); }
  T fetch_and(T v, memory_order order = memory_order_seq_cst) const { return object_->fetch_and(v, order); }
  T fetch_or(T v, memory_order order = memory_order_seq_cst) const { return object_->fetch_or(v, order); }
  T fetch_xor(T v, memory_order order = memory_order_seq_cst) const { return object_->fetch_xor(v, order); }
  operator T() const { return load(); }
  T operator=(T v) const {
    store(v);
    return v;
  }
  T operator++() const { return fetch_add(1) + 1; }
  T operator--() const { return fetch_sub(1) - 1; }
  T operator++(int) const { return fetch_add(1); }
  T operator--(int) const { return fetch_sub(1); }
  template <class N> T operator+=(N n) const { return fetch_add(n) + n; }
  template <class N> T operator-=(N n) const { return fetch_sub(n) - n; }
  T operator&=(T v) const { return fetch_and(v) & v; }
  T operator|=(T v) const { return fetch_or(v) | v; }
  T operator^=(T v) const { return fetch_xor(v) ^ v; }
  void wait(T old, memory_order order = memory_order_seq_cst) const { object_->wait(old, order); }
  void notify_one() const { object_->notify_one(); }
  void notify_all() const { object_->notify_all(); }
};
template <class T> atomic_ref(T&) -> atomic_ref<T>;

// Where everything is sequentially consistent it orders nothing.
inline void atomic_thread_fence(memory_order order) { __fence(static_cast<int>(order)); }
inline void atomic_signal_fence(memory_order) {}
template <class T> T kill_dependency(T v) { return v; }

template <class T> T atomic_load(const atomic<T>* a) { return a->load(); }
template <class T> T atomic_load_explicit(const atomic<T>* a, memory_order order) { return a->load(order); }
template <class T> void atomic_store(atomic<T>* a, type_identity_t<T> v) { a->store(v); }
template <class T> void atomic_store_explicit(atomic<T>* a, type_identity_t<T> v, memory_order order) { a->store(v, order); }
template <class T> T atomic_exchange(atomic<T>* a, type_identity_t<T> v) { return a->exchange(v); }
template <class T> T atomic_exchange_explicit(atomic<T>* a, type_identity_t<T> v, memory_order order) { return a->exchange(v, order); }
template <class T> bool atomic_compare_exchange_strong(atomic<T>* a, type_identity_t<T>* e, type_identity_t<T> v) { return a->compare_exchange_strong(*e, v); }
template <class T> bool atomic_compare_exchange_weak(atomic<T>* a, type_identity_t<T>* e, type_identity_t<T> v) { return a->compare_exchange_weak(*e, v); }
template <class T> bool atomic_compare_exchange_strong_explicit(atomic<T>* a, type_identity_t<T>* e, type_identity_t<T> v, memory_order success, memory_order failure) { return a->compare_exchange_strong(*e, v, success, failure); }
template <class T> bool atomic_compare_exchange_weak_explicit(atomic<T>* a, type_identity_t<T>* e, type_identity_t<T> v, memory_order success, memory_order failure) { return a->compare_exchange_weak(*e, v, success, failure); }
template <class T> T atomic_fetch_add(atomic<T>* a, type_identity_t<T> v) { return a->fetch_add(v); }
template <class T> T atomic_fetch_add_explicit(atomic<T>* a, type_identity_t<T> v, memory_order order) { return a->fetch_add(v, order); }
template <class T> T atomic_fetch_sub(atomic<T>* a, type_identity_t<T> v) { return a->fetch_sub(v); }
template <class T> T atomic_fetch_sub_explicit(atomic<T>* a, type_identity_t<T> v, memory_order order) { return a->fetch_sub(v, order); }
template <class T> T atomic_fetch_and(atomic<T>* a, type_identity_t<T> v) { return a->fetch_and(v); }
template <class T> T atomic_fetch_and_explicit(atomic<T>* a, type_identity_t<T> v, memory_order order) { return a->fetch_and(v, order); }
template <class T> T atomic_fetch_or_explicit(atomic<T>* a, type_identity_t<T> v, memory_order order) { return a->fetch_or(v, order); }
template <class T> T atomic_fetch_xor_explicit(atomic<T>* a, type_identity_t<T> v, memory_order order) { return a->fetch_xor(v, order); }
template <class T> T atomic_fetch_or(atomic<T>* a, type_identity_t<T> v) { return a->fetch_or(v); }
template <class T> T atomic_fetch_xor(atomic<T>* a, type_identity_t<T> v) { return a->fetch_xor(v); }
template <class T> bool atomic_is_lock_free(const atomic<T>*) { return true; }
template <class T> void atomic_init(atomic<T>* a, type_identity_t<T> v) { a->store(v); }
inline bool atomic_flag_test_and_set(atomic_flag* f) { return f->test_and_set(); }
inline bool atomic_flag_test_and_set_explicit(atomic_flag* f, memory_order order) { return f->test_and_set(order); }
inline void atomic_flag_clear(atomic_flag* f) { f->clear(); }
inline void atomic_flag_clear_explicit(atomic_flag* f, memory_order order) { f->clear(order); }

using atomic_bool = atomic<bool>;
using atomic_char = atomic<char>;
using atomic_uchar = atomic<unsigned char>;
using atomic_short = atomic<short>;
using atomic_ushort = atomic<unsigned short>;
using atomic_int = atomic<int>;
using atomic_uint = atomic<unsigned>;
using atomic_long = atomic<long>;
using atomic_ulong = atomic<unsigned long>;
using atomic_llong = atomic<long long>;
using atomic_ullong = atomic<unsigned long long>;
using atomic_int8_t = atomic<int8_t>;
using atomic_uint8_t = atomic<unsigned char>;
using atomic_int16_t = atomic<short>;
using atomic_uint16_t = atomic<unsigned short>;
using atomic_int32_t = atomic<int>;
using atomic_uint32_t = atomic<unsigned>;
using atomic_int64_t = atomic<long>;
using atomic_uint64_t = atomic<unsigned long>;
using atomic_size_t = atomic<unsigned long>;
using atomic_ptrdiff_t = atomic<long>;
using atomic_intptr_t = atomic<long>;
using atomic_uintptr_t = atomic<unsigned long>;
using atomic_int_least8_t = atomic<int_least8_t>;
using atomic_int_fast8_t = atomic<int_fast8_t>;
using atomic_uint_least8_t = atomic<uint_least8_t>;
using atomic_uint_fast8_t = atomic<uint_fast8_t>;
using atomic_int_least16_t = atomic<int_least16_t>;
using atomic_int_fast16_t = atomic<int_fast16_t>;
using atomic_uint_least16_t = atomic<uint_least16_t>;
using atomic_uint_fast16_t = atomic<uint_fast16_t>;
using atomic_int_least32_t = atomic<int_least32_t>;
using atomic_int_fast32_t = atomic<int_fast32_t>;
using atomic_uint_least32_t = atomic<uint_least32_t>;
using atomic_uint_fast32_t = atomic<uint_fast32_t>;
using atomic_int_least64_t = atomic<int_least64_t>;
using atomic_int_fast64_t = atomic<int_fast64_t>;
using atomic_uint_least64_t = atomic<uint_least64_t>;
using atomic_uint_fast64_t = atomic<uint_fast64_t>;
using atomic_intmax_t = atomic<intmax_t>;
using atomic_uintmax_t = atomic<uintmax_t>;
using atomic_wchar_t = atomic<wchar_t>;
using atomic_char16_t = atomic<char16_t>;
using atomic_char32_t = atomic<char32_t>;
}  // namespace std
