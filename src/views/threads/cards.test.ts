import { expect, test } from 'vitest';
import type { Snapshot, TraceView } from '../../engine';
import { cardsOf, summaryOf } from './cards';

const next = (kind: string, target: string) => ({ kind, target, line: 7, text: `${kind}s ${target}` });
const thread = (id: number, name: string, more: object) => ({
  id,
  name,
  letter: name[0].toUpperCase(),
  frames: [],
  next: null,
  holds: [],
  reason: '',
  waitsFor: null,
  waitsLock: null,
  waitsCondition: null,
  picks: [],
  ...more,
});
const lock = (id: number, name: string, holder: number | null) => ({
  id,
  name,
  state: holder === null ? 'free' : 'held',
  holder,
});
const snapshot = (status: string, threads: object[], locks: object[] = []) =>
  ({ status, threads, locks }) as unknown as Snapshot;
const trace = (
  steps: [thread: number, text: string, line: number][],
  held: object[] = [],
  states: object[] = [],
) =>
  ({
    steps: steps.map(([id, text, line], index) => ({
      index: index + 1,
      thread: id,
      operation: { text, line },
    })),
    held,
    states,
  }) as unknown as TraceView;
const words = (card: ReturnType<typeof cardsOf>[number]) =>
  card.lines.map(({ term, before, code, after }) => `${term}: ${before} ${code}${after}`);

test('the thread that took the last step runs, another that could is ready', () => {
  const cards = cardsOf(
    snapshot('running', [
      thread(0, 'main', { state: 'ready', next: next('lock', 'a') }),
      thread(1, 'worker', { state: 'ready', next: next('lock', 'a') }),
    ]),
    trace([[1, 'unlocks a', 3]]),
    1,
  );
  expect(cards.map(({ state, canStep }) => [state, canStep])).toEqual([
    ['ready', true],
    ['running', true],
  ]);
  expect(summaryOf(cards)).toBe('2 can step');
});

test('a blocked thread says who holds the lock, and since when', () => {
  const [card] = cardsOf(
    snapshot(
      'running',
      [
        thread(2, 'worker', {
          state: 'blocked',
          reason: 'waiting for door, held by bucket_del',
          next: next('lock', 'door'),
          waitsFor: 1,
          waitsLock: 40,
          waitsCondition: null,
        }),
        thread(1, 'bucket_del', { state: 'ready' }),
      ],
      [lock(40, 'door', 1)],
    ),
    trace([], [{ lock: 40, thread: 1, mode: 'exclusive', from: 6, to: null }]),
    9,
  );
  expect(card.why).toBe('waiting for door, held by bucket_del since step 6');
  expect(words(card)).toEqual([]);
});

test('a waiting thread says whom it waits for', () => {
  const [card] = cardsOf(
    snapshot('running', [
      thread(0, 'main', {
        state: 'waiting',
        reason: 'waiting for worker to finish',
        next: next('join', 'worker'),
        waitsFor: 1,
      }),
      thread(1, 'worker', { state: 'ready' }),
    ]),
    null,
    0,
  );
  expect([card.why, words(card)]).toEqual(['waiting for worker to finish', []]);
});

test('a finished thread says when, and what it did last', () => {
  const [card] = cardsOf(
    snapshot('running', [thread(2, 'worker', { state: 'finished' })]),
    trace([
      [2, 'stores null to mgr', 44],
      [1, 'locks a', 3],
    ]),
    2,
  );
  expect([card.why, words(card)]).toEqual(['finished at step 1', ['last: stores null to mgr  :44']]);
});

test('a thread that waited when the program stopped is still shown as waiting', () => {
  const [card] = cardsOf(
    snapshot('failed', [thread(0, 'main', { state: 'ready', next: next('join', 'worker') })]),
    trace([[1, 'loads mgr: null', 51]], [], [{ thread: 0, state: 'waiting', from: 1, to: null }]),
    1,
  );
  expect([card.state, card.canStep, card.why]).toEqual(['waiting', false, 'the process ended']);
});

test('after a crash nobody can step, and the reason is the end of the process', () => {
  const cards = cardsOf(
    snapshot('failed', [
      thread(0, 'main', { state: 'waiting', reason: 'joins bucket_del' }),
      thread(1, 'bucket_del', { state: 'crashed' }),
      thread(2, 'worker', { state: 'ready' }),
    ]),
    trace([[1, 'loads mgr: null', 51]]),
    1,
  );
  expect(cards.map(({ canStep, why }) => [canStep, why])).toEqual(
    Array(3).fill([false, 'the process ended']),
  );
  expect(summaryOf(cards)).toBe('none can step');
});
