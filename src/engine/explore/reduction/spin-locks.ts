/**
 * Words that threads use as a test-and-set lock: taken by an exchange or compare-and-exchange of a 0, in a loop that does nothing but look
 * again as long as it finds the word held, and given back by a store of 0. For a proof by steps that commute (commuting-steps.ts) such a
 * word is a mutex: who finds it held could as well have waited, for his loop is pure (Flanagan, Freund & Qadeer, "Exploiting purity for
 * atomicity", IEEE Trans. Software Engineering, 2005): it touches nothing but the word and the thread's own stack, and when the word is free he comes back to where he
 * took it, before he has looked again. That is tried out whenever a word is found free (Trial), since the search itself meets few that are held.
 *
 * A word that is accessed otherwise is no lock: then the search has proven nothing.
 */
import { packed } from '../../../base/hash';
import {
  EV_ATOMIC_READ,
  EV_ATOMIC_RMW,
  EV_ATOMIC_WRITE,
  EV_LOCK,
  EV_STORAGE_DEAD,
  EV_UNLOCK,
  EV_YIELD,
  eventKind,
  nextEvent,
} from '../../bytecode/event';
import type { Program } from '../../bytecode/program';
import {
  canStep,
  checkpoint,
  createMachine,
  FAULTED,
  logEnd,
  logStart,
  type Machine,
  nextPc,
  pickCount,
  restore,
  type SchedulePoints,
} from '../../machine';
import { atomicNext, isOnStack } from '../../machine/local';
import { type Observer, type Place, ReversibleStepper } from '../steps/stepper';

/** Steps of the longest round of a loop that waits. */
const MAX_ROUND = 16;
/** What stands in a word that is free; and in one that is held, until somebody is seen to take it. */
const FREE = 0;
const HELD = 1;

export class SpinLocks {
  /** pcs of stores that gave a lock back: a step is to go on behind them. */
  readonly releases = new Set<number>();
  /** By word: what stands there while it is held. */
  private readonly heldValues = new Map<number, number>();
  /** Words that somebody accessed otherwise than as a lock. */
  private readonly misused = new Set<number>();
  /** A step has gone on behind a store that gave no lock back. */
  private passedStore = false;
  /** Where the step that begins looks at a word as a loop that waits for it does; `acquires`: and finds it free, and takes it. */
  private attempt: { readonly pc: number; readonly word: number; readonly acquires: boolean } | null = null;
  private readonly trial: Trial;

  constructor(program: Program) {
    this.trial = new Trial(program);
  }

  /** Whether all words that were taken for locks are accessed as locks only. */
  get areLocks(): boolean {
    return !this.passedStore && ![...this.heldValues.keys()].some((word) => this.misused.has(word));
  }

  /** Grows with what makes a look be judged otherwise, or a step go on. */
  get version(): number {
    return this.heldValues.size + this.releases.size;
  }

  /** Before each step. */
  begin(machine: Machine, points: SchedulePoints, thread: number): void {
    this.attempt = null;
    const next = atomicNext(machine, thread);
    if (next === null || next.puts === FREE) return;
    const { word, found, puts } = next;
    const held = puts ?? this.heldValues.get(word) ?? HELD;
    // A word that the search itself finds held needs no trial: the search goes round with the thread.
    if (found === FREE && !this.trial.waits(machine, points, thread, { word, held })) return;
    const acquires = found === FREE && puts !== null;
    this.attempt = { pc: nextPc(machine, thread), word, acquires };
    if (!acquires) return;
    if ((this.heldValues.get(word) ?? held) !== held) this.misused.add(word);
    this.heldValues.set(word, held);
  }

