// expect: 4201
// expect: hello1
// expect: 2.5
// expect: std::get: wrong index for variant
// expect: 12 9
// expect: 3,4,
// expect: 0
// expect: 1
// expect: yy
// expect: 1
// expect: c/7
// expect: 11
// expect: strstr11
// expect: bad any_cast
// expect: 0
// expect: 10000111 4113500001110011110001
// expect: 105
// expect: 15
// expect: 1042
// expect: 8413182147483648 1065353216
// expect: 3.14159
// expect: 1234
// expect: 771x
// expect: int
// expect: oops: Invalid argument 22 1
#include <variant>
#include <any>
#include <bitset>
#include <span>
#include <bit>
#include <numbers>
#include <charconv>
#include <typeindex>
#include <system_error>
#include <string>
#include <iostream>
#include <vector>
#include <map>
struct Circle { double r; }; struct Square { double s; };
using Shape = std::variant<Circle, Square>;
double area(const Shape& s) { return std::visit([](const auto& x) { if constexpr (std::is_same_v<std::decay_t<decltype(x)>, Circle>) return 3.0 * x.r * x.r; else return x.s * x.s; }, s); }
int total(std::span<const int> s) { int t = 0; for (int x : s) t += x; return t; }
int main() {
  std::variant<int, std::string, double> v = 42;
  std::cout << std::get<int>(v) << v.index() << std::holds_alternative<int>(v) << "\n";
  v = "hello"; std::cout << std::get<std::string>(v) << v.index() << "\n";
  v = 2.5; if (auto* d = std::get_if<double>(&v)) std::cout << *d << "\n";
  try { std::cout << std::get<int>(v); } catch (const std::bad_variant_access& e) { std::cout << e.what() << "\n"; }
  std::cout << area(Circle{2}) << " " << area(Square{3}) << "\n";
  std::vector<Shape> shapes{Circle{1}, Square{2}}; for (auto& s : shapes) std::cout << area(s) << ","; std::cout << "\n";
  std::variant<std::monostate, std::string> e; std::cout << e.index() << "\n"; e = std::string("x"); auto e2 = e; std::cout << (e == e2) << "\n"; e.emplace<std::string>("yy"); std::cout << std::get<1>(e) << "\n";
  std::variant<int, bool> ib = true; std::cout << ib.index() << "\n";
  std::visit([](auto&& a, auto&& b) { std::cout << a << "/" << b << "\n"; }, std::variant<int, char>('c'), std::variant<std::string, int>(7));
  std::any a = 1; std::cout << std::any_cast<int>(a) << a.has_value() << "\n"; a = std::string("str"); std::cout << std::any_cast<std::string>(a) << std::any_cast<const std::string&>(a) << (std::any_cast<int>(&a) == nullptr) << (a.type() == typeid(std::string)) << "\n";
  try { std::any_cast<double>(a); } catch (const std::bad_any_cast& x) { std::cout << x.what() << "\n"; }
  a.reset(); std::cout << a.has_value() << "\n";
  std::bitset<8> b(5); b.set(1); b[7] = true; std::cout << b << " " << b.count() << b.test(0) << b.to_ulong() << (b << 1) << ~b << b.any() << "\n";
  std::vector<int> vec{1, 2, 3, 4}; std::cout << total(vec) << total(std::span(vec).subspan(1, 2)) << "\n"; int arr[] = {7, 8}; std::cout << total(arr) << "\n";
  std::span<int> sp(vec); sp[0] = 10; std::cout << vec[0] << sp.size() << sp.first(2).back() << "\n";
  std::cout << std::popcount(255u) << std::bit_width(8u) << std::has_single_bit(16u) << std::countl_zero(1u) << std::bit_ceil(5u) << std::rotl(1u, 31) << " " << std::bit_cast<unsigned>(1.0f) << "\n";
  std::cout << std::numbers::pi << "\n";
  char buf[16]; auto r = std::to_chars(buf, buf + 16, 1234); std::cout << std::string(buf, r.ptr) << "\n"; int n = 0; std::string s = "77x"; auto fr = std::from_chars(s.data(), s.data() + s.size(), n); std::cout << n << (fr.ec == std::errc()) << *fr.ptr << "\n";
  std::map<std::type_index, std::string> names; names[typeid(int)] = "int"; std::cout << names[std::type_index(typeid(int))] << "\n";
  try { throw std::system_error(std::make_error_code(std::errc::invalid_argument), "oops"); } catch (const std::system_error& x) { std::cout << x.what() << " " << x.code().value() << " " << (x.code() == std::errc::invalid_argument) << "\n"; }
}
