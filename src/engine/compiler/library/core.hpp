// What every file knows: sizes, moves, pairs of braces. Included by the compiler itself.
using size_t = unsigned long;
using ptrdiff_t = long;
struct max_align_t {
  long long whole;
  double fraction;
};
using int8_t = signed char;
using uint8_t = unsigned char;
using int16_t = short;
using uint16_t = unsigned short;
using int32_t = int;
using uint32_t = unsigned;
using int64_t = long;
using uint64_t = unsigned long;
using intptr_t = long;
using uintptr_t = unsigned long;
using int_least8_t = int8_t;
using int_fast8_t = int8_t;
using uint_least8_t = uint8_t;
using uint_fast8_t = uint8_t;
using int_least16_t = int16_t;
using int_fast16_t = long;
using uint_least16_t = uint16_t;
using uint_fast16_t = unsigned long;
using int_least32_t = int32_t;
using int_fast32_t = long;
using uint_least32_t = uint32_t;
using uint_fast32_t = unsigned long;
using int_least64_t = int64_t;
using int_fast64_t = long;
using uint_least64_t = uint64_t;
using uint_fast64_t = unsigned long;
using intmax_t = long;
using uintmax_t = unsigned long;

#define NULL nullptr
// As many as std::thread::hardware_concurrency says.
#define __PROCESSORS 4
// The atomic builtins of g++.
#define __ATOMIC_RELAXED 0
#define __ATOMIC_CONSUME 1
#define __ATOMIC_ACQUIRE 2
#define __ATOMIC_RELEASE 3
#define __ATOMIC_ACQ_REL 4
#define __ATOMIC_SEQ_CST 5
template <class T, class U> T __sync_fetch_and_add(T* p, U v) { return __atomic_add(p, static_cast<T>(v)); }
template <class T, class U> T __sync_fetch_and_sub(T* p, U v) { return __atomic_sub(p, static_cast<T>(v)); }
template <class T, class U> T __sync_fetch_and_and(T* p, U v) { return __atomic_and(p, static_cast<T>(v)); }
template <class T, class U> T __sync_fetch_and_or(T* p, U v) { return __atomic_or(p, static_cast<T>(v)); }
template <class T, class U> T __sync_fetch_and_xor(T* p, U v) { return __atomic_xor(p, static_cast<T>(v)); }
template <class T, class U> T __sync_add_and_fetch(T* p, U v) { return __atomic_add(p, static_cast<T>(v)) + static_cast<T>(v); }
template <class T, class U> T __sync_sub_and_fetch(T* p, U v) { return __atomic_sub(p, static_cast<T>(v)) - static_cast<T>(v); }
template <class T, class U, class V> bool __sync_bool_compare_and_swap(T* p, U from, V to) {
  T expected = static_cast<T>(from);
  return __atomic_cas(p, &expected, static_cast<T>(to));
}
template <class T, class U, class V> T __sync_val_compare_and_swap(T* p, U from, V to) {
  T expected = static_cast<T>(from);
  __atomic_cas(p, &expected, static_cast<T>(to));
  return expected;
}
template <class T, class U> T __sync_lock_test_and_set(T* p, U v) { return __atomic_exchange(p, static_cast<T>(v)); }
template <class T> void __sync_lock_release(T* p) { __atomic_store(p, static_cast<T>(0)); }
// The builtins of g++ that count bits.
template <class T> constexpr int __set_bits(T x) {
  int n = 0;
  for (; x != 0; x &= x - 1) n++;
  return n;
}
template <class T> constexpr int __leading_zeros(T x) {
  int n = static_cast<int>(sizeof(T) * 8);
  for (; x != 0; x >>= 1) n--;
  return n;
}
template <class T> constexpr int __trailing_zeros(T x) {
  int n = 0;
  for (; (x & 1) == 0; x >>= 1) n++;
  return n;
}
constexpr int __builtin_popcount(unsigned x) { return __set_bits(x); }
constexpr int __builtin_popcountl(unsigned long x) { return __set_bits(x); }
constexpr int __builtin_popcountll(unsigned long x) { return __set_bits(x); }
constexpr int __builtin_clz(unsigned x) { return __leading_zeros(x); }
constexpr int __builtin_clzl(unsigned long x) { return __leading_zeros(x); }
constexpr int __builtin_clzll(unsigned long x) { return __leading_zeros(x); }
constexpr int __builtin_ctz(unsigned x) { return __trailing_zeros(x); }
constexpr int __builtin_ctzl(unsigned long x) { return __trailing_zeros(x); }
constexpr int __builtin_ctzll(unsigned long x) { return __trailing_zeros(x); }
constexpr int __builtin_ffs(int x) { return x == 0 ? 0 : __trailing_zeros(static_cast<unsigned>(x)) + 1; }
constexpr int __builtin_parity(unsigned x) { return __set_bits(x) & 1; }
inline void __builtin_ia32_pause() { __yield(); }
// An input that may have any of the values given: check/builtins.ts says what it is.
void RACECOURSE_ANY();
// What the standard allows for no reason: a wait that ends without a notify, a weak exchange that fails though nothing differs. Only in a
// program that is compiled with it (CompileOptions.spurious); each is a choice then.
#ifdef RACECOURSE_SPURIOUS
enum class __wait { goes_on, ends_spuriously };
enum class __exchange { as_values_say, fails_spuriously };
#define __MAY_WAKE(unlock, lock, result) \
  if (RACECOURSE_ANY(__wait::goes_on, __wait::ends_spuriously) == __wait::ends_spuriously) { \
    unlock; \
    lock; \
    return result; \
  }
