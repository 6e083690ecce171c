// A cook says when the meal is ready, and a guest waits to be told.
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex kitchen;
std::condition_variable bell;
bool ready = false;

void cook() {
  {
    std::lock_guard<std::mutex> lock(kitchen);
    ready = true;
  }
  bell.notify_one();  // whoever is not waiting yet does not hear it
}

void guest() {
  std::unique_lock<std::mutex> lock(kitchen);
  bell.wait(lock);  // waits for the bell, whatever has happened before
}

int main() {
  std::thread cooking(cook);
  std::thread waiting(guest);
  cooking.join();
  waiting.join();
}
