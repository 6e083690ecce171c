// A cleaner owns the room too, and the hotel may give its share up.
#include <memory>
#include <thread>

struct Room {
  bool clean = false;
};

void visit(std::shared_ptr<Room> mine) {
  mine->clean = true;
}

int main() {
  auto room = std::make_shared<Room>();
  std::thread cleaner([mine = room] { visit(mine); });
  std::thread hotel([&room] { room = nullptr; });
  cleaner.join();
  hotel.join();
}
