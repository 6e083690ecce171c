// <source_location>: the default arguments of current() are read where it is called (check/intrinsics.ts).
namespace std {
struct source_location {
 private:
  unsigned line_ = 0;
  unsigned column_ = 0;
  const char* file_ = "";
  const char* function_ = "";

 public:
  constexpr source_location() {}
  static source_location current(unsigned line = __here_line(), unsigned column = __here_column(), const char* function = __here_function()) {
    source_location made;
    made.line_ = line;
    made.column_ = column;
    made.file_ = __FILE__;
    made.function_ = function;
    return made;
  }
  unsigned line() const { return line_; }
  unsigned column() const { return column_; }
  const char* file_name() const { return file_; }
  const char* function_name() const { return function_; }
};
}  // namespace std
