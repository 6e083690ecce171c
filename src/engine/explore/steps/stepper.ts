/**
 * The one way in which a search takes a step, and takes it back. A step is one call of `step`, and more of them as long as it answers MORE;
 * after each call the machine's log holds what that call did, and no longer. So who wants to see a step has to look after each call:
 *
 *     do   call step
 *          commit the call to the journal, if steps are to be undone
 *          show the call to the observer
 *     while it answered MORE
 */
import {
  canStep,
  type Machine,
  MORE,
  type Outcome,
  pickCount,
  type SchedulePoints,
  step,
  threadCount,
} from '../../machine';
import { Journal } from '../../machine/journal';
import type { Choice } from '../../schedule/schedule';

/** Looks at the machine's log after each call of `step`. */
export interface Observer {
  /** `first`: it is the first call of a step of `thread`. */
  observe(thread: number, first: boolean): void;
}

/** A state that a stepper was in, and can come back to as long as it has not gone back beyond it. */
export type Place = Readonly<Pick<Journal, 'mark' | 'hash0' | 'hash1'>>;

/** Takes steps that end at `points`. */
export class Stepper {
  readonly machine: Machine;
  readonly points: SchedulePoints;
  private readonly undoLog: Journal | null;

  constructor(machine: Machine, points: SchedulePoints, undoLog: Journal | null = null) {
    this.machine = machine;
    this.points = points;
    this.undoLog = undoLog;
  }

  /** Whether a thread that there is can step, and has that pick. */
  canTake(thread: number, pick: number): boolean {
    const { machine } = this;
    return thread < threadCount(machine) && canStep(machine, thread) && pick < pickCount(machine, thread);
  }

  take(thread: number, pick: number, observer: Observer | null = null): Outcome {
    const { machine, points, undoLog } = this;
    let first = true;
    let outcome: Outcome;
    do {
      outcome = step(machine, thread, pick, points);
      if (undoLog !== null) undoLog.commit(thread);
      if (observer !== null) observer.observe(thread, first);
      first = false;
    } while (outcome === MORE);
    return outcome;
  }

  /** Takes one step after the other. */
  follow(path: readonly Choice[], observer: Observer | null = null): void {
    for (const { thread, pick } of path) this.take(thread, pick, observer);
  }
}

/** Takes steps, and takes them back. The journal stands where the machine does. */
export class ReversibleStepper extends Stepper {
  readonly journal: Journal;

  /** `journal`: that of another stepper on the same machine, if there is one. */
  constructor(machine: Machine, points: SchedulePoints, journal = new Journal(machine)) {
    super(machine, points, journal);
    this.journal = journal;
  }

  here(): Place {
    const { mark, hash0, hash1 } = this.journal;
    return { mark, hash0, hash1 };
  }

  back({ mark, hash0, hash1 }: Place): void {
    this.journal.undo(mark, hash0, hash1);
  }

  /** Whether the machine is in the state that it was in at a place, perhaps of another machine. */
  isAt({ hash0, hash1 }: Pick<Place, 'hash0' | 'hash1'>): boolean {
    return this.journal.hash0 === hash0 && this.journal.hash1 === hash1;
  }
}
