// <random>: engines and distributions with the numbers of libstdc++. An engine of the Mersenne twister is its seed and how many numbers
// were drawn; a random_device gives each thread a row of numbers that the seed of the program decides.
#include <cmath>
#include <limits>
namespace std {
// Its numbers are added up to one seed, which is all that an engine is.
class seed_seq {
  unsigned sum_ = 0;
  int count_ = 0;

 public:
  using result_type = unsigned;
  seed_seq() {}
  seed_seq(initializer_list<unsigned> seeds) {
    for (unsigned s : seeds) __add(s);
  }
  template <class I> seed_seq(I first, I last) {
    for (; first != last; ++first) __add(static_cast<unsigned>(*first));
  }
  size_t size() const { return count_; }
  void __add(unsigned s) {
    sum_ = sum_ * 31u + s;
    count_++;
  }
  unsigned __seed() const { return sum_; }
};

template <int Bits, unsigned long Default> class __mersenne_engine {
  unsigned long seed_;
  int drawn_ = 0;

 public:
  using result_type = unsigned long;
  static constexpr result_type default_seed = Default;
  __mersenne_engine() : seed_(Default) {}
  explicit __mersenne_engine(result_type seed) : seed_(seed) {}
  explicit __mersenne_engine(const seed_seq& seeds) : seed_(seeds.__seed()) {}
  void seed(const seed_seq& seeds) { seed(seeds.__seed()); }
  void seed(result_type seed = Default) {
    seed_ = seed;
    drawn_ = 0;
  }
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return Bits == 32 ? 4294967295ul : 18446744073709551615ul; }
  result_type operator()() {
    if constexpr (Bits == 32) return __mersenne_32(seed_ & 4294967295ul, drawn_++);
    else return __mersenne_64(seed_, drawn_++);
  }
  void discard(unsigned long n) { drawn_ += static_cast<int>(n); }
  bool operator==(const __mersenne_engine& other) const { return seed_ == other.seed_ && drawn_ == other.drawn_; }
};
using mt19937 = __mersenne_engine<32, 5489>;
using mt19937_64 = __mersenne_engine<64, 5489>;

template <class T, T A, T C, T M> class linear_congruential_engine {
  T state_;

 public:
  using result_type = T;
  static constexpr T multiplier = A;
  static constexpr T increment = C;
  static constexpr T modulus = M;
  static constexpr T default_seed = 1;
  linear_congruential_engine() { seed(1); }
  explicit linear_congruential_engine(T s) { seed(s); }
  explicit linear_congruential_engine(const seed_seq& seeds) { seed(seeds.__seed()); }
  void seed(T s = 1) { state_ = C % M == 0 && s % M == 0 ? 1 : s % M; }
  static constexpr T min() { return C == 0 ? 1 : 0; }
  static constexpr T max() { return M - 1; }
  T operator()() {
    state_ = (state_ * A + C) % M;
    return state_;
  }
  void discard(unsigned long n) {
    for (; n > 0; n--) (*this)();
  }
  bool operator==(const linear_congruential_engine& other) const { return state_ == other.state_; }
};
using minstd_rand0 = linear_congruential_engine<unsigned long, 16807, 0, 2147483647>;
using minstd_rand = linear_congruential_engine<unsigned long, 48271, 0, 2147483647>;
using default_random_engine = minstd_rand0;

class random_device {
 public:
  using result_type = unsigned;
  random_device() {}
  explicit random_device(const char*) {}
  random_device(const random_device&) = delete;
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return 4294967295u; }
  double entropy() const { return 0.0; }
  result_type operator()() {
    static int reads[64] = {};
    int self = __self();
    return static_cast<result_type>(__mersenne_32(20200101ul + self + 64ul * RACECOURSE_SEED, reads[self]++));
  }
};

