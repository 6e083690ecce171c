/**
 * The same line of steps in two variants, made while the pane 'compare' is open and nothing else is under way. Each side goes as far as
 * the line fits; where one has ended or cannot follow, the other goes on to its own end without preemption.
 */
import type { Schedule } from '../engine';
import type { Answer, EngineClient } from '../host/client';
import type { Scenario, Variant } from '../scenarios';
import { comparedWith, isIdle, scenarioOf, variantOf } from './derive';
import { session } from './session';
import type { Comparison, Session } from './state';

/** Compares from now on whatever is to be compared. Returns the way to stop. */
export function startComparing(engine: EngineClient): () => void {
  let busy = false;
  const consider = (): void => {
    const state = session.getState();
    const wanted = wantedOf(state);
    if (busy || wanted === null || !isIdle(state)) return;
    busy = true;
    void compare(engine, wanted).then((sides) => {
      busy = false;
      const { here, there, schedule } = wanted;
      session.setState({ comparison: { variant: here.slug, other: there.slug, schedule, sides } });
      consider();
    });
  };
  consider();
  return session.subscribe(consider);
}

interface Wanted {
  readonly scenario: Scenario;
  readonly here: Variant;
  readonly there: Variant;
  readonly schedule: Schedule;
}

function wantedOf(state: Session): Wanted | null {
  const { codePane, comparison, schedule, trace } = state;
  const scenario = scenarioOf(state);
  const here = variantOf(state);
  const there = comparedWith(state);
  if (codePane !== 'compare' || trace === null || !scenario || !here || !there) return null;
  const made =
    comparison?.variant === here.slug && comparison.other === there.slug && comparison.schedule === schedule;
  return made ? null : { scenario, here, there, schedule };
}

async function compare(
  engine: EngineClient,
  { scenario, here, there, schedule }: Wanted,
): Promise<Comparison['sides']> {
  const run = async ({ file, source }: Variant, complete: boolean): Promise<Answer> => {
    const { files } = scenario;
    const request = { file, source, schedule, at: Number.POSITIVE_INFINITY, complete };
    const answer = await engine.aside(files === undefined ? request : { ...request, files });
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
