// A guest finds his room under the lock, and goes in after he has let go of it.
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
  Room& mine = *room;  // keeps nothing alive
  asking.unlock();
  asking.lock();  // locked when it is used: but not all the time
  mine.guests++;
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
