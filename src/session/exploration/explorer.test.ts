import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Execution, Executions, Program, Schedule, StepIndex, ThreadId, Verdict } from '../../engine';
import {
  type Judgement,
  NO_PROGRESS,
  type Outlook,
  type Position,
  type Progress,
  type SearchClient,
  type SearchSize,
} from '../../host/client';
import { whenIdle } from '../model/idle';
import { isIdle } from '../model/selectors';
import type { Explored } from '../model/state';
import { createSession } from '../session';
import { createFakeEngine, letters } from '../testing/fakeEngine';
import { fakeDocuments } from '../testing/fakeScenario';

const verdict = (rest: Partial<Judgement> = {}): Judgement =>
  ({
    kind: 'clean',
    complete: true,
    limit: null,
    states: 7,
    transitions: 9,
    findings: [],
    notes: [],
    failures: [],
    minimal: null,
    ...rest,
  }) as Judgement;
/** An execution that fails with so many preemptions, or does not. */
const run = (schedule: string, fails: number | null): Execution => ({
  schedule,
  lines: [...schedule].map(() => 1),
  kind: fails === null ? null : 'null-dereference',
  preemptions: fails ?? 0,
  events: [],
});
const line = (text: string): Schedule => ({
  granularity: 'sync',
  choices: [...text].map((letter) => ({ thread: 'abc'.indexOf(letter) as ThreadId, pick: 0 })),
});

const COUNT = {
  executions: 1,
  failing: 0,
  exact: true,
  transitions: 1,
  redundant: 0,
  rounds: false,
  endless: false,
};

/** Answers when it is told to; what was asked stands in `sources`. */
function createFakeSearch() {
  let now: {
    answer(verdict: Verdict | null): void;
    fail(): void;
    progress(states: number, more?: Partial<Progress>): void;
  } | null = null;
  const fake = {
    sources: [] as string[],
    sizes: [] as SearchSize[],
    /** What a stopped search answers. */
    known: null as Verdict | null,
    /** Listing waits to be answered, by stop at the latest. */
    held: false,
    listed: 0,
    explore: (program: Program, size: SearchSize, onProgress: (progress: Progress) => void) => {
      fake.sources.push(program as unknown as string);
      fake.sizes.push(size);
      return new Promise<Verdict | null>((resolve, reject) => {
        now = {
          answer: resolve,
          fail: () => reject(new Error()),
          progress: (states, more) => onProgress({ ...NO_PROGRESS, states, ...more }),
        };
      });
    },
    /** What the verdict of the test has, or one execution. */
    list: (_program: Program, { count = COUNT, executions = [] }: Judgement) => {
      const found = { count, list: executions };
      fake.listed++;
      if (!fake.held) return Promise.resolve(found);
      return new Promise<Executions | null>((resolve, reject) => {
        const answer = (known: Verdict | null): void => resolve(known && found);
        now = { answer, fail: () => reject(new Error()), progress: () => {} };
      });
    },
    stop: () => now?.answer(fake.known),
    /** A step of thread n has the event n; what can be foreseen of 0 fails, of 1 does not. */
    locate: async ({ schedule }: Position) => ({
      steps: schedule.choices.map(({ thread }) => [thread]),
      next: [],
    }),
    foresee: async (): Promise<Outlook> => [
      { thread: 0 as ThreadId, pick: 0, fails: 'can' },
      { thread: 1 as ThreadId, pick: 0, fails: 'cannot' },
    ],
    outcomes: async (_program: Program, { choices }: Schedule) =>
      [...choices, null].map(() => ({ left: 2, failing: 1, exact: true })),
    weaken: async () => ({
      verdict: 'clean' as const,
      complete: true,
      counted: true,
      executions: 3,
      failing: 0,
      sequential: 3,
      graphs: 9,
      strengthened: false,
      failures: [],
    }),
    ask: async () => ({ answer: 'no' as const, states: 4 }),
    askWeak: async () => ({ answer: 'no' as const, executions: 2 }),
    giveUp: () => {},
    dispose: () => {},
    get search() {
      return now!;
    },
  };
  return fake satisfies SearchClient;
}

