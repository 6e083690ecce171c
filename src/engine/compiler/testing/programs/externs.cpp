// What extern declares and the file defines: variables of namespaces, arrays without a size, in blocks.
#include <cstdio>
#include <string>
#include <vector>
extern int counter;
extern const char* names[];
extern std::string text;
extern "C" int twice(int);
extern char** environ;
void bump() { extern int hidden; counter++; hidden += 2; text += "!"; }
namespace app { extern int level; int get() { return level; } }
int counter = 3;
int hidden;
const char* names[] = {"a", "b"};
std::string text = "hi";
int app::level = 7;
int twice(int x) { return 2 * x; }
extern int counter;
int main() { bump(); printf("%d %d %s %s %d %d\n", counter, hidden, names[1], text.c_str(), app::get(), twice(4)); }
// expect: 4 2 b hi! 7 8
