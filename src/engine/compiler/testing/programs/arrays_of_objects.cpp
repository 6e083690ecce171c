// expect: Jello hello 5 1 hello Jello
// expect: nonempty
// expect: +one
// expect: +two
// expect: -one
// expect: two1
// expect: +three
// expect: 20
// expect: -three
// expect: 1
// expect: -two
// expect: +x
// expect: +y
// expect: -y
// expect: -x
// expect: close 7
#include <iostream>
#include <memory>
#include <utility>
#include <cstring>
#include <string>
class String {
    char* data_; size_t len_;
public:
    String() : data_(new char[1]{'\0'}), len_(0) {}
    String(const char* s) : data_(new char[std::strlen(s) + 1]), len_(std::strlen(s)) { std::memcpy(data_, s, len_ + 1); }
    String(const String& o) : String(o.data_) {}
    String(String&& o) noexcept : data_(std::exchange(o.data_, nullptr)), len_(std::exchange(o.len_, 0)) {}
    String& operator=(String o) noexcept { swap(*this, o); return *this; }
    ~String() { delete[] data_; }
    friend void swap(String& a, String& b) noexcept { using std::swap; swap(a.data_, b.data_); swap(a.len_, b.len_); }
    size_t size() const { return len_; }
    char operator[](size_t i) const { return data_[i]; }
    char& operator[](size_t i) { return data_[i]; }
    friend std::ostream& operator<<(std::ostream& os, const String& s) { return os << (s.data_ ? s.data_ : "(null)"); }
    friend String operator+(const String& a, const String& b) { std::string t = std::string(a.data_) + b.data_; return String(t.c_str()); }
    explicit operator bool() const { return len_ > 0; }
    friend bool operator==(const String& a, const String& b) { return a.len_ == b.len_ && !std::strcmp(a.data_, b.data_); }
};
struct Res { std::string n; Res(std::string s) : n(s) { std::cout << "+" << n << "\n"; } ~Res() { std::cout << "-" << n << "\n"; } };
struct FileCloser { void operator()(int* p) const { std::cout << "close " << *p << "\n"; delete p; } };
int main() {
    String a("hello"), b = a, c;
    c = std::move(a);
    b[0] = 'J';
    std::cout << b << ' ' << c << ' ' << c.size() << ' ' << (c == String("hello")) << ' ' << (c + " " + b) << '\n';
    if (c) std::cout << "nonempty\n";
    auto r1 = std::make_unique<Res>("one");
    std::unique_ptr<Res> r2(new Res("two"));
    r1.swap(r2); r2.reset(); std::cout << r1->n << (r2 == nullptr) << "\n";
    std::unique_ptr<int, FileCloser> f(new int(7));
    std::shared_ptr<Res> s1 = std::make_shared<Res>("three"); std::weak_ptr<Res> w = s1; { auto s2 = s1; std::cout << s1.use_count() << w.expired() << "\n"; } s1.reset(); std::cout << w.expired() << "\n";
    std::unique_ptr<Res[]> arr; Res* raw = r1.release(); delete raw;
    Res* many = new Res[2]{Res("x"), Res("y")}; delete[] many;
}
