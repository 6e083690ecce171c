// biome-ignore-all format: one row, one line
/**
 * What a step tells about itself: entries of the log region of a Memory, EVENT_WORDS words each. One row per kind says everything:
 * what it is an access to, what that does to races and to the order of steps, which words of the state it changes, and whom
 * it orders. Detectors, undo log, reduction and vector clocks derive from these rows; an event that is added here is known to all.
 * Written by the interpreter. Not part of the state: neither hashed nor restored.
 *
 *     word 0  kind | words << 8     `words` = size of the access in words (READ, WRITE); of the payload (PRINT)
 *     word 1  pc                    of the instruction
 *     word 2  address               of the object, lock, count, block… (thread id for SPAWN, JOIN, START, EXIT)
 *     word 3  value                 read or written (low word); the count after it; the waker's or woken thread's id
 *
 * A PRINT entry is followed by its payload: the argument words; a %s argument is a length word and that many characters.
 */
import { ACCESS, ATOMIC, COUNT_ADDED, COUNT_DROPPED, COUNT_DROPPED_LAST, COUNT_LOCKED, COUNT_REFUSED, COUNT_SEEN, ENDS, LOCK_ENDS, NONCOMMUTING, NOTHING, RACE_EXEMPT, WRITES } from './access';
import { ACQUIRE, COUNT_ACQUIRE, COUNT_RELEASE, ENTER, FORK, GIVE, GIVE_SHARED, JOINS, LEAVE, LOCK_EDGES, RELEASE, TAKE, TAKE_SHARED, WAKE, WOKEN } from './edge';

export const EVENT_WORDS = 4;

/**
 * The words an access is to: the `words` of its head, from its address on; the one at its address; the heap block that begins there;
 * the word for the order of thread starts; the word that says who answers for the thread it names.
 */
export type Extent = 'words' | 'word' | 'block' | 'threads' | 'owner';
/** The words of the state that it says have changed, beside the stack and record of its own thread: its extent, the block with its header… */
export type Changes = '' | 'extent' | 'block' | 'lock' | 'condition' | 'run' | 'newborn' | 'thread';

/**
 * What it is in the story of a run: a value that a program computes with is read or written; an operation on a lock or condition
 * variable; one on a thread; a life or an owner that begins or ends.
 */
export type Topic = '' | 'read' | 'write' | 'sync' | 'thread' | 'life';

export interface EventRow {
  readonly name: string;
  readonly extent: Extent;
  /** Bits of access.ts, where the event's value is not 0, and where it is. */
  readonly access: readonly [other: number, zero: number];
  readonly changes: Changes;
  /** Bits of edge.ts, likewise. */
  readonly edges: readonly [other: number, zero: number];
  readonly topic: Topic;
}

type ByValue = number | readonly [other: number, zero: number];
const byValue = (bits: ByValue): readonly [number, number] => typeof bits === 'number' ? [bits, bits] : bits;

const rows: (EventRow | undefined)[] = [undefined];
function row(kind: number, name: string, extent: Extent, access: ByValue, changes: Changes, edges: ByValue, topic: Topic): void {
  if (kind !== rows.length) throw new Error(`event ${name} is out of order`);
  rows.push({ name, extent, access: byValue(access), changes, edges: byValue(edges), topic });
}

const READS = ACCESS;
const STORES = ACCESS | NONCOMMUTING | WRITES;
/** Of the machine's own words. */
const INTERNAL = ACCESS | NONCOMMUTING | RACE_EXEMPT;

// Plain accesses; inside an access to a larger atomic object they are atomic
export const EV_READ = 1;
row(EV_READ, 'read', 'words', READS, '', 0, 'read'); // words are read
export const EV_WRITE = 2;
row(EV_WRITE, 'write', 'words', STORES, 'extent', 0, 'write'); // words are written

// Atomics
export const EV_ATOMIC_READ = 3;
row(EV_ATOMIC_READ, 'load', 'words', READS | ATOMIC, '', ACQUIRE, 'read'); // an atomic is read
export const EV_ATOMIC_WRITE = 4;
row(EV_ATOMIC_WRITE, 'store', 'words', STORES | ATOMIC, 'extent', RELEASE, 'write'); // an atomic is written
export const EV_ATOMIC_RMW = 5;
row(EV_ATOMIC_RMW, 'rmw', 'words', STORES | ATOMIC, 'extent', ACQUIRE | RELEASE, 'write'); // an atomic is read and written at once
export const EV_ATOMIC_ENTER = 6;
row(EV_ATOMIC_ENTER, 'enter', 'word', [STORES | ATOMIC, READS | ATOMIC], '', ENTER, ''); // an access to a larger atomic object begins; value: LOADS, STORES, or 2 for both
export const EV_ATOMIC_LEAVE = 7;
row(EV_ATOMIC_LEAVE, 'leave', 'word', NOTHING, '', LEAVE, 'read'); // it ends; value: the word that is shown

