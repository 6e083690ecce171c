/** All scenarios, in the order of the home page: what lists say of each, and the whole of it when it is asked for. */
import { chunk } from '../base/chunk.ts';
import { summary as aLock } from './a-lock/summary.ts';
import { summary as checkThenAct } from './check-then-act/summary.ts';
import { summary as deadlockByOrder } from './deadlock-by-order/summary.ts';
import { summary as doubleChecked } from './double-checked/summary.ts';
import { summary as ifForWhile } from './if-for-while/summary.ts';
import { summary as iriw } from './iriw/summary.ts';
import { summary as keptReference } from './kept-reference/summary.ts';
import { summary as lostUpdate } from './lost-update/summary.ts';
import { summary as lostWakeup } from './lost-wakeup/summary.ts';
import { summary as mb33463 } from './mb-33463/summary.ts';
import { summary as mb38428 } from './mb-38428/summary.ts';
import { summary as mb38521 } from './mb-38521/summary.ts';
import { summary as mb43708 } from './mb-43708/summary.ts';
import { summary as mb52490 } from './mb-52490/summary.ts';
import { summary as messagePassing } from './message-passing/summary.ts';
import { summary as publication } from './publication/summary.ts';
import { summary as referenceCount } from './reference-count/summary.ts';
import type { BugSummary, Scenario, ScenarioId, Summary } from './scenario.ts';
import { summary as spscRing } from './spsc-ring/summary.ts';
import { summary as storeBuffering } from './store-buffering/summary.ts';
import { summary as twoAtomics } from './two-atomics/summary.ts';
import { summary as weakPointer } from './weak-pointer/summary.ts';

export { explained, glossary } from './glossary.ts';
export * from './scenario.ts';

export const summaries: readonly BugSummary[] = [mb33463, mb38521, mb38428, mb52490, mb43708];

/** Lessons that lead from one to the next. */
export interface Ladder {
  readonly title: string;
  /** What it is about, where the title does not say it; '' else. */
  readonly sentence: string;
  /** In the order in which they are to be read. */
  readonly lessons: readonly Summary[];
}

export const ladders: readonly Ladder[] = [
  {
    title: 'Basics',
    sentence: '',
    lessons: [
      lostUpdate,
      checkThenAct,
      aLock,
      deadlockByOrder,
      lostWakeup,
      ifForWhile,
      keptReference,
      weakPointer,
      twoAtomics,
      publication,
    ],
  },
  {
    title: 'Memory orders',
    sentence: 'What relaxed, acquire and release allow.',
    lessons: [messagePassing, storeBuffering, iriw, doubleChecked, referenceCount, spscRing],
  },
];

/** All of them, before the bugs. */
export const lessons: readonly Summary[] = ladders.flatMap((ladder) => ladder.lessons);

const chunks: Record<ScenarioId, () => Promise<{ readonly scenario: Scenario }>> = {
  'lost-update': () => import('./lost-update/index.ts'),
  'check-then-act': () => import('./check-then-act/index.ts'),
  'a-lock': () => import('./a-lock/index.ts'),
  'deadlock-by-order': () => import('./deadlock-by-order/index.ts'),
  'lost-wakeup': () => import('./lost-wakeup/index.ts'),
  'if-for-while': () => import('./if-for-while/index.ts'),
  'kept-reference': () => import('./kept-reference/index.ts'),
  'weak-pointer': () => import('./weak-pointer/index.ts'),
  'two-atomics': () => import('./two-atomics/index.ts'),
  'message-passing': () => import('./message-passing/index.ts'),
  'store-buffering': () => import('./store-buffering/index.ts'),
  iriw: () => import('./iriw/index.ts'),
  'double-checked': () => import('./double-checked/index.ts'),
  'reference-count': () => import('./reference-count/index.ts'),
  'spsc-ring': () => import('./spsc-ring/index.ts'),
  publication: () => import('./publication/index.ts'),
  'mb-33463': () => import('./mb-33463/index.ts'),
  'mb-38521': () => import('./mb-38521/index.ts'),
  'mb-38428': () => import('./mb-38428/index.ts'),
  'mb-52490': () => import('./mb-52490/index.ts'),
  'mb-43708': () => import('./mb-43708/index.ts'),
};

/** Throws NotLoaded where it cannot be fetched. */
export async function loadScenario(id: ScenarioId): Promise<Scenario> {
  return (await chunk(chunks[id]())).scenario;
}

/** Undefined for an id that no scenario has: ids come out of URLs. */
export function summaryById(id: string): Summary | undefined {
  return [...lessons, ...summaries].find((summary) => summary.id === id);
}