#define __MAY_FAIL \
  if (RACECOURSE_ANY(__exchange::as_values_say, __exchange::fails_spuriously) == __exchange::fails_spuriously) { \
    expected = load(__order_of_failure(success, failure)); \
    return false; \
  }
#else
#define __MAY_WAKE(unlock, lock, result)
#define __MAY_FAIL
#endif
inline void __sync_synchronize() { __fence(5); }
inline void __atomic_thread_fence(int order) { __fence(order); }
template <class T> T __atomic_load_n(const T* p, int order) { return __atomic_load(p); }
template <class T, class U> void __atomic_store_n(T* p, U v, int order) { __atomic_store(p, static_cast<T>(v)); }
template <class T, class U> T __atomic_exchange_n(T* p, U v, int order) { return __atomic_exchange(p, static_cast<T>(v)); }
template <class T, class U> bool __atomic_compare_exchange_n(T* p, T* expected, U v, bool, int success, int failure) { return __atomic_cas(p, expected, static_cast<T>(v)); }
template <class T, class U> T __atomic_fetch_add(T* p, U v, int order) { return __atomic_add(p, static_cast<T>(v)); }
template <class T, class U> T __atomic_fetch_sub(T* p, U v, int order) { return __atomic_sub(p, static_cast<T>(v)); }
template <class T, class U> T __atomic_add_fetch(T* p, U v, int order) { return __atomic_add(p, static_cast<T>(v)) + static_cast<T>(v); }
template <class T, class U> T __atomic_sub_fetch(T* p, U v, int order) { return __atomic_sub(p, static_cast<T>(v)) - static_cast<T>(v); }
template <class T> bool __atomic_test_and_set(T* p, int order) { return __atomic_exchange(p, static_cast<T>(1)) != 0; }
template <class T> void __atomic_clear(T* p, int order) { __atomic_store(p, static_cast<T>(0)); }
namespace std {
using ::size_t;
using ::ptrdiff_t;
using ::max_align_t;
using ::int8_t;
using ::uint8_t;
using ::int16_t;
using ::uint16_t;
using ::int32_t;
using ::uint32_t;
using ::int64_t;
using ::uint64_t;
using ::intptr_t;
using ::uintptr_t;
using ::int_least8_t;
using ::int_fast8_t;
using ::uint_least8_t;
using ::uint_fast8_t;
using ::int_least16_t;
using ::int_fast16_t;
using ::uint_least16_t;
using ::uint_fast16_t;
using ::int_least32_t;
using ::int_fast32_t;
using ::uint_least32_t;
using ::uint_fast32_t;
using ::int_least64_t;
using ::int_fast64_t;
using ::uint_least64_t;
using ::uint_fast64_t;
using ::intmax_t;
using ::uintmax_t;
using nullptr_t = decltype(nullptr);

enum class byte : unsigned char {};
template <class T> constexpr T to_integer(byte b) { return static_cast<T>(b); }
constexpr byte operator|(byte a, byte b) { return static_cast<byte>(static_cast<unsigned>(a) | static_cast<unsigned>(b)); }
constexpr byte operator&(byte a, byte b) { return static_cast<byte>(static_cast<unsigned>(a) & static_cast<unsigned>(b)); }
constexpr byte operator^(byte a, byte b) { return static_cast<byte>(static_cast<unsigned>(a) ^ static_cast<unsigned>(b)); }
constexpr byte operator~(byte a) { return static_cast<byte>(~static_cast<unsigned>(a)); }
constexpr byte operator<<(byte a, int n) { return static_cast<byte>(static_cast<unsigned>(a) << n); }
constexpr byte operator>>(byte a, int n) { return static_cast<byte>(static_cast<unsigned>(a) >> n); }
template <class T> struct remove_reference { using type = T; };
template <class T> struct remove_reference<T&> { using type = T; };
template <class T> struct remove_reference<T&&> { using type = T; };
template <class T> using remove_reference_t = typename remove_reference<T>::type;
template <class T> struct __unconst { using type = T; };
template <class T> struct __unconst<const T> { using type = T; };
template <class T> using remove_const_t = typename __unconst<T>::type;
template <class T> using remove_cv_t = typename __unconst<T>::type;
template <class T> using remove_cvref_t = remove_const_t<remove_reference_t<T>>;
template <class T> struct __decayed { using type = remove_const_t<T>; };
template <class T, size_t N> struct __decayed<T[N]> { using type = T*; };
template <class R, class... A> struct __decayed<R(A...)> { using type = R (*)(A...); };
template <class T> using __decay = typename __decayed<remove_reference_t<T>>::type;
template <class T> T&& declval();

template <class T> remove_reference_t<T>&& move(T&& t) { return static_cast<remove_reference_t<T>&&>(t); }
template <class T> T&& forward(remove_reference_t<T>& t) { return static_cast<T&&>(t); }
template <class T> void swap(T& a, T& b) {
  T c = static_cast<T&&>(a);
  a = static_cast<T&&>(b);
  b = static_cast<T&&>(c);
}
template <class T, class U = T> T exchange(T& place, U&& value) {
  T old = static_cast<T&&>(place);
  place = static_cast<U&&>(value);
  return old;
}

// A braced list as a parameter: the compiler makes the array and this view of it.
template <class T> class initializer_list {
  const T* data_ = nullptr;
  int size_ = 0;

 public:
  using value_type = T;
  using iterator = const T*;
  using const_iterator = const T*;
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  size_t size() const { return size_; }
};

// What lets one thread initialise a static local; the first word says that it is done.
class __static_guard {
  int done_ = 0;
  int state_[4] = {};

