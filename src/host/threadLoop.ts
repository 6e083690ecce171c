/**
 * The life of one thread worker while a program runs: waits, steps when it is called, and waits again. The drawing of its places is in
 * gate.ts. All state of the thread is in the Memory, so that another worker may take over between any two steps.
 */
import {
  BLOCKED,
  blockedOn,
  FINISHED,
  forgetHalfStep,
  hashEvents,
  logEnd,
  logStart,
  type Machine,
  MORE,
  type Outcome,
  type SchedulePoints,
  STEPPED,
  step,
} from '../engine';
import {
  type Control,
  CURSOR,
  call,
  EPOCH,
  ERA,
  finish,
  gateOf,
  HASH,
  LENGTH,
  looksUntilChanged,
  MODE,
  OUTSIDE,
  orderOf,
  ownerOf,
  pickOf,
  placeOf,
  RELAY,
  RUNNING,
  relayPick,
  relayThread,
  rest,
  STEP,
  wakeUnblocked,
  wordsOf,
} from './gate';

/** What a worker holds of a program while it is in its loop. */
export interface ThreadOfRun {
  readonly control: Control;
  readonly machine: Machine;
  readonly points: SchedulePoints;
  readonly thread: number;
  /** The number of the program. */
  readonly era: number;
  /** The number of this worker among those the thread has had. */
  readonly owner: number;
  /** How often to look at the gate before waiting there. */
  readonly spins: number;
}

/** Returns when there is another program, waiting in the worker's event loop, or when the thread has another worker. */
export function threadLoop(run: ThreadOfRun, connected: () => void): void {
  const { control, thread, machine } = run;
  const words = wordsOf(machine);
  const gate = gateOf(thread);
  const belongs = (): boolean =>
    Atomics.load(control, ERA) === run.era && Atomics.load(control, ownerOf(thread)) === run.owner;
  // Calls count from here, so nobody may call before.
  let heard = Atomics.load(control, gate);
  connected();
  let epoch = -1;
  /** What the engine is to be told once this worker has come to rest: then nobody needs the core any more. */
  let answer: Outcome | null = null;
  for (;;) {
    const now = Atomics.load(control, EPOCH);
    if (now % 2 === 1) {
      Atomics.wait(control, EPOCH, now);
      continue;
    }
    // A Memory that was restored knows nothing of a step half done.
    if (now !== epoch) forgetHalfStep(machine);
    epoch = now;
    const blocked = look(run, epoch);
    if (blocked === undefined) continue;
    if (!belongs()) break;
    rest(control, thread, blocked);
    if (answer !== null) finish(control, answer);
    answer = null;
    if (Atomics.load(control, gate) === heard) {
      if (blocked !== null) Atomics.wait(words, blocked.address, blocked.seen);
      else if (!looksUntilChanged(control, gate, heard, run.spins)) Atomics.wait(control, gate, heard);
    }
    if (!belongs()) break;
    Atomics.store(control, placeOf(thread), RUNNING);
    if (Atomics.load(control, gate) === heard) continue;
    heard = Atomics.load(control, gate);
    if (orderOf(heard) === STEP) answer = control[MODE] === RELAY ? relay(run) : stepOnce(run);
  }
  if (Atomics.load(control, ownerOf(thread)) === run.owner) rest(control, thread, null, OUTSIDE);
}

/** What blocks the thread; undefined if the Memory was rewritten meanwhile, so that nothing seen counts. */
function look(
  { control, machine, thread }: ThreadOfRun,
  epoch: number,
): ReturnType<typeof blockedOn> | undefined {
  try {
    const blocked = blockedOn(machine, thread);
    return Atomics.load(control, EPOCH) === epoch ? blocked : undefined;
  } catch (error) {
    if (Atomics.load(control, EPOCH) !== epoch) return undefined;
    throw error;
  }
}

function stepOnce({ control, machine, thread, points }: ThreadOfRun): Outcome {
  const outcome = step(machine, thread, control[pickOf(thread)], points);
  wakeUnblocked(control, wordsOf(machine));
  return outcome;
}

/** Takes the steps of a relay until the next one is another thread's, and hands over to it: null. The last one answers for all. */
function relay({ control, machine, thread, points }: ThreadOfRun): Outcome | null {
  const words = wordsOf(machine);
  const length = control[LENGTH];
  let cursor = control[CURSOR];
  let outcome: Outcome = STEPPED;
  let next = thread;
  while (next === thread) {
    do {
      outcome = step(machine, thread, control[relayPick(cursor)], points);
      hashEvents(control, HASH, thread, machine.words, logStart(machine), logEnd(machine));
    } while (outcome === MORE);
    if (outcome !== BLOCKED) cursor++;
    const goesOn = cursor < length && (outcome === STEPPED || outcome === FINISHED);
    next = goesOn ? control[relayThread(cursor)] : -1;
  }
  control[CURSOR] = cursor;
  wakeUnblocked(control, words);
  if (next < 0) return outcome;
  call(control, words, next, STEP);
  return null;
}
