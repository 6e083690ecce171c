import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ThreadId } from '../bytecode/program';
import { decodeSchedule, encodeSchedule, MAX_ENCODED_STEPS } from './encode';
import type { Granularity, Schedule } from './schedule';

const granularities = fc.constantFrom<Granularity>('sync', 'access');
const runs = fc.array(
  fc.record({
    thread: fc.oneof(fc.nat(3), fc.nat(70)).map((id) => id as ThreadId),
    pick: fc.oneof(fc.constant(0), fc.nat(12)),
    count: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 30 })),
  }),
  { maxLength: 30 },
);
const schedules: fc.Arbitrary<Schedule> = fc.tuple(granularities, runs).map(([granularity, all]) => ({
  granularity,
  choices: all.flatMap(({ thread, pick, count }) => Array.from({ length: count }, () => ({ thread, pick }))),
}));

const schedule = (text: string): Schedule => decodeSchedule(text).schedule;
const steps = (text: string): string =>
  schedule(text)
    .choices.map(({ thread, pick }) => (pick > 0 ? `${thread}:${pick}` : `${thread}`))
    .join(' ');

test('a schedule comes back as it was', () => {
  fc.assert(
    fc.property(schedules, (original) => {
      expect(decodeSchedule(encodeSchedule(original))).toEqual({ schedule: original, damaged: false });
    }),
  );
});

test('a person can read and write it', () => {
  expect(steps('a2bc3')).toBe('0 0 1 2 2 2');
  expect(steps('aab2-1c')).toBe('0 0 1:1 1:1 2');
  expect(steps('Z_52_2')).toBe('51 52 52');
  expect(schedule('-ab').granularity).toBe('access');
  expect(schedule('ab').granularity).toBe('sync');
  expect(decodeSchedule('')).toEqual({ schedule: { granularity: 'sync', choices: [] }, damaged: false });
});

test('every way to write a schedule leads to the same text', () => {
  for (const text of ['aaab', 'a2ab', 'a3b', 'a3b1', 'a3b-0', '_0_3b']) {
    expect(encodeSchedule(schedule(text))).toBe('a3b');
  }
});

test('its characters need no escape in a URL', () => {
  fc.assert(
    fc.property(schedules, (original) => {
      const text = encodeSchedule(original);
      expect(encodeURIComponent(text)).toBe(text);
      expect(new URLSearchParams({ s: text }).toString()).toBe(`s=${text}`);
    }),
  );
});

test('any text decodes to the schedule of its longest valid beginning', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'ab19_-. %'), maxLength: 12 });
  fc.assert(
    fc.property(fc.oneof(letters, fc.string()), (text) => {
      const { schedule: prefix, damaged } = decodeSchedule(text);
      expect(decodeSchedule(encodeSchedule(prefix))).toEqual({ schedule: prefix, damaged: false });
      if (!damaged) expect(decodeSchedule(`${text} `)).toEqual({ schedule: prefix, damaged: true });
    }),
  );
});

test('a cut link keeps the steps before the cut', () => {
  fc.assert(
    fc.property(schedules, fc.nat(200), (original, cut) => {
      const { schedule: prefix } = decodeSchedule(encodeSchedule(original).slice(0, cut));
      const end = prefix.choices.length;
      // The last run may have lost digits of its count or its pick, never its thread.
      expect(prefix.choices.map(({ thread }) => thread)).toEqual(
        original.choices.slice(0, end).map(({ thread }) => thread),
      );
    }),
  );
});

test('a count that is damaged does not fill the memory', () => {
  const { schedule: prefix, damaged } = decodeSchedule('a2b99999999999999999999c');
  expect(prefix.choices).toHaveLength(2);
  expect(damaged).toBe(true);
  expect(schedule(`a${MAX_ENCODED_STEPS}b`).choices).toHaveLength(MAX_ENCODED_STEPS);
});

test('a schedule of twenty steps and three switches takes a dozen characters', () => {
  expect(encodeSchedule(schedule('a3b5c9b3'))).toHaveLength(8);
});
