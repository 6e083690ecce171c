// setCollections gives a bucket a new manifest, the list of its collections. It counts only
// once it is on disk, and a thread that serves clients does not wait for disks. So a task
// writes it, and the command is parked and called again when the task has reported.
#include <cassert>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <queue>
#include <thread>
#include <utility>

enum class Status { success, would_block, too_busy, cannot_apply };

struct Manifest {
  int uid;  // a newer manifest has a higher one
};

struct Cookie {  // one client's command; no lock: only one thread at a time has it in hand
  Manifest* engineSpecific = nullptr;  // what the engine leaves here for the second call
  Status aiostat = Status::success;    // what the task has reported

  Status swapAiostat(Status status) { return std::exchange(aiostat, status); }
};

template <class T>
struct Queue {
  std::mutex mutex;
  std::condition_variable cond;
  std::queue<T> items;

  void push(T item) {
    std::lock_guard<std::mutex> lh(mutex);
    items.push(std::move(item));
    cond.notify_one();
  }

  T pop() {
    std::unique_lock<std::mutex> lh(mutex);
    cond.wait(lh, [this] { return !items.empty(); });
    T item = std::move(items.front());
    items.pop();
    return item;
  }
};

struct EPBucket;

struct PersistManifestTask {  // destroys the manifest with itself, if it still owns it
  EPBucket& bucket;
  std::unique_ptr<Manifest> manifest;
  Cookie& cookie;
  void run();
};

struct Manager {  // of the bucket's collections
  std::mutex updateInProgressLock;
  Cookie* updateInProgress = nullptr;  // the one command that may set the collections now
  Manifest current{0};
  Status update(EPBucket& bucket, Cookie& cookie, int uid);
};

struct EPBucket {
  Manager manager;
  Queue<std::shared_ptr<PersistManifestTask>> auxQ;  // tasks for the AuxIO thread
  Queue<std::pair<Cookie*, Status>> pendingIo;       // reports for parked commands
  bool directoryExists = false;                      // without it nothing can be written
  int onDisk = 0;                                    // uid of the manifest on disk

  void runAuxIo() {
    while (auto task = auxQ.pop()) {  // an empty task ends the thread
      task->run();
      task.reset();  // it has run: its last owner lets go of it
    }
  }

  void notifyIOComplete(Cookie& cookie, Status status) {
    pendingIo.push({&cookie, status});
  }
};

void PersistManifestTask::run() {
  Status status = Status::cannot_apply;
  if (bucket.directoryExists) {
    bucket.onDisk = manifest->uid;
    manifest.release();  // the second call will own it
    status = Status::success;
  }
  bucket.notifyIOComplete(cookie, status);
}

Status Manager::update(EPBucket& bucket, Cookie& cookie, int uid) {
  std::lock_guard<std::mutex> lh(updateInProgressLock);
  if (updateInProgress != nullptr && updateInProgress != &cookie)
    return Status::too_busy;
  if (cookie.engineSpecific != nullptr) {
    // The second call: the task has written the manifest and left it to us.
    std::unique_ptr<Manifest> manifest(cookie.engineSpecific);
    cookie.engineSpecific = nullptr;
    updateInProgress = nullptr;
    current = *manifest;
    return Status::success;
  }
  auto manifest = std::make_unique<Manifest>(uid);
  cookie.engineSpecific = manifest.get();  // a second pointer to what the task will own
  bucket.auxQ.push(
      std::make_shared<PersistManifestTask>(bucket, std::move(manifest), cookie));
  updateInProgress = &cookie;
  return Status::would_block;
}

Status collections_set_manifest_executor(EPBucket& bucket, Cookie& cookie, int uid) {
  Status status = cookie.swapAiostat(Status::success);  // of the task, if it ran
  if (status != Status::success)
    return status;
  return bucket.manager.update(bucket, cookie, uid);
}

Status execute(EPBucket& bucket, Cookie& cookie, int uid) {
  for (int calls = 1;; calls++) {
    Status status = collections_set_manifest_executor(bucket, cookie, uid);
    if (status != Status::would_block)
      return status;
    assert(calls == 1);  // nothing is left to wait for in the second call
    auto [parked, report] = bucket.pendingIo.pop();
    parked->aiostat = report;
  }
}

int main() {
  EPBucket bucket;
  Cookie cookie;
  Status first = Status::would_block;
  std::thread auxio([&] { bucket.runAuxIo(); });
  std::thread worker([&] { first = execute(bucket, cookie, 1); });
  worker.join();

  bucket.directoryExists = true;  // repaired, and the same client tries again
  Status second = execute(bucket, cookie, 2);
  assert(second == Status::success);

  bucket.auxQ.push(nullptr);
  auxio.join();
  assert(first == Status::cannot_apply);
  assert(bucket.manager.current.uid == bucket.onDisk);
  assert(bucket.manager.updateInProgress == nullptr);
  assert(cookie.engineSpecific == nullptr);
}
