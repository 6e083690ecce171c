// A cleaner knows a room without owning it, and the hotel may give the room up.
#include <memory>
#include <thread>

struct Room {
  bool clean = false;
};

void visit(std::weak_ptr<Room> known) {
  if (known.use_count() > 0)     // somebody owns it: but for how long?
    known.lock()->clean = true;
}

int main() {
  auto room = std::make_shared<Room>();
  std::weak_ptr<Room> known = room;
  std::thread cleaner([known] { visit(known); });
  std::thread hotel([&room] { room = nullptr; });
  cleaner.join();
  hotel.join();
}
