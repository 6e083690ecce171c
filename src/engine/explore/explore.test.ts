import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createRng } from '../../base/rng';
import { compiled } from '../compiler/testing/execute';
import {
  canStep,
  checkpoint,
  createMachine,
  evenAlone,
  MORE,
  sameState,
  schedulePoints,
  step,
  threadCount,
} from '../machine';
import { Journal } from '../machine/journal';
import { encodeSchedule } from '../schedule/encode';
import { explore } from './explore';
import { generate, shapeOf } from './testing/generate';

const scenario = (name: string) =>
  compiled(readFileSync(`src/scenarios/mb-38521/${name}.cpp`, 'utf8'), `${name}.cpp`);
const programOf = (seed: number) => compiled(generate(seed, shapeOf(seed, 12)), `seed-${seed}.cpp`);

test('MB-38521 before: one preemption is enough for the null dereference', () => {
  const { kind, complete, minimal } = explore(scenario('before'));
  expect([kind, complete]).toEqual(['null-dereference', true]);
  expect(minimal).toMatchObject({ kind, preemptions: 1, steps: 27, proven: true });
  expect(encodeSchedule(minimal!.schedule)).toBe('a3b6c17b');
});

test('MB-38521 as landed: every interleaving is clean', () => {
  const verdict = explore(scenario('landed'));
  expect(verdict).toMatchObject({
    kind: 'clean',
    complete: true,
    findings: [],
    notes: [],
    failures: [],
    minimal: null,
  });
});

const threads = (globals: string, bodies: readonly string[]) =>
  compiled(
    [
      '#include <atomic>\n#include <mutex>\n#include <shared_mutex>\n#include <thread>',
      globals,
      ...bodies.map((body, t) => `void t${t}() { ${body} }`),
      `int main() { ${bodies.map((_, t) => `std::thread h${t}(t${t});`).join(' ')} ${bodies.map((_, t) => `h${t}.join();`).join(' ')} }`,
    ].join('\n'),
    'reduced.cpp',
  );
const each = (n: number, text: (i: number) => string) => Array.from({ length: n }, (_, i) => text(i));

// States, as few as can be expected: SPIN with partial-order reduction needs 1,305, 930 and 559 for three of them (bench/search.mjs).
test.each<[string, number, string, string[]]>([
  [
    'each its own variable',
    60,
    'std::atomic<int> x[2];',
    each(2, (i) => 'x[I]++; '.replace('I', `${i}`).repeat(20)),
  ],
  ['readers only', 60, 'std::atomic<int> x{0};', each(2, () => 'x.load(); '.repeat(20))],
  [
    'a counter under a lock',
    260,
    'std::mutex m; int x = 0;',
    each(3, () => '{ std::lock_guard<std::mutex> g(m); x++; } '.repeat(3)),
  ],
  [
    'philosophers, one left-handed',
    180,
    'std::mutex f[4];',
    each(4, (i) => {
      const [one, two] = i === 3 ? [0, 3] : [i, i + 1];
      return `std::lock_guard<std::mutex> a(f[${one}]); std::lock_guard<std::mutex> b(f[${two}]);`;
    }),
  ],
  [
    'readers, then a writer',
    200,
    'std::shared_mutex m; std::atomic<int> x{0};',
    [
      ...each(2, () => '{ std::shared_lock<std::shared_mutex> g(m); x.load(); } '.repeat(3)),
      '{ std::unique_lock<std::shared_mutex> g(m); x++; }',
    ],
  ],
])('the reduction reduces: %s', (_what, most, globals, bodies) => {
  const program = threads(globals, bodies);
  const [reduced, full] = (['reduced', 'full'] as const).map((orders) => explore(program, { orders }));
  expect(reduced).toMatchObject({ kind: 'clean', complete: true });
  expect(reduced.states).toBeLessThanOrEqual(most);
  expect(full.states).toBeGreaterThan(1.5 * most);
});

test('what was met by a search that had more to learn is told, though the next one comes to its limit before it', () => {
  const program = compiled(
    `#include <mutex>
    #include <thread>
    std::mutex m, n; int x = 0, y = 0;
    void add(std::mutex& k, int* p) { std::lock_guard g(k); *p += 1; }
    int main() {
      std::thread t([] { for (int i = 0; i < 600; ++i) add(m, i == 599 ? &y : &x); });
      std::thread u([] { for (int i = 0; i < 600; ++i) add(n, &y); });
      t.join(); u.join();
    }`,
    'late.cpp',
  );
  let told: string | null = null;
  const verdict = explore(program, { states: 6000, noMinimal: true, onFailure: ({ kind }) => (told = kind) });
  expect(verdict).toMatchObject({ kind: 'data-race', complete: false, limit: 'states' });
  expect(told).toBe('data-race');
});

test('a thread that waits for another one to end disturbs it no more', () => {
  const body = 'for (int i = 0; i < 20; i++) x[I] = i;';
  const program = compiled(
    `#include <atomic>
    #include <thread>
    std::atomic<int> x[2];
    void t0() { ${body.replace('I', '0')} }
    void t1() { ${body.replace('I', '1')} }
    int main() { std::thread a(t0), b(t1); a.join(); b.join(); x[0].load(); x[1].load(); }`,
    'joined.cpp',
  );
  expect(explore(program).states).toBeLessThan(60);
});

