/** All scenarios at once, whole: for the command line and for tests. The page must not import it, or it is one chunk again. */

import { scenario as aLock } from './a-lock/index.ts';
import { scenario as checkThenAct } from './check-then-act/index.ts';
import { scenario as deadlockByOrder } from './deadlock-by-order/index.ts';
import { scenario as doubleChecked } from './double-checked/index.ts';
import { scenario as ifForWhile } from './if-for-while/index.ts';
import { scenario as iriw } from './iriw/index.ts';
import { scenario as keptReference } from './kept-reference/index.ts';
import { scenario as lostUpdate } from './lost-update/index.ts';
import { scenario as lostWakeup } from './lost-wakeup/index.ts';
import { scenario as mb33463 } from './mb-33463/index.ts';
import { scenario as mb38428 } from './mb-38428/index.ts';
import { scenario as mb38521 } from './mb-38521/index.ts';
import { scenario as mb43708 } from './mb-43708/index.ts';
import { scenario as mb52490 } from './mb-52490/index.ts';
import { scenario as messagePassing } from './message-passing/index.ts';
import { scenario as publication } from './publication/index.ts';
import { scenario as referenceCount } from './reference-count/index.ts';
import type { Bug, Scenario } from './scenario.ts';
import { scenario as spscRing } from './spsc-ring/index.ts';
import { scenario as storeBuffering } from './store-buffering/index.ts';
import { scenario as twoAtomics } from './two-atomics/index.ts';
import { scenario as weakPointer } from './weak-pointer/index.ts';

/** In the order of the home page, the lessons first. */
export const lessons: readonly Scenario[] = [
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
  messagePassing,
  storeBuffering,
  iriw,
  doubleChecked,
  referenceCount,
  spscRing,
];

/** The bugs, in the order of the home page. */
export const scenarios: readonly Bug[] = [mb33463, mb38521, mb38428, mb52490, mb43708];

/** Undefined for an id that no scenario has. */
export function scenarioById(id: string): Scenario | undefined {
  return [...lessons, ...scenarios].find((scenario) => scenario.id === id);
}
