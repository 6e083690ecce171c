// A DCP producer is one client's connection. It copies the data to the client, one stream
// per vbucket (a slice of the data). No stream may be added to a producer that is being
// closed. Here a client asks for a stream, and connects anew under its old name meanwhile.
#include <cassert>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>

template <class T>
struct Synchronized {  // a value with its lock, as folly::Synchronized
  std::shared_mutex rwlock;
  T value{};
};

struct DcpConnMap;

struct ActiveStream {
  int vbucket;
  explicit ActiveStream(int vbucket) : vbucket(vbucket) {}
};

struct StreamContainer {  // the streams of one vbucket
  std::shared_mutex rwlock;
  std::vector<std::shared_ptr<ActiveStream>> streams;
};

struct DcpProducer {
  const std::string name;
  StreamContainer containers[2];  // vbucket 0 and vbucket 1
  Synchronized<bool> disconnect;  // set before the streams are closed

  explicit DcpProducer(std::string name) : name(name) {}

  void flagDisconnect() {
    std::unique_lock<std::shared_mutex> writing(disconnect.rwlock);
    disconnect.value = true;
  }

  void closeAllStreams() {
    for (auto& container : containers) {
      std::unique_lock<std::shared_mutex> handle(container.rwlock);
      container.streams.clear();
    }
  }

  void streamRequest(DcpConnMap& connMap, int vbucket);
};

struct DcpConnMap {
  std::mutex connsLock;
  std::map<int, std::shared_ptr<DcpProducer>> map_;  // cookie (one per client) -> producer
  std::vector<DcpProducer*> vbConns[2];              // who has a stream of this vbucket

  // One name, one connection: an older one of this name has to go.
  void newProducer(int cookie, std::string name) {
    std::lock_guard<std::mutex> lh(connsLock);
    for (auto& entry : map_)
      if (entry.second->name == name)
        entry.second->flagDisconnect();
    map_[cookie] = std::make_shared<DcpProducer>(name);
  }

  void addVBConnByVBId(DcpProducer& producer, int vbucket) {
    std::lock_guard<std::mutex> lh(connsLock);
    vbConns[vbucket].push_back(&producer);
  }
};

void DcpProducer::streamRequest(DcpConnMap& connMap, int vbucket) {
  // Held to the end: whoever sets the flag waits, so no stream comes too late.
  std::shared_lock<std::shared_mutex> reading(disconnect.rwlock);
  if (disconnect.value)
    return;
  std::unique_lock<std::shared_mutex> handle(containers[vbucket].rwlock);
  containers[vbucket].streams.push_back(std::make_shared<ActiveStream>(vbucket));
  handle.unlock();
  connMap.addVBConnByVBId(*this, vbucket);
}

int main() {
  DcpConnMap connMap;
  connMap.newProducer(7, "replica");
  auto producer = connMap.map_.at(7);

  std::thread worker([&] { producer->streamRequest(connMap, 0); });
  std::thread other_worker([&] { connMap.newProducer(8, "replica"); });
  worker.join();
  other_worker.join();

  producer->closeAllStreams();
  assert(producer->disconnect.value && producer->containers[0].streams.empty());
}
