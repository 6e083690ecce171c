/** What is known of a document, by the memory that it is judged under: pure, and the same object for the same state. */
import type { WeakJudgement } from '../../engine';
import type { Document } from './document';
import { documentOf } from './selectors';
import type { Explored, SessionState } from './state';

export interface Standing {
  readonly fails: boolean;
  /** Everything was tried. */
  readonly complete: boolean;
  /** Interleavings, or executions of RC11; null where they were not counted. */
  readonly count: { readonly executions: number; readonly failing: number; readonly exact: boolean } | null;
}

/** By the answer it is made of. */
const made = new WeakMap<object, Standing | null>();

/** Null while there is no answer. */
export function standingOf(
  { explored, weak }: Pick<SessionState, 'explored' | 'weak'>,
  { key, memory }: Pick<Document, 'key' | 'memory'>,
): Standing | null {
  const [interleavings, allowed] = [explored[key], weak[key]];
  const answer = memory === 'rc11' && typeof allowed === 'object' ? allowed : interleavings;
  if (answer === undefined) return null;
  let standing = made.get(answer);
  if (standing === undefined) {
    standing = 'graphs' in answer ? ofExecutions(answer) : ofInterleavings(answer, memory);
    made.set(answer, standing);
  }
  return standing;
}

/** Of the document shown. */
export function standingHere(state: SessionState): Standing | null {
  const shown = documentOf(state);
  return shown === undefined ? null : standingOf(state, shown);
}

const ofExecutions = ({ failures, complete, counted, executions, failing }: WeakJudgement): Standing => ({
  ...{ fails: failures.length > 0, complete },
  count: { executions, failing, exact: counted },
});

function ofInterleavings({ verdict, phase }: Explored, memory: Document['memory']): Standing | null {
  if (verdict === null) return null;
  const { findings, complete, count = null } = verdict;
  const fails = findings.some(({ reached }) => reached);
  // What fails under sequential consistency fails in C++ as well; the rest of that is not known by it.
  if (memory === 'rc11') return fails ? { fails, complete: false, count: null } : null;
  return { fails, complete, count: phase === 'counting' ? null : count };
}