 public:
  bool __begin() {
    if (__atomic_load(&done_) != 0) return false;
    __lock(state_);
    if (done_ == 0) return true;
    __unlock(state_);
    return false;
  }
  // The initialiser threw: the next call tries again.
  void __give_up() { __unlock(state_); }
  void __finish() {
    __atomic_store(&done_, 1);
    __unlock(state_);
  }
};

class exception {
 public:
  exception() noexcept {}
  virtual ~exception() {}
  virtual const char* what() const noexcept { return "std::exception"; }
};

// What is thrown: words the machine knows (bytecode/program.ts), then the value.
struct __exception {
  int owners_;
  int type_;
  void (*end_)(__exception*);
  const char* (*says_)(__exception*);
  const char* what_;
};
template <class T> struct __thrown {
  __exception head_;
  T value_;
};
template <class T> __thrown<T>* __new_thrown() { return __new_array<__thrown<T>>(1); }
template <class T> void __end_thrown(__exception* e) {
  __thrown<T>* thrown = reinterpret_cast<__thrown<T>*>(e);
  __end(&thrown->value_);
  __free(thrown);
}
template <class T> const char* __what_thrown(__exception* e) {
  return reinterpret_cast<__thrown<T>*>(e)->value_.what();
}
inline void __release(__exception* e) {
  if (__count_drop(&e->owners_) == 0) e->end_(e);
}

// The exceptions that a thread handles, innermost first, and how many are under way.
class __catch;
thread_local __catch* __handled = nullptr;
thread_local int __under_way = 0;
class __catch {
  __exception* exception_;
  __catch* outer_;

