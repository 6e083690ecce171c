// A message is written, and an atomic flag says that it can be read.
#include <atomic>
#include <cassert>
#include <thread>

int message = 0;
std::atomic<bool> ready{false};

void send() {
  message = 42;
  ready.store(true, std::memory_order_release);
}

void receive() {
  if (ready.load(std::memory_order_acquire))
    assert(message == 42);
}

int main() {
  std::thread sender(send);
  std::thread receiver(receive);
  sender.join();
  receiver.join();
}
