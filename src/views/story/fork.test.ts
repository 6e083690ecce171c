import { expect, test } from 'vitest';
import type { Finding, FindingKind, Schedule } from '../../engine';
import type { Branch, Standing } from '../../session';
import { askedAt, forkOf, replayWords, replyWords } from './fork';

const line = (threads: readonly number[]): Schedule =>
  ({ granularity: 'sync', choices: threads.map((thread) => ({ thread, pick: 0 })) }) as unknown as Schedule;
const branch = (id: number, name: string, threads: readonly number[], forkedAt = 0): Branch =>
  ({ id, name, slug: 'before', schedule: line(threads), forkedAt }) as unknown as Branch;

test('a fork tells the step where it left the story, and who ran since', () => {
  const own = [0, 0, 2, 2, 1];
  const branches = [branch(0, 'story', [0, 0, 1, 1]), branch(1, 'fork at step 2', own, 2)];
  expect(forkOf(branches, 1, 'before', line(own))).toEqual({
    title: 'You left the story at step 2',
    opened: false,
    step: 2,
    steps: [
      { step: 3, thread: 2 },
      { step: 4, thread: 2 },
      { step: 5, thread: 1 },
    ],
    more: 0,
  });
});

test('a run that was opened whole has its own name for a title', () => {
  const run = [0, 0, 1];
  const branches = [branch(0, 'story', [0, 0, 2]), branch(1, 'simplest failing run', run)];
  const words = forkOf(branches, 1, 'before', line(run));
  expect(words).toMatchObject({ title: 'Simplest failing run', opened: true, step: 2 });
  const first = [branch(0, 'first line', run)];
  expect(forkOf(first, 0, 'before', line(run))).toMatchObject({ title: 'Your own run', opened: false });
});

test('many steps are cut, and counted', () => {
  const own = [0, ...Array<number>(20).fill(1)];
  const branches = [branch(0, 'story', [0, 2]), branch(1, 'fork', own, 1)];
  const { steps, more } = forkOf(branches, 1, 'before', line(own));
  expect([steps.length, more]).toEqual([12, 8]);
});

test('who left at a question was asked it', () => {
  const question = { text: 'Who?', answer: 'worker', hint: '' };
  const part = { variant: 'before', schedule: 'a3b', question } as Parameters<typeof askedAt>[0];
  expect(askedAt(part, 'before', 4)).toBe(question);
  expect(askedAt(part, 'before', 5)).toBe(question);
  expect(askedAt(part, 'before', 3)).toBeNull();
  expect(askedAt(part, 'before', null)).toBeNull();
  expect(askedAt(part, 'landed', 4)).toBeNull();
  expect(askedAt(undefined, 'before', 4)).toBeNull();
});

test('without a story in this variant there is nothing that was left', () => {
  expect(forkOf([branch(3, 'first line', [0, 1])], 3, 'before', line([0, 1])).step).toBeNull();
});

test('a step away from a question is right as long as what was asked for can follow', () => {
  const words = (reply: Parameters<typeof replyWords>[0]) => replyWords(reply, 'the crash', 'order');
  expect(words({ fate: 'can', orders: 11, left: 22 })).toBe(
    'That can be an answer: 11 of the 22 orders that can follow end in the crash. Step on to get there.',
  );
  expect(words({ fate: 'can', orders: 2, left: 2 })).toContain('All 2 orders');
  expect(words({ fate: 'can', orders: 1, left: 1 })).toContain('the one order that can follow ends');
  const cannot = (left: number, failing: number, kind: FindingKind | null) =>
    words({ fate: 'cannot', left, failing, kind });
  expect(cannot(3, 0, null)).toBe(
    'After that no order ends in the crash. Go back to the story and try again.',
  );
  expect(cannot(16, 16, 'double-free')).toContain(
    'ends in the crash; all 16 orders that can follow end in another failure: the double free.',
  );
  expect(cannot(3, 2, null)).toContain('crash; 2 of the 3 orders that can follow end in another failure.');
  expect(cannot(1, 1, 'deadlock')).toContain('the one order that can follow ends in another failure: the');
  expect(words({ fate: 'unknown' })).toContain('is known when all interleavings have been explored');
});

test('a run that is replayed in another variant says what its other orders come to', () => {
  const standing = (count: object | null, fails: boolean) =>
    ({ fails, complete: true, count: count && { executions: 275, exact: true, ...count } }) as Standing;
  const words = (known: Standing | null, failed: Finding | null = null) =>
    replayWords('Null check', failed, known);
  expect(words(standing({ failing: 273 }, true))).toBe(
    'Your run, replayed in Null check: no failure in this order; of all its orders, 273 of 275 fail.',
  );
  expect(words(standing({ failing: 0 }, false))).toContain('none of 275 fails');
  expect(words(standing(null, true))).toContain('other orders fail');
  expect(words(null)).toContain('not known yet');
  expect(words(null, { step: 27 } as Finding)).toBe(
    'Your run, replayed in Null check: it fails here too, in step 27.',
  );
});
