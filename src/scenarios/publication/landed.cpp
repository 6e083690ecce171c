// A letter is written, and a flag says that it can be read.
#include <atomic>
#include <cassert>
#include <thread>

int letter = 0;
std::atomic<bool> sent = false;

void post() {
  letter = 7;
  sent = true;  // publishes all that was written before it
}

void collect() {
  if (sent)               // who sees it
    assert(letter == 7);  // sees the letter too
}

int main() {
  std::thread writer(post);
  std::thread reader(collect);
  writer.join();
  reader.join();
}
