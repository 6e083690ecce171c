// A matrix class: nested vectors, operators, proxies, threads over rows, reduction.
#include <cstdio>
#include <functional>
#include <initializer_list>
#include <numeric>
#include <thread>
#include <vector>
class Matrix {
 public:
  Matrix(int rows, int cols) : rows_(rows), cols_(cols), data_(rows * cols) {}
  Matrix(std::initializer_list<std::initializer_list<int>> rows)
      : rows_(static_cast<int>(rows.size())), cols_(static_cast<int>(rows.begin()->size())) {
    for (const auto& row : rows)
      for (int x : row) data_.push_back(x);
  }
  int* operator[](int r) { return &data_[r * cols_]; }
  const int* operator[](int r) const { return &data_[r * cols_]; }
  int rows() const { return rows_; }
  int cols() const { return cols_; }
  Matrix operator*(const Matrix& o) const {
    Matrix out(rows_, o.cols_);
    std::vector<std::thread> threads;
    for (int r = 0; r < rows_; ++r)
      threads.emplace_back([&, r] {
        for (int c = 0; c < o.cols_; ++c)
          for (int k = 0; k < cols_; ++k) out[r][c] += (*this)[r][k] * o[k][c];
      });
    for (auto& t : threads) t.join();
    return out;
  }
  bool operator==(const Matrix& o) const { return rows_ == o.rows_ && data_ == o.data_; }
  int sum() const { return std::accumulate(data_.begin(), data_.end(), 0); }

 private:
  int rows_, cols_;
  std::vector<int> data_;
};
void partial(const std::vector<int>& v, std::size_t from, std::size_t to, long& out) {
  out = 0;
  for (std::size_t i = from; i < to; ++i) out += v[i];
}
int main() {
  Matrix a{{1, 2}, {3, 4}}, id{{1, 0}, {0, 1}};
  Matrix p = a * id;
  printf("%d %d %d\n", p == a, p.sum(), (a * a)[1][1]);
  std::vector<int> v(10);
  std::iota(v.begin(), v.end(), 1);
  long low = 0, high = 0;
  std::thread t1(partial, std::cref(v), 0, 5, std::ref(low));
  std::thread t2(partial, std::cref(v), 5, v.size(), std::ref(high));
  t1.join();
  t2.join();
  printf("%ld %ld\n", low, high);
}
// expect: 1 10 22
// expect: 15 40
