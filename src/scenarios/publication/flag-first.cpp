// A letter is written, and a flag says that it can be read.
#include <atomic>
#include <cassert>
#include <thread>

int letter = 0;
std::atomic<bool> sent = false;

void post() {
  sent = true;  // atomic, and too early
  letter = 7;
}

void collect() {
  if (sent)               // seen by another thread
    assert(letter == 7);  // what does that tell of the letter?
}

int main() {
  std::thread writer(post);
  std::thread reader(collect);
  writer.join();
  reader.join();
}
