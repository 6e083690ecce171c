// A message is written, and an atomic flag says that it can be read.
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> message{0};
std::atomic<bool> ready{false};

void send() {
  message.store(42, std::memory_order_relaxed);
  ready.store(true, std::memory_order_relaxed);
}

void receive() {
  if (ready.load(std::memory_order_relaxed))
    assert(message.load(std::memory_order_relaxed) == 42);
}

int main() {
  std::thread sender(send);
  std::thread receiver(receive);
  sender.join();
  receiver.join();
}
