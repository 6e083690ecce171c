/** What a search within bounds says, against an enumeration of all runs within them that shares no line with it: nothing is hashed or reduced. */
import { expect, test } from 'vitest';
import { JOIN, SPAWN, START } from '../../bytecode/opcodes';
import type { Program } from '../../bytecode/program';
import { compiled } from '../../compiler/testing/execute';
import { endedWell } from '../../detect/ends';
import {
  canStep,
  checkpoint,
  createMachine,
  evenAlone,
  FAULTED,
  MORE,
  nextPc,
  pickCount,
  restore,
  runStatus,
  step,
  threadCount,
} from '../../machine';
import { stackFrames } from '../../machine/stack';
import { explore } from '../explore';
import { setUp } from '../steps/setup';
import { generate, shapeOf } from '../testing/generate';
import type { Bounded } from './preemption-bound';

const PROGRAMS = Number(process.env.SEARCH_PROGRAMS ?? 12);
const MOST = 3000;

/** Whether some run goes wrong in which no thread comes to a place more often than `rounds`; null if there are too many. */
function failsWithin(program: Program, rounds: number): boolean | null {
  const machine = createMachine(program);
  const points = evenAlone(explore(program, { noMinimal: true }).points);
  const seen = new Set<string>();
  const { state: start } = setUp(machine, points);
  const open = [{ state: start, visits: new Map<string, number>() }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { state, visits } = one;
    const key = `${state.join()} ${[...visits].sort().join(' ')}`;
    if (seen.has(key)) continue;
    if (seen.add(key).size > MOST) return null;
    restore(machine, state);
    const placeOf = (thread: number): string | null => {
      const pc = nextPc(machine, thread);
      if (pc < 0 || [SPAWN, START, JOIN].includes(program.code[pc])) return null;
      return `${thread} ${stackFrames(machine, thread)
        .map((frame) => frame.pc)
        .join()}`;
    };
    const status = runStatus(machine);
    if (status !== 'running' && !endedWell(machine)) return true;
    for (let thread = 0; thread < threadCount(machine); thread++) {
      restore(machine, state);
      if (!canStep(machine, thread) || (visits.get(placeOf(thread) ?? '') ?? 0) > rounds) continue;
      for (let pick = 0, picks = pickCount(machine, thread); pick < picks; pick++) {
        restore(machine, state);
        let outcome: number;
        do outcome = step(machine, thread, pick, points);
        while (outcome === MORE);
        if (outcome === FAULTED) return true;
        const place = placeOf(thread);
        const counted = new Map(visits);
        if (place !== null) counted.set(place, (visits.get(place) ?? 0) + 1);
        open.push({ state: checkpoint(machine), visits: counted });
      }
    }
  }
  return false;
}

test('a search of the first rounds finds a failure if some run of them fails', () => {
  const met = { compared: 0, fails: 0 };
  for (let seed = 0; seed < PROGRAMS; seed++) {
    const shape = {
      ...shapeOf(seed, 5),
      waits: false,
      plain: false,
      spins: seed % 2 === 0,
      polls: seed % 2 === 1,
    };
    const program = compiled(generate(seed, shape), `rounds-${seed}.cpp`);
    for (const rounds of [1, 2]) {
      const truth = failsWithin(program, rounds);
      if (truth === null) continue;
      const { limit, findings } = explore(program, { orders: { rounds }, noMinimal: true });
      const fails = findings.some(({ kind, reached }) => reached && kind !== 'data-race');
      expect([seed, rounds, limit, fails]).toEqual([seed, rounds, 'bound', truth]);
      met.compared++;
      if (truth) met.fails++;
    }
  }
  expect(met.compared).toBeGreaterThan(PROGRAMS / 2);
  expect(met.fails).toBeGreaterThan(0);
});

/** `last` is what main does in the end. */
const counting = (rounds: number, wrong: number, last = '') =>
  compiled(
    `#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>
std::mutex m;
int n = 0;
void work() { for (int i = 0; i < ${rounds}; ++i) { std::lock_guard<std::mutex> l(m); n = n + 1; assert(i != ${wrong}); } }
int main() { std::thread a(work), b(work), c(work); a.join(); b.join(); c.join(); ${last} }`,
    'counting.cpp',
  );

test.each([
  [3, true],
  [6, false],
])('what fails in the fifth round is not met in the first %i, or is', (rounds, clean) => {
  const { kind, limit, bounded } = explore(counting(9, 4), { orders: { rounds }, noMinimal: true });
  expect([kind === 'clean', limit]).toEqual([clean, 'bound']);
  expect(bounded).toEqual(clean ? { preemptions: null, rounds } : null);
});

test('a large program is known to be clean within bounds before the whole is known, and says so where that is never known', () => {
  const told: Bounded[] = [];
  // Who could tell that a mutex is held has no proof by fewer orders.
  const limits = { states: 20_000, large: 5000, onBounded: (bounded: Bounded) => told.push(bounded) };
  const { kind, complete, bounded } = explore(counting(200, -1, 'if (m.try_lock()) m.unlock();'), limits);
  expect([kind, complete]).toEqual(['clean', false]);
  expect(bounded).toEqual({ preemptions: 0, rounds: 3 });
  expect(told).toEqual([{ preemptions: 0, rounds: null }, bounded]);
});

test('of runs that are cut off as too long nothing is known, however few preemptions they have', () => {
  const told: Bounded[] = [];
  const limits = { states: 20_000, large: 5000, onBounded: (bounded: Bounded) => told.push(bounded) };
  // Some 11,000 steps of one thread: without a preemption the assertion fails behind them.
  const long = `#include <cassert>
#include <mutex>
#include <thread>
std::mutex m;
int n = 0;
void work(int rounds) { for (int i = 0; i < rounds; ++i) { std::lock_guard<std::mutex> l(m); n = n + 1; } }
int main() { std::thread a(work, 5500), b(work, 1); a.join(); b.join(); if (m.try_lock()) m.unlock(); assert(n == 0); }`;
  const { complete, bounded } = explore(compiled(long, 'long.cpp'), limits);
  expect([complete, bounded?.preemptions ?? null]).toEqual([false, null]);
  expect(told.filter(({ preemptions }) => preemptions !== null)).toEqual([]);
});
