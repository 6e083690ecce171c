// Magma is a storage engine. It keeps the documents of each vbucket (a slice of the data)
// in a KVStore of its own. Here a backfill reads the documents of vbucket 0 from disk for a
// client, while vbucket 0 is deleted. Both are tasks that a pool of threads runs.
#include <cassert>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

using Vbid = int;
using KVStoreRevision = int;
enum scan_error_t { scan_success, scan_again, scan_failed };

struct KVStore {
  int documents[2] = {10, 20};  // document n was written n-th: n is its sequence number
};

struct SeqIterator {  // reads one KVStore in the order of the sequence numbers
  std::mutex& magmaLock;
  KVStore* kvstore;  // assumes that nobody deletes it while this iterator is in use

  int GetRecord(int seqno) {
    std::lock_guard<std::mutex> lh(magmaLock);
    return kvstore->documents[seqno - 1];
  }
};

struct Magma {
  std::mutex lock;  // every call takes it, so each call alone is safe
  std::map<Vbid, KVStoreRevision> current;  // what calls find
  std::map<KVStoreRevision, std::unique_ptr<KVStore>> kvstores;

  Magma() { CreateKVStore(0, 1); }

  void CreateKVStore(Vbid vbid, KVStoreRevision rev) {
    std::lock_guard<std::mutex> lh(lock);
    kvstores[rev] = std::make_unique<KVStore>();
    current[vbid] = rev;
  }

  std::unique_ptr<SeqIterator> NewSeqIterator(Vbid vbid) {
    std::lock_guard<std::mutex> lh(lock);
    auto found = current.find(vbid);
    if (found == current.end())
      return nullptr;
    return std::make_unique<SeqIterator>(lock, kvstores[found->second].get());
  }

  KVStoreRevision SoftDeleteKVStore(Vbid vbid) {
    std::lock_guard<std::mutex> lh(lock);
    auto rev = current[vbid];
    current.erase(vbid);  // from here on no call finds it
    return rev;
  }

  void DeleteKVStore(KVStoreRevision rev) {
    std::lock_guard<std::mutex> lh(lock);
    kvstores.erase(rev);  // it had no other owner
  }
};

struct vbucket_state {
  int highSeqno = 2;  // of the newest document
};

// Whoever holds a handle is using the KVStore. It owns nothing: its copies are counted.
struct MagmaKVHandleStruct {};
using MagmaKVHandle = std::shared_ptr<MagmaKVHandleStruct>;

struct MagmaScanContext {  // how far a scan has come: it is kept from call to call
  Vbid vbid;
  int maxSeqno;
  MagmaKVHandle kvHandle;
  int lastReadSeqno = 0;
};

struct MagmaKVStore {  // the server's wrapper around magma
  Magma magma;
  vbucket_state cachedVBStates[1];
  // For each vbucket the first handle, and the lock under which it is copied.
  std::pair<MagmaKVHandle, std::mutex> magmaKVHandles[1];

  MagmaKVStore() { magmaKVHandles[0].first = std::make_shared<MagmaKVHandleStruct>(); }

  MagmaKVHandle getMagmaKVHandle(Vbid vbid) {
    std::lock_guard<std::mutex> lock(magmaKVHandles[vbid].second);
    return magmaKVHandles[vbid].first;
  }

  // Nobody gets a new handle while the lock is held, so the copies can only become fewer.
  std::unique_lock<std::mutex> getExclusiveKVHandle(Vbid vbid) {
    std::unique_lock<std::mutex> lock(magmaKVHandles[vbid].second);
    while (magmaKVHandles[vbid].first.use_count() != 1)
      std::this_thread::yield();
    return lock;
  }

  MagmaScanContext* initScanContext(Vbid vbid) {
    auto kvHandle = getMagmaKVHandle(vbid);
    return new MagmaScanContext{vbid, cachedVBStates[vbid].highSeqno, kvHandle};
  }

  // Sends one document, then the buffer is full: the caller has to call again.
  scan_error_t scan(MagmaScanContext* ctx, int& sent) {
    auto itr = magma.NewSeqIterator(ctx->vbid);
    if (!itr)
      return scan_failed;  // there is no such KVStore (any more)
    sent += itr->GetRecord(++ctx->lastReadSeqno);
    return ctx->lastReadSeqno == ctx->maxSeqno ? scan_success : scan_again;
  }

  void destroyScanContext(MagmaScanContext* ctx) {
    delete ctx;
  }

  KVStoreRevision prepareToDelete(Vbid vbid) {
    return magma.SoftDeleteKVStore(vbid);
  }

  void delVBucket(Vbid vbid, KVStoreRevision rev) {
    auto lock = getExclusiveKVHandle(vbid);
    magma.DeleteKVStore(rev);
  }
};

struct DCPBackfillDisk {
  MagmaKVStore& kvstore;
  int sent = 0;  // sum of the documents sent

  // In the real server each call is a task run of its own, maybe on another thread.
  scan_error_t run(Vbid vbid) {
    auto ctx = kvstore.initScanContext(vbid);
    scan_error_t status = scan_again;
    while (status == scan_again)
      status = kvstore.scan(ctx, sent);
    kvstore.destroyScanContext(ctx);
    return status;
  }
};

int main() {
  MagmaKVStore kvstore;
  DCPBackfillDisk disk{kvstore};
  scan_error_t status = scan_again;

  std::thread backfill([&] { status = disk.run(0); });
  auto rev = kvstore.prepareToDelete(0);  // main plays the front-end worker here
  std::thread deletion([&] { kvstore.delVBucket(0, rev); });
  backfill.join();
  kvstore.magma.CreateKVStore(0, rev + 1);  // vbucket 0 comes back
  deletion.join();

  assert(disk.sent == 30 || status == scan_failed);  // the client has all, or is told
  assert(kvstore.magma.kvstores.size() == 1);        // the old KVStore is deleted, ...
  assert(kvstore.magma.NewSeqIterator(0));           // ... and the new one is not
}
