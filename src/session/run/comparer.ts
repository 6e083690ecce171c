/**
 * The same line of steps in two documents, made while the pane 'compare' is open and nothing else is under way. Each side goes as far as
 * the line fits; where one has ended or cannot follow, the other goes on to its own end without preemption.
 */
import type { Schedule } from '../../engine';
import type { Answer, EngineClient } from '../../host/client';
import { type Document, textOf } from '../model/document';
import { comparedWith, documentOf, isIdle } from '../model/selectors';
import type { Comparison, SessionState, Store } from '../model/state';

/** Compares from now on whatever is to be compared. Returns the way to stop. */
export function startComparing(store: Store, engine: EngineClient): () => void {
  let busy = false;
  const consider = (): void => {
    const state = store.getState();
    const wanted = wantedOf(state);
    if (busy || wanted === null || !isIdle(state)) return;
    busy = true;
    void compare(engine, wanted).then((sides) => {
      busy = false;
      const { here, there, schedule } = wanted;
      store.setState({
        comparison: { here: here.origin.slug, there: there.origin.slug, schedule, sides },
      });
      consider();
    });
  };
  consider();
  return store.subscribe(consider);
}

interface Wanted {
  readonly here: Document;
  readonly there: Document;
  readonly schedule: Schedule;
}

function wantedOf(state: SessionState): Wanted | null {
  const { codePane, comparison, schedule, trace } = state;
  if (codePane !== 'compare' || trace === null) return null;
  const here = documentOf(state);
  const there = comparedWith(state);
  if (!here || !there) return null;
  const made =
    comparison?.here === here.origin.slug &&
    comparison.there === there.origin.slug &&
    comparison.schedule === schedule;
  return made ? null : { here, there, schedule };
}

async function compare(
  engine: EngineClient,
  { here, there, schedule }: Wanted,
): Promise<Comparison['sides']> {
  const run = async (shown: Document, complete: boolean): Promise<Answer> => {
    const { file, watches } = shown;
    const document = { ...textOf(shown), ...(watches && { watches }) };
    const answer = await engine.aside({ ...document, schedule, at: Number.POSITIVE_INFINITY, complete });
    if (answer.kind === 'diagnostics') throw new Error(`${file} does not compile`);
    return answer.run;
  };
  try {
    const left = await run(here, false);
    const right = await run(there, left.snapshot.status !== 'running');
    return { here: left, there: right.stopped === null ? right : await run(there, true) };
  } catch {
    return null;
  }
}
