// <iostream>: the streams of the program. Nobody types anything: cin is at its end.
#include <ios>
namespace std {
istream cin;
ostream cout;
ostream cerr;
ostream clog;
inline ostream& wcout = cout;
inline ostream& wcerr = cerr;
}  // namespace std
