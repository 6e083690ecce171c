// A cleaner knows a room without owning it, and the hotel may give the room up.
#include <memory>
#include <thread>

struct Room {
  bool clean = false;
};

void visit(std::weak_ptr<Room> known) {
  std::shared_ptr<Room> mine = known.lock();  // asks and owns in one
  if (mine != nullptr)
    mine->clean = true;  // it lives as long as mine does
}

int main() {
  auto room = std::make_shared<Room>();
  std::weak_ptr<Room> known = room;
  std::thread cleaner([known] { visit(known); });
  std::thread hotel([&room] { room = nullptr; });
  cleaner.join();
  hotel.join();
}
