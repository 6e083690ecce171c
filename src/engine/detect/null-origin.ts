/**
 * Who stored the null that a thread stumbled over. The value came from the last thing it read; from that word the search goes back
 * to the write that made it null, and through copies of the same thread on to where the null was first put.
 */
import {
  EV_ATOMIC_LEAVE,
  EV_ATOMIC_READ,
  EV_ATOMIC_RMW,
  EV_ATOMIC_WRITE,
  EV_READ,
  EV_WRITE,
} from '../bytecode/event';
import { backwards, covers, type History, lastEvent, type PastEvent } from './history';

export interface NullOrigin {
  /** The store of null. */
  readonly stored: PastEvent;
  /** The read, by the thread that crashed, of the word it was stored to. */
  readonly read: PastEvent;
}

const isRead = ({ kind }: PastEvent): boolean =>
  kind === EV_READ || kind === EV_ATOMIC_READ || kind === EV_ATOMIC_LEAVE;
const isWrite = ({ kind }: PastEvent): boolean =>
  kind === EV_WRITE || kind === EV_ATOMIC_WRITE || kind === EV_ATOMIC_RMW;

/** A chain of copies longer than this is not followed. */
const MAX_COPIES = 32;

/** Undefined where it cannot be told: never a guess. */
export function originOfNull(history: History, fault: PastEvent): NullOrigin | undefined {
  let read = lastRead(history, fault);
  for (let copies = 0; read !== undefined && copies < MAX_COPIES; copies++) {
    if (read.value !== 0) return undefined;
    const { address } = read;
    const stored = lastEvent(history, (event) => isWrite(event) && covers(event, address), read);
    if (stored === undefined) return undefined;
    if (stored.thread !== fault.thread) return { stored, read };
    const source = lastRead(history, stored);
    // A write of its own that copied what the same instruction, or the one before, read: not where the null comes from.
    if (source === undefined || source.value !== 0 || !feeds(source, stored)) return { stored, read };
    read = source;
  }
  return undefined;
}

/** The last event of a thread before `event`, if that was a read. */
function lastRead(history: History, event: PastEvent): PastEvent | undefined {
  for (const past of backwards(history, event)) {
    if (past.thread !== event.thread) continue;
    if (isRead(past)) return past;
    if (isWrite(past)) return undefined;
  }
  return undefined;
}

const feeds = (source: PastEvent, stored: PastEvent): boolean => source.step === stored.step;
