/** All scenarios, in the order of the home page. */
import { mb33463 } from './mb-33463/index.ts';
import { mb38428 } from './mb-38428/index.ts';
import { mb38521 } from './mb-38521/index.ts';
import { mb43708 } from './mb-43708/index.ts';
import { mb52490 } from './mb-52490/index.ts';
import type { Scenario } from './scenario.ts';

export * from './scenario.ts';

export const scenarios: readonly Scenario[] = [mb38521, mb43708, mb33463, mb38428, mb52490];

/** Undefined for an id that no scenario has: ids come out of URLs. */
export function scenarioById(id: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.id === id);
}
