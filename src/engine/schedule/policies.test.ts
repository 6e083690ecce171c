import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ThreadId } from '../bytecode/program';
import { decodeSchedule } from './encode';
import { nonpreemptive } from './nonpreemptive';
import { random } from './random';
import { replay } from './replay';
import type { Scheduler } from './scheduler';
import { sticky } from './sticky';

const ids = (...threads: number[]): ThreadId[] => threads as ThreadId[];
const choices = (text: string) => decodeSchedule(text).schedule.choices;

/** Who runs for `steps` steps while always the same threads are ready. */
function drive(scheduler: Scheduler, ready: ThreadId[], steps: number): (number | null)[] {
  const ran: (number | null)[] = [];
  let last: ThreadId | null = null;
  for (let i = 0; i < steps; i++) {
    last = scheduler.next(ready, last, false);
    ran.push(last);
  }
  return ran;
}

test('replay() repeats the schedule and stops at its end', () => {
  expect(drive(replay(choices('ab2')), ids(0, 1), 5)).toEqual([0, 1, 1, null, null]);
});

test('replay() stops where the thread cannot step', () => {
  expect(drive(replay(choices('abc')), ids(0, 2), 2)).toEqual([0, null]);
});

test('nonpreemptive keeps the running thread while it can', () => {
  expect(drive(nonpreemptive, ids(1, 2), 3)).toEqual([1, 1, 1]);
  expect(nonpreemptive.next(ids(0, 2), ids(1)[0], false)).toBe(0);
});

test('random() and sticky() repeat themselves for the same seed, and choose among the ready', () => {
  const sets = fc.uniqueArray(fc.nat(63), { minLength: 1 }).map((all) => ids(...all));
  fc.assert(
    fc.property(fc.integer(), sets, (seed, ready) => {
      for (const make of [() => random(seed), () => sticky(seed, 5)]) {
        const ran = drive(make(), ready, 30);
        expect(drive(make(), ready, 30)).toEqual(ran);
        for (const thread of ran) expect(ready).toContain(thread);
      }
    }),
  );
});

test('sticky() switches less often', () => {
  const switches = (scheduler: Scheduler): number =>
    drive(scheduler, ids(0, 1, 2), 3000).filter((thread, i, all) => i > 0 && thread !== all[i - 1]).length;
  expect(switches(random(1))).toBeGreaterThan(1800);
  expect(switches(sticky(1, 10))).toBeLessThan(300);
});
