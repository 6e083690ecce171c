// <iomanip>
#include <ios>
namespace std {
inline __manipulator setw(int n) {
  return __manipulator([](ios& s, int value) { s.width(value); }, n);
}
inline __manipulator setfill(char c) {
  return __manipulator([](ios& s, int value) { s.fill(static_cast<char>(value)); }, c);
}
inline __manipulator setprecision(int n) {
  return __manipulator([](ios& s, int value) { s.precision(value); }, n);
}
inline __manipulator setbase(int n) {
  return __manipulator([](ios& s, int value) { s.__set(value == 16 ? ios::hex : value == 8 ? ios::oct : 0, ios::basefield); }, n);
}
inline __manipulator setiosflags(int f) {
  return __manipulator([](ios& s, int value) { s.setf(value); }, f);
}
inline __manipulator resetiosflags(int f) {
  return __manipulator([](ios& s, int value) { s.unsetf(value); }, f);
}
inline string quoted(const string& s) { return "\"" + s + "\""; }
}  // namespace std
