// deque, list, queue, stack, priority_queue.
#include <cstdio>
#include <deque>
#include <list>
#include <queue>
#include <stack>
#include <string>
#include <utility>
int main() {
  std::deque<int> d{1, 2, 3};
  d.push_front(0);
  d.push_back(4);
  d.emplace_back(5);
  for (int x : d) printf("%d ", x);
  printf("| %d %d %zu\n", d.front(), d.back(), d.size());
  d.pop_front();
  d.pop_back();
  d[0] = 10;
  for (auto it = d.begin(); it != d.end(); ++it) printf("%d ", *it);
  printf("\n");
  std::deque<std::string> words;
  for (int i = 0; i < 5; i++) words.push_back(std::to_string(i * 11));
  std::deque<std::string> copy = words;
  words.clear();
  printf("%s %zu %d\n", copy[3].c_str(), copy.size(), words.empty());
  std::list<int> l{3, 1, 2};
  l.push_front(9);
  l.push_back(4);
  for (auto it = l.begin(); it != l.end();) {
    if (*it == 1)
      it = l.erase(it);
    else
      ++it;
  }
  l.remove(2);
  auto pos = l.begin();
  ++pos;
  l.insert(pos, 77);
  for (int x : l) printf("%d ", x);
  printf("| %zu %d %d\n", l.size(), l.front(), l.back());
  std::queue<std::pair<int, std::string>> q;
  q.push({1, "a"});
  q.emplace(2, "b");
  while (!q.empty()) {
    auto [n, s] = q.front();
    q.pop();
    printf("%d%s ", n, s.c_str());
  }
  printf("\n");
  std::stack<int> st;
  st.push(1);
  st.push(2);
  st.top() = 5;
  printf("%d %zu\n", st.top(), st.size());
  st.pop();
  printf("%d\n", st.top());
  std::priority_queue<int> pq;
  for (int x : {3, 8, 1, 9, 4}) pq.push(x);
  while (!pq.empty()) {
    printf("%d ", pq.top());
    pq.pop();
  }
  printf("\n");
  std::queue<int> taken = std::queue<int>();
  taken.push(4);
  std::queue<int> moved = std::move(taken);
  printf("%zu %d\n", moved.size(), moved.front());
  return 0;
}
// expect: 0 1 2 3 4 5 | 0 5 6
// expect: 10 2 3 4
// expect: 33 5 1
// expect: 9 77 3 4 | 4 9 4
// expect: 1a 2b
// expect: 5 2
// expect: 1
// expect: 9 8 4 3 1
// expect: 1 4
