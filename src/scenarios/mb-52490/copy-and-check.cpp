// A DCP producer is one client's connection. What the client has missed is read from disk
// by a backfill. The producer's BackfillManager keeps the backfills, and its
// BackfillManagerTask runs them on the thread auxio. Here the client goes away meanwhile.
#include <atomic>
#include <cassert>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

std::atomic<int> numRunningBackfills = 0;  // scheduled, and neither finished nor cancelled

// These two only serve the last assertion of main.
std::atomic<bool> connectionClosed = false;  // closeAllStreams has returned
int runsAfterClose = 0;                      // backfills taken up all the same

struct ActiveStream {  // sends to the client what a backfill has read
  std::atomic<bool> active = true;
  int itemsReceived = 0;

  void setDead() { active = false; }
  void backfillReceived() { ++itemsReceived; }
};

struct DCPBackfill {
  std::weak_ptr<ActiveStream> streamPtr;  // weak: does not keep the stream alive

  void run() {
    auto stream = streamPtr.lock();
    if (!stream || !stream->active)
      return;  // nobody is waiting: the disk is not read
    stream->backfillReceived();  // stands for the scan: reads the disk, and sends
  }
};

struct BackfillManagerTask;
using ExTask = std::shared_ptr<BackfillManagerTask>;
struct DcpProducer;

struct BackfillManager {
  ExTask managerTask;  // the executor owns it, too
  std::mutex lock;
  std::list<std::unique_ptr<DCPBackfill>> backfills;

  ~BackfillManager();

  void schedule(std::unique_ptr<DCPBackfill> added, ExTask task) {
    std::lock_guard<std::mutex> lh(lock);
    backfills.push_back(std::move(added));
    ++numRunningBackfills;
    managerTask = task;
  }

  bool backfill() {  // false: there is nothing more to do
    std::unique_lock<std::mutex> lh(lock);
    if (backfills.empty())
      return false;
    auto backfill = std::move(backfills.front());
    backfills.pop_front();
    if (connectionClosed)
      ++runsAfterClose;
    lh.unlock();  // a run may take long: let others in
    backfill->run();
    lh.lock();
    --numRunningBackfills;
    return true;
  }
};

struct BackfillManagerTask {
  std::weak_ptr<DcpProducer> weakProducer;
  std::atomic<bool> dead = false;

  void cancel() { dead = true; }

  bool run();
};

BackfillManager::~BackfillManager() {
  std::lock_guard<std::mutex> lh(lock);
  managerTask->cancel();
  for (; !backfills.empty(); backfills.pop_front())
    --numRunningBackfills;
}

struct DcpProducer {
  std::shared_ptr<ActiveStream> stream = std::make_shared<ActiveStream>();
  std::atomic<std::shared_ptr<BackfillManager>> backfillMgr;
  std::atomic<bool> disconnect = false;

  DcpProducer() : backfillMgr(std::make_shared<BackfillManager>()) {}

  void closeAllStreams() {
    stream->setDead();
    stream.reset();
    backfillMgr.store(nullptr);
  }
};

bool BackfillManagerTask::run() {
  auto producer = weakProducer.lock();
  if (!producer)
    return false;
  auto manager = producer->backfillMgr.load();  // a copy: an owner of its own
  if (!manager || producer->disconnect)
    return false;
  // The client was there a moment ago. So it must still be there.
  return manager->backfill();
}

struct DcpConnMap {
  std::map<int, std::shared_ptr<DcpProducer>> map_;  // cookie (one per client) -> producer
  std::vector<std::shared_ptr<DcpProducer>> deadConnections;

  void disconnect(int cookie) {
    auto producer = map_.at(cookie);
    map_.erase(cookie);
    producer->disconnect = true;
    producer->closeAllStreams();
    connectionClosed = true;
    deadConnections.push_back(producer);  // it lives on until manageConnections
  }

  void manageConnections() { deadConnections.clear(); }
};

// A thread of the executor pool owns a task for as long as the task wants to run.
void execute(ExTask task) {
  while (!task->dead && task->run()) {
  }
}

int main() {
  DcpConnMap connMap;
  auto producer = std::make_shared<DcpProducer>();
  auto task = std::make_shared<BackfillManagerTask>(producer);
  auto backfill = std::make_unique<DCPBackfill>(producer->stream);
  producer->backfillMgr.load()->schedule(std::move(backfill), task);
  connMap.map_[7].swap(producer);  // main owns nothing from here on

  std::thread auxio([&] { execute(std::move(task)); });
  std::thread worker([&] { connMap.disconnect(7); });
  auxio.join();
  worker.join();

  connMap.manageConnections();
  assert(numRunningBackfills == 0);
  assert(runsAfterClose == 0);  // no backfill was run for a closed connection
}