// Locks
export const EV_LOCK = 8;
row(EV_LOCK, 'lock', 'word', STORES | ATOMIC, 'lock', TAKE, 'sync'); // a mutex is taken; value: how often its owner holds it
export const EV_UNLOCK = 9;
row(EV_UNLOCK, 'unlock', 'word', STORES | ATOMIC, 'lock', GIVE, 'sync'); // a mutex is given back
export const EV_LOCK_SHARED = 10;
row(EV_LOCK_SHARED, 'lock-shared', 'word', READS | ATOMIC | WRITES, 'lock', TAKE_SHARED, 'sync'); // a mutex is taken for reading
export const EV_UNLOCK_SHARED = 11;
row(EV_UNLOCK_SHARED, 'unlock-shared', 'word', READS | ATOMIC | WRITES, 'lock', GIVE_SHARED, 'sync'); // a reader gives a mutex back
export const EV_TRY_FAILED = 12;
row(EV_TRY_FAILED, 'try-failed', 'word', READS | NONCOMMUTING | ATOMIC, '', 0, 'sync'); // a try_lock failed, by what any holder did before; value: holder + 1

// Condition variables
export const EV_CV_WAIT = 13;
row(EV_CV_WAIT, 'wait', 'word', STORES | ATOMIC, 'condition', 0, 'sync'); // the thread waits from now on; the UNLOCK of the mutex stands before it
export const EV_CV_WOKEN = 14;
row(EV_CV_WOKEN, 'woken', 'word', NOTHING, '', WOKEN, 'sync'); // woken, and holding the mutex again: the LOCK stands after it
export const EV_NOTIFY = 15;
row(EV_NOTIFY, 'notify', 'word', STORES | ATOMIC, 'condition', [WAKE, 0], 'sync'); // one entry per woken thread (value = thread + 1), or one with value 0 when nobody waited

// Threads; the address is the thread's id
export const EV_SPAWN = 16;
row(EV_SPAWN, 'spawn', 'threads', INTERNAL, 'newborn', FORK, 'thread'); // a thread starts another
export const EV_START = 17;
row(EV_START, 'start', 'word', NOTHING, '', 0, 'thread'); // a thread begins
export const EV_EXIT = 18;
row(EV_EXIT, 'exit', 'word', NOTHING, 'run', 0, 'thread'); // a thread ends
export const EV_JOIN = 19;
row(EV_JOIN, 'join', 'owner', INTERNAL, 'thread', JOINS, 'thread'); // the end of a thread was waited for
export const EV_DETACH = 20;
row(EV_DETACH, 'detach', 'owner', INTERNAL, 'thread', 0, 'thread'); // a thread is let go

// Storage and lives
export const EV_ALLOC = 21;
row(EV_ALLOC, 'alloc', 'word', NOTHING, '', 0, 'life'); // a heap block; address = first payload word, value = type id
export const EV_FREE = 22;
row(EV_FREE, 'free', 'block', STORES | ENDS, 'block', 0, 'life'); // a heap block is given back
export const EV_BIRTH = 23;
row(EV_BIRTH, 'birth', 'words', INTERNAL, 'extent', 0, 'life'); // a life begins in storage that stays
export const EV_DEATH = 24;
row(EV_DEATH, 'death', 'words', STORES | ENDS, 'extent', 0, 'life'); // a life ends in storage that stays

// Owner counts
export const EV_COUNT_ADD = 25;
row(EV_COUNT_ADD, 'add', 'word', READS | ATOMIC | WRITES | COUNT_ADDED, 'extent', 0, 'life'); // one owner more
export const EV_COUNT_DROP = 26;
row(EV_COUNT_DROP, 'drop', 'word', [READS | ATOMIC | WRITES | COUNT_DROPPED, STORES | ATOMIC | COUNT_DROPPED_LAST], 'extent', [COUNT_RELEASE, COUNT_ACQUIRE | COUNT_RELEASE], 'life'); // one owner fewer; value = the count after it, 0 is the last drop
export const EV_COUNT_LOCK = 27;
row(EV_COUNT_LOCK, 'take', 'word', [STORES | ATOMIC | COUNT_LOCKED, READS | NONCOMMUTING | ATOMIC | COUNT_REFUSED], 'extent', [COUNT_ACQUIRE, 0], 'life'); // weak_ptr::lock asks whether the last owner is gone, also where it is not; value 1 taken, 0 refused
export const EV_COUNT_READ = 28;
row(EV_COUNT_READ, 'count', 'word', READS | NONCOMMUTING | ATOMIC | COUNT_SEEN, '', 0, 'read'); // the owners are counted

