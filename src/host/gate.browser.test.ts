import { afterEach, expect, test } from 'vitest';
import { PATIENCE_MS } from '../../scripts/patience.mjs';
import type { Choice, Program, ThreadId } from '../engine';
import type { WorkerState } from './executor';
import { PATIENCE } from './gate';
import { type Bench, createBench } from './testing/bench';
import type { Task } from './testing/gates.worker';
import { chain, contenders } from './testing/programs';

/** How many random runs the three ways of running are compared on; VITE_RUNS=10000 for the long one. */
const RUNS = Number(import.meta.env.VITE_RUNS ?? 300);

/** Unbundled, each worker fetches some thirty modules: all 64 only on a quiet machine, VITE_THREADS=64. */
const THREADS = Number(import.meta.env.VITE_THREADS ?? 16);

let current: Bench | null = null;
afterEach(() => current?.close());

async function bench(program: Program): Promise<Bench> {
  current = await createBench(program);
  return current;
}

const choices = (text: string): Choice[] =>
  [...text].map((letter) => ({ thread: 'abcdefgh'.indexOf(letter) as ThreadId, pick: 0 }));
const steps = (text: string): Task => ({ kind: 'steps', choices: choices(text) });
/** The first workers come to rest there. */
const expectPlaces = (perform: Bench['do'], ...places: WorkerState['place'][]): Promise<void> =>
  expect
    .poll(async () => (await perform(steps(''))).places.slice(0, places.length).map(({ place }) => place))
    .toEqual(places);

test('a worker takes exactly the steps it is called for, and waits at its gate between', async () => {
  const { do: perform } = await bench(contenders(2, 1));
  const { outcomes } = await perform(steps('aaa'));
  expect(outcomes).toEqual([0, 0, 0]);
  await expectPlaces(perform, 'parked', 'gate', 'gate');
});

test('a blocked thread really waits at the word of its lock, and the unlock wakes it', async () => {
  const { do: perform, words } = await bench(contenders(2, 1));
  await perform(steps('aaa'));
  await perform(steps('bbcc'));
  await expectPlaces(perform, 'parked', 'gate', 'parked', 'gate');
  const lock = (await perform(steps(''))).places[2].word;
  expect(words[lock]).toBe(1 + 1);
  // It has said so before it waits: give it the moment between.
  await expect.poll(() => Atomics.notify(words, lock)).toBe(1);
  await expectPlaces(perform, 'parked', 'gate', 'parked', 'gate');
  await perform(steps('bbb'));
  await expectPlaces(perform, 'parked', 'gate', 'gate', 'gate');
  expect(Atomics.notify(words, lock)).toBe(0);
});

test('after a restore the workers wait where the restored state wants them', async () => {
  const { do: perform } = await bench(contenders(2, 1));
  for (let round = 0; round < 20; round++) {
    await perform(steps('aaabbcc'));
    await expectPlaces(perform, 'parked', 'gate', 'parked', 'gate');
    await perform({ kind: 'rewind' });
    await expectPlaces(perform, 'gate', 'gate', 'gate', 'gate');
  }
});

test(`${RUNS} random runs: one thread, gates and relay tell the same`, async () => {
  const { do: perform } = await bench(contenders(3, 2));
  const { differ, steps: taken, error } = await perform({ kind: 'compare', from: 0, to: RUNS });
  expect({ error, differ }).toEqual({ error: null, differ: [] });
  expect(taken).toBeGreaterThan(20 * RUNS);
});

test('a worker that was ended is noticed and replaced, and the run goes on', async () => {
  const { do: perform, pool, replace, control } = await bench(contenders(2, 1));
  await perform(steps('aaa'));
  // It answers no more, so that waiting for it is in vain however short.
  pool.kill(1);
  control[PATIENCE] = 1;
  const { error } = await perform(steps('b'));
  expect(error).toContain('thread 1');
  control[PATIENCE] = PATIENCE_MS;
  await replace(1);
  await perform({ kind: 'rewind' });
  const { outcomes } = await perform(steps('aaab'));
  expect(outcomes).toEqual([0, 0, 0, 0]);
  await expectPlaces(perform, 'parked', 'gate');
});

test(`${THREADS} threads, each in its worker`, async () => {
  const { do: perform, present } = await bench(chain(THREADS));
  await present(THREADS);
  const { differ, error } = await perform({ kind: 'compare', from: 0, to: 2 });
  expect({ error, differ }).toEqual({ error: null, differ: [] });
});