 public:
  __catch(__exception* e) : exception_(e), outer_(__handled) {
    __handled = this;
    __under_way--;
  }
  ~__catch() {
    __handled = outer_;
    __release(exception_);
  }
  __exception* __get() { return exception_; }
};
using terminate_handler = void (*)();
inline terminate_handler __terminate_handler = nullptr;
// Goes on behind __throw only if nobody catches: the stack is still as it was.
inline void __raise(__exception* e) {
  __under_way++;
  __throw(e);
  if (e->says_ != nullptr) e->what_ = e->says_(e);
  if (__terminate_handler != nullptr) __terminate_handler();
  __uncaught(e);
}
inline void __rethrow() {
  if (__handled == nullptr) __terminate("throw without an exception to throw again");
  __exception* e = __handled->__get();
  __count_add(&e->owners_);
  __raise(e);
}
inline void __escaped(__exception* e) {
  if (e->says_ != nullptr) e->what_ = e->says_(e);
  if (__terminate_handler != nullptr) __terminate_handler();
  __left_noexcept(e);
}

// What the table of a class has for a function that only its derived classes have, as __cxa_pure_virtual.
inline void __pure_virtual() { __terminate("pure virtual method called"); }

// What typeid gives: offsets among the constants, of the name and of the list of bases: a type_info + 1 and the words before it, ended by 0.
class type_info {
  int name_;
  int bases_;