// The rest
export const EV_YIELD = 29;
row(EV_YIELD, 'yield', 'word', NOTHING, '', 0, ''); // a place to switch
export const EV_PRINT = 30;
row(EV_PRINT, 'print', 'word', NOTHING, '', 0, ''); // output
export const EV_FAULT = 31;
row(EV_FAULT, 'fault', 'word', INTERNAL, 'run', 0, ''); // the program stopped here: address = what was touched, value = a FAULT_ number. Always the last entry
export const EV_LOCK_END = 32;
row(EV_LOCK_END, 'lock-end', 'word', READS | NONCOMMUTING | ATOMIC | LOCK_ENDS, '', 0, ''); // a mutex is destroyed, which nobody held

export const EV_STORAGE_DEAD = 33;
row(EV_STORAGE_DEAD, 'storage-dead', 'words', NOTHING, '', 0, ''); // storage of the thread's own stack ends, of which others may have the address; pc = where the thread goes on, -1 nowhere

export const EV_CV_TIMED = 34;
row(EV_CV_TIMED, 'timed-wait', 'word', READS | NONCOMMUTING | ATOMIC, 'condition', 0, 'sync'); // a timed wait is over; value: 1 by a notify (WOKEN stands behind it), 0 as the time was up

export const EV_FENCE = 35;
row(EV_FENCE, 'fence', 'word', NOTHING, '', 0, ''); // a fence; value: its memory order, as std::memory_order numbers them

export const EV_CHOICE = 36;
row(EV_CHOICE, 'choice', 'word', NOTHING, '', 0, ''); // an input has its value; address: which of those it may have, from 0; value: that one's low word

/** By kind; there is no kind 0. */
export const events: readonly (EventRow | undefined)[] = rows;
const KINDS = rows.length;

const tableOf = (pair: (row: EventRow) => readonly [number, number]): Int32Array =>
  Int32Array.from({ length: 2 * KINDS }, (_, i) => (rows[i >> 1] === undefined ? 0 : pair(rows[i >> 1] as EventRow)[i & 1]));
const ACCESSES = tableOf((row) => row.access);
const EDGES = tableOf((row) => row.edges);

/** Bits of access.ts. `inside`: within an access to a larger atomic object no other thread runs, so all of it is atomic. */
export function accessOf(kind: number, value: number, inside: boolean): number {
  const access = ACCESSES[2 * kind + (value === 0 ? 1 : 0)];
  return inside && kind <= EV_WRITE ? access | ATOMIC : access;
}
/** Bits of edge.ts. */
export const edgesOf = (kind: number, value: number): number => EDGES[2 * kind + (value === 0 ? 1 : 0)];
const SYNCHRONIZING = LOCK_EDGES | COUNT_ACQUIRE | COUNT_RELEASE;
/**
 * Whether a thread can learn by it of what another one did though that does not happen before it: an atomic, a try_lock that fails, a
 * condition variable, a count that is read. A mutex tells nothing else than who gave it back; nor does a count that nobody looks at.
 */
export const communicates = (kind: number, value: number): boolean =>
  (accessOf(kind, value, false) & ATOMIC) !== 0 && (edgesOf(kind, value) & SYNCHRONIZING) === 0 && kind !== EV_COUNT_ADD;
/** TAKE, TAKE_SHARED, GIVE or GIVE_SHARED, where a mutex is taken or given back; else 0. */
export const lockEdgeOf = (kind: number): number => EDGES[2 * kind] & LOCK_EDGES;
export const topicOf = (kind: number): Topic => rows[kind]?.topic ?? '';

export const eventKind = (word: number): number => word & 0xff;
export const eventWords = (word: number): number => word >>> 8;
/** Where the event behind the one at words[at] stands: a PRINT has a payload. */
export function nextEvent(words: Int32Array, at: number): number {
  const head = words[at];
  return at + EVENT_WORDS + (eventKind(head) === EV_PRINT ? eventWords(head) : 0);
}
