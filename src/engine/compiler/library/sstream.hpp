// <sstream> and <syncstream>: streams into a string of their own.
#include <ios>
namespace std {
class stringstream : public ostream {
  string text_;

 public:
  stringstream() { __own(); }
  explicit stringstream(const string& text, int = 0) : text_(text) { __own(); }
  explicit stringstream(int) { __own(); }
  stringstream(const stringstream&) = delete;
  stringstream(stringstream&& other) : ostream(other), text_(move(other.text_)) { __own(); }
  stringstream& operator=(stringstream&& other) {
    text_ = move(other.text_);
    at_ = other.at_;
    return *this;
  }
  string str() const { return text_; }
  void str(const string& text) {
    text_ = text;
    at_ = 0;
  }
  string_view view() const { return text_; }
  void __own() {
    own_ = true;
    sink_ = &text_;
    source_ = &text_;
  }
};
using ostringstream = stringstream;
using istringstream = stringstream;
using iostream = stringstream;

// What was written goes out in one piece, when it is asked for or at the end of its life.
class osyncstream : public ostream {
  ostream* to_;
  string text_;

 public:
  explicit osyncstream(ostream& to) : to_(&to) {
    own_ = true;
    sink_ = &text_;
  }
  osyncstream(const osyncstream&) = delete;
  ~osyncstream() { emit(); }
  void emit() {
    if (!text_.empty()) *to_ << text_;
    text_.clear();
  }
  ostream* get_wrapped() const { return to_; }
};
}  // namespace std
