// <system_error>: numbers of errors with the words of the C library.
#include <cerrno>
#include <stdexcept>
#include <string>
namespace std {
enum class errc {
  operation_not_permitted = 1,
  no_such_file_or_directory = 2,
  no_such_process = 3,
  interrupted = 4,
  io_error = 5,
  bad_file_descriptor = 9,
  resource_unavailable_try_again = 11,
  operation_would_block = 11,
  not_enough_memory = 12,
  permission_denied = 13,
  bad_address = 14,
  device_or_resource_busy = 16,
  file_exists = 17,
  not_a_directory = 20,
  is_a_directory = 21,
  invalid_argument = 22,
  too_many_files_open = 24,
  no_space_on_device = 28,
  broken_pipe = 32,
  argument_out_of_domain = 33,
  result_out_of_range = 34,
  resource_deadlock_would_occur = 35,
  filename_too_long = 36,
  function_not_supported = 38,
  value_too_large = 75,
  not_supported = 95,
  address_in_use = 98,
  connection_refused = 111,
  timed_out = 110,
  operation_canceled = 125
};
inline const char* __error_text(int value) {
  switch (value) {
    case 0: return "Success";
    case 1: return "Operation not permitted";
    case 2: return "No such file or directory";
    case 3: return "No such process";
    case 4: return "Interrupted system call";
    case 5: return "Input/output error";
    case 9: return "Bad file descriptor";
    case 11: return "Resource temporarily unavailable";
    case 12: return "Cannot allocate memory";
    case 13: return "Permission denied";
    case 14: return "Bad address";
    case 16: return "Device or resource busy";
    case 17: return "File exists";
    case 20: return "Not a directory";
    case 21: return "Is a directory";
    case 22: return "Invalid argument";
    case 24: return "Too many open files";
    case 28: return "No space left on device";
    case 32: return "Broken pipe";
    case 33: return "Numerical argument out of domain";
    case 34: return "Numerical result out of range";
    case 35: return "Resource deadlock avoided";
    case 36: return "File name too long";
    case 38: return "Function not implemented";
    case 75: return "Value too large for defined data type";
    case 95: return "Operation not supported";
    case 98: return "Address already in use";
    case 110: return "Connection timed out";
    case 111: return "Connection refused";
    case 125: return "Operation canceled";
    default: return nullptr;
  }
}
class error_code;
class error_condition;
class error_category {
 public:
  virtual ~error_category() {}
  virtual const char* name() const noexcept = 0;
  virtual string message(int value) const = 0;
  virtual error_condition default_error_condition(int value) const noexcept;
  virtual bool equivalent(int value, const error_condition& condition) const noexcept;
  virtual bool equivalent(const error_code& code, int value) const noexcept;
  bool operator<(const error_category& other) const { return this < &other; }
  bool operator==(const error_category& other) const { return this == &other; }
};
class __generic_category : public error_category {
 public:
  const char* name() const noexcept override { return "generic"; }
  string message(int value) const override {
    const char* text = __error_text(value);
    return text == nullptr ? "Unknown error " + to_string(value) : string(text);
  }
};
class __system_category : public __generic_category {
 public:
  const char* name() const noexcept override { return "system"; }
  error_condition default_error_condition(int value) const noexcept override;
};
inline const error_category& generic_category() {
  static __generic_category category;
  return category;
}
inline const error_category& system_category() {
  static __system_category category;
  return category;
}
template <class E> struct is_error_code_enum { static constexpr bool value = false; };
template <class E> struct is_error_condition_enum { static constexpr bool value = false; };
inline error_code make_error_code(errc e);
class error_condition {
  int value_;
  const error_category* category_;

 public:
  error_condition() : value_(0), category_(&generic_category()) {}
  error_condition(errc e) : value_(static_cast<int>(e)), category_(&generic_category()) {}
  error_condition(int value, const error_category& category) : value_(value), category_(&category) {}
  int value() const { return value_; }
  const error_category& category() const { return *category_; }
  string message() const { return category_->message(value_); }
  explicit operator bool() const { return value_ != 0; }
};
class error_code {
  int value_;
  const error_category* category_;

 public:
  error_code() : value_(0), category_(&system_category()) {}
  error_code(int value, const error_category& category) : value_(value), category_(&category) {}
  template <class E> requires (is_error_code_enum<E>::value) error_code(E e) : error_code(make_error_code(e)) {}
  int value() const { return value_; }
  const error_category& category() const { return *category_; }
  string message() const { return category_->message(value_); }
  error_condition default_error_condition() const noexcept { return category_->default_error_condition(value_); }
  void clear() {
    value_ = 0;
    category_ = &system_category();
  }
  void assign(int value, const error_category& category) {
    value_ = value;
    category_ = &category;
  }
  explicit operator bool() const { return value_ != 0; }
};
class __future_category : public error_category {
 public:
  const char* name() const noexcept override { return "future"; }
  string message(int value) const override {
    if (value == 1) return "Future already retrieved";
    if (value == 2) return "Promise already satisfied";
    return value == 3 ? "No associated state" : "Broken promise";
  }
};
inline const error_category& future_category() {
  static __future_category category;
  return category;
}
template <class C> C __future_code(int value) { return C(value, future_category()); }
template <class S> S& operator<<(S& out, const error_code& code) {
  out << code.category().name() << ':' << code.value();
  return out;
}
inline error_code make_error_code(errc e) { return error_code(static_cast<int>(e), generic_category()); }
inline error_condition make_error_condition(errc e) { return error_condition(e); }
inline bool operator==(const error_code& a, const error_code& b) { return a.value() == b.value() && a.category() == b.category(); }
inline bool operator==(const error_condition& a, const error_condition& b) { return a.value() == b.value() && a.category() == b.category(); }
inline bool operator==(const error_code& a, const error_condition& b) {
  return a.category().equivalent(a.value(), b) || b.category().equivalent(a, b.value());
}
inline error_condition error_category::default_error_condition(int value) const noexcept { return error_condition(value, *this); }
// The numbers of the system are those of POSIX, as far as there are words for them.
inline error_condition __system_category::default_error_condition(int value) const noexcept {
  return error_condition(value, value < 134 ? generic_category() : *this);
}
inline bool error_category::equivalent(int value, const error_condition& condition) const noexcept {
  return default_error_condition(value) == condition;
}
inline bool error_category::equivalent(const error_code& code, int value) const noexcept {
  return code.category() == *this && code.value() == value;
}
inline bool operator==(const error_code& a, errc e) { return a.value() == static_cast<int>(e); }
class system_error : public runtime_error {
  error_code code_;

 public:
  explicit system_error(error_code code) : runtime_error(code.message()), code_(code) {}
  system_error(error_code code, const string& what) : runtime_error(what + ": " + code.message()), code_(code) {}
  system_error(error_code code, const char* what) : system_error(code, string(what)) {}
  system_error(int value, const error_category& category) : system_error(error_code(value, category)) {}
  system_error(int value, const error_category& category, const string& what) : system_error(error_code(value, category), what) {}
  const error_code& code() const { return code_; }
};
inline void __throw_system_error(int value) { throw system_error(error_code(value, generic_category())); }
}  // namespace std
