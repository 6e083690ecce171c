// <fstream>: there are no files. What is written to one is forgotten, and one that is to be read cannot be opened.
#include <locale>
#include <sstream>
namespace std {
class fstream : public stringstream {
  bool open_ = false;

 public:
  fstream() {}
  explicit fstream(const string& name, int mode = ios::in | ios::out) { open(name, mode); }
  fstream(fstream&& other) : stringstream(move(other)), open_(other.open_) { other.open_ = false; }
  bool is_open() const { return open_; }
  void open(const string&, int mode = ios::in | ios::out) {
    open_ = (mode & ios::in) == 0;
    if (!open_) setstate(failbit);
  }
  void close() { open_ = false; }
};
class ofstream : public fstream {
 public:
  ofstream() {}
  explicit ofstream(const string& name, int mode = ios::out) : fstream(name, mode & ~ios::in) {}
  void open(const string& name, int mode = ios::out) { fstream::open(name, mode & ~ios::in); }
};
class ifstream : public fstream {
 public:
  ifstream() {}
  explicit ifstream(const string& name, int mode = ios::in) : fstream(name, mode | ios::in) {}
  void open(const string& name, int mode = ios::in) { fstream::open(name, mode | ios::in); }
};
}  // namespace std
