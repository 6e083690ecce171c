import { expect, test } from 'vitest';
import type { StepIndex } from '../bytecode/program';
import { snapshot } from '../inspect/snapshot';
import { checkpoint, restore } from '../machine';
import { run } from '../machine/testing/cpp';

const source = `
#include <memory>
#include <mutex>
#include <thread>
#include <vector>
struct Stream { std::mutex streamMutex; };
struct Manager { std::mutex lock; std::mutex connsLock; };
Manager manager;
void work(int) {
  std::mutex own;
  std::lock_guard<std::mutex> l(own);
}
int main() {
  std::vector<std::unique_ptr<Stream>> streams;
  std::thread first(work, 1);
  streams.push_back(std::make_unique<Stream>());
  first.join();
  std::thread second(work, 2);
  streams.push_back(std::make_unique<Stream>());
  second.join();
}
`;

test('a name depends on all that a run has, and holds for every moment of it', () => {
  const program = run(source);
  program.go([0, 0]);
  const early = checkpoint(program.machine);
  const namesNow = (): string[] =>
    snapshot(program.machine, 1 as StepIndex, program.names).locks.map(({ name }) => name);
  expect(namesNow()).toEqual(['manager.lock', 'connsLock', 'streamMutex']);
  expect(program.names.thread(1)).toBe('first');
  program.finish();
  restore(program.machine, early);
  expect(namesNow()).toEqual(['manager.lock', 'connsLock', 'Stream 1.streamMutex']);
});

test('a lock of each thread’s own is told apart by the thread', () => {
  const program = run(source);
  program.go([0, 0, 1, 1]);
  expect(program.look().locks.map(({ name }) => name)).toContain('own');
  program.go([1, 0, 0, 2, 2]);
  expect(program.look().threads.map(({ name, state }) => [name, state])).toEqual([
    ['main', 'waiting'],
    ['first', 'finished'],
    ['second', 'ready'],
  ]);
  expect(program.look().locks.map(({ name }) => name)).toContain('own of second');
});
