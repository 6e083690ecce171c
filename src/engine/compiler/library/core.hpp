// What every file knows: sizes, moves, pairs of braces. Included by the compiler itself.
using size_t = unsigned long;
using ptrdiff_t = long;
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

namespace std {
using ::size_t;
using ::ptrdiff_t;
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
using nullptr_t = decltype(nullptr);

template <class T> struct remove_reference { using type = T; };
template <class T> struct remove_reference<T&> { using type = T; };
template <class T> struct remove_reference<T&&> { using type = T; };
template <class T> using remove_reference_t = typename remove_reference<T>::type;

template <class T> remove_reference_t<T>&& move(T&& t) { return static_cast<remove_reference_t<T>&&>(t); }
template <class T> T&& forward(remove_reference_t<T>& t) { return static_cast<T&&>(t); }
template <class T> void swap(T& a, T& b) {
  T c = static_cast<T&&>(a);
  a = static_cast<T&&>(b);
  b = static_cast<T&&>(c);
}
template <class T, class U> T exchange(T& place, U&& value) {
  T old = static_cast<T&&>(place);
  place = static_cast<U&&>(value);
  return old;
}

// A braced list as a parameter: the compiler makes the array and this view of it.
template <class T> class initializer_list {
  const T* data_;
  int size_;

 public:
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
  void __finish() {
    __atomic_store(&done_, 1);
    __unlock(state_);
  }
};

// new T[n], uninitialised or not
template <class T> T* __new_blank(int n) { return __new_array<T>(n); }
template <class T> T* __new_items(int n) {
  T* items = __new_array<T>(n);
  for (int i = 0; i < n; i++) __construct(items + i);
  return items;
}

// delete p
template <class T> void __delete(T* p) {
  if (p == nullptr) return;
  __end(p);
  __free(p);
}
}  // namespace std
