// A vbucket is a slice of the data, kept in one file. Compaction copies what still counts
// to a new file, without the lock of the vbucket. A rollback, which takes changes back,
// aborts it. Here the disk is full, so the copy fails, and the vbucket is rolled back.
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

struct KVStore {
  std::atomic<bool> vbCompactionRunning = false;  // these two: only with vb_mutex held
  std::atomic<bool> vbAbortCompaction = false;
  int freeBlocks = 0;  // of the disk

  bool copy() { return freeBlocks > 0; }

  bool compactDB(std::unique_lock<std::mutex>& vbLock) {
    vbCompactionRunning = true;
    vbLock.unlock();
    if (!copy())
      return false;  // nothing has been switched, so there is nothing to protect
    vbLock.lock();
    return !vbAbortCompaction;  // and now the switch
  }
};

struct EPBucket {
  std::mutex vb_mutex;
  KVStore kvstore;
  std::atomic<int> persistedSeqno = 4;

  void doCompact() {
    std::unique_lock<std::mutex> vbLock(vb_mutex);
    kvstore.compactDB(vbLock);
    // No race here: compactDB has been given the lock, and it gives it back.
    kvstore.vbCompactionRunning = false;
    kvstore.vbAbortCompaction = false;
  }

  void rollback(int seqno) {
    std::lock_guard<std::mutex> lh(vb_mutex);
    if (kvstore.vbCompactionRunning)
      kvstore.vbAbortCompaction = true;
    persistedSeqno = seqno;
  }
};

int main() {
  EPBucket bucket;
  std::thread compactor([&] { bucket.doCompact(); });
  std::thread rollback([&] { bucket.rollback(3); });
  compactor.join();
  rollback.join();

  assert(!bucket.kvstore.vbAbortCompaction);  // or the next compaction is given up at once
}