test('a deadlock is predicted only from runs that end well and where none was met, and is a note where all were tried', () => {
  const kinds = (main: string) => {
    const { findings } = explore(
      compiled(
        `#include <cassert>
        #include <mutex>
        #include <thread>
        std::mutex a, b;
        void one() { std::lock_guard<std::mutex> x(a); std::lock_guard<std::mutex> y(b); }
        void two() { std::lock_guard<std::mutex> y(b); std::lock_guard<std::mutex> x(a); }
        int main() { ${main} }`,
        'predicted.cpp',
      ),
    );
    return findings.map(({ kind }) => kind);
  };
  const apart = 'std::thread s(one); s.join();';
  expect(kinds(`${apart} std::thread t(two); t.join();`)).toEqual([]);
  expect(kinds('std::thread s(one), t(two); s.join(); t.join();')).toEqual(['deadlock']);
  const luck = readFileSync('src/engine/explore/fixtures/lock-order-by-luck.cpp', 'utf8');
  const failing = luck.replace('s.join(); t.join();', 's.join(); t.join(); int* p = nullptr; *p = 1;');
  const { kind, findings, notes } = explore(compiled(luck, 'luck.cpp'));
  expect([kind, findings, notes.map(({ kind }) => kind)]).toEqual(['clean', [], ['lock-order-inversion']]);
  expect(explore(compiled(failing, 'failing.cpp')).findings.map(({ kind }) => kind)).toEqual([
    'null-dereference',
  ]);
});

test('the journal keeps the hash of the state, and undoes what it took in', () => {
  for (let seed = 0; seed < 8; seed++) {
    const program = programOf(seed);
    const machine = createMachine(program);
    const points = evenAlone(schedulePoints(program, [], 'access'));
    const journal = new Journal(machine);
    const rng = createRng(seed);
    const past: { mark: number; hash0: number; hash1: number; state: Int32Array }[] = [];
    for (let steps = 0; steps < 200; steps++) {
      const ready = [...Array(threadCount(machine)).keys()].filter((thread) => canStep(machine, thread));
      if (ready.length === 0 || rng.int(8) === 0) {
        if (past.length === 0) continue;
        const { mark, hash0, hash1, state } = past.splice(rng.int(past.length))[0];
        journal.undo(mark, hash0, hash1);
        expect(sameState(machine, state)).toBe(true);
        continue;
      }
      const { mark, hash0, hash1 } = journal;
      past.push({ mark, hash0, hash1, state: checkpoint(machine) });
      const thread = ready[rng.int(ready.length)];
      let outcome: number;
      do {
        outcome = step(machine, thread, 0, points);
        journal.commit(thread);
      } while (outcome === MORE);
      if (steps % 8 > 0) continue;
      const fresh = new Journal(machine);
      expect([seed, journal.hash0, journal.hash1]).toEqual([seed, fresh.hash0, fresh.hash1]);
    }
  }
});

test.each([
  ['two threads that add for ever', 'for (;;) x++;', 'for (;;) x++;', '', 1],
  ['two that add until they are told', 'while (!stop) x++;', 'while (!stop) x++;', 'stop = true;', 0],
])('finds the race of runs that do not end: %s', (_, one, two, main, preemptions) => {
  const text = `#include <thread>
    int x = 0; bool stop = false;
    int main() { std::thread a([] { ${one} }); std::thread b([] { ${two} }); ${main} a.join(); b.join(); }`;
  const verdict = explore(compiled(text, 'endless.cpp'), { states: 30_000 });
  expect(verdict).toMatchObject({ kind: 'data-race', complete: false, limit: 'states' });
  // Not all was seen: that fewer are not enough only none can claim.
  expect(verdict.minimal).toMatchObject({ preemptions, proven: preemptions === 0 });
});

test.each(['0', '(1 << N) - 1'])('defects of one kind, however many, hide none of another: %s', (seen) => {
  // Which of the blocks are left differs from order to order: more than 256 findings.
  const program = compiled(
    `#include <atomic>
#include <cassert>
#include <thread>
constexpr int N = 9;
std::atomic<int> ready{0};
int main() {
  int* blocks[N];
  int seen = 0;
  for (int i = 0; i < N; i++) blocks[i] = new int(i);
  std::thread other([] { for (int i = 0; i < N; i++) ready++; });
  for (int i = 0; i < N; i++)
    if (ready.load() > i) { delete blocks[i]; seen |= 1 << i; }
  other.join();
  assert(seen != ${seen});
}`,
    'leaks.cpp',
  );
  const kinds = new Set(explore(program, { noMinimal: true }).findings.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['assertion-failure', 'memory-leak']);
});

test('who is asked whether to stop is asked before a search begins, too: rehearsals take time', () => {
  const { kind, complete, limit, transitions } = explore(scenario('landed'), { shouldStop: () => true });
  expect({ kind, complete, limit, transitions }).toEqual({
    kind: 'clean',
    complete: false,
    limit: 'stopped',
    transitions: 0,
  });
});
