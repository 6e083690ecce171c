import { expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import type { ThreadId } from '../bytecode/program';
import { pct, pctBound } from './pct';
import type { Scheduler } from './scheduler';

const RUNS = few(2000, 20_000);

/** Who takes the steps, of `threads` threads of `each` steps that never wait. */
function run(policy: Scheduler, threads: number, each: number): ThreadId[] {
  const left = new Array<number>(threads).fill(each);
  const taken: ThreadId[] = [];
  let last: ThreadId | null = null;
  for (;;) {
    const ready = left.flatMap((n, thread) => (n > 0 ? [thread as ThreadId] : []));
    if (ready.length === 0) return taken;
    last = policy.next(ready, last, false) as ThreadId;
    left[last]--;
    taken.push(last);
  }
}

const switches = (taken: readonly ThreadId[]): number =>
  taken.filter((thread, i) => i > 0 && thread !== taken[i - 1]).length;

test('without change points the threads run one after the other, in every order', () => {
  const orders = new Set<string>();
  for (let seed = 0; seed < RUNS; seed++) {
    const taken = run(pct(seed, { depth: 1, steps: 9 }), 3, 3);
    expect(switches(taken)).toBe(2);
    orders.add([...new Set(taken)].join(''));
  }
  expect(orders.size).toBe(6);
});

test('a change point makes one switch more, and the same seed the same run', () => {
  for (let seed = 0; seed < RUNS; seed++) {
    const options = { depth: 2, steps: 8 };
    const taken = run(pct(seed, options), 2, 4);
    expect(switches(taken)).toBeLessThanOrEqual(3);
    expect(run(pct(seed, options), 2, 4)).toEqual(taken);
  }
});

test.each([2, 3])('an order of %i events is met at least as often as the paper says', (depth) => {
  const options = { depth, steps: 8 };
  // Thread 0 takes so many steps, then thread 1 some, then thread 0 goes on: each needs its change points at exactly these steps.
  const wanted = depth === 2 ? '01111000' : '01100011';
  let met = 0;
  for (let seed = 0; seed < RUNS; seed++) {
    if (run(pct(seed, options), 2, 4).join('') === wanted) met++;
  }
  expect(met / RUNS).toBeGreaterThanOrEqual(pctBound(2, options) / 2);
});

test('a thread that asks to be left lets all others go first', () => {
  const policy = pct(1, { depth: 1, steps: 10 });
  const both = [0, 1] as ThreadId[];
  const first = policy.next(both, null, false) as ThreadId;
  expect(policy.next(both, first, false)).toBe(first);
  expect(policy.next(both, first, true)).toBe(1 - first);
  expect(policy.next(both, (1 - first) as ThreadId, false)).toBe(1 - first);
});
