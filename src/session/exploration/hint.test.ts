import { expect, test } from 'vitest';
import type { Execution, Located, ThreadId, WeakJudgement } from '../../engine';
import type { Judgement, Outlook } from '../../host/client';
import { type HintInput, hintOf, weakHintOf } from './hint';
import { continuationWords } from './noun';

type Fate = Outlook[number]['fails'];
const [bucket, worker] = [1, 2] as ThreadId[];

const run = (kind: Execution['kind'], ...events: number[]): Execution => ({
  ...{ schedule: '', lines: [], preemptions: 0 },
  kind,
  events,
});
const judged = (...executions: Execution[]): Judgement =>
  ({
    executions,
    ...{ count: { executions: executions.length, exact: true }, complete: true, findings: [] },
  }) as unknown as Judgement;
/** Of infinitely many executions none is listed. */
const endless = (...kinds: string[]): Judgement =>
  ({
    ...{ executions: [], count: { executions: 1, exact: false, endless: true }, complete: true },
    findings: kinds.map((kind) => ({ kind, reached: true })),
  }) as unknown as Judgement;
const crash = judged(run('null-dereference', 1, 2), run(null, 1, 3));

function hint(
  fates: Partial<Record<1 | 2, Fate>>,
  rest: Partial<HintInput> = {},
  status = 'running',
): string {
  const threads = [
    { id: bucket, name: 'bucket_del' },
    { id: worker, name: 'worker' },
  ];
  const state = { at: 1, trace: { threads }, snapshot: { status } } as unknown as HintInput['state'];
  const outlook = Object.entries(fates).map(([thread, fails]) => ({
    thread: Number(thread) as ThreadId,
    pick: 0,
    fails,
  }));
  return hintOf({ state, verdict: crash, outlook, located: null, ...rest });
}

test('who keeps the failure possible, and who makes it impossible', () => {
  expect(hint({ 2: 'can', 1: 'cannot' })).toBe(
    'Running worker next keeps the null dereference possible; running bucket_del next makes it impossible.',
  );
  expect(hint({ 1: 'can', 2: 'can' })).toBe(
    'The null dereference stays possible, whichever thread runs next.',
  );
  expect(hint({ 1: 'can' })).toBe('Only bucket_del can run next, and the null dereference stays possible.');
});

test('what was too much to try is said', () => {
  expect(hint({ 1: 'unknown', 2: 'can' })).toBe(
    'Running worker next keeps the null dereference possible; for bucket_del it is not known: there was too much to try (bounded).',
  );
});

test('where it is too late, how far to go back', () => {
  const located: Located = { steps: [[1], [3]], next: [] };
  const state = { at: 2, trace: null, snapshot: null } as HintInput['state'];
  expect(hint({ 1: 'cannot', 2: 'cannot' }, { located, state })).toBe(
    'The null dereference is impossible from here on: it was last possible after step 1.',
  );
  expect(hint({ 1: 'cannot', 2: 'cannot' })).toBe('The null dereference is impossible from here on.');
});

test('a failure has its name; several kinds have none', () => {
  const of = (...kinds: Execution['kind'][]) =>
    hint({ 1: 'can', 2: 'can' }, { verdict: judged(...kinds.map((kind) => run(kind))) });
  expect(of('deadlock', null)).toContain('The deadlock stays possible');
  expect(of('use-after-free', 'double-free')).toContain('The crash stays possible');
  expect(of('deadlock', 'memory-leak')).toContain('A failing run stays possible');
});

test('a race does not end a run: the executions that have it tell', () => {
  const verdict = judged(run('data-race', 1, 2), run(null, 1, 3));
  const located: Located = {
    steps: [[1]],
    next: [
      { thread: bucket, pick: 0, events: [2] },
      { thread: worker, pick: 0, events: [3] },
    ],
  };
  expect(hint({ 1: 'cannot', 2: 'cannot' }, { verdict, located })).toBe(
    'Running bucket_del next keeps the data race possible; running worker next makes it impossible.',
  );
});

test('without a failing run, or at the end of one, there is nothing to choose', () => {
  expect(hint({ 1: 'cannot' }, { verdict: judged(run(null)) })).toContain('No interleaving fails');
  expect(hint({}, {}, 'finished')).toBe('This run is over: step back to choose again.');
});

test('where there is no end of executions, what the search has met is what can come', () => {
  const livelock = { verdict: endless('livelock') };
  expect(hint({ 1: 'can', 2: 'cannot' }, livelock)).toBe(
    'Running bucket_del next keeps the livelock possible; running worker next makes it impossible.',
  );
  expect(hint({ 1: 'cannot' }, livelock)).toBe('The livelock is impossible from here on.');
  expect(hint({ 1: 'cannot' }, { verdict: endless() })).toContain('No interleaving fails');
  // Which of them race nobody has listed.
  expect(hint({ 1: 'cannot', 2: 'can' }, { verdict: endless('data-race', 'deadlock') })).toContain(
    'for bucket_del it is not known',
  );
});

test('what a step reads is named where that decides it', () => {
  const picks = [
    { pick: 0, label: 'Read 1 (step 5)', text: '' },
    { pick: 1, label: 'Read 0 (start)', text: '' },
  ];
  const threads = [
    { id: bucket, name: 'writer' },
    { id: worker, name: 'reader' },
  ];
  const state = {
    ...{ at: 2, trace: { threads }, snapshot: { status: 'running', threads: { [worker]: { picks } } } },
    ...{ schedule: 'here', outcomes: { schedule: 'here', byStep: [{ failing: 2 }, { failing: 1 }] } },
  } as unknown as Parameters<typeof weakHintOf>[0];
  const judgement = { verdict: 'data-race', failures: [{ kind: 'data-race' }] } as unknown as WeakJudgement;
  const step = (thread: ThreadId, pick: number, fails: Fate) => ({ thread, pick, fails });
  const outlook = [step(bucket, 0, 'can'), step(worker, 0, 'cannot'), step(worker, 1, 'can')];
  expect(weakHintOf(state, judgement, outlook)).toBe(
    'Running writer or reader to read 0 (start) next keeps the data race possible; running reader to read 1 (step 5) next makes it impossible.',
  );
  expect(weakHintOf(state, judgement, [step(worker, 0, 'cannot'), step(worker, 1, 'cannot')])).toBe(
    'The data race is impossible from here on: it was last possible after step 1.',
  );
  expect(weakHintOf(state, { ...judgement, verdict: 'clean', failures: [] }, outlook)).toBe(
    'No execution fails, whichever thread runs next.',
  );
});

test('what can follow is counted', () => {
  const words = (left: number, failing: number) =>
    continuationWords({ left, failing, exact: true }, 'execution');
  expect(words(2, 1)).toBe('2 executions can follow; 1 of them fails.');
  expect(words(1, 0)).toBe('One execution can follow, and it does not fail.');
  expect(words(3, 3)).toBe('3 executions can follow, and all of them fail.');
});
