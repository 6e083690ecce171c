/** One thread of a run in which threads run at once: takes its steps until it has ended, or the run is over. */
import { createRng, type Rng } from '../../base/rng';
import {
  BLOCKED,
  blockedOn,
  FAULTED,
  FINISHED,
  forgetHalfStep,
  isAtomicBlock,
  isPlainAccess,
  isYield,
  type Machine,
  MORE,
  nextPc,
  type Outcome,
  pickCount,
  runStatus,
  type SchedulePoints,
  setEventLimit,
  step,
  threadCount,
  wouldTimeOut,
} from '../../engine';
import {
  COMPLETE,
  type Control,
  CUT,
  ENDED,
  FAILED,
  failedOf,
  GOING,
  giveBack,
  goOf,
  letOthersGo,
  lock,
  MAX_WORKERS,
  NO_TICKET,
  OVER,
  PARKED,
  placeOf,
  RUN,
  SEED,
  seenOf,
  takeTicket,
  UNSTAFFED,
  unlock,
  WORKERS,
  wordOf,
  YIELDS,
} from './control';

/** ms that a run may take. */
export const LONGEST_RUN = 3000;
/** ms that one operation is held up, at most, where the user wants pressure. */
const HELD_UP = 0.2;
/** ms between two looks whether a timed wait has been ended by a notify; after so many its time is up. */
const TIMED = 0.2;
const TIMED_LOOKS = 5;
/** ms until a thread that waits looks by itself. */
const PARKED_PATIENCE = 50;
/** A thread that takes so many steps may be waiting for another: from then on it lets others go, for EASE ms once in EASED steps. */
const EAGER_STEPS = 256;
const EASED = 64;
const EASE = 0.05;

export type Words = Int32Array<SharedArrayBuffer>;

export class FreeThread {
  private readonly control: Control;
  private readonly machine: Machine;
  private readonly words: Words;
  private readonly points: SchedulePoints;
  private readonly thread: number;
  /** When the run takes too long. */
  private deadline = 0;
  /** Of the step that is being taken. */
  private ticket = NO_TICKET;
  /** Looks at the timed wait before which the thread rests. */
  private looks = 0;

  constructor(control: Control, machine: Machine, points: SchedulePoints, thread: number) {
    this.control = control;
    this.machine = machine;
    this.words = machine.words as Words;
    this.points = points;
    this.thread = thread;
  }

  run(): void {
    const { control, machine, thread } = this;
    const { program } = machine;
    const yields = control[YIELDS];
    const rng = createRng(Math.imul(control[SEED], 64) + thread);
    forgetHalfStep(machine);
    this.looks = 0;
    this.deadline = performance.now() + LONGEST_RUN;
    for (let steps = 1; Atomics.load(control, OVER) === GOING; steps++) {
      if (yields > 0 && rng.int(yields) === 0) letOthersGo(control, (HELD_UP * rng.int(64)) / 64);
      if (steps > EAGER_STEPS && steps % EASED === 0) this.ease();
      const pc = nextPc(machine, thread);
      let outcome = isPlainAccess(program, pc) ? this.race() : this.takeUnderLock(pc, rng);
      while (outcome === MORE) outcome = step(machine, thread, 0, this.points);
      if (outcome === FAULTED) this.fail();
      if (outcome === FINISHED) return;
      if (isYield(program, pc)) letOthersGo(control, EASE);
    }
  }

  /** A plain access where accesses race: it has its ticket, and nothing keeps others from the same words. */
  private race(): Outcome {
    const { control, machine, thread, points } = this;
    this.ticket = takeTicket(control, thread, 0);
    if (this.ticket === NO_TICKET) {
      this.endRun(CUT);
      return BLOCKED;
    }
    const outcome = step(machine, thread, 0, points);
    // Another thread has failed.
    if (outcome === BLOCKED) giveBack(control, this.ticket);
    return outcome;
  }

