/**
 * The words by which engine and threads hand over to each other: a small shared array beside the Memory. Messages are for starting
 * and connecting only; while a program runs nobody needs an event loop.
 *
 *     0            EPOCH     even: the Memory is quiet. odd: it is being restored, and who reads it must read again
 *     1            DONE      counts grants (and relays) that are over: the engine waits here
 *     2            OUTCOME   what the last step answered
 *     3            RESTED    counts the times a worker came to rest: the engine waits here to see all at rest
 *     4            MODE      GATED or RELAY
 *     5, 6         CURSOR, LENGTH    relay: next choice to run, number of choices
 *     7            WORKERS   how many there are
 *     8            ERA       number of the program: a worker that runs another one leaves its loop
 *     9            WATCHED   the engine does wait there: notifying is not free
 *     10, 11       HASH      relay: of all its events
 *     12           PATIENCE  ms after which a worker that does not answer counts as lost
 *     16 + 16 t    GATE      number of the last call to the worker of thread t * 2 + its order; the worker waits here for the next
 *             +1   PICK      of the step
 *             +2   PLACE     where the worker is: OUTSIDE, RUNNING, AT_GATE, PARKED
 *             +3   WORD      PARKED: the word of the Memory it waits at
 *             +4   SEEN      PARKED: and the value there that blocks it
 *             +5   OWNER     counts the workers this thread has had: one that is not the last must not touch anything
 *     RELAY        thread, pick of each choice
 *
 * A worker that has something to do runs; one that could run waits at GATE; one that is blocked waits at the very word that blocks
 * it, and whoever changes this word by a step wakes it:
 *
 *                    call: STEP                    blocked                  the word changed
 *        AT_GATE ───────────────▶ RUNNING ───────────────▶ PARKED ───────────────▶ RUNNING (looks again)
 *            ▲                       │ ▲                      │
 *            └───── not blocked ─────┘ └─────── call ─────────┘
 */
import { assert } from '../base/assert';
import type { Machine } from '../engine';

export const EPOCH = 0;
export const DONE = 1;
export const OUTCOME = 2;
export const RESTED = 3;
export const MODE = 4;
export const CURSOR = 5;
export const LENGTH = 6;
export const WORKERS = 7;
export const ERA = 8;
export const WATCHED = 9;
export const HASH = 10;
export const PATIENCE = 12;

/** A cache line a slot, so that two workers never wait at the same one. */
const SLOT_WORDS = 16;
const slotAt = (thread: number): number => SLOT_WORDS * (thread + 1);
export const gateOf = (thread: number): number => slotAt(thread);
export const pickOf = (thread: number): number => slotAt(thread) + 1;
export const placeOf = (thread: number): number => slotAt(thread) + 2;
export const wordOf = (thread: number): number => slotAt(thread) + 3;
const seenOf = (thread: number): number => slotAt(thread) + 4;
export const ownerOf = (thread: number): number => slotAt(thread) + 5;

export const GATED = 0;
export const RELAY = 1;

/** Orders. LOOK: the Memory was restored, or there is another program: look again whether you are blocked, and where you belong. */
export const LOOK = 0;
export const STEP = 1;
export type Order = typeof LOOK | typeof STEP;

export const OUTSIDE = 0;
export const RUNNING = 1;
export const AT_GATE = 2;
export const PARKED = 3;

/** As many as a Memory has threads. */
export const MAX_WORKERS = 64;
/** Choices a relay takes at once; longer schedules go in several. */
export const RELAY_CHOICES = 8192;
const RELAY_START = slotAt(MAX_WORKERS);
export const relayThread = (choice: number): number => RELAY_START + 2 * choice;
export const relayPick = (choice: number): number => RELAY_START + 2 * choice + 1;

export type Control = Int32Array<SharedArrayBuffer>;
/** The words of a Memory, to wait and notify at. */
export type Words = Int32Array<SharedArrayBuffer>;

export const createControl = (): Control =>
  new Int32Array(new SharedArrayBuffer(4 * (RELAY_START + 2 * RELAY_CHOICES)));

/** The Memory of real threads is always shared; its owner knows it as any buffer. */
export const wordsOf = ({ words }: Machine): Words => words as Words;

/** True once the word is no longer `seen`; false when it has been looked at so many times. */
export function looksUntilChanged(control: Control, index: number, seen: number, looks: number): boolean {
  for (let look = 0; look < looks; look++) if (Atomics.load(control, index) !== seen) return true;
  return false;
}

/** A worker says where it is about to wait, before it does: who changes that word from now on will find it. */
export function rest(
  control: Control,
  thread: number,
  blocked: { readonly address: number; readonly seen: number } | null,
  place = blocked === null ? AT_GATE : PARKED,
): void {
  if (blocked !== null) {
    control[wordOf(thread)] = blocked.address;
    control[seenOf(thread)] = blocked.seen;
  }
  Atomics.store(control, placeOf(thread), place);
  Atomics.add(control, RESTED, 1);
  if (Atomics.load(control, WATCHED) !== 0) Atomics.notify(control, RESTED);
}

/** A worker tells the engine that what it asked for is done. */
export function finish(control: Control, outcome: number): void {
  control[OUTCOME] = outcome;
  Atomics.add(control, DONE, 1);
  Atomics.notify(control, DONE);
}

/**
 * Tells the worker of a thread what to do, wherever it waits. There is one caller at a time: the engine, or whoever it has called.
 * Number and order are one word, or else a worker that hears one call might read the order of the next, and obey it twice.
 */
export function call(control: Control, words: Words | null, thread: number, order: Order, pick = 0): void {
  assert(thread >= 0 && thread < MAX_WORKERS, 'a thread without a worker');
  const gate = gateOf(thread);
  if (order === STEP) control[pickOf(thread)] = pick;
  Atomics.store(control, gate, ((Atomics.load(control, gate) >> 1) + 1) * 2 + order);
  Atomics.notify(control, gate);
  nudge(control, words, thread);
}

export const orderOf = (call: number): Order => (call & 1) as Order;

/** Makes a parked worker look again. It may be about to wait and miss it: callers that need an answer nudge again. */
export function nudge(control: Control, words: Words | null, thread: number): void {
  if (words !== null && Atomics.load(control, placeOf(thread)) === PARKED) {
    Atomics.notify(words, control[wordOf(thread)]);
  }
}

/** After a step: wakes the workers parked at a word that is no longer what blocks them. */
export function wakeUnblocked(control: Control, words: Words): void {
  const workers = control[WORKERS];
  for (let thread = 0; thread < workers; thread++) {
    if (Atomics.load(control, placeOf(thread)) !== PARKED) continue;
    const word = control[wordOf(thread)];
    if (Atomics.load(words, word) !== control[seenOf(thread)]) Atomics.notify(words, word);
  }
}

/**
 * Takes a thread away from its worker. Ending a worker is not enough: Chromium lets one that waits go on for two seconds, long enough
 * to answer a call that is meant for the next.
 */
export function disown(control: Control, words: Words | null, thread: number): void {
  Atomics.add(control, ownerOf(thread), 1);
  Atomics.notify(control, gateOf(thread));
  nudge(control, words, thread);
}

/** The engine is about to rewrite the Memory, or has done so: between the two nobody may trust what he reads. */
export function turnEpoch(control: Control): void {
  Atomics.add(control, EPOCH, 1);
  Atomics.notify(control, EPOCH);
}
