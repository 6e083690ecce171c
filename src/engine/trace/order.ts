/** What a step could have been caused by, and what it could have caused: for shading a trace around a selected step. */
import { CAUSES } from '../bytecode/edge';
import { Clocks } from '../detect/clocks';
import type { StepView } from './view';

/** before: it could have influenced the step. concurrent: the two could have come in the other order. */
export type Order = 'before' | 'self' | 'after' | 'concurrent';

type Stamped = Pick<StepView, 'thread' | 'stamp' | 'knows'>;

/** The vector clocks of a run, step after step: `begin`, the step's events, `end`. */
export class Stamps {
  private readonly clocks = new Clocks(CAUSES);
  private thread = 0;
  private stamp = 0;

  begin(thread: number): void {
    this.clocks.tick(thread);
    this.thread = thread;
    this.stamp = this.clocks.now(thread);
  }

  /** See Clocks.feed. */
  feed(kind: number, a: number, b: number): void {
    this.clocks.feed(this.thread, kind, a, b);
  }

  end(): Pick<StepView, 'stamp' | 'knows'> {
    return { stamp: this.stamp, knows: [...this.clocks.row(this.thread)] };
  }
}

/** How each step of a run is ordered to step number `step`: index 0 is step 1. */
export function orderOf(steps: readonly Stamped[], step: number): Order[] {
  const selected = steps[step - 1];
  return steps.map((other, i) => {
    if (i === step - 1) return 'self';
    const [first, second] = i < step - 1 ? [other, selected] : [selected, other];
    if ((second.knows[first.thread] ?? 0) < first.stamp) return 'concurrent';
    return second === selected ? 'before' : 'after';
  });
}
