/** All scenarios at once, whole: for the command line and for tests. The page must not import it, or it is one chunk again. */
import { scenario as mb33463 } from './mb-33463/index.ts';
import { scenario as mb38428 } from './mb-38428/index.ts';
import { scenario as mb38521 } from './mb-38521/index.ts';
import { scenario as mb43708 } from './mb-43708/index.ts';
import { scenario as mb52490 } from './mb-52490/index.ts';
import type { Scenario } from './scenario.ts';

/** In the order of the home page. */
export const scenarios: readonly Scenario[] = [mb38521, mb43708, mb33463, mb38428, mb52490];

/** Undefined for an id that no scenario has. */
export function scenarioById(id: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.id === id);
}