function create() {
  const session = createSession([fakeDocuments()]);
  const engine = createFakeEngine();
  const search = createFakeSearch();
  session.connect({ engine, search });
  return { session, engine, search, act: session.actions, now: session.store.getState };
}
let { session, engine, search, act, now } = create();
const phases = () =>
  Object.entries(now().explored)
    .map(([key, { phase, states }]: [string, Explored]) => `${key} ${phase} ${states}`)
    .sort();
const asked = (...sources: string[]) =>
  expect.poll(() => search.sources).toEqual(sources.map((slug) => `// ${slug}`));
const known = (...wanted: string[]) => expect.poll(() => phases()).toEqual(wanted.sort());
const listings = (count: number) => expect.poll(() => search.listed).toBe(count);

const idle = () => expect.poll(() => isIdle(now())).toBe(true);
/** Opens the scenario, and answers the searches of both variants. */
async function judged(first: Judgement): Promise<void> {
  act.openDocument('demo');
  await asked('before');
  search.search.answer(first);
  await asked('before', 'landed');
  search.search.answer(verdict());
  await known('demo/before done 7', 'demo/landed done 7');
}

beforeEach(() => {
  ({ session, engine, search, act, now } = create());
});
afterEach(() => session.dispose());

describe('a scenario', () => {
  test('is explored by itself: the variant shown, then the others, and the page is idle all the while', async () => {
    act.openDocument('demo', 'landed');
    await asked('landed');
    expect(isIdle(now())).toBe(true);
    search.search.progress(3);
    await known('demo/landed exploring 3');
    search.search.answer(verdict());
    await asked('landed', 'before');
    search.search.answer(verdict({ states: 5 }));
    await known('demo/landed done 7', 'demo/before done 5');
  });

  test('a failure that was met is opened while the simplest is being looked for', async () => {
    act.openDocument('demo');
    await asked('before');
    const met = { kind: 'data-race', schedule: line('ab') } as unknown as Progress['met'];
    search.search.progress(3, { met });
    await known('demo/before exploring 3');
    act.openFailing();
    await expect.poll(() => letters(now().schedule.choices)).toBe('ab');
    expect(now().branches.at(-1)?.name).toBe('first failing run');
  });

  test('is not explored twice', async () => {
    act.openDocument('demo');
    await asked('before');
    search.search.answer(verdict());
    await asked('before', 'landed');
    search.search.answer(verdict());
    await known('demo/before done 7', 'demo/landed done 7');
    session.navigation.openHome();
    act.openDocument('demo');
    await expect.poll(() => isIdle(now())).toBe(true);
    expect(phases()).toHaveLength(2);
    await asked('before', 'landed');
  });

  test('is given up for what is looked at next, and begun anew later', async () => {
    act.openDocument('demo');
    await asked('before');
    act.chooseDocument('landed');
    await asked('before', 'landed');
    await known('demo/landed exploring 0');
    search.search.answer(verdict());
    await asked('before', 'landed', 'before');
    act.openDocument('bare', 'landed');
    await known('demo/landed done 7', 'bare/landed exploring 0');
  });

  test('is not explored while something is under way', async () => {
    engine.held = true;
    act.openDocument('demo');
    await new Promise<void>(whenIdle);
    expect(search.sources).toEqual([]);
    engine.held = false;
    engine.release();
    await asked('before');
  });
});

