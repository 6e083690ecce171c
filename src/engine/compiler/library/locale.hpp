// <locale>, <clocale>: there is one locale, "C"; others are taken by name and change nothing.
#include <string>
#define LC_CTYPE 0
#define LC_NUMERIC 1
#define LC_TIME 2
#define LC_COLLATE 3
#define LC_MONETARY 4
#define LC_MESSAGES 5
#define LC_ALL 6
inline char* setlocale(int, const char*) {
  static char name[] = "C";
  return name;
}
namespace std {
class locale {
 public:
  locale() {}
  explicit locale(const char*) {}
  explicit locale(const string&) {}
  static const locale& classic() {
    static const locale only;
    return only;
  }
  static locale global(const locale&) { return locale(); }
  string name() const { return "C"; }
  bool operator==(const locale&) const { return true; }
};
using ::setlocale;
}  // namespace std
