import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Program, Schedule, ThreadId, Verdict } from '../engine';
import type { SearchClient, SearchSize } from '../host/client';
import * as act from './actions';
import { isIdle } from './derive';
import { startExploring } from './explorer';
import { connectEngine, resetSession } from './queue';
import { session } from './session';
import type { Explored } from './state';
import { createFakeEngine, type FakeEngine, letters } from './testing/fakeEngine';
import { openHome } from './visit';

vi.mock('../scenarios', () => import('./testing/fakeScenario'));

const verdict = (rest: Partial<Verdict> = {}): Verdict =>
  ({
    kind: 'clean',
    complete: true,
    limit: null,
    states: 7,
    transitions: 9,
    findings: [],
    minimal: null,
    ...rest,
  }) as Verdict;
const line = (text: string): Schedule => ({
  granularity: 'sync',
  choices: [...text].map((letter) => ({ thread: 'abc'.indexOf(letter) as ThreadId, pick: 0 })),
});

/** Answers when it is told to; what was asked stands in `sources`. */
function createFakeSearch() {
  let now: { answer(verdict: Verdict | null): void; fail(): void; progress(n: number): void } | null = null;
  const fake = {
    sources: [] as string[],
    sizes: [] as SearchSize[],
    /** What a stopped search answers. */
    known: null as Verdict | null,
    explore: (program: Program, size: SearchSize, onProgress: (s: number, t: number) => void) => {
      fake.sources.push(program as unknown as string);
      fake.sizes.push(size);
      return new Promise<Verdict | null>((resolve, reject) => {
        now = { answer: resolve, fail: () => reject(new Error()), progress: (n) => onProgress(n, 2 * n) };
      });
    },
    stop: () => now?.answer(fake.known),
    dispose: () => {},
    get search() {
      return now!;
    },
  };
  return fake satisfies SearchClient;
}

let engine: FakeEngine;
let search: ReturnType<typeof createFakeSearch>;
let stop: () => void;
const now = () => session.getState();
const phases = () =>
  Object.entries(now().explored).map(
    ([key, { phase, states }]: [string, Explored]) => `${key} ${phase} ${states}`,
  );
const asked = (...sources: string[]) =>
  vi.waitFor(() => expect(search.sources).toEqual(sources.map((slug) => `// ${slug}`)), { interval: 1 });
const known = (...wanted: string[]) => vi.waitFor(() => expect(phases()).toEqual(wanted), { interval: 1 });

beforeEach(() => {
  resetSession();
  engine = createFakeEngine();
  search = createFakeSearch();
  connectEngine(engine);
  stop = startExploring(engine, search);
});
afterEach(() => stop());

describe('a scenario', () => {
  test('is explored by itself: the variant shown, then the others, and the page is idle all the while', async () => {
    act.openScenario('demo', 'landed');
    await asked('landed');
    expect(isIdle(now())).toBe(true);
    search.search.progress(3);
    await known('demo/landed exploring 3');
    search.search.answer(verdict());
    await asked('landed', 'before');
    search.search.answer(verdict({ states: 5 }));
    await known('demo/landed done 7', 'demo/before done 5');
  });

  test('is not explored twice', async () => {
    act.openScenario('demo');
    await asked('before');
    search.search.answer(verdict());
    await asked('before', 'landed');
    search.search.answer(verdict());
    await known('demo/before done 7', 'demo/landed done 7');
    openHome();
    act.openScenario('demo');
    await vi.waitFor(() => expect(isIdle(now())).toBe(true), { interval: 1 });
    expect(phases()).toHaveLength(2);
    await asked('before', 'landed');
  });

  test('is given up for what is looked at next, and begun anew later', async () => {
    act.openScenario('demo');
    await asked('before');
    act.chooseVariant('landed');
    await asked('before', 'landed');
    await known('demo/landed exploring 0');
    search.search.answer(verdict());
    await asked('before', 'landed', 'before');
    openHome();
    await known('demo/landed done 7');
  });

  test('is not explored while something is under way', async () => {
    engine.held = true;
    act.openScenario('demo');
    await new Promise((go) => setTimeout(go, 5));
    expect(search.sources).toEqual([]);
    engine.held = false;
    engine.release();
    await asked('before');
  });
});

describe('stopping', () => {
  beforeEach(async () => {
    act.openScenario('demo');
    await asked('before');
  });

  test('keeps what is known', async () => {
    search.search.progress(3);
    act.stopExploring();
    await asked('before', 'landed');
    expect(phases()).toEqual(['demo/before stopped 3', 'demo/landed exploring 0']);
  });

  test('keeps the verdict so far', async () => {
    search.known = verdict({ complete: false, limit: 'stopped', states: 4 });
    act.stopExploring();
    await known('demo/before stopped 4', 'demo/landed exploring 0');
    expect(now().explored['demo/before'].verdict).toBe(search.known);
  });

  test('is not for ever: one may explore further, with larger limits', async () => {
    act.stopExploring();
    await asked('before', 'landed');
    act.exploreFurther();
    await asked('before', 'landed', 'before');
    expect(search.sizes[2].states).toBeGreaterThan(search.sizes[0].states);
    search.search.answer(verdict());
    await known('demo/before done 7', 'demo/landed exploring 0');
  });

  test('a search that breaks is no verdict', async () => {
    search.search.fail();
    await asked('before', 'landed');
    expect(phases()[0]).toBe('demo/before failed 0');
  });
});

describe('the simplest failing run', () => {
  const minimal = {
    kind: 'null-dereference',
    preemptions: 1,
    steps: 4,
    schedule: line('abca'),
    proven: true,
  } as const;

  test('opens before its first preemption, as a line of its own', async () => {
    engine.preempts = 'abc';
    act.openScenario('demo');
    await asked('before');
    search.search.answer(verdict({ kind: 'null-dereference', minimal }));
    await asked('before', 'landed');
    act.openSimplest();
    await vi.waitFor(() => expect(isIdle(now())).toBe(true), { interval: 1 });
    expect(letters(now().schedule.choices)).toBe('abca');
    expect(now()).toMatchObject({ at: 2, onRails: false, notice: null });
    expect(now().branches.map(({ name }) => name)).toEqual(['story', 'simplest failing run']);
  });

  test('is nothing to open while none is known', async () => {
    act.openScenario('demo');
    await asked('before');
    act.openSimplest();
    expect(now().pending).toBe(false);
    expect(now().branches).toHaveLength(1);
  });
});
