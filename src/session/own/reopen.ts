/** What the engine is asked when a program was edited. */
import type { StepIndex } from '../../engine';
import { documentOf } from '../model/selectors';
import { firstLine, open } from '../run/opening';

/**
 * Compiles and runs the text as it now is: the steps on the page as far as they fit, then on to its end. Lines of the text before are none of it.
 * Where it does not compile, the last good run stays, unless it is of another program: `before` is its text.
 */
export const reopenEdited =
  (before: string): ReturnType<typeof open> =>
  async (state, engine) => {
    const { schedule, at } = state;
    const opening = { ...firstLine, schedule, at, onward: true, remark: () => null };
    const patch = await open(opening)({ ...state, branches: [], branch: 0 }, engine);
    const isOther = patch?.phase === 'failed' && !hasMuchOf(documentOf(state)?.source ?? '', before);
    return isOther ? { ...patch, ...nothingRun } : patch;
  };

const nothingRun = { trace: null, snapshot: null, findings: [], branches: [], branch: 0, at: 0 as StepIndex };

/** Part of a text's lines that another must have to be told from another program. */
const MUCH = 1 / 3;

function hasMuchOf(text: string, before: string): boolean {
  const lines = (all: string): string[] =>
    all
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.length > 2);
  const now = new Set(lines(text));
  const old = lines(before);
  return old.filter((line) => now.has(line)).length >= old.length * MUCH;
}