// A number in [0, 1) of as many draws as its digits need.
template <class T, int Digits, class G> T generate_canonical(G& g) {
  constexpr double range = static_cast<double>(G::max() - G::min()) + 1.0;
  constexpr int bits = G::max() - G::min() == 18446744073709551615ul ? 64 : G::max() - G::min() == 4294967295ul ? 32 : 30;
  constexpr int draws = (Digits + bits - 1) / bits;
  T sum = 0;
  T unit = 1;
  for (int i = 0; i < draws; i++) {
    sum += static_cast<T>(g() - G::min()) * unit;
    unit *= static_cast<T>(range);
  }
  T result = sum / unit;
  return result < static_cast<T>(1) ? result : static_cast<T>(1) - numeric_limits<T>::epsilon() / static_cast<T>(2);
}
template <class T> constexpr int __digits_of() { return sizeof(T) == 4 ? 24 : 53; }
template <class T, class G> T __canonical(G& g) { return generate_canonical<T, __digits_of<T>()>(g); }

// A number in [0, most]. An engine of 32 bits is scaled by a multiplication (Lemire, "Fast random integer generation in an interval", 2019).
template <class G> unsigned long __below(G& g, unsigned long most) {
  constexpr unsigned long range = G::max() - G::min();
  if (range == most) return g() - G::min();
  if (range > most) {
    unsigned long count = most + 1;
    if constexpr (range == 4294967295ul) {
      unsigned long product = (g() - G::min()) * count;
      unsigned long low = product & 4294967295ul;
      if (low < count) {
        unsigned long threshold = (4294967296ul - count) % count;
        while (low < threshold) {
          product = (g() - G::min()) * count;
          low = product & 4294967295ul;
        }
      }
      return product >> 32;
    } else if constexpr (range == 18446744073709551615ul) {
      // The upper half of a product of 128 bits.
      for (;;) {
        unsigned long x = g();
        unsigned long a = (x & 4294967295ul) * (count & 4294967295ul);
        unsigned long b = (x >> 32) * (count & 4294967295ul) + (a >> 32);
        unsigned long c = (x & 4294967295ul) * (count >> 32) + (b & 4294967295ul);
        unsigned long low = (c << 32) | (a & 4294967295ul);
        unsigned long high = (x >> 32) * (count >> 32) + (b >> 32) + (c >> 32);
        if (low >= count || low >= (0ul - count) % count) return high;
      }
    } else {
      unsigned long scaling = range / count;
      unsigned long past = count * scaling;
      unsigned long drawn = g() - G::min();
      while (drawn >= past) drawn = g() - G::min();
      return drawn / scaling;
    }
  }
  unsigned long high = 0;
  unsigned long sum = 0;
  do {
    high = (range + 1) * __below(g, most / (range + 1));
    sum = high + (g() - G::min());
  } while (sum > most || sum < high);
  return sum;
}

template <class T = int> class uniform_int_distribution {
  T a_;
  T b_;

 public:
  using result_type = T;
  struct param_type {
    T a_;
    T b_;
    explicit param_type(T a = 0, T b = numeric_limits<T>::max()) : a_(a), b_(b) {}
    T a() const { return a_; }
    T b() const { return b_; }
  };
  uniform_int_distribution() : a_(0), b_(numeric_limits<T>::max()) {}
  explicit uniform_int_distribution(T a, T b = numeric_limits<T>::max()) : a_(a), b_(b) {}
  explicit uniform_int_distribution(const param_type& p) : a_(p.a_), b_(p.b_) {}
  T a() const { return a_; }
  T b() const { return b_; }
  T min() const { return a_; }
  T max() const { return b_; }
  void reset() {}
  template <class G> T operator()(G& g) {
    unsigned long most = static_cast<unsigned long>(b_) - static_cast<unsigned long>(a_);
    return static_cast<T>(__below(g, most) + static_cast<unsigned long>(a_));
  }
  template <class G> T operator()(G& g, const param_type& p) { return uniform_int_distribution(p)(g); }
};
template <class T = double> class uniform_real_distribution {
  T a_;
  T b_;

 public:
  using result_type = T;
  uniform_real_distribution() : a_(0), b_(1) {}
  explicit uniform_real_distribution(T a, T b = 1) : a_(a), b_(b) {}
  T a() const { return a_; }
  T b() const { return b_; }
  T min() const { return a_; }
  T max() const { return b_; }
  void reset() {}
  template <class G> T operator()(G& g) { return __canonical<T>(g) * (b_ - a_) + a_; }
};
class bernoulli_distribution {
  double p_;

