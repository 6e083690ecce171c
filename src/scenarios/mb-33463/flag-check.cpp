// Magma is a storage engine. It keeps the documents of each vbucket (a slice of the data)
// in a KVStore of its own. Here a backfill reads the documents of vbucket 0 from disk for a
// client, while vbucket 0 is deleted. Both are tasks that a pool of threads runs.
#include <atomic>
#include <cassert>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

using Vbid = int;
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
  std::map<Vbid, std::unique_ptr<KVStore>> kvstores;

  Magma() { kvstores[0] = std::make_unique<KVStore>(); }

  std::unique_ptr<SeqIterator> NewSeqIterator(Vbid vbid) {
    std::lock_guard<std::mutex> lh(lock);
    auto found = kvstores.find(vbid);
    if (found == kvstores.end())
      return nullptr;
    return std::make_unique<SeqIterator>(lock, found->second.get());
  }

  void DeleteKVStore(Vbid vbid) {
    std::lock_guard<std::mutex> lh(lock);
    kvstores.erase(vbid);  // it had no other owner
  }
};

struct vbucket_state {
  int highSeqno = 2;  // of the newest document
};

struct MagmaScanContext {  // how far a scan has come: it is kept from call to call
  Vbid vbid;
  int maxSeqno;
  int lastReadSeqno = 0;
};

struct MagmaKVStore {  // the server's wrapper around magma
  Magma magma;
  vbucket_state cachedVBStates[1];
  std::atomic<bool> dropped[1] = {false};  // vbucket -> true as soon as it is to be deleted

  MagmaScanContext* initScanContext(Vbid vbid) {
    return new MagmaScanContext{vbid, cachedVBStates[vbid].highSeqno};
  }

  // Sends one document, then the buffer is full: the caller has to call again.
  scan_error_t scan(MagmaScanContext* ctx, int& sent) {
    auto itr = magma.NewSeqIterator(ctx->vbid);
    if (!itr)
      return scan_failed;  // there is no such KVStore (any more)
    if (dropped[ctx->vbid])
      return scan_failed;
    // Not dropped, so the KVStore is there: true when it was asked, but for how long?
    sent += itr->GetRecord(++ctx->lastReadSeqno);
    return ctx->lastReadSeqno == ctx->maxSeqno ? scan_success : scan_again;
  }

  void destroyScanContext(MagmaScanContext* ctx) {
    delete ctx;
  }

  void delVBucket(Vbid vbid) {
    dropped[vbid] = true;  // from here on nobody begins to use it
    magma.DeleteKVStore(vbid);
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
  std::thread deletion([&] { kvstore.delVBucket(0); });
  backfill.join();
  deletion.join();

  assert(disk.sent == 30 || status == scan_failed);  // the client has all, or is told
  assert(kvstore.magma.kvstores.empty());            // vbucket 0 is deleted
}
