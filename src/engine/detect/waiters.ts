/**
 * What a thread waits for that waits on a condition variable. Its predicate is asked: a copy of the machine wakes the thread, with
 * the mutex free, and is watched until the thread waits again or gives the mutex back. What it does there is not kept.
 */
import { EV_CV_WAIT, EV_LOCK, EV_NOTIFY, EV_UNLOCK, eventKind, nextEvent } from '../bytecode/event';
import { CVWAIT } from '../bytecode/opcodes';
import { shapeOf } from '../inspect/members';
import { locate } from '../inspect/place';
import {
  canStep,
  checkpoint,
  faultOf,
  logEnd,
  logStart,
  type Machine,
  MORE,
  nextPc,
  restore,
  type SchedulePoints,
  step,
  wakeAlone,
} from '../machine';
import type { Outlook, Wait } from './deadlock';
import type { EventRef } from './events';
import { backwards, covers, type History, isRead, isWrite, lastEvent, type PastEvent } from './history';

/** Steps of a waiter that are watched: more than a predicate needs. */
const MAX_STEPS = 64;

/** Of a wait for a condition variable at the end of `history`, with the machine there; the machine is left as it was. */
export function outlookOf(machine: Machine, points: SchedulePoints, history: History, wait: Wait): Outlook {
  const { thread } = wait.site;
  const before = looks(history, thread);
  const state = checkpoint(machine);
  const { outcome, pcs } = lookAgain(machine, points, wait);
  restore(machine, state);
  const repeated = before.filter(({ pc, address }) => pcs.has(pc) && !isOfGuard(machine, address));
  if (outcome === 'waits')
    return {
      predicate: 'fails',
      looked: repeated,
      changed: lastChange(history, thread, repeated, false),
      notifies: [],
    };
  // A bare wait, and one behind an `if`, does not look again: what it looked at may have changed all the same.
  const looked =
    repeated.length > 0 ? repeated : before.filter(({ address, value }) => machine.words[address] !== value);
  const changed = outcome === 'goes on' ? lastChange(history, thread, looked, true) : null;
  if (changed === null) return UNKNOWN;
  return { predicate: 'holds', looked, changed, notifies: notifiesSince(history, wait.target, changed) };
}

const UNKNOWN: Outlook = { predicate: 'unknown', looked: [], changed: null, notifies: [] };

const isWaitOf = ({ kind, thread }: PastEvent, who: number): boolean => kind === EV_CV_WAIT && thread === who;

/** What a thread read between taking the mutex and its wait, newest first. */
function looks(history: History, thread: number): PastEvent[] {
  const wait = lastEvent(history, (event) => isWaitOf(event, thread));
  const reads: PastEvent[] = [];
  let mutex = 0;
  for (const event of backwards(history, wait)) {
    if (event.thread !== thread) continue;
    if (event.kind === EV_UNLOCK && mutex === 0) mutex = event.address;
    else if (event.kind === EV_LOCK && event.address === mutex) break;
    else if (isRead(event)) reads.push(event);
  }
  return reads;
}

interface Look {
  readonly outcome: 'waits' | 'goes on' | 'unknown';
  /** Of the reads it made. */
  readonly pcs: ReadonlySet<number>;
}

function lookAgain(machine: Machine, points: SchedulePoints, { site: { thread }, target }: Wait): Look {
  const { words, program } = machine;
  const pcs = new Set<number>();
  const mutex = wakeAlone(machine, thread);
  for (let steps = 0; steps < MAX_STEPS && canStep(machine, thread); steps++) {
    let outcome: number;
    do {
      outcome = step(machine, thread, 0, points);
      for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(words, at)) {
        const kind = eventKind(words[at]);
        const [pc, address] = [words[at + 1], words[at + 2]];
        if (isRead({ kind })) pcs.add(pc);
        // A wait gives the mutex back as well.
        if (kind === EV_CV_WAIT) return { outcome: address === target ? 'waits' : 'goes on', pcs };
        if (kind === EV_UNLOCK && address === mutex && program.code[pc] !== CVWAIT)
          return { outcome: 'goes on', pcs };
      }
    } while (outcome === MORE);
  }
  const ended = faultOf(machine) === null && nextPc(machine, thread) < 0;
  return { outcome: ended ? 'goes on' : 'unknown', pcs };
}

/** The newest change of what a thread has looked at, by others; since it looked, or ever. */
function lastChange(
  history: History,
  thread: number,
  looked: readonly PastEvent[],
  since: boolean,
): PastEvent | null {
  const isChange = (event: PastEvent, read: PastEvent): boolean =>
    covers(event, read.address) && (!since || comesBefore(read, event));
  const found = lastEvent(
    history,
    (event) => event.thread !== thread && isWrite(event) && looked.some((read) => isChange(event, read)),
  );
  return found ?? null;
}

const comesBefore = (a: EventRef, b: EventRef): boolean =>
  a.step < b.step || (a.step === b.step && a.event < b.event);

/** Notifies of a condition variable after an event, oldest first. */
function notifiesSince(history: History, condition: number, since: EventRef): PastEvent[] {
  const found: PastEvent[] = [];
  for (const event of backwards(history)) {
    if (!comesBefore(since, event)) break;
    if (event.kind === EV_NOTIFY && event.address === condition) found.unshift(event);
  }
  return found;
}

/** A guard's own words say nothing about what is waited for. */
function isOfGuard(machine: Machine, address: number): boolean {
  const place = locate(machine, address);
  return place !== null && shapeOf(machine, place.type) === 'guard';
}
