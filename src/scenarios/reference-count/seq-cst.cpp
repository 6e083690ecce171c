// Two owners share a block; whoever drops the last reference deletes it.
#include <atomic>
#include <cassert>
#include <thread>

struct Block {
  std::atomic<int> owners{2};
  int left = 0;
  int right = 0;
  ~Block() { assert(left + right == 2); }
};

void drop(Block* block) {
  if (block->owners.fetch_sub(1, std::memory_order_seq_cst) == 1)
    delete block;
}

void fill_left(Block* block) {
  block->left = 1;
  drop(block);
}

void fill_right(Block* block) {
  block->right = 1;
  drop(block);
}

int main() {
  Block* block = new Block;
  std::thread ann(fill_left, block);
  std::thread ben(fill_right, block);
  ann.join();
  ben.join();
}