 public:
  type_info(const type_info&) = delete;
  const char* name() const { return reinterpret_cast<const char*>(__constant(name_)); }
  size_t hash_code() const { return static_cast<size_t>(name_); }
  bool before(const type_info& other) const { return this < &other; }
  bool operator==(const type_info& other) const { return this == &other; }
  // Words from the start of an object of this type to the part of it that is of the other; -1 if it has none.
  int __offset_of(const type_info* other) const {
    if (this == other) return 0;
    if (bases_ == 0) return -1;
    for (const int* base = reinterpret_cast<const int*>(__constant(bases_)); *base != 0; base += 2) {
      int inner = reinterpret_cast<const type_info*>(__constant(*base - 1))->__offset_of(other);
      if (inner >= 0) return base[1] + inner;
    }
    return -1;
  }
};
inline const type_info* __type_of(const void* object) {
  const int* table = *reinterpret_cast<const int* const*>(object);
  return reinterpret_cast<const type_info*>(__constant(table[-1]));
}
// The object of which this is a part that has virtual functions.
inline void* __whole(const void* object) {
  if (object == nullptr) return nullptr;
  int* words = reinterpret_cast<int*>(const_cast<void*>(object));
  return words - (*reinterpret_cast<const int* const*>(words))[-2];
}
inline int* __moved(int* object, int words) { return object == nullptr ? nullptr : object + words; }
template <class T> T* __dynamic_pointer(const void* object, const type_info* to) {
  if (object == nullptr) return nullptr;
  int offset = __type_of(object)->__offset_of(to);
  return offset < 0 ? nullptr : reinterpret_cast<T*>(reinterpret_cast<int*>(__whole(object)) + offset);
}
class bad_cast : public exception {
 public:
  const char* what() const noexcept override { return "std::bad_cast"; }
};
class bad_typeid : public exception {
 public:
  const char* what() const noexcept override { return "std::bad_typeid"; }
};
inline const type_info* __type_at(const void* place) {
  if (place == nullptr) throw bad_typeid();
  return __type_of(place);
}
template <class T> T* __dynamic_reference(const void* object, const type_info* to) {
  T* found = __dynamic_pointer<T>(object, to);
  if (found == nullptr) throw bad_cast();
  return found;
}

// thread_local objects, in the order in which they must end.
struct __exit_entry {
  void (*end_)(void*);
  void* object_;
  __exit_entry* next_;
};
thread_local __exit_entry* __exits = nullptr;
template <class T> void __end_object(void* object) { __end(static_cast<T*>(object)); }
template <class T> void __at_thread_exit(T* object) {
  __exit_entry* entry = __new_array<__exit_entry>(1);
  __construct(entry, __end_object<T>, object, __exits);
  __exits = entry;
}
inline void __end_thread() {
  while (__exits != nullptr) {
    __exit_entry* entry = __exits;
    __exits = entry->next_;
    entry->end_(entry->object_);
    __free(entry);
  }
}
// Behind the end of all its variables, of those too that the thread makes from now on.
inline void __behind_thread(void (*end)(void*), void* object) {
  void (*needed)() = &__end_thread;
  (void)needed;
  __exit_entry** last = &__exits;
  while (*last != nullptr) last = &(*last)->next_;
  *last = __new_array<__exit_entry>(1);
  __construct(*last, end, object, static_cast<__exit_entry*>(nullptr));
}

// operator new and operator delete, called by name
inline void* __operator_new(size_t bytes) { return __new_array<char>(static_cast<int>(bytes == 0 ? 1 : bytes)); }
inline void __operator_delete(void* p) {
  if (p != nullptr) __free(p);
}
inline void __operator_delete(void* p, size_t) { __operator_delete(p); }

// new T[n], uninitialised or not
template <class T> T* __new_blank(int n) { return __new_space<T>(n); }
template <class T> T* __new_items(int n) {
  T* items = __new_space<T>(n);
  for (int i = 0; i < n; i++) __construct(items + i);
  return items;
}
// T a[n] with an n that is no constant, as g++ takes it.
template <class T> class __variable_length {
 public:
  T* items_;
  explicit __variable_length(int n) {
    if constexpr (__trivial<T>()) items_ = __new_blank<T>(n);
    else items_ = __new_items<T>(n);
  }
  ~__variable_length() { __delete_items(items_); }
};
// T a[n][m] with an m that is no constant, of C and g++: where its items are, row behind row.
template <class T> class __rows {
 public:
  T* items_;
  int length_;
  __rows(T* items, int length) : items_(items), length_(length) {}
  template <class U> __rows(const __rows<U>& rows) : items_(rows.items_), length_(rows.length_) {}
  template <class U, int N> __rows(U (*rows)[N]) : items_(*rows), length_(N) {}
  T* operator[](int row) const { return items_ + row * length_; }
  explicit operator T*() const { return items_; }
};
// new T[n]{…}: what is missing behind the values.
template <class T> void __new_rest(T* items, int from, int n) {
  if constexpr (__is_constructible<T>())
    for (; from < n; from++) __construct(items + from);
}

// delete[] p
template <class T> void __delete_items(T* p) {
  if constexpr (!__trivial<T>())
    for (int i = __count_space<T>(p); i > 0; i--) __end(p + (i - 1));
  if (p != nullptr) __give_back_items<T>(p);
}

// delete p
template <class T> void __delete(T* p) {
  if (p == nullptr) return;
  if constexpr (__is_part<T>()) {
    void* whole = __whole(p);
    __end(p);
    __give_back<T>(whole);
  } else {
    __end(p);
    __give_back<T>(p);
  }
}
}  // namespace std
