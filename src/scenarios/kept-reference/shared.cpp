// A guest finds his room under the lock, and owns it too while he is in it.
#include <memory>
#include <mutex>
#include <thread>

struct Room {
  int guests = 0;
};

std::mutex desk;
std::shared_ptr<Room> room = std::make_shared<Room>();

void enter() {
  std::unique_lock<std::mutex> asking(desk);
  if (room == nullptr)
    return;
  std::shared_ptr<Room> mine = room;  // one owner more
  asking.unlock();
  mine->guests++;
}

void pullDown() {
  std::lock_guard<std::mutex> asking(desk);
  room = nullptr;  // one owner less
}

int main() {
  std::thread guest(enter);
  std::thread owner(pullDown);
  guest.join();
  owner.join();
}