  /** Any other visible operation. MORE: it is done, and what follows it concerns nobody. */
  private takeUnderLock(pc: number, rng: Rng): Outcome {
    const { control, machine, thread, points } = this;
    if (!this.lock()) return BLOCKED;
    if (Atomics.load(control, OVER) !== GOING) {
      unlock(control);
      return BLOCKED;
    }
    if (wouldTimeOut(machine, thread) && this.looks++ < TIMED_LOOKS) {
      unlock(control);
      letOthersGo(control, TIMED);
      return BLOCKED;
    }
    const picks = pickCount(machine, thread);
    const pick = picks > 1 ? rng.int(picks) : 0;
    const before = threadCount(machine);
    if (!isAtomicBlock(machine.program, pc)) setEventLimit(machine, 1);
    const outcome = step(machine, thread, pick, points);
    setEventLimit(machine, Number.POSITIVE_INFINITY);
    if (outcome === BLOCKED) {
      this.park();
      return BLOCKED;
    }
    this.looks = 0;
    this.ticket = takeTicket(control, thread, pick);
    if (this.ticket === NO_TICKET) this.endRun(CUT);
    if (outcome === FAULTED) this.endRun(FAILED);
    if (outcome === FINISHED) Atomics.add(control, ENDED, 1);
    for (let child = before; child < threadCount(machine); child++) this.start(child);
    this.wakeUnblocked();
    if (outcome === FINISHED) this.endIfNobodyMoves();
    unlock(control);
    return outcome;
  }

  private start(child: number): void {
    const { control } = this;
    if (child >= control[WORKERS]) return this.endRun(UNSTAFFED);
    Atomics.store(control, goOf(child), control[RUN]);
    Atomics.notify(control, goOf(child));
  }

  /** Under the lock, which it gives back: waits at the word that blocks the thread, until somebody changes it. */
  private park(): void {
    const { control, machine, thread, words } = this;
    const blocked = blockedOn(machine, thread);
    if (blocked === null) return unlock(control);
    const { address, seen } = blocked;
    control[wordOf(thread)] = address;
    control[seenOf(thread)] = seen;
    Atomics.store(control, placeOf(thread), 1);
    Atomics.add(control, PARKED, 1);
    this.endIfNobodyMoves();
    unlock(control);
    if (Atomics.load(control, OVER) === GOING) Atomics.wait(words, address, seen, PARKED_PATIENCE);
    this.endIfLate();
    if (!this.lock()) return;
    Atomics.store(control, placeOf(thread), 0);
    Atomics.sub(control, PARKED, 1);
    unlock(control);
  }

  /** False if the run is over. Who holds the lock for too long is no more: its worker was ended, and the run is not to wait for ever. */
  private lock(): boolean {
    const held = lock(this.control, this.deadline);
    if (!held) this.endIfLate();
    return held;
  }

  /** Under the lock. A thread that was woken and has not had the lock since counts as parked, but it can step. */
  private endIfNobodyMoves(): void {
    const { control, machine } = this;
    if (control[PARKED] + control[ENDED] < threadCount(machine)) return;
    if (runStatus(machine) !== 'running') this.endRun(COMPLETE);
  }

  private wakeUnblocked(): void {
    const { control, words } = this;
    if (control[PARKED] === 0) return;
    for (let other = threadCount(this.machine) - 1; other >= 0; other--) {
      if (control[placeOf(other)] === 0) continue;
      const word = control[wordOf(other)];
      if (words[word] !== control[seenOf(other)]) Atomics.notify(words, word);
    }
  }

  private ease(): void {
    letOthersGo(this.control, EASE);
    this.endIfLate();
  }

  private endIfLate(): void {
    if (performance.now() > this.deadline) this.endRun(CUT);
  }

  private fail(): void {
    const { control, machine, thread, ticket } = this;
    // One instruction: the first of the step is what failed, and nothing of the step took effect.
    const begun = machine.longest - machine.budget > 1;
    control[failedOf(thread)] = 2 * ticket + 2 + (begun ? 1 : 0);
    this.endRun(FAILED);
  }

  private endRun(why: number): void {
    endRun(this.control, this.words, why);
  }
}

/** The first reason stands. */
export function endRun(control: Control, words: Words, why: number): void {
  if (Atomics.compareExchange(control, OVER, GOING, why) === GOING) wakeParked(control, words);
}

/** All of them, to see that the run is over. */
export function wakeParked(control: Control, words: Words): void {
  for (let thread = 0; thread < MAX_WORKERS; thread++) {
    if (Atomics.load(control, placeOf(thread)) !== 0) Atomics.notify(words, control[wordOf(thread)]);
  }
}