 public:
  using result_type = bool;
  explicit bernoulli_distribution(double p = 0.5) : p_(p) {}
  double p() const { return p_; }
  void reset() {}
  template <class G> bool operator()(G& g) { return __canonical<double>(g) < p_; }
};
template <class T = double> class exponential_distribution {
  T lambda_;

 public:
  using result_type = T;
  explicit exponential_distribution(T lambda = 1) : lambda_(lambda) {}
  T lambda() const { return lambda_; }
  void reset() {}
  template <class G> T operator()(G& g) { return -log(static_cast<T>(1) - __canonical<T>(g)) / lambda_; }
};
// By the polar method of Marsaglia, which makes two numbers at a time.
template <class T = double> class normal_distribution {
  T mean_;
  T deviation_;
  T saved_ = 0;
  bool has_saved_ = false;

 public:
  using result_type = T;
  explicit normal_distribution(T mean = 0, T deviation = 1) : mean_(mean), deviation_(deviation) {}
  T mean() const { return mean_; }
  T stddev() const { return deviation_; }
  void reset() { has_saved_ = false; }
  template <class G> T operator()(G& g) {
    if (has_saved_) {
      has_saved_ = false;
      return saved_ * deviation_ + mean_;
    }
    T x = 0;
    T y = 0;
    T square = 0;
    do {
      x = static_cast<T>(2) * __canonical<T>(g) - static_cast<T>(1);
      y = static_cast<T>(2) * __canonical<T>(g) - static_cast<T>(1);
      square = x * x + y * y;
    } while (square > 1 || square == 0);
    T factor = sqrt(static_cast<T>(-2) * log(square) / square);
    saved_ = x * factor;
    has_saved_ = true;
    return y * factor * deviation_ + mean_;
  }
};
template <class T = int> class geometric_distribution {
  double p_;

 public:
  using result_type = T;
  explicit geometric_distribution(double p = 0.5) : p_(p) {}
  double p() const { return p_; }
  void reset() {}
  template <class G> T operator()(G& g) { return static_cast<T>(floor(log(1.0 - __canonical<double>(g)) / log(1.0 - p_))); }
};
// By the product of numbers below 1 (Knuth, The Art of Computer Programming, 3.4.1).
template <class T = int> class poisson_distribution {
  double mean_;

 public:
  using result_type = T;
  explicit poisson_distribution(double mean = 1.0) : mean_(mean) {}
  double mean() const { return mean_; }
  void reset() {}
  template <class G> T operator()(G& g) {
    double limit = exp(-mean_);
    T n = 0;
    for (double product = __canonical<double>(g); product > limit; product *= __canonical<double>(g)) n++;
    return n;
  }
};
template <class T = int> class binomial_distribution {
  T tries_;
  double p_;

 public:
  using result_type = T;
  explicit binomial_distribution(T tries = 1, double p = 0.5) : tries_(tries), p_(p) {}
  T t() const { return tries_; }
  double p() const { return p_; }
  void reset() {}
  template <class G> T operator()(G& g) {
    T n = 0;
    for (T i = 0; i < tries_; i++)
      if (__canonical<double>(g) < p_) n++;
    return n;
  }
};
// Up to 16 weights.
template <class T = int> class discrete_distribution {
  double weights_[16] = {};
  int count_ = 0;
  double sum_ = 0;

 public:
  using result_type = T;
  discrete_distribution() { __add(1); }
  discrete_distribution(initializer_list<double> weights) {
    for (double w : weights) __add(w);
  }
  template <class I> discrete_distribution(I first, I last) {
    for (; first != last; ++first) __add(static_cast<double>(*first));
  }
  void reset() {}
  T min() const { return 0; }
  T max() const { return static_cast<T>(count_ - 1); }
  template <class G> T operator()(G& g) {
    double at = __canonical<double>(g) * sum_;
    for (int i = 0; i + 1 < count_; i++) {
      at -= weights_[i];
      if (at < 0) return static_cast<T>(i);
    }
    return static_cast<T>(count_ - 1);
  }
  void __add(double weight) {
    weights_[count_++] = weight;
    sum_ += weight;
  }
};
template <class T = double> class lognormal_distribution {
  normal_distribution<T> normal_;

 public:
  using result_type = T;
  explicit lognormal_distribution(T mean = 0, T deviation = 1) : normal_(mean, deviation) {}
  void reset() { normal_.reset(); }
  template <class G> T operator()(G& g) { return exp(normal_(g)); }
};
}  // namespace std
