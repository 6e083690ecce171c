/** Values as a run shows them: whole, of their type, and those that a failed assert compared. */
import { expect, test } from 'vitest';
import { compiled } from '../compiler/testing/execute';
import { Runner } from './runner';

const HEAD = `#include <atomic>
#include <cassert>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <thread>
enum class State { idle, busy };
struct Node { State state = State::idle; int n = 3; };
std::optional<int> found() { return 5; }
`;

/** Runs what main does to its end; a second thread makes it take its steps one by one. */
function ran(main: string): Runner {
  const runner = new Runner(compiled(`${HEAD}int main() { ${main} }`, 'file.cpp'));
  runner.runToEnd();
  return runner;
}

const sides: [body: string, said: string][] = [
  ['std::atomic<int> hits{1}; assert(hits == 2);', '`hits` is 1'],
  ['uint64_t seen = 1ull << 32 | 1; assert(seen == 1);', '`seen` is 0x100000001'],
  ['long a = -5000000000, b = 3; assert(a > b);', '`a` is -5000000000 and `b` is 3'],
  ['uint32_t mask = ~0u; assert((mask & 0xf0) == 0xf);', '`mask & 0xf0` is 240'],
  ['Node n; assert(n.state == State::busy && n.n == 3);', '`n.state` is idle'],
  ['Node n; assert(n.state == State::idle && n.n == 4);', '`n.state` is idle and `n.n` is 3'],
  ['Node n; assert(!(n.n == 3 || n.n == 4));', '`n.n` is 3'],
  ['Node n; Node* p = &n; assert(p == nullptr);', '`p` is → n'],
  ['float half = 0.5f; long n = 3; assert(half > n);', '`half` is 0.5 and `n` is 3'],
  ['assert(found() == 4);', '`found()` is 5'],
  ['std::string name = "abc"; assert(name == "abd");', '`name` is "abc"'],
  ['int sum = 0; for (int i = 0; i < 9; i++) { sum += i; assert(sum < 3); }', '`sum` is 3'],
];
test.each(sides)('%s', (body, said) => {
  const [{ sentence, report, causes }] = ran(body).findings();
  expect(sentence).toContain(` does not hold: ${said}.`);
  expect(report).toContain(`At that moment ${said}`);
  expect(causes.at(-1)?.text).toContain(said);
});

test('an assert of a plain condition says no more than itself', () => {
  const [{ sentence }] = ran('bool ok = false; assert(ok);').findings();
  expect(sentence).toBe('main stops the program in line 11: `ok` does not hold.');
});

test('steps tell both words of a value as they were then', () => {
  const body = `std::atomic<uint64_t> head{1}; std::thread other([&] {
    head.fetch_or(1ull << 32); head = 7; head.load(); uint64_t seen = 7; head.compare_exchange_strong(seen, 1ull << 40);
    head.compare_exchange_strong(seen, 1); std::atomic<int64_t> down{-1}; down.load(); down = -5000000000; down.load(); });
    other.join();`;
  const texts = ran(body)
    .view()
    .steps.filter(({ operation }) => ['load', 'store', 'rmw'].includes(operation.kind))
    .map(({ operation }) => operation.text);
  expect(texts).toEqual([
    'ors into head: 0x100000001',
    'stores 7 to head',
    'loads head: 7',
    'compares and exchanges head: 0x10000000000',
    'finds head changed: 0x10000000000',
    'loads down: -1',
    'stores -5000000000 to down',
    'loads down: -5000000000',
  ]);
});
