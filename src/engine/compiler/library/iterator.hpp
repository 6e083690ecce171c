// <iterator>: ends of ranges, walking backwards, inserting, and how far apart.
namespace std {
// What iterators that know their end are compared with.
struct default_sentinel_t {};
inline constexpr default_sentinel_t default_sentinel{};
struct unreachable_sentinel_t {};
inline constexpr unreachable_sentinel_t unreachable_sentinel{};
struct input_iterator_tag {};
struct output_iterator_tag {};
struct forward_iterator_tag : input_iterator_tag {};
struct bidirectional_iterator_tag : forward_iterator_tag {};
struct random_access_iterator_tag : bidirectional_iterator_tag {};
// What iterators of programs once derived from.
template <class Category, class T, class D = ptrdiff_t, class P = T*, class R = T&> struct iterator {
  using iterator_category = Category;
  using value_type = T;
  using difference_type = D;
  using pointer = P;
  using reference = R;
};

template <class I> concept __has_category = requires { typename I::iterator_category; };
template <class I> struct iterator_traits {
  using value_type = typename I::value_type;
  using difference_type = ptrdiff_t;
  using reference = value_type&;
  using pointer = value_type*;
};
template <__has_category I> struct iterator_traits<I> {
  using value_type = typename I::value_type;
  using difference_type = typename I::difference_type;
  using reference = typename I::reference;
  using pointer = typename I::pointer;
  using iterator_category = typename I::iterator_category;
};
template <class T> struct iterator_traits<T*> {
  using value_type = remove_cv_t<T>;
  using difference_type = ptrdiff_t;
  using pointer = T*;
  using reference = T&;
  using iterator_category = random_access_iterator_tag;
};

template <class I> struct __category { using type = bidirectional_iterator_tag; };
template <__has_category I> struct __category<I> { using type = typename I::iterator_category; };
template <class T> struct __category<T*> { using type = random_access_iterator_tag; };
template <class I> class reverse_iterator {
  I base_;

 public:
  using iterator_category = typename __category<I>::type;
  using reference = typename iterator_traits<I>::reference;
  using pointer = typename iterator_traits<I>::pointer;
  using value_type = typename iterator_traits<I>::value_type;
  using iterator_type = I;
  using difference_type = ptrdiff_t;
  reverse_iterator() : base_() {}
  explicit reverse_iterator(I base) : base_(base) {}
  I base() const { return base_; }
  decltype(auto) operator*() const {
    I before = base_;
    return *--before;
  }
  auto* operator->() const { return &**this; }
  reverse_iterator& operator++() {
    --base_;
    return *this;
  }
  reverse_iterator operator++(int) {
    reverse_iterator old = *this;
    --base_;
    return old;
  }
  reverse_iterator& operator--() {
    ++base_;
    return *this;
  }
  reverse_iterator operator--(int) {
    reverse_iterator old = *this;
    ++base_;
    return old;
  }
  reverse_iterator& operator+=(long n) {
    base_ = base_ - n;
    return *this;
  }
  reverse_iterator& operator-=(long n) {
    base_ = base_ + n;
    return *this;
  }
  decltype(auto) operator[](long n) const { return *(*this + n); }
  reverse_iterator operator+(long n) const { return reverse_iterator(base_ - n); }
  reverse_iterator operator-(long n) const { return reverse_iterator(base_ + n); }
  long operator-(const reverse_iterator& other) const { return other.base_ - base_; }
  bool operator==(const reverse_iterator& other) const { return base_ == other.base_; }
  bool operator<(const reverse_iterator& other) const { return other.base_ < base_; }
  bool operator>(const reverse_iterator& other) const { return base_ < other.base_; }
  bool operator<=(const reverse_iterator& other) const { return !(base_ < other.base_); }
  bool operator>=(const reverse_iterator& other) const { return !(other.base_ < base_); }
};
template <class I> reverse_iterator<I> make_reverse_iterator(I at) { return reverse_iterator<I>(at); }

// An assignment to it, or to what it "points to", inserts.
template <class C> class back_insert_iterator {
  C* into_;

 public:
  using container_type = C;
  explicit back_insert_iterator(C& into) : into_(&into) {}
  template <class T> back_insert_iterator& operator=(T&& value) {
    into_->push_back(static_cast<T&&>(value));
    return *this;
  }
  back_insert_iterator& operator*() { return *this; }
  back_insert_iterator& operator++() { return *this; }
  back_insert_iterator& operator++(int) { return *this; }
};
template <class C> class front_insert_iterator {
  C* into_;

 public:
  explicit front_insert_iterator(C& into) : into_(&into) {}
  template <class T> front_insert_iterator& operator=(T&& value) {
    into_->push_front(static_cast<T&&>(value));
    return *this;
  }
  front_insert_iterator& operator*() { return *this; }
  front_insert_iterator& operator++() { return *this; }
  front_insert_iterator& operator++(int) { return *this; }
};
template <class C, class I = typename C::iterator> class insert_iterator {
  C* into_;
  I at_;

 public:
  insert_iterator(C& into, I at) : into_(&into), at_(at) {}
  template <class T> insert_iterator& operator=(T&& value) {
    at_ = into_->insert(at_, static_cast<T&&>(value));
    ++at_;
    return *this;
  }
  insert_iterator& operator*() { return *this; }
  insert_iterator& operator++() { return *this; }
  insert_iterator& operator++(int) { return *this; }
};
template <class C> back_insert_iterator<C> back_inserter(C& into) { return back_insert_iterator<C>(into); }
template <class C> front_insert_iterator<C> front_inserter(C& into) { return front_insert_iterator<C>(into); }
template <class C, class I> insert_iterator<C, I> inserter(C& into, I at) { return insert_iterator<C, I>(into, at); }

template <class T, class S = void> class ostream_iterator;
template <class T, class S = void> class istream_iterator;
template <class I> class move_iterator {
  I at_;

 public:
  using value_type = typename iterator_traits<I>::value_type;
  explicit move_iterator(I at) : at_(at) {}
  value_type&& operator*() const { return static_cast<value_type&&>(*at_); }
  move_iterator& operator++() {
    ++at_;
    return *this;
  }
  move_iterator operator++(int) {
    move_iterator old = *this;
    ++at_;
    return old;
  }
  I base() const { return at_; }
  long operator-(const move_iterator& other) const { return at_ - other.at_; }
  bool operator==(const move_iterator& other) const { return at_ == other.at_; }
};
template <class I> move_iterator<I> make_move_iterator(I at) { return move_iterator<I>(at); }

template <class I> void advance(I& at, long n) {
  for (; n > 0; n--) ++at;
  for (; n < 0; n++) --at;
}
template <class T> void advance(T*& at, long n) { at = at + n; }
template <class I> long distance(I first, I last) {
  long n = 0;
  for (; first != last; ++first) n++;
  return n;
}
template <class T> long distance(T* first, T* last) { return last - first; }
template <class I> I next(I at, long n = 1) {
  advance(at, n);
  return at;
}
template <class I> I prev(I at, long n = 1) {
  advance(at, -n);
  return at;
}

template <class C> auto begin(C& c) { return c.begin(); }
template <class C> auto end(C& c) { return c.end(); }
template <class C> auto cbegin(const C& c) { return c.begin(); }
template <class C> auto cend(const C& c) { return c.end(); }
template <class C> auto rbegin(C& c) { return c.rbegin(); }
template <class C> auto rend(C& c) { return c.rend(); }
template <class C> auto crbegin(const C& c) { return c.rbegin(); }
template <class C> auto crend(const C& c) { return c.rend(); }
template <class T, size_t N> reverse_iterator<T*> rbegin(T (&items)[N]) { return reverse_iterator<T*>(items + N); }
template <class T, size_t N> reverse_iterator<T*> rend(T (&items)[N]) { return reverse_iterator<T*>(items); }
template <class T, size_t N> T* begin(T (&items)[N]) { return items; }
template <class T, size_t N> T* end(T (&items)[N]) { return items + N; }
template <class T, size_t N> const T* cbegin(const T (&items)[N]) { return items; }
template <class T, size_t N> const T* cend(const T (&items)[N]) { return items + N; }
template <class C> size_t size(const C& c) { return c.size(); }
template <class T, size_t N> size_t size(const T (&)[N]) { return N; }
template <class C> long ssize(const C& c) { return static_cast<long>(c.size()); }
template <class T, size_t N> long ssize(const T (&)[N]) { return N; }
template <class C> bool empty(const C& c) { return c.empty(); }
template <class T> bool empty(initializer_list<T> items) { return items.size() == 0; }
template <class T, size_t N> bool empty(const T (&)[N]) { return false; }
template <class T, size_t N> T* data(T (&items)[N]) { return items; }
template <class C> auto data(C& c) { return c.data(); }
}  // namespace std
