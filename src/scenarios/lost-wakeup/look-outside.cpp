// A cook says when the meal is ready, and a guest waits to be told.
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex kitchen;
std::condition_variable bell;
std::atomic<bool> ready = false;

void cook() {
  {
    std::lock_guard<std::mutex> lock(kitchen);
    ready = true;
  }
  bell.notify_one();  // whoever is not waiting yet does not hear it
}

void guest() {
  if (ready)  // looks first: but the bell may ring before the next line
    return;
  std::unique_lock<std::mutex> lock(kitchen);
  bell.wait(lock);
}

int main() {
  std::thread cooking(cook);
  std::thread waiting(guest);
  cooking.join();
  waiting.join();
}
