/**
 * The fewest preemptions of programs with condition variables, against an enumeration that shares no line with the search: runs are
 * taken from the beginning each time, nothing is hashed, and what a preemption is is read from the definition.
 */
import { expect, test } from 'vitest';
import { createRng } from '../../base/rng';
import { YIELD } from '../bytecode/opcodes';
import type { Program } from '../bytecode/program';
import { compiled } from '../compiler/testing/execute';
import { leakOf } from '../detect/leaks';
import {
  canStep,
  checkpoint,
  createMachine,
  FAULTED,
  MORE,
  pickCount,
  restore,
  runStatus,
  step,
} from '../machine';
import { recordOf, T_PC } from '../machine/layout';
import { explore } from './explore';
import { pointsOf } from './refinement/points';

const PROGRAMS = Number(process.env.SEARCH_PROGRAMS ?? 60);

/**
 * One or two threads that wait for a flag and one that sets it and notifies. Taken one behind the other they mostly get through; what
 * goes wrong takes a switch between test and wait, or one before that too.
 */
function waiting(seed: number): string {
  const rng = createRng(seed);
  const some = (...all: string[]): string => all[rng.int(all.length)];
  const sleep = '{ std::unique_lock<std::mutex> l(m); c.wait(l); }';
  const waiter = (): string =>
    some(
      `if (go == 0) ${sleep}`,
      '{ std::unique_lock<std::mutex> l(m); while (go == 0) c.wait(l); }',
      `if (g == 1) if (go == 0) ${sleep}`,
      `if (g == 1) { std::unique_lock<std::mutex> l(m); while (go == 0) c.wait(l); assert(g != 1); }`,
      `std::this_thread::yield(); if (go == 0) ${sleep}`,
    );
  const notifier = [
    some('', 'g = 1;'),
    some('go = 1;', '{ std::lock_guard<std::mutex> l(m); go = 1; }', 'std::this_thread::yield(); go = 1;'),
    some('c.notify_one();', 'c.notify_all();', 'c.notify_all();'),
    some('', 'g = 2;'),
  ].join(' ');
  const bodies = [waiter(), notifier, ...(rng.int(3) === 0 ? [waiter()] : [])];
  const each = (text: (t: number) => string): string => bodies.map((_, t) => text(t)).join(' ');
  return `#include <atomic>
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>
std::mutex m; std::condition_variable c; std::atomic<int> go{0}, g{0};
${bodies.map((body, t) => `void t${t}() { ${body} }`).join('\n')}
int main() { ${each((t) => `std::thread h${t}(t${t});`)} ${each((t) => `h${t}.join();`)} }`;
}

/** The fewest preemptions of any run that fails; null if none does, undefined if there is too much to try. */
function fewestOfAll(program: Program, most: number): number | null | undefined {
  const machine = createMachine(program);
  const points = pointsOf(program, 'sync');
  const asks = (thread: number): boolean =>
    machine.words[recordOf(thread) + T_PC] >= 0 &&
    program.code[machine.words[recordOf(thread) + T_PC]] === YIELD;
  let now: { state: Int32Array; last: number }[] = [{ state: checkpoint(machine), last: 0 }];
  const seen = new Set<string>();
  for (let preemptions = 0; now.length > 0; preemptions++) {
    const later: typeof now = [];
    for (let node = now.pop(); node !== undefined; node = now.pop()) {
      const { state, last } = node;
      const name = `${last} ${state.join()}`;
      if (seen.has(name)) continue;
      if (seen.add(name).size > most) return undefined;
      restore(machine, state);
      const status = runStatus(machine);
      if (status === 'failed' || status === 'stuck') return preemptions;
      if (status === 'finished' && leakOf(machine, 0) !== null) return preemptions;
      const goesOn = canStep(machine, last) && !asks(last);
      for (let thread = 0; thread < 4; thread++) {
        restore(machine, state);
        if (!canStep(machine, thread)) continue;
        for (let pick = 0, picks = pickCount(machine, thread); pick < picks; pick++) {
          restore(machine, state);
          let outcome: number;
          do outcome = step(machine, thread, pick, points);
          while (outcome === MORE);
          const next = { state: checkpoint(machine), last: outcome === FAULTED ? 0 : thread };
          (thread !== last && goesOn ? later : now).push(next);
        }
      }
    }
    now = later;
  }
  return null;
}

test('programs that wait and notify: the fewest preemptions are always proven, and are those of a brute force', () => {
  const met = { proven: 0, fewest: new Set<number>() };
  for (let seed = 0; seed < PROGRAMS; seed++) {
    const program = compiled(waiting(seed), `waiting-${seed}.cpp`);
    const { complete, failures, minimal } = explore(program);
    const truth = fewestOfAll(program, 4000);
    if (truth === undefined) continue;
    expect([seed, complete, minimal?.preemptions ?? null]).toEqual([seed, true, truth]);
    for (const { kind, proven } of failures) expect([seed, kind, proven]).toEqual([seed, kind, true]);
    if (minimal === null) continue;
    expect([seed, minimal.proven]).toEqual([seed, true]);
    met.proven++;
    met.fewest.add(minimal.preemptions);
  }
  expect(met.proven).toBeGreaterThan(PROGRAMS / 3);
  expect([...met.fewest].sort()).toEqual(expect.arrayContaining([0, 1, 2]));
}, 600_000);