describe('stopping', () => {
  beforeEach(async () => {
    act.openDocument('demo');
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

describe('the verdict', () => {
  const counted = {
    executions: 9,
    failing: 2,
    exact: true,
    transitions: 1,
    redundant: 0,
    rounds: false,
    endless: false,
  };
  beforeEach(async () => {
    search.held = true;
    act.openDocument('demo');
    await asked('before');
    search.search.answer(verdict({ count: counted }));
    await known('demo/before counting 7');
    await listings(1);
  });

  test('is there before the executions are', async () => {
    const given = now().explored['demo/before'].verdict;
    expect(given).toMatchObject({ kind: 'clean', complete: true });
    search.search.answer(verdict());
    await known('demo/before done 7', 'demo/landed exploring 0');
    expect(now().explored['demo/before'].verdict).toMatchObject({ ...given, count: counted, executions: [] });
  });

  test('stays when the counting is stopped, which may then be gone on with', async () => {
    act.stopExploring();
    await known('demo/before stopped 7', 'demo/landed exploring 0');
    expect(now().explored['demo/before'].verdict).toMatchObject({ kind: 'clean', complete: true });
    act.exploreFurther();
    await listings(2);
    search.search.answer(verdict());
    await asked('before', 'landed', 'landed');
    expect(phases()).toContain('demo/before done 7');
  });

  test('stays when another variant is looked at, whose verdict comes first; then it is counted after all', async () => {
    act.chooseDocument('landed');
    await known('demo/before counting 7', 'demo/landed exploring 0');
    search.search.answer(verdict({ states: 5 }));
    await known('demo/before counting 7', 'demo/landed counting 5');
    await listings(2);
    search.search.answer(verdict());
    await known('demo/before counting 7', 'demo/landed done 5');
    await listings(3);
    search.search.answer(verdict());
    await known('demo/before done 7', 'demo/landed done 5');
  });

  test('stays when the counting breaks', async () => {
    search.search.fail();
    await known('demo/before stopped 7', 'demo/landed exploring 0');
    expect(now().explored['demo/before'].verdict).toMatchObject({ kind: 'clean', complete: true });
  });
});

test('what weaker memory orders allow is kept by document', async () => {
  await judged(verdict());
  expect(now().weak).toEqual({});
  await act.tryWeakMemory();
  expect(now().weak).toMatchObject({ 'demo/before': { verdict: 'clean', executions: 3 } });
});

describe('a question', () => {
  const question = { line: 3, condition: null };
  test('is answered for sequentially consistent memory where no weaker order is named', async () => {
    await judged(verdict());
    await act.askProgram(question);
    expect(now().asked).toMatchObject({ result: { answer: 'no' }, weak: null, entry: 'main' });
  });

  test('that is given up with its document is none any more', async () => {
    await judged(verdict());
    search.ask = () => new Promise((_, reject) => (search.giveUp = reject));
    const done = act.askProgram(question);
    await expect.poll(() => now().asked?.result).toBe('asked');
    act.openDocument('demo', 'landed');
    await done;
    expect(now().asked).toBeNull();
  });

  test('that came later is the one that is answered', async () => {
    await judged(verdict());
    const first = act.askProgram(question);
    const second = act.askProgram({ line: 4, condition: null });
    await Promise.all([first, second]);
    expect(now().asked).toMatchObject({ query: { line: 4 }, result: { answer: 'no' } });
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
    await judged(verdict({ kind: 'null-dereference', failures: [minimal], minimal }));
    act.openFailing();
    await idle();
    expect(letters(now().schedule.choices)).toBe('abca');
    expect(now()).toMatchObject({ at: 2, onRails: false, notice: null });
    expect(now().branches.map(({ name }) => name)).toEqual(['story', 'simplest failing run']);
  });

  test('says that it stops before the failure, until the next step', async () => {
    engine.preempts = 'abc';
    engine.defect = 'abca';
    await judged(verdict({ kind: 'null-dereference', failures: [minimal], minimal }));
    act.openFailing();
    await idle();
    expect(now().at).toBe(2);
    expect(now().notice).toMatchObject({
      level: 'info',
      text: 'This run fails at step 4. You stand at step 2: step on, or play.',
    });
    act.stepForward();
    await idle();
    expect(now().notice).toBe(null);
  });

  test('at whose start one stands is opened, not the next', async () => {
    engine.preempts = 'abc';
    await judged(
      verdict({ kind: 'null-dereference', failures: [minimal], minimal, executions: [run('ab', 2)] }),
    );
    for (let i = 0; i < 2; i++) {
      act.openFailing();
      await idle();
      expect(letters(now().schedule.choices)).toBe('abca');
      expect(now().at).toBe(2);
      act.seek(0 as StepIndex);
      await idle();
    }
  });

  test('is nothing to open while none is known', async () => {
    act.openDocument('demo');
    await asked('before');
    act.openFailing();
    expect(now().pending).toBe(false);
    expect(now().branches).toHaveLength(1);
    expect(now().notice?.text).toBe('No failing run of this variant is known yet.');
    await judged(verdict({ complete: true }));
    act.openFailing();
    expect(now().notice?.text).toMatch(/^No interleaving of this variant fails/);
  });

  test('is the first of all failing ones, which are gone round simplest first', async () => {
    await judged(
      verdict({
        failures: [minimal],
        minimal,
        executions: [run('ab', 2), run('ba', 1), run('abca', 1), run('b', null)],
      }),
    );
    const open = async (delta: 1 | -1): Promise<string> => {
      act.openFailing(delta);
      await idle();
      return letters(now().schedule.choices);
    };
    expect([await open(1), await open(1), await open(1), await open(1)]).toEqual([
      'abca',
      'ba',
      'ab',
      'abca',
    ]);
    expect(await open(-1)).toBe('ab');
    expect(now().branches.map(({ name }) => name)).toContain('failing run 3 of 3');
  });

  test('is followed by the simplest of each other kind, whatever it takes', async () => {
    const leak = { ...minimal, kind: 'memory-leak', preemptions: 0, schedule: line('ba') } as const;
    await judged(verdict({ failures: [minimal, leak], minimal: leak, executions: [run('ab', 1)] }));
    const names: (string | undefined)[] = [];
    for (let i = 0; i < 3; i++) {
      act.openFailing();
      await idle();
      names.push(now().branches.at(-1)?.name);
    }
    expect(names).toEqual([
      'simplest run to a null-dereference',
      'simplest run to a memory-leak',
      'failing run 3 of 3',
    ]);
  });
});

describe('the executions', () => {
  const executions = [run('ab', 1), run('ba', null)];

  test('are where the line is looked for, as soon as they are known and whenever it changes', async () => {
    await judged(verdict({ executions }));
    await expect.poll(() => now().located?.schedule === now().schedule).toBe(true);
    act.stepThread(1 as ThreadId);
    await idle();
    await expect.poll(() => now().located?.steps).toEqual([[1]]);
  });

  test('may be replayed up to a step, on a line that has it already if there is one', async () => {
    await judged(verdict({ executions }));
    act.openPrefix('ba', 1);
    await idle();
    expect(letters(now().schedule.choices)).toBe('b');
    act.openPrefix('a2b', 2);
    await idle();
    expect(letters(now().schedule.choices)).toBe('aabcc');
    expect(now().at).toBe(2);
    expect(now().branches.map(({ name }) => name)).toEqual(['story', 'an interleaving']);
  });

  test('that are only looked at leave one line in the list; stepping on keeps it', async () => {
    const names = () => now().branches.map(({ name, schedule }) => `${name} ${letters(schedule.choices)}`);
    await judged(verdict({ executions }));
    act.openPrefix('ba', 1);
    await idle();
    act.openPrefix('ca', 1);
    await idle();
    expect(names().slice(1)).toEqual(['an interleaving c']);
    act.stepThread(0 as ThreadId);
    await idle();
    act.openPrefix('ba', 1);
    await idle();
    expect(names().slice(1)).toEqual(['an interleaving ca', 'an interleaving (2) b']);
  });

  test('tell what can come of each next step, in a line that goes with the next one', async () => {
    await judged(verdict({ executions }));
    await act.showHint();
    expect(now().notice?.text).toBe(
      'Running thread 0 next keeps the null dereference possible; running thread 1 next makes it impossible.',
    );
    act.stepForward();
    await idle();
    expect(now().notice).toBeNull();
  });

  test('give no hint before they are known', async () => {
    act.openDocument('demo');
    await asked('before');
    await act.showHint();
    expect(now().notice?.text).toContain('once all interleavings have been explored');
  });
});
