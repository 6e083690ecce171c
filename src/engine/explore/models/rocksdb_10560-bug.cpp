// expect: assertion-failure
// line: 121
// preemptions: 1 (writer waits for the sync itself, so only the syncer is preempted)
// source: RocksDB #10560: an append and a WAL switch between the sync and MarkLogsSynced; the old WAL counts as synced and is forgotten with an unsynced tail
// features: class list iterator erase shared_ptr mutex condition_variable unique_lock vector
#include <cassert>
#include <condition_variable>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

// What is on disk: survives the log that wrote it.
class WalFile {
 public:
  explicit WalFile(uint64_t number) : number_(number) {}
  uint64_t number() const { return number_; }
  void Append() {
    std::lock_guard<std::mutex> l(mutex_);
    flushed_++;
  }
  void Sync() {
    std::lock_guard<std::mutex> l(mutex_);
    synced_ = flushed_;
  }
  bool fully_synced() {
    std::lock_guard<std::mutex> l(mutex_);
    return synced_ == flushed_;
  }

 private:
  const uint64_t number_;
  std::mutex mutex_;
  int flushed_ = 0;
  int synced_ = 0;
};

class DB {
 public:
  DB() { CreateWal(); }

  void Put() {
    std::lock_guard<std::mutex> l(mutex_);
    logs_.back().file->Append();
  }

  void SwitchWal() {
    std::lock_guard<std::mutex> l(mutex_);
    CreateWal();
  }

  void FlushWalAndSync() {
    std::vector<std::shared_ptr<WalFile>> to_sync;
    uint64_t up_to = 0;
    {
      std::unique_lock<std::mutex> l(mutex_);
      while (!logs_.empty() && logs_.front().getting_synced) log_sync_cv_.wait(l);
      for (auto& log : logs_) {
        log.getting_synced = true;
        to_sync.push_back(log.file);
      }
      up_to = logs_.back().file->number();
    }
    for (auto& file : to_sync) file->Sync();
    std::lock_guard<std::mutex> l(mutex_);
    MarkLogsSynced(up_to);
  }

  bool RecoversEverything() {
    std::lock_guard<std::mutex> l(mutex_);
    for (auto& file : disk_)
      if (!file->fully_synced()) return false;
    return true;
  }

 private:
  struct LogWriterNumber {
    std::shared_ptr<WalFile> file;
    bool getting_synced = false;
  };

  void CreateWal() {
    auto file = std::make_shared<WalFile>(next_number_++);
    disk_.push_back(file);
    logs_.push_back(LogWriterNumber{file, false});
  }

  void MarkLogsSynced(uint64_t up_to) {
    for (auto it = logs_.begin(); it != logs_.end() && it->file->number() <= up_to;) {
      assert(it->getting_synced);
      if (logs_.size() > 1) {
        it = logs_.erase(it);
      } else {
        it->getting_synced = false;
        ++it;
      }
    }
    log_sync_cv_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable log_sync_cv_;
  std::list<LogWriterNumber> logs_;
  std::vector<std::shared_ptr<WalFile>> disk_;
  uint64_t next_number_ = 1;
};

int main() {
  DB db;
  db.Put();
  std::thread syncer([&] { db.FlushWalAndSync(); });
  std::thread writer([&] {
    db.Put();
    db.SwitchWal();
    db.FlushWalAndSync();
  });
  syncer.join();
  writer.join();
  assert(db.RecoversEverything());
  return 0;
}
