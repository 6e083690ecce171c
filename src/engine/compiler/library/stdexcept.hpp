// <stdexcept>, and what the containers throw. A message is shared by the copies of an exception.
namespace std {
class __message {
  struct __Text {
    int owners_;
    int size_;
    char* data_;
  };
  __Text* text_;

 public:
  __message(const char* words) {
    int n = 0;
    while (words[n] != 0) n++;
    text_ = new __Text{1, n, __new_array<char>(n + 1)};
    for (int i = 0; i <= n; i++) __construct(text_->data_ + i, words[i]);
  }
  __message(const __message& other) : text_(other.text_) { __count_add(&text_->owners_); }
  ~__message() {
    if (__count_drop(&text_->owners_) != 0) return;
    __free(text_->data_);
    __free(text_);
  }
  __message& operator=(const __message& other) {
    __Text* mine = text_;
    text_ = other.text_;
    __count_add(&text_->owners_);
    if (__count_drop(&mine->owners_) == 0) {
      __free(mine->data_);
      __free(mine);
    }
    return *this;
  }
  const char* __words() const { return text_->data_; }
};

class logic_error : public exception {
  __message message_;

 public:
  explicit logic_error(const char* words) : message_(words) {}
  template <class S> explicit logic_error(const S& words) : message_(words.c_str()) {}
  const char* what() const noexcept override { return message_.__words(); }
};
class runtime_error : public exception {
  __message message_;

 public:
  explicit runtime_error(const char* words) : message_(words) {}
  template <class S> explicit runtime_error(const S& words) : message_(words.c_str()) {}
  const char* what() const noexcept override { return message_.__words(); }
};
class invalid_argument : public logic_error {
 public:
  using logic_error::logic_error;
};
class domain_error : public logic_error {
 public:
  using logic_error::logic_error;
};
class length_error : public logic_error {
 public:
  using logic_error::logic_error;
};
class out_of_range : public logic_error {
 public:
  using logic_error::logic_error;
};
class range_error : public runtime_error {
 public:
  using runtime_error::runtime_error;
};
class overflow_error : public runtime_error {
 public:
  using runtime_error::runtime_error;
};
class underflow_error : public runtime_error {
 public:
  using runtime_error::runtime_error;
};

// "…(which is 7) >= … (which is 3)", as libstdc++ has it.
class __words {
  char data_[160];
  int size_ = 0;

 public:
  __words& __add(const char* text) {
    for (int i = 0; text[i] != 0; i++) data_[size_++] = text[i];
    data_[size_] = 0;
    return *this;
  }
  __words& __add(size_t n) {
    if (n >= 10) __add(n / 10);
    data_[size_++] = static_cast<char>('0' + n % 10);
    data_[size_] = 0;
    return *this;
  }
  const char* c_str() const { return data_; }
};
inline void __range_check(const char* where, size_t i, const char* than, size_t size) {
  if (i < size) return;
  __words words;
  words.__add(where).__add(" (which is ").__add(i).__add(than).__add(" (which is ").__add(size).__add(")");
  throw out_of_range(words);
}
}  // namespace std