  /** What an event is to the search: the taking or the giving back of a lock, or what its kind says. `holds`: the thread holds the word. */
  kindOf({ kind, pc, word, value }: AtomicEvent, holds: () => boolean): number {
    if (kind !== EV_ATOMIC_READ && kind !== EV_ATOMIC_WRITE && kind !== EV_ATOMIC_RMW) return kind;
    const { attempt } = this;
    if (attempt?.pc === pc && attempt.word === word) {
      this.attempt = null;
      return attempt.acquires ? EV_LOCK : kind;
    }
    if (kind === EV_ATOMIC_WRITE && value === FREE && holds()) {
      this.releases.add(pc);
      return EV_UNLOCK;
    }
    this.misused.add(word);
    this.passedStore ||= this.releases.has(pc);
    return kind;
  }
}

export interface AtomicEvent {
  readonly kind: number;
  readonly pc: number;
  readonly word: number;
  readonly value: number;
}

/**
 * Whether a thread that is about to take a word would only wait if it found it taken: on a machine of its own the word is set to what
 * stands there then, and the thread is followed until it goes round. It may touch nothing but the word, and wherever it looks at it
 * again and finds it free, it has to come back to where it is now.
 */
class Trial implements Observer {
  private readonly machine: Machine;
  private stepper: ReversibleStepper | null = null;
  private thread = 0;
  private word = 0;
  /** What stands in the word while it is held. */
  private held = HELD;
  /** The step puts there what stands there. */
  private mayWrite = false;
  private touchesOthers = false;

  constructor(program: Program) {
    this.machine = createMachine(program);
  }

  waits(
    from: Machine,
    points: SchedulePoints,
    thread: number,
    lock: { word: number; held: number },
  ): boolean {
    const { machine } = this;
    if (this.stepper?.points !== points) this.stepper = new ReversibleStepper(machine, points);
    const { stepper } = this;
    this.thread = thread;
    this.word = lock.word;
    this.held = lock.held;
    const now = checkpoint(from);
    const seen = new Set([keyOf(this.enter(stepper, now, lock.held))]);
    const looks: Int32Array[] = [];
    for (;;) {
      if (seen.size > MAX_ROUND || !this.step(stepper)) return false;
      const key = keyOf(stepper.here());
      if (seen.has(key)) break;
      seen.add(key);
      if (this.looks) looks.push(checkpoint(machine));
    }
    if (looks.length === 0) return true;
    const start = this.enter(stepper, now, FREE);
    // Free at this look and held again at the next would be another way: there must be no look between.
    return looks.every((look) => {
      this.enter(stepper, look, FREE);
      for (let steps = 0; !stepper.isAt(start); steps++)
        if (steps > MAX_ROUND || (steps > 0 && this.looks) || !this.step(stepper)) return false;
      return true;
    });
  }

  /** The thread looks at the word next. */
  private get looks(): boolean {
    return atomicNext(this.machine, this.thread)?.word === this.word;
  }

  /** Stands in a state, but for what is in the word. */
  private enter(stepper: ReversibleStepper, state: Int32Array, value: number): Place {
    restore(this.machine, state);
    this.machine.words[this.word] = value;
    stepper.journal.follow();
    return stepper.here();
  }

  /** False if the thread can do something else than to wait. */
  private step(stepper: ReversibleStepper): boolean {
    const { machine, thread } = this;
    const next = atomicNext(machine, thread);
    this.mayWrite = next?.word === this.word && next.puts === this.held;
    this.touchesOthers = false;
    if (!canStep(machine, thread) || pickCount(machine, thread) > 1) return false;
    return stepper.take(thread, 0, this) !== FAULTED && !this.touchesOthers;
  }

  observe(): void {
    const { machine, thread, word } = this;
    const { words } = machine;
    for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(words, at)) {
      const kind = eventKind(words[at]);
      const address = words[at + 2];
      const isLook =
        address === word && (kind === EV_ATOMIC_READ || (kind === EV_ATOMIC_RMW && this.mayWrite));
      if (!isLook && !HARMLESS.has(kind) && !isOnStack(machine, thread, address)) this.touchesOthers = true;
    }
  }
}

const keyOf = ({ hash0, hash1 }: Place): number => packed(hash0, hash1);

const HARMLESS: ReadonlySet<number> = new Set([EV_YIELD, EV_STORAGE_DEAD]);
