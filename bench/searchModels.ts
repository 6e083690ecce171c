/** Models of known algorithms, each as C++ for our search and as Promela for SPIN: equal locks, equal steps. */

export interface Model {
  readonly name: string;
  readonly cpp: string;
  readonly promela: string;
}

const each = (n: number, text: (i: number) => string, separator = '\n'): string =>
  Array.from({ length: n }, (_, i) => text(i)).join(separator);

const threads = (n: number, call: (i: number) => string): string =>
  `int main() {\n${each(n, (i) => `  std::thread t${i}(${call(i)});`)}\n${each(n, (i) => `  t${i}.join();`)}\n`;

const LOCKS = '#define LOCK(m) atomic { m == 0 -> m = 1 }\n#define UNLOCK(m) m = 0\n';

/** Two threads close three streams; the manager is gone when the first is done. */
function closers(fixed: boolean): Model {
  const outer = fixed ? 'std::lock_guard<std::mutex> whole(all);' : '';
  return {
    name: fixed ? 'A_fix' : 'A',
    cpp: `#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>
std::mutex all, lock[3], dying[3];
bool inside[3] = {true, true, true}, dead[3];
std::atomic<bool> manager{true};
void close() {
  ${outer}
  for (int i = 0; i < 3; i++) {
    bool found;
    { std::lock_guard<std::mutex> g(lock[i]); found = inside[i]; inside[i] = false; }
    if (found) {
      std::lock_guard<std::mutex> g(dying[i]);
      assert(manager.load());
      dead[i] = true;
    }
  }
  manager = false;
}
${threads(2, () => 'close')}}`,
    promela: `${LOCKS}byte whole, lck[3], dying[3]; bool inside[3] = true, dead[3], manager = true;
active [2] proctype closer() {
  byte i; bool found;
  ${fixed ? 'LOCK(whole);' : ''}
  do
  :: i < 3 ->
    LOCK(lck[i]); found = inside[i]; inside[i] = false; UNLOCK(lck[i]);
    if :: found -> LOCK(dying[i]); assert(manager); dead[i] = true; UNLOCK(dying[i]) :: else fi;
    found = false; i++
  :: else -> break
  od;
  i = 0; manager = false;
  ${fixed ? 'UNLOCK(whole);' : ''}
}`,
  };
}

/** n threads add to one variable k times, under a lock. */
const counter = (n: number, k: number): Model => ({
  name: `B(${n},${k})`,
  cpp: `#include <mutex>
#include <thread>
std::mutex m; int x = 0;
void work() { for (int i = 0; i < ${k}; i++) { std::lock_guard<std::mutex> g(m); x++; } }
${threads(n, () => 'work')}}`,
  promela: `${LOCKS}byte m, x;
active [${n}] proctype work() {
  byte i;
  do :: i < ${k} -> LOCK(m); x++; UNLOCK(m); i++ :: else -> break od;
  i = 0
}`,
});

/** Dining philosophers, one round, the last one left-handed. */
const philosophers = (n: number): Model => {
  const forks = (i: number): [number, number] => (i === n - 1 ? [0, i] : [i, i + 1]);
  return {
    name: `Cf(${n})`,
    cpp: `#include <mutex>
#include <thread>
std::mutex fork_[${n}];
void eat(int first, int second) {
  std::lock_guard<std::mutex> a(fork_[first]);
  std::lock_guard<std::mutex> b(fork_[second]);
}
${threads(n, (i) => `eat, ${forks(i).join(', ')}`)}}`,
    promela: `${LOCKS}byte fork[${n}];
${each(n, (i) => `active proctype p${i}() { LOCK(fork[${forks(i)[0]}]); LOCK(fork[${forks(i)[1]}]); UNLOCK(fork[${forks(i)[1]}]); UNLOCK(fork[${forks(i)[0]}]) }`)}`,
  };
};

/** n threads, k writes each to its own variable. */
const independent = (n: number, k: number): Model => ({
  name: `D(${n},${k})`,
  cpp: `#include <atomic>
#include <thread>
std::atomic<int> x[${n}];
void work(int me) { for (int i = 0; i < ${k}; i++) x[me] = i; }
${threads(n, (i) => `work, ${i}`)}}`,
  promela: `int x[${n}];
active [${n}] proctype work() { int i; do :: i < ${k} -> x[_pid] = i; i++ :: else -> break od; i = 0 }`,
});

export const models: readonly Model[] = [
  closers(false),
  closers(true),
  counter(3, 3),
  counter(4, 3),
  philosophers(4),
  philosophers(5),
  philosophers(6),
  independent(2, 20),
  independent(2, 1000),
];
