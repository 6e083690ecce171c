// A vbucket is a slice of the data, kept in one file. The flusher appends changes to it and
// then tells clients that they are safe. Compaction copies what still counts to a new file
// and deletes the old one. Here the flusher may write during the copy, and compaction
// copies what it missed, round by round.
#include <atomic>
#include <cassert>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

struct Block {  // a piece of a file, written once: a document or a header
  bool header = false;  // it ends a commit: only now do the documents before it count
  int seqno = 0;        // changes are numbered; in a header, the highest number so far
  char key = ' ';
};

struct File {
  const int rev;  // part of the file's name: each compaction counts it up
  Block blocks[16];
  int size = 0;
  int highSeqno = 0;
  std::atomic<int> committed = 0;  // the blocks up to the last header: they never change

  explicit File(int rev) : rev(rev) {}

  void save(Block document) {
    blocks[size++] = document;
    highSeqno = document.seqno;
  }

  void commit() {
    blocks[size++] = {true, highSeqno};
    committed.store(size);
  }

  // Whether block i is a document that no later one of the first `end` blocks replaces.
  bool isCurrent(int i, int end) const {
    for (int later = i + 1; later < end; later++)
      if (blocks[later].key == blocks[i].key)
        return false;
    return !blocks[i].header;
  }

  // Adds the documents that `source` has in its first `end` blocks and this file has not.
  void replay(const File& source, int end) {
    for (int i = 0; i < end; i++)
      if (source.isCurrent(i, end) && source.blocks[i].seqno > highSeqno)
        save(source.blocks[i]);
    commit();
  }
};

using DbHolder = std::shared_ptr<File>;  // a file that is open exists, even without a name

struct Compaction {
  DbHolder source, target;  // target has no name yet
  int start = 0, end = 0;   // blocks of source that are to be copied: up to its last header

  bool seekEnd() {  // whether source has a header that has not been copied
    start = end;
    end = source->committed.load();
    return start != end;
  }

  void copy() {
    target->replay(*source, end);
  }
};

struct KVStore {
  std::mutex revMapLock;
  int currentRev = 1;
  std::map<int, DbHolder> directory{{1, std::make_shared<File>(1)}};  // files by name
  Compaction compaction;

  DbHolder openDB() {
    std::lock_guard<std::mutex> lh(revMapLock);
    return directory.at(currentRev);
  }

  void updateDbFileMap(DbHolder file) {
    std::lock_guard<std::mutex> lh(revMapLock);
    directory[file->rev] = file;  // rename
    currentRev = file->rev;
    directory.erase(currentRev - 1);  // unlink
  }

  void compactDB(std::unique_lock<std::mutex>& vbLock) {
    assert(vbLock.owns_lock());  // and so it is again when compactDB returns
    compaction.source = openDB();
    compaction.target = std::make_shared<File>(compaction.source->rev + 1);
    int rounds = 0;
    while (compaction.seekEnd() && ++rounds <= 2) {  // in the real server 11
      vbLock.unlock();
      compaction.copy();
      vbLock.lock();
    }
    if (rounds > 2)
      compaction.copy();  // the last round, with vbLock held
    // vbLock has been held since the last look at source: nothing is missing.
    updateDbFileMap(compaction.target);
    compaction = {};
  }
};

struct EPBucket {
  std::mutex vb_mutex;
  KVStore kvstore;
  std::vector<Block> queue;             // changes that are in memory only
  std::atomic<int> persistedSeqno = 3;  // clients have been told: up to here it is on disk

  bool flushVBucket() {  // whether there is more to flush
    std::lock_guard<std::mutex> lh(vb_mutex);
    auto db = kvstore.openDB();
    db->save(queue.front());
    db->commit();
    persistedSeqno.store(queue.front().seqno);
    queue.erase(queue.begin());
    return !queue.empty();
  }

  void doCompact() {
    std::unique_lock<std::mutex> vbLock(vb_mutex);
    kvstore.compactDB(vbLock);
  }
};

int main() {
  EPBucket bucket;
  auto file = bucket.kvstore.openDB();
  for (Block document : {Block{false, 1, 'a'}, {false, 2, 'b'}, {false, 3, 'a'}})
    file->save(document);
  file->commit();
  file = nullptr;
  bucket.queue = {{false, 4, 'c'}, {false, 5, 'd'}, {false, 6, 'e'}};

  std::thread flusher([&] { while (bucket.flushVBucket()) {} });
  std::thread compactor([&] { bucket.doCompact(); });
  flusher.join();
  compactor.join();

  file = bucket.kvstore.openDB();
  int seqno = 1;  // the first a has been replaced
  for (int i = 0; i < file->size; i++)
    if (file->isCurrent(i, file->size))
      assert(file->blocks[i].seqno == ++seqno);
  assert(seqno == bucket.persistedSeqno.load());  // what clients were told is true
}
