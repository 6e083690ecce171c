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

struct EPStats {
  std::atomic<int> numRunningBackfills = 0;  // neither finished nor cancelled
};

struct DcpProducer;

struct ActiveStream {  // sends to the client what a backfill has read
  std::shared_ptr<DcpProducer> producer;  // an owner: weak since 2017 (MB-26470)
  std::atomic<bool> active = true;
  int itemsReceived = 0;

  explicit ActiveStream(std::shared_ptr<DcpProducer> producer) : producer(producer) {}
  void setDead() { active = false; }
  void backfillReceived() { ++itemsReceived; }
};

struct DCPBackfill {
  std::shared_ptr<ActiveStream> stream;  // an owner, too

  explicit DCPBackfill(std::shared_ptr<ActiveStream> stream) : stream(stream) {}

  void run() {
    if (stream->active)
      stream->backfillReceived();  // stands for the scan: reads the disk, and sends
  }
};

struct BackfillManagerTask;
using ExTask = std::shared_ptr<BackfillManagerTask>;

struct BackfillManager {
  EPStats& stats;
  ExTask managerTask;  // the executor owns it, too
  std::mutex lock;
  std::list<std::unique_ptr<DCPBackfill>> backfills;

  explicit BackfillManager(EPStats& stats) : stats(stats) {}
  ~BackfillManager();

  void schedule(std::unique_ptr<DCPBackfill> added, ExTask task) {
    std::lock_guard<std::mutex> lh(lock);
    backfills.push_back(std::move(added));
    ++stats.numRunningBackfills;
    managerTask = task;
  }

  bool backfill() {  // false: there is nothing more to do
    std::unique_lock<std::mutex> lh(lock);
    if (backfills.empty())
      return false;
    auto backfill = std::move(backfills.front());
    backfills.pop_front();
    lh.unlock();  // a run may take long: let others in
    backfill->run();
    backfill.reset();  // it has finished: it goes, and lets go of its stream
    --stats.numRunningBackfills;  // one less for the statistics
    return true;
  }
};

struct BackfillManagerTask {
  BackfillManager* manager;
  std::atomic<bool> dead = false;

  explicit BackfillManagerTask(BackfillManager* manager) : manager(manager) {}
  void cancel() { dead = true; }

  bool run() {
    // This task is not dead. So there must be the manager that would have cancelled it.
    return manager->backfill();
  }
};

BackfillManager::~BackfillManager() {
  std::lock_guard<std::mutex> lh(lock);
  managerTask->cancel();
  for (; !backfills.empty(); backfills.pop_front())
    --stats.numRunningBackfills;
}

struct DcpProducer {
  std::shared_ptr<ActiveStream> stream;
  std::unique_ptr<BackfillManager> backfillMgr;  // destroyed with the producer, not before

  explicit DcpProducer(EPStats& stats)
      : backfillMgr(std::make_unique<BackfillManager>(stats)) {}

  void closeAllStreams() {
    stream->setDead();
    stream.reset();
  }
};

struct DcpConnMap {
  std::map<int, std::shared_ptr<DcpProducer>> map_;  // cookie (one per client) -> producer
  std::vector<std::shared_ptr<DcpProducer>> deadConnections;

  void disconnect(int cookie) {
    auto producer = map_.at(cookie);
    map_.erase(cookie);
    producer->closeAllStreams();
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
  EPStats stats;
  DcpConnMap connMap;
  auto producer = std::make_shared<DcpProducer>(stats);
  producer->stream = std::make_shared<ActiveStream>(producer);
  auto task = std::make_shared<BackfillManagerTask>(producer->backfillMgr.get());
  auto backfill = std::make_unique<DCPBackfill>(producer->stream);
  producer->backfillMgr->schedule(std::move(backfill), task);
  connMap.map_[7].swap(producer);  // main owns nothing from here on

  std::thread auxio([&] { execute(std::move(task)); });
  std::thread worker([&] { connMap.disconnect(7); });
  worker.join();
  connMap.manageConnections();  // whatever auxio is doing
  auxio.join();

  assert(stats.numRunningBackfills == 0);
}
