// A letter is written, and a flag says that it can be read.
#include <cassert>
#include <thread>

int letter = 0;
bool sent = false;

void post() {
  letter = 7;
  sent = true;  // after the letter: in this thread
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
