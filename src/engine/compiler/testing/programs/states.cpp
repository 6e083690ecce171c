// A state machine with an enum class, tables, pointers to members, and a worker that drives it.
#include <array>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>
enum class State : std::uint8_t { Idle, Running, Done };
enum class Event { Start, Finish, Reset };
constexpr const char* name(State s) {
  switch (s) {
    case State::Idle: return "Idle";
    case State::Running: return "Running";
    default: return "Done";
  }
}
struct Transition {
  State from;
  Event on;
  State to;
  void (*action)(int&);
};
void bump(int& n) { ++n; }
void clear(int& n) { n = 0; }
constexpr std::array<int, 3> weights{1, 2, 3};
const Transition table[] = {
    {State::Idle, Event::Start, State::Running, &bump},
    {State::Running, Event::Finish, State::Done, bump},
    {State::Done, Event::Reset, State::Idle, clear},
};
class Machine {
 public:
  bool handle(Event e) {
    std::lock_guard<std::mutex> g{m_};
    for (const auto& t : table) {
      if (t.from != state_ || t.on != e) continue;
      state_ = t.to;
      t.action(count_);
      return true;
    }
    return false;
  }
  State state() const { return state_; }
  int count() const { return count_; }

 private:
  std::mutex m_;
  State state_ = State::Idle;
  int count_ = 0;
};
int main() {
  Machine m;
  printf("%d ", m.handle(Event::Start));
  printf("%d\n", m.handle(Event::Start));
  std::thread t{[&m] { m.handle(Event::Finish); }};
  t.join();
  printf("%s %d\n", name(m.state()), m.count());
  m.handle(Event::Reset);
  printf("%s %d %d\n", name(m.state()), m.count(), weights[2]);
}
// expect: 1 0
// expect: Done 2
// expect: Idle 0 3
