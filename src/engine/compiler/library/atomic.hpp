// <atomic>: every operation is one sequentially consistent instruction; memory orders are accepted and taken as seq_cst.
namespace std {
enum class memory_order : int { relaxed, consume, acquire, release, acq_rel, seq_cst };
constexpr memory_order memory_order_relaxed = memory_order::relaxed;
constexpr memory_order memory_order_consume = memory_order::consume;
constexpr memory_order memory_order_acquire = memory_order::acquire;
constexpr memory_order memory_order_release = memory_order::release;
constexpr memory_order memory_order_acq_rel = memory_order::acq_rel;
constexpr memory_order memory_order_seq_cst = memory_order::seq_cst;

template <class T> class shared_ptr;
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
  T load(memory_order = memory_order_seq_cst) const {
    if constexpr (__is_scalar<T>()) {
      return __atomic_load(&value_);
    } else {
      __enter_load(&value_);
      T seen = value_;
      __leave_load(&value_);
      return seen;
    }
  }
  void store(T v, memory_order = memory_order_seq_cst) {
    if constexpr (__is_scalar<T>()) {
      __atomic_store(&value_, v);
    } else {
      __enter_store(&value_);
      value_ = v;
      __leave_store(&value_);
    }
  }
  T exchange(T v, memory_order = memory_order_seq_cst) {
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
  bool compare_exchange_strong(T& expected, T v, memory_order = memory_order_seq_cst, memory_order = memory_order_seq_cst) {
    if constexpr (__is_scalar<T>()) {
      return __atomic_cas(&value_, &expected, v);
    } else {
      __enter_rmw(&value_);
      bool same = __same_words(&value_, &expected);
      if (same)
        value_ = v;
      else
        expected = value_;
      __leave_rmw(&value_);
      return same;
    }
  }
  bool compare_exchange_weak(T& expected, T v, memory_order = memory_order_seq_cst, memory_order = memory_order_seq_cst) {
    return compare_exchange_strong(expected, v);
  }
  T fetch_add(T v, memory_order = memory_order_seq_cst) { return __atomic_add(&value_, v); }
  T fetch_sub(T v, memory_order = memory_order_seq_cst) { return __atomic_sub(&value_, v); }
  T fetch_and(T v, memory_order = memory_order_seq_cst) { return __atomic_and(&value_, v); }
  T fetch_or(T v, memory_order = memory_order_seq_cst) { return __atomic_or(&value_, v); }
  T fetch_xor(T v, memory_order = memory_order_seq_cst) { return __atomic_xor(&value_, v); }
  operator T() const { return load(); }
  T operator=(T v) {
    store(v);
    return v;
  }
  T operator++() { return __atomic_add(&value_, 1) + 1; }
  T operator--() { return __atomic_sub(&value_, 1) - 1; }
  T operator++(int) { return __atomic_add(&value_, 1); }
  T operator--(int) { return __atomic_sub(&value_, 1); }
  T operator+=(T v) { return __atomic_add(&value_, v) + v; }
  T operator-=(T v) { return __atomic_sub(&value_, v) - v; }
  T operator&=(T v) { return __atomic_and(&value_, v) & v; }
  T operator|=(T v) { return __atomic_or(&value_, v) | v; }
  T operator^=(T v) { return __atomic_xor(&value_, v) ^ v; }
  bool is_lock_free() const { return true; }
};

template <class T> class atomic<T*> {
  T* value_;

 public:
  atomic() : value_(nullptr) {}
  atomic(T* v) : value_(v) {}
  atomic(const atomic&) = delete;
  T* load(memory_order = memory_order_seq_cst) const { return __atomic_load(&value_); }
  void store(T* v, memory_order = memory_order_seq_cst) { __atomic_store(&value_, v); }
  T* exchange(T* v, memory_order = memory_order_seq_cst) { return __atomic_exchange(&value_, v); }
  bool compare_exchange_strong(T*& expected, T* v, memory_order = memory_order_seq_cst, memory_order = memory_order_seq_cst) {
    return __atomic_cas(&value_, &expected, v);
  }
  bool compare_exchange_weak(T*& expected, T* v, memory_order = memory_order_seq_cst, memory_order = memory_order_seq_cst) {
    return __atomic_cas(&value_, &expected, v);
  }
  T* fetch_add(long n, memory_order = memory_order_seq_cst) {
    T* old = __atomic_load(&value_);
    while (!__atomic_cas(&value_, &old, old + n)) {
    }
    return old;
  }
  T* fetch_sub(long n, memory_order = memory_order_seq_cst) { return fetch_add(-n); }
  T* operator++() { return fetch_add(1) + 1; }
  T* operator--() { return fetch_add(-1) - 1; }
  T* operator++(int) { return fetch_add(1); }
  T* operator--(int) { return fetch_add(-1); }
  T* operator+=(long n) { return fetch_add(n) + n; }
  T* operator-=(long n) { return fetch_add(-n) - n; }
  operator T*() const { return __atomic_load(&value_); }
  T* operator->() const { return __atomic_load(&value_); }
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
  atomic(shared_ptr<T> p) : value_(move(p)) {}
  atomic(const atomic&) = delete;
  shared_ptr<T> load(memory_order = memory_order_seq_cst) const {
    __enter_load(&value_);
    shared_ptr<T> copy = value_;
    __leave_load(&value_);
    return copy;
  }
  void store(shared_ptr<T> p, memory_order = memory_order_seq_cst) {
    __enter_store(&value_);
    value_.swap(p);
    __leave_store(&value_);
  }
  shared_ptr<T> exchange(shared_ptr<T> p, memory_order = memory_order_seq_cst) {
    __enter_rmw(&value_);
    value_.swap(p);
    __leave_rmw(&value_);
    return p;
  }
  bool compare_exchange_strong(shared_ptr<T>& expected, shared_ptr<T> p, memory_order = memory_order_seq_cst) {
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
  bool test_and_set(memory_order = memory_order_seq_cst) { return __atomic_exchange(&value_, true); }
  void clear(memory_order = memory_order_seq_cst) { __atomic_store(&value_, false); }
  bool test(memory_order = memory_order_seq_cst) const { return __atomic_load(&value_); }
};

#define ATOMIC_FLAG_INIT {false}
// Everything is sequentially consistent already.
inline void atomic_thread_fence(memory_order) {}

using atomic_bool = atomic<bool>;
using atomic_int = atomic<int>;
using atomic_uint = atomic<unsigned>;
using atomic_long = atomic<long>;
using atomic_size_t = atomic<unsigned long>;
}  // namespace std
