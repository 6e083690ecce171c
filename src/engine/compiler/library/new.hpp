// <new>: what new throws, and its forms with more arguments. What a program puts in the place of operator new is found by check/allocation.ts.
namespace std {
class bad_alloc : public exception {
 public:
  const char* what() const noexcept override { return "std::bad_alloc"; }
};
class bad_array_new_length : public bad_alloc {
 public:
  const char* what() const noexcept override { return "std::bad_array_new_length"; }
};
struct nothrow_t {
  nothrow_t() {}
};
inline const nothrow_t nothrow;
enum class align_val_t : size_t {};
inline constexpr size_t hardware_destructive_interference_size = 64;
inline constexpr size_t hardware_constructive_interference_size = 64;
template <class T> T* launder(T* p) { return p; }
inline void* __operator_new(size_t bytes, const nothrow_t&) { return __operator_new(bytes); }
inline void* __operator_new(size_t bytes, align_val_t) { return __operator_new(bytes); }
inline void* __operator_new(size_t bytes, align_val_t, const nothrow_t&) { return __operator_new(bytes); }
inline void* __operator_new(size_t, void* place) { return place; }
inline void __operator_delete(void* p, const nothrow_t&) { __operator_delete(p); }
inline void __operator_delete(void* p, align_val_t) { __operator_delete(p); }
inline void __operator_delete(void* p, size_t, align_val_t) { __operator_delete(p); }
// An allocation never fails here, so that nobody calls it.
using new_handler = void (*)();
inline new_handler __new_handler = nullptr;
inline new_handler get_new_handler() { return __new_handler; }
inline new_handler set_new_handler(new_handler handler) {
  new_handler old = __new_handler;
  __new_handler = handler;
  return old;
}
}  // namespace std
