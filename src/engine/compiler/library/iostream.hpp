// <iostream>: what is written to cout and cerr goes to the log of the run, piece by piece.
#include <string>
int printf(const char*);
namespace std {
class ostream {
 public:
  ostream& operator<<(bool b) {
    printf("%d", b);
    return *this;
  }
  ostream& operator<<(char c) {
    printf("%c", c);
    return *this;
  }
  ostream& operator<<(short n) {
    printf("%d", n);
    return *this;
  }
  ostream& operator<<(unsigned short n) {
    printf("%d", n);
    return *this;
  }
  ostream& operator<<(int n) {
    printf("%d", n);
    return *this;
  }
  ostream& operator<<(unsigned n) {
    printf("%u", n);
    return *this;
  }
  ostream& operator<<(long n) {
    printf("%ld", n);
    return *this;
  }
  ostream& operator<<(unsigned long n) {
    printf("%lu", n);
    return *this;
  }
  ostream& operator<<(float x) {
    printf("%g", x);
    return *this;
  }
  ostream& operator<<(double x) {
    printf("%g", x);
    return *this;
  }
  ostream& operator<<(const char* text) {
    printf("%s", text);
    return *this;
  }
  ostream& operator<<(const void* p) {
    printf("%p", p);
    return *this;
  }
  ostream& operator<<(ostream& (*f)(ostream&)) { return f(*this); }
  ostream& flush() { return *this; }
};
inline ostream& operator<<(ostream& out, const string& s) { return out << s.c_str(); }
inline ostream& endl(ostream& out) { return out << '\n'; }
inline ostream& flush(ostream& out) { return out; }
ostream cout;
ostream cerr;
}  // namespace std
