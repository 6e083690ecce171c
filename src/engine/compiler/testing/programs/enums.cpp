// Enumerations: scoped and unscoped, with values and underlying types, in switches, compared and converted.
#include <cstdio>
enum Level { low, mid = 5, high };
enum class State : unsigned char { idle, busy = 3, done };
enum Flags { kA = 1 << 0, kB = 1 << 1, kAll = kA | kB };
class Job {
 public:
  enum class Kind { read, write };
  enum { kMax = 12 };
  Kind kind = Kind::write;
};
const char* name(State s) {
  switch (s) {
    case State::idle:
      return "idle";
    case State::busy:
      return "busy";
    case State::done:
      return "done";
  }
  return "?";
}
int main() {
  Level l = high;
  int n = l;
  printf("%d %d %d\n", low, mid, n);
  State s = State::busy;
  printf("%s %d\n", name(s), static_cast<int>(s));
  s = static_cast<State>(4);
  printf("%s %d %d\n", name(s), s == State::done, s < State::busy);
  unsigned f = kA;
  f |= kB;
  printf("%u %d\n", f, f == kAll);
  Job j;
  printf("%d %d\n", j.kind == Job::Kind::write, Job::kMax);
  Level m = static_cast<Level>(0);
  printf("%d\n", m == Level::low ? 1 : 0);
  State all[] = {State::idle, State::done};
  for (State x : all) printf("%s\n", name(x));
  if (mid + 1 == high) printf("next\n");
  return 0;
}
// expect: 0 5 6
// expect: busy 3
// expect: done 1 0
// expect: 3 1
// expect: 1 12
// expect: 1
// expect: idle
// expect: done
// expect: next
