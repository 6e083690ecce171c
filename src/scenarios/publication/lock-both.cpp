// A letter is written, and a flag says that it can be read.
#include <cassert>
#include <mutex>
#include <thread>

int letter = 0;
bool sent = false;
std::mutex box;

void post() {
  std::lock_guard<std::mutex> open(box);
  letter = 7;
  sent = true;
}

void collect() {
  std::lock_guard<std::mutex> open(box);
  if (sent)
    assert(letter == 7);
}

int main() {
  std::thread writer(post);
  std::thread reader(collect);
  writer.join();
  reader.join();
}
