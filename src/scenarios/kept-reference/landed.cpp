// A guest finds his room and goes in, all under the lock.
#include <memory>
#include <mutex>
#include <thread>

struct Room {
  int guests = 0;
};

std::mutex desk;
std::unique_ptr<Room> room = std::make_unique<Room>();

void enter() {
  std::unique_lock<std::mutex> asking(desk);
  if (room == nullptr)
    return;
  Room& mine = *room;
  mine.guests++;  // nobody can pull it down meanwhile
}

void pullDown() {
  std::lock_guard<std::mutex> asking(desk);
  room = nullptr;  // it has no other owner
}

int main() {
  std::thread guest(enter);
  std::thread owner(pullDown);
  guest.join();
  owner.join();
}
