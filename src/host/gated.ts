/**
 * Real threads: every step is taken by the thread's own worker, which the engine worker calls and waits for. Only while a worker is
 * still being started, or is being replaced, the engine worker stands in for it.
 */
import {
  blockedOn,
  type Choice,
  hashText,
  type Machine,
  type Outcome,
  type SchedulePoints,
  STEPPED,
  startHash,
  step,
} from '../engine';
import { type Executor, LostWorker, type Relayed, type WorkerState } from './executor';
import {
  AT_GATE,
  type Control,
  CURSOR,
  call,
  DONE,
  disown,
  ERA,
  GATED,
  HASH,
  LENGTH,
  LOOK,
  looksUntilChanged,
  MAX_WORKERS,
  MODE,
  nudge,
  OUTCOME,
  OUTSIDE,
  PARKED,
  PATIENCE,
  placeOf,
  RELAY,
  RELAY_CHOICES,
  RESTED,
  relayPick,
  relayThread,
  STEP,
  turnEpoch,
  WATCHED,
  WORKERS,
  type Words,
  wakeUnblocked,
  wordOf,
  wordsOf,
} from './gate';
import { relayAlone } from './single';

/** After so many ms without an answer the workers are nudged: one may have missed a call on its way to sleep. */
const NUDGE_AFTER = 2;
/** How long workers may take to come to rest before they are reported as they are. */
const REST_WITHIN = 50;

export interface GatedOptions {
  readonly control: Control;
  readonly machine: Machine;
  readonly points: SchedulePoints;
  /** Looks at a word before waiting at it. */
  readonly spins: number;
}

export class Gated implements Executor {
  private readonly control: Control;
  private readonly machine: Machine;
  private readonly words: Words;
  private readonly points: SchedulePoints;
  private readonly spins: number;
  /** Threads whose worker did not answer, until it is replaced. */
  private readonly lost = new Set<number>();

  constructor({ control, machine, points, spins }: GatedOptions) {
    this.control = control;
    this.machine = machine;
    this.words = wordsOf(machine);
    this.points = points;
    this.spins = spins;
    // Those of the program before are not connected to this one.
    control[WORKERS] = 0;
  }

  step(thread: number, pick: number): Outcome {
    const { control, words } = this;
    if (!this.isThere(thread)) return this.standIn(thread, pick);
    const done = Atomics.load(control, DONE);
    call(control, words, thread, STEP, pick);
    this.awaitDone(done, () => thread);
    return control[OUTCOME] as Outcome;
  }

  rewrite(change: () => void): void {
    turnEpoch(this.control);
    change();
    turnEpoch(this.control);
    this.lookAll();
  }

  relay(choices: readonly Choice[]): Relayed {
    const { control, machine } = this;
    if (!choices.every(({ thread }) => this.isThere(thread))) {
      return relayAlone(machine, choices, (thread, pick) => this.step(thread, pick));
    }
    startHash(control, HASH);
    let all: Relayed = { taken: 0, outcome: STEPPED, hash: hashText(control, HASH) };
    for (let from = 0; from < choices.length; from += RELAY_CHOICES) {
      const part = this.relayPart(choices.slice(from, from + RELAY_CHOICES));
      all = { ...part, taken: from + part.taken };
      if (all.taken < Math.min(from + RELAY_CHOICES, choices.length)) break;
    }
    return all;
  }

  places(threads: number): WorkerState[] {
    const { control } = this;
    const all = Array.from({ length: threads }, (_, thread) => thread);
    const there = all.filter((thread) => this.isThere(thread));
    this.awaitRest(() => there.every((thread) => this.isAtItsPlace(thread)));
    return all.map((thread): WorkerState => {
      if (!this.isThere(thread)) return { place: 'gone', word: 0 };
      const place = Atomics.load(control, placeOf(thread));
      if (place === PARKED) return { place: 'parked', word: control[wordOf(thread)] };
      return { place: place === AT_GATE ? 'gate' : 'gone', word: 0 };
    });
  }

  present(workers: number): void {
    this.control[WORKERS] = workers;
  }

  replaced(thread: number): void {
    this.lost.delete(thread);
  }

  leave(): void {
    const { control } = this;
    Atomics.add(control, ERA, 1);
    this.lookAll();
    this.awaitRest(() => {
      for (let thread = 0; thread < MAX_WORKERS; thread++) {
        if (Atomics.load(control, placeOf(thread)) !== OUTSIDE) return false;
      }
      return true;
    });
  }

  private isThere(thread: number): boolean {
    return thread < this.control[WORKERS] && !this.lost.has(thread);
  }

  /** True if the worker waits where the Memory says it must. */
  private isAtItsPlace(thread: number): boolean {
    const { control, machine } = this;
    const blocked = blockedOn(machine, thread);
    const place = Atomics.load(control, placeOf(thread));
    return blocked === null
      ? place === AT_GATE
      : place === PARKED && control[wordOf(thread)] === blocked.address;
  }

  private standIn(thread: number, pick: number): Outcome {
    const outcome = step(this.machine, thread, pick, this.points);
    wakeUnblocked(this.control, this.words);
    return outcome;
  }

  private relayPart(choices: readonly Choice[]): Relayed {
    const { control, words } = this;
    choices.forEach(({ thread, pick }, at) => {
      control[relayThread(at)] = thread;
      control[relayPick(at)] = pick;
    });
    control[CURSOR] = 0;
    control[LENGTH] = choices.length;
    control[MODE] = RELAY;
    const done = Atomics.load(control, DONE);
    call(control, words, choices[0].thread, STEP);
    this.awaitDone(done, () => control[relayThread(control[CURSOR])]);
    control[MODE] = GATED;
    return { taken: control[CURSOR], outcome: control[OUTCOME] as Outcome, hash: hashText(control, HASH) };
  }

  /** Waits until DONE is no longer `before`; `whose` is the thread that is to blame if it stays. */
  private awaitDone(before: number, whose: () => number): void {
    const { control, words, spins } = this;
    if (looksUntilChanged(control, DONE, before, spins)) return;
    for (let waited = 0; Atomics.load(control, DONE) === before; waited += NUDGE_AFTER) {
      if (Atomics.wait(control, DONE, before, NUDGE_AFTER) !== 'timed-out') continue;
      if (waited >= control[PATIENCE]) {
        const thread = whose();
        this.lost.add(thread);
        disown(control, words, thread);
        throw new LostWorker(thread);
      }
      this.nudgeAll();
    }
  }

  /** Waits, not for ever, until `settled` holds; each time a worker comes to rest it may. */
  private awaitRest(settled: () => boolean): void {
    const { control } = this;
    if (settled()) return;
    Atomics.store(control, WATCHED, 1);
    for (let waited = 0; waited < REST_WITHIN; ) {
      const rested = Atomics.load(control, RESTED);
      if (settled()) break;
      if (Atomics.wait(control, RESTED, rested, NUDGE_AFTER) !== 'timed-out') continue;
      waited += NUDGE_AFTER;
      this.nudgeAll();
    }
    Atomics.store(control, WATCHED, 0);
  }

  /** Also those that are just being connected: they count as present only later. */
  private lookAll(): void {
    for (let thread = 0; thread < MAX_WORKERS; thread++) call(this.control, this.words, thread, LOOK);
  }

  private nudgeAll(): void {
    for (let thread = 0; thread < MAX_WORKERS; thread++) nudge(this.control, this.words, thread);
  }
}
