// A range is moved without <algorithm>, as every header of libstdc++ brings it along.
#include <iostream>
#include <list>
#include <thread>
#include <vector>

void work(int n) {
  static thread_local int seen = 0;
  seen += n;
}

int main() {
  std::vector<std::thread> started;
  for (int i = 0; i < 2; i++) started.emplace_back(work, i);
  std::list<std::thread> kept(2);
  auto end = std::move(started.begin(), started.end(), kept.begin());
  std::cout << (end == kept.end()) << started[0].joinable() << kept.front().joinable() << '\n';
  for (std::thread& t : kept) t.join();
}
// expect: 101
