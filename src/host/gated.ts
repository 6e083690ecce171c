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
import { type Executor, LostWorker, type Place, type Relayed } from './executor';
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

export function createGated({ control, machine, points, spins }: GatedOptions): Executor {
  const words = wordsOf(machine);
  // Those of the program before are not connected to this one.
  control[WORKERS] = 0;
  const lost = new Set<number>();
  const isThere = (thread: number): boolean => thread < control[WORKERS] && !lost.has(thread);

  const nudgeAll = (): void => {
    for (let thread = 0; thread < MAX_WORKERS; thread++) nudge(control, words, thread);
  };

  const awaitDone = (before: number, whose: () => number): void => {
    if (looksUntilChanged(control, DONE, before, spins)) return;
    for (let waited = 0; Atomics.load(control, DONE) === before; waited += NUDGE_AFTER) {
      if (Atomics.wait(control, DONE, before, NUDGE_AFTER) !== 'timed-out') continue;
      if (waited >= control[PATIENCE]) {
        const thread = whose();
        lost.add(thread);
        disown(control, words, thread);
        throw new LostWorker(thread);
      }
      nudgeAll();
    }
  };

  /** Waits, not for ever, until `settled` holds; each time a worker comes to rest it may. */
  const awaitRest = (settled: () => boolean): void => {
    if (settled()) return;
    Atomics.store(control, WATCHED, 1);
    for (let waited = 0; waited < REST_WITHIN; ) {
      const rested = Atomics.load(control, RESTED);
      if (settled()) break;
      if (Atomics.wait(control, RESTED, rested, NUDGE_AFTER) !== 'timed-out') continue;
      waited += NUDGE_AFTER;
      nudgeAll();
    }
    Atomics.store(control, WATCHED, 0);
  };

  /** Also those that are just being connected: they count as present only later. */
  const lookAll = (): void => {
    for (let thread = 0; thread < MAX_WORKERS; thread++) call(control, words, thread, LOOK);
  };

  /** True if the worker waits where the Memory says it must. */
  const atItsPlace = (thread: number): boolean => {
    const blocked = blockedOn(machine, thread);
    const place = Atomics.load(control, placeOf(thread));
    return blocked === null
      ? place === AT_GATE
      : place === PARKED && control[wordOf(thread)] === blocked.address;
  };

  const standIn = (thread: number, pick: number): Outcome => {
    const outcome = step(machine, thread, pick, points);
    wakeUnblocked(control, words);
    return outcome;
  };

  const relayPart = (choices: readonly Choice[]): Relayed => {
    choices.forEach(({ thread, pick }, at) => {
      control[relayThread(at)] = thread;
      control[relayPick(at)] = pick;
    });
    control[CURSOR] = 0;
    control[LENGTH] = choices.length;
    control[MODE] = RELAY;
    const done = Atomics.load(control, DONE);
    call(control, words, choices[0].thread, STEP);
    awaitDone(done, () => control[relayThread(control[CURSOR])]);
    control[MODE] = GATED;
    return { taken: control[CURSOR], outcome: control[OUTCOME] as Outcome, hash: hashText(control, HASH) };
  };

  const executor: Executor = {
    step(thread, pick) {
      if (!isThere(thread)) return standIn(thread, pick);
      const done = Atomics.load(control, DONE);
      call(control, words, thread, STEP, pick);
      awaitDone(done, () => thread);
      return control[OUTCOME] as Outcome;
    },

    rewrite(change) {
      turnEpoch(control);
      change();
      turnEpoch(control);
      lookAll();
    },

    relay(choices) {
      if (!choices.every(({ thread }) => isThere(thread))) {
        return relayAlone(machine, choices, (thread, pick) => executor.step(thread, pick));
      }
      startHash(control, HASH);
      let all: Relayed = { taken: 0, outcome: STEPPED, hash: hashText(control, HASH) };
      for (let from = 0; from < choices.length; from += RELAY_CHOICES) {
        const part = relayPart(choices.slice(from, from + RELAY_CHOICES));
        all = { ...part, taken: from + part.taken };
        if (all.taken < Math.min(from + RELAY_CHOICES, choices.length)) break;
      }
      return all;
    },

    places(threads) {
      const all = Array.from({ length: threads }, (_, thread) => thread);
      const there = all.filter(isThere);
      awaitRest(() => there.every(atItsPlace));
      return all.map((thread): Place => {
        if (!isThere(thread)) return { place: 'gone', word: 0 };
        const place = Atomics.load(control, placeOf(thread));
        if (place === PARKED) return { place: 'parked', word: control[wordOf(thread)] };
        return { place: place === AT_GATE ? 'gate' : 'gone', word: 0 };
      });
    },

    present(workers) {
      control[WORKERS] = workers;
    },

    replaced(thread) {
      lost.delete(thread);
    },

    leave() {
      Atomics.add(control, ERA, 1);
      lookAll();
      awaitRest(() => {
        for (let thread = 0; thread < MAX_WORKERS; thread++) {
          if (Atomics.load(control, placeOf(thread)) !== OUTSIDE) return false;
        }
        return true;
      });
    },
  };
  return executor;
}
