// A DCP producer is one client's connection. It copies the data to the client, one stream
// per vbucket (a slice of the data). While a stream still sends old data from disk, the
// producer's BackfillManager counts its bytes. Here somebody asks for statistics while a
// producer is being closed.
#include <atomic>
#include <cassert>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <vector>

struct BackfillManager {
  std::mutex lock;
  long bytesRead = 20;  // read from disk and not yet sent: 10 for each of the two streams

  void bytesSent(long bytes) {
    std::lock_guard<std::mutex> lh(lock);
    bytesRead -= bytes;
  }

  long addStats() {
    std::lock_guard<std::mutex> lh(lock);
    return bytesRead;
  }
};

struct DcpProducer;

struct ActiveStream {
  std::weak_ptr<DcpProducer> producerPtr;  // weak: does not keep the producer alive
  std::mutex streamMutex;
  bool dead = false;

  explicit ActiveStream(std::weak_ptr<DcpProducer> producer) : producerPtr(producer) {}
  ~ActiveStream() { assert(dead); }  // nobody may throw away a live stream
  void setDead();
};

struct StreamContainer {  // the streams of one vbucket
  std::shared_mutex rwlock;
  std::vector<std::shared_ptr<ActiveStream>> streams;
};

struct DcpProducer {
  StreamContainer containers[2];  // vbucket 0 and vbucket 1
  std::atomic<std::shared_ptr<BackfillManager>> backfillMgr;
  std::mutex closeAllStreamsLock;

  DcpProducer() : backfillMgr(std::make_shared<BackfillManager>()) {}

  void closeAllStreams() {
    std::lock_guard<std::mutex> closing(closeAllStreamsLock);
    for (auto& container : containers) {
      std::unique_lock<std::shared_mutex> handle(container.rwlock);
      auto found = container.streams;
      container.streams.clear();
      handle.unlock();
      // The container is empty now. The streams in `found` are still alive.
      for (auto& stream : found)
        stream->setDead();
    }
    // All containers are empty, so all streams are dead and nobody needs the manager.
    backfillMgr.store(nullptr);
  }

  void recordBackfillManagerBytesSent(long bytes) {
    backfillMgr.load()->bytesSent(bytes);
  }

  long addStats() {  // bytes read from disk and not yet sent
    if (backfillMgr.load())
      return backfillMgr.load()->addStats();  // a second look: it may have another answer
    return 0;
  }
};

void ActiveStream::setDead() {
  std::lock_guard<std::mutex> lh(streamMutex);
  assert(!dead);  // a stream dies once
  if (auto producer = producerPtr.lock())
    producer->recordBackfillManagerBytesSent(10);
  dead = true;
}

struct DcpConnMap {
  std::mutex connsLock;
  std::map<int, std::shared_ptr<DcpProducer>> map_;  // cookie (one per client) -> producer
  std::vector<std::shared_ptr<DcpProducer>> deadConnections;

  void shutdownAllConnections() {
    std::unique_lock<std::mutex> lh(connsLock);
    auto mapCopy = map_;
    lh.unlock();  // closing takes other locks: under connsLock it has deadlocked before
    for (auto& entry : mapCopy)
      entry.second->closeAllStreams();
  }

  long addStats() {  // under connsLock, as closing is not
    std::lock_guard<std::mutex> lh(connsLock);
    long bytes = 0;
    for (auto& entry : map_)
      bytes += entry.second->addStats();
    return bytes;
  }

  void disconnect(int cookie) {
    std::unique_lock<std::mutex> lh(connsLock);
    auto producer = map_.at(cookie);
    map_.erase(cookie);
    lh.unlock();
    producer->closeAllStreams();
    lh.lock();
    deadConnections.push_back(producer);
  }

  void manageConnections() {
    std::vector<std::shared_ptr<DcpProducer>> release;  // destroyed after connsLock is free
    std::lock_guard<std::mutex> lh(connsLock);
    release.swap(deadConnections);
  }
};

int main() {
  DcpConnMap connMap;
  auto producer = std::make_shared<DcpProducer>();
  for (auto& container : producer->containers)
    container.streams.push_back(std::make_shared<ActiveStream>(producer));
  std::weak_ptr<DcpProducer> watchedProducer = producer;  // weak: it only watches
  std::weak_ptr<BackfillManager> watchedManager = producer->backfillMgr.load();
  connMap.map_[7].swap(producer);  // main owns nothing from here on

  std::thread bucket_del([&] { connMap.shutdownAllConnections(); });
  long bytes = 0;
  std::thread worker([&] { bytes = connMap.addStats(); });  // for another client
  bucket_del.join();
  worker.join();

  assert(bytes == 0 || bytes == 10 || bytes == 20);
  assert(watchedManager.expired());
  connMap.disconnect(7);
  assert(connMap.map_.empty() && connMap.deadConnections.size() == 1);
  connMap.manageConnections();
  assert(watchedProducer.expired());
}
