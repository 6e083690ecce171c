/**
 * The words that threads which run at once share beside the Memory, and the two things they do with them: hold the global lock, and take
 * tickets from the sequencer (Reed, Kanodia: "Synchronization with Eventcounts and Sequencers", CACM 22(2), 1979).
 *
 *     0         LOCK      0 free, 1 held, 2 held and waited for
 *     1         TICKET    the next ticket
 *     2         OVER      why the run is over; GOING while it is not
 *     3         PARKED    threads that wait until another changes a word of the Memory
 *     4         ENDED     threads that have ended
 *     5         RESTED    workers that have left the run: the coordinator waits here
 *     6         ERA       number of the program: a worker of another one leaves its loop
 *     7         YIELDS    one operation in so many is held up; 0: none is
 *     8         SEED      of the run
 *     9         NEVER     nobody changes it: who waits here lets others go
 *     10        RUN       number of the run
 *     11        WORKERS   how many have joined, the coordinator included
 *     16 + 16 t GO        number of the last run in which thread t was started; its worker waits here for the next
 *             +1 PLACE    whether it is parked
 *             +2 WORD     parked: the word of the Memory it waits at
 *             +3 SEEN     parked: and the value that it had there
 *             +4 FAILED   the ticket of the step in which the thread failed * 2 + 2, one more if the step had begun; 0: in none
 *     TICKETS             of each ticket who took it: a packed choice
 *
 * A visible operation is done under the lock, and takes its ticket there: the order of tickets is the order of effects. What a thread does
 * up to its next visible operation concerns nobody, and is done without: that is where threads run at once. A plain access that is known to
 * race takes a ticket and no lock, for in C++ nothing would order it either.
 */
import { packChoice } from '../../engine';

const LOCK = 0;
const TICKET = 1;
export const OVER = 2;
export const PARKED = 3;
export const ENDED = 4;
export const RESTED = 5;
export const ERA = 6;
export const YIELDS = 7;
export const SEED = 8;
const NEVER = 9;
export const RUN = 10;
export const WORKERS = 11;
const RUN_WORDS = 6;

const SLOT_WORDS = 16;
const slotAt = (thread: number): number => SLOT_WORDS * (thread + 1);
export const goOf = (thread: number): number => slotAt(thread);
export const placeOf = (thread: number): number => slotAt(thread) + 1;
export const wordOf = (thread: number): number => slotAt(thread) + 2;
export const seenOf = (thread: number): number => slotAt(thread) + 3;
export const failedOf = (thread: number): number => slotAt(thread) + 4;

// OVER. COMPLETE: no thread can go on, for whatever reason. FAILED: a thread has. CUT: too many steps, or too long. UNSTAFFED: a thread has no worker.
export const GOING = 0;
export const COMPLETE = 1;
export const FAILED = 2;
export const CUT = 3;
export const UNSTAFFED = 4;

export const MAX_WORKERS = 64;
/** Steps of a run at most. */
export const MAX_TICKETS = 4096;
const TICKETS = slotAt(MAX_WORKERS);

export type Control = Int32Array<SharedArrayBuffer>;

export const createControl = (): Control =>
  new Int32Array(new SharedArrayBuffer(4 * (TICKETS + MAX_TICKETS)));

/** Before a run, when nobody is in one. */
export function clearRun(control: Control, threads: number): void {
  control.fill(0, 0, RUN_WORDS);
  for (let thread = 0; thread < threads; thread++) {
    control[placeOf(thread)] = 0;
    control[failedOf(thread)] = 0;
  }
}

/** Looks at a lock that is held before waiting for it: an operation is short. */
const LOOKS = 100;
/** ms after which one that waits for the lock looks whether the run is over: who holds it may be no more. */
const LOCK_PATIENCE = 50;

/** False if the run is over, or it is later than `deadline` (as performance.now), and the lock is not held. */
export function lock(control: Control, deadline: number): boolean {
  for (let look = 0; look < LOOKS; look++)
    if (Atomics.load(control, LOCK) === 0 && tryLock(control)) return true;
  // "Futexes are tricky" (Drepper 2011), the second mutex: 2 says that somebody may have to be woken.
  while (Atomics.exchange(control, LOCK, 2) !== 0) {
    Atomics.wait(control, LOCK, 2, LOCK_PATIENCE);
    if (Atomics.load(control, OVER) !== GOING || performance.now() > deadline) return false;
  }
  return true;
}

/** True if nobody held it: for who must not wait, as the thread of a page. */
export const tryLock = (control: Control): boolean => Atomics.compareExchange(control, LOCK, 0, 1) === 0;

export function unlock(control: Control): void {
  if (Atomics.exchange(control, LOCK, 0) === 2) Atomics.notify(control, LOCK, 1);
}

export const NO_TICKET = -1;

/** Of the sequencer: its number, or NO_TICKET if there are no more, and the run is to be cut. */
export function takeTicket(control: Control, thread: number, pick: number): number {
  const ticket = Atomics.add(control, TICKET, 1);
  if (ticket >= MAX_TICKETS) return NO_TICKET;
  control[TICKETS + ticket] = packChoice(thread, pick);
  return ticket;
}

/** The ticket was taken for a step that did not come about. */
export function giveBack(control: Control, ticket: number): void {
  control[TICKETS + ticket] = VOID;
}

/** What stands for a ticket that was given back. */
export const VOID = -1;
/** The tickets of a run that is over. */
export const ticketsOf = (control: Control): Int32Array =>
  control.subarray(TICKETS, TICKETS + Math.min(control[TICKET], MAX_TICKETS));

/** Waits so long, whatever others do: they get the processor meanwhile. */
export function letOthersGo(control: Control, ms: number): void {
  Atomics.wait(control, NEVER, 0, ms);
}
