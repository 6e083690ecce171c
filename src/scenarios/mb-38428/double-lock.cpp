// A vbucket is a slice of the data, kept in one file. The flusher writes its changes to
// disk. Here each of two functions sees to it that the lock of the vbucket is held.
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

struct EPBucket {
  std::mutex vb_mutex;
  std::atomic<int> ep_queue_size = 10;  // changes that are not yet on disk

  void saveDocs() {
    std::lock_guard<std::mutex> lh(vb_mutex);  // the file must not be switched meanwhile
    ep_queue_size = 0;
  }

  void flushVBucket() {
    std::lock_guard<std::mutex> vbLock(vb_mutex);
    saveDocs();
  }
};

int main() {
  EPBucket bucket;
  std::thread flusher([&] { bucket.flushVBucket(); });
  flusher.join();
  assert(bucket.ep_queue_size == 0);
}
