/**
 * Takes steps and keeps their footprints, for the search that counts executions. A step that ends storage touches those words of it that
 * another thread uses. Which words these are is known when all steps have been seen: a count that learns of one late is done again.
 */
import { EV_STORAGE_DEAD, eventKind, eventWords, nextEvent } from '../../bytecode/event';
import { FAULT_SCOPE } from '../../bytecode/fault';
import { QUIT, waitsForLock } from '../../bytecode/opcodes';
import {
  canStep,
  FAULTED,
  faultOf,
  isProcessOver,
  logEnd,
  logStart,
  type Machine,
  nextPc,
  pickCount,
  type SchedulePoints,
  threadCount,
} from '../../machine';
import { dataEnd } from '../../machine/local';
import { type Observer, type Place, ReversibleStepper } from '../steps/stepper';
import { FOOT, Footprints } from './footprint';
import { SpinAssume } from './spin-assume';

/** A thread's next step, with the choice where it has one. */
export interface Action {
  readonly thread: number;
  readonly pick: number;
}

export const sameAction = (a: Action, b: Action): boolean => a.thread === b.thread && a.pick === b.pick;

/** A step that was taken. */
export interface Taken extends Action {
  readonly foot: Int32Array;
  /** It ended the run: nothing comes behind it, so its order with any other step matters. */
  readonly faulted: boolean;
}

export class FootprintStepper implements Observer {
  readonly foot: Footprints;
  readonly spins: SpinAssume;
  /** By address, a bit for each thread whose footprints have it. */
  readonly touched: Int32Array;
  /** Steps were taken for independent that are not: who begins again with what is `touched` by now knows better. */
  isBlurred = false;
  /**
   * A thread used what another one's scope has ended, or ended a process that was over: where else it could have used it, or have been first to
   * say how the process ends, is not followed.
   */
  isPartial = false;
  /** Some thread was not let go on, since it only spins. */
  hasSpins = false;
  private readonly machine: Machine;
  private readonly stepper: ReversibleStepper;
  /** By address, a bit for each thread one of whose scopes ended it. */
  private readonly ended: Int32Array;

  /** `points` hold for a thread that is alone, too. `touched`: what is known of an earlier count. */
  constructor(machine: Machine, points: SchedulePoints, touched?: Int32Array) {
    this.machine = machine;
    this.stepper = new ReversibleStepper(machine, points);
    this.foot = new Footprints(machine);
    this.spins = new SpinAssume(this.stepper);
    this.touched = touched ?? new Int32Array(dataEnd(machine));
    this.ended = new Int32Array(dataEnd(machine));
  }

  here(): Place {
    return this.stepper.here();
  }

  back(place: Place): void {
    this.stepper.back(place);
  }

  /** It can step, and does not only spin. */
  canGo(thread: number): boolean {
    if (!canStep(this.machine, thread)) return false;
    if (this.spins.spin(thread) === null) return true;
    this.hasSpins = true;
    return false;
  }

  /** Takes a step. Its footprint stands on top of the others, and is a view of them: who keeps it longer copies it. */
  take(thread: number, pick: number): Taken {
    const { machine, foot, touched, ended } = this;
    const from = foot.top;
    const pc = nextPc(machine, thread);
    foot.begin(pc, waitsForLock(machine.program.code[pc]));
    if (machine.program.code[pc] === QUIT && isProcessOver(machine)) this.isPartial = true;
    const outcome = this.stepper.take(thread, pick, this);
    if (outcome === FAULTED && faultOf(machine)?.kind === FAULT_SCOPE) this.isPartial = true;
    for (let at = from; at < foot.top; at += FOOT) {
      const word = foot.data[at];
      if (word < 0 || (touched[word] & (1 << thread)) !== 0) continue;
      touched[word] |= 1 << thread;
      // Footprints that were taken before lack what would have stood there.
      if ((ended[word] & ~(1 << thread)) !== 0) this.isBlurred = true;
    }
    return { thread, pick, foot: foot.data.subarray(from, foot.top), faulted: outcome === FAULTED };
  }

  observe(thread: number): void {
    this.foot.recordRest(this.foot.record());
    this.recordEnds(thread);
  }

  /** The scopes that the last call of `step` ended, where others use what was in them. */
  private recordEnds(thread: number): void {
    const { machine, foot, touched, ended } = this;
    const { words } = machine;
    for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(words, at)) {
      if (eventKind(words[at]) !== EV_STORAGE_DEAD) continue;
      for (let word = words[at + 2]; word < words[at + 2] + eventWords(words[at]); word++) {
        ended[word] |= 1 << thread;
        if ((touched[word] & ~(1 << thread)) !== 0) foot.recordEnd(word);
      }
    }
  }

  /** Takes the steps of a sequence; null if not all are possible. The caller leads back. */
  attempt(sequence: readonly Action[]): Taken[] | null {
    const { machine } = this;
    const steps: Taken[] = [];
    for (const { thread, pick: wanted } of sequence) {
      if (thread >= threadCount(machine) || !this.canGo(thread)) return null;
      // Where fewer wait than before, there are fewer ways to notify one.
      const pick = Math.min(wanted, pickCount(machine, thread) - 1);
      const taken = this.take(thread, pick);
      steps.push({ ...taken, foot: taken.foot.slice() });
      if (taken.faulted && steps.length < sequence.length) return null;
    }
    return steps;
  }
}
