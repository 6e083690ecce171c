/**
 * The picks of a step after which the execution is one of RC11. What coherence and atomicity leave (WeakMachine.picks) psc may still
 * refuse: each is tried on a machine aside.
 */
import { createMachine, type SchedulePoints } from '../machine';
import type { PartialExecution } from './partial-execution';
import { isConsistent } from './psc';
import { WeakMachine } from './weak-machine';

export class PossiblePicks {
  private readonly points: SchedulePoints;
  private aside: WeakMachine | null = null;
  private known: { readonly of: PartialExecution; readonly byThread: Map<number, readonly number[]> } | null =
    null;

  constructor(points: SchedulePoints) {
    this.points = points;
  }

  /** Of the next step of a thread, ascending; empty for one that cannot step. */
  of(weak: WeakMachine, thread: number): readonly number[] {
    if (this.known?.of !== weak.partial) this.known = { of: weak.partial, byThread: new Map() };
    const { byThread } = this.known;
    const picks = byThread.get(thread) ?? this.tried(weak, thread);
    byThread.set(thread, picks);
    return picks;
  }

  private tried(weak: WeakMachine, thread: number): readonly number[] {
    const picks = weak.picks(thread);
    // What is newest may always be read, and a store may always come last.
    return picks.length < 2
      ? picks
      : picks.filter((pick) => pick === 0 || this.isPossible(weak, thread, pick));
  }

  private isPossible(weak: WeakMachine, thread: number, pick: number): boolean {
    const { program, layout } = weak.machine;
    this.aside ??= new WeakMachine(createMachine(program, { limits: layout.limits }));
    const { aside } = this;
    aside.load(weak.save());
    const { taken } = aside.step(thread, pick, this.points);
    return taken !== null && isConsistent(aside.partial.graph);
  }
}
