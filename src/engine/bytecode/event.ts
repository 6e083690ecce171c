/**
 * What a step tells about itself: entries of the log region of a Memory, EVENT_WORDS words each.
 * Written by the interpreter, read by detectors and the recorder. Not part of the state: neither hashed nor restored.
 *
 *     word 0  kind | words << 8     `words` = size of the access in words (READ, WRITE); of the payload (PRINT)
 *     word 1  pc                    of the instruction
 *     word 2  address               of the object, lock, count, block… (thread id for SPAWN, JOIN, START, EXIT)
 *     word 3  value                 read or written (low word); the count after it; the waker's or woken thread's id
 *
 * A PRINT entry is followed by its payload: the argument words; a %s argument is a length word and that many characters.
 */
export const EVENT_WORDS = 4;

export const EV_READ = 1;
export const EV_WRITE = 2;
/** Atomics: acquire and release on the address. RMW both reads and writes. */
export const EV_ATOMIC_READ = 3;
export const EV_ATOMIC_WRITE = 4;
export const EV_ATOMIC_RMW = 5;
/** Larger atomic objects: ENTER acquires, LEAVE releases; value = flavour, then the word shown. */
export const EV_ATOMIC_ENTER = 6;
export const EV_ATOMIC_LEAVE = 7;
export const EV_LOCK = 8;
export const EV_UNLOCK = 9;
export const EV_LOCK_SHARED = 10;
export const EV_UNLOCK_SHARED = 11;
/** A try_lock that failed; value = holder + 1. */
export const EV_TRY_FAILED = 12;
/** Lock released, now waiting on the condition variable `address`; the UNLOCK event of the mutex stands before it. */
export const EV_CV_WAIT = 13;
/** Woken and holding the mutex again; the LOCK event stands after it. */
export const EV_CV_WOKEN = 14;
/** One entry per woken thread (value = thread + 1), or one with value 0 when nobody waited. */
export const EV_NOTIFY = 15;
export const EV_SPAWN = 16;
export const EV_START = 17;
export const EV_EXIT = 18;
export const EV_JOIN = 19;
export const EV_DETACH = 20;
/** address = first payload word, value = type id. */
export const EV_ALLOC = 21;
export const EV_FREE = 22;
/** An object's life began or ended in storage that stays; `words` = size. */
export const EV_BIRTH = 23;
export const EV_DEATH = 24;
export const EV_COUNT_ADD = 25;
/** value = the count after the drop; 0 is the last drop. */
export const EV_COUNT_DROP = 26;
/** weak_ptr::lock; value 1 taken, 0 refused. */
export const EV_COUNT_LOCK = 27;
export const EV_COUNT_READ = 28;
export const EV_YIELD = 29;
export const EV_PRINT = 30;
/** The program stopped here: address = what was touched, value = a FAULT_ number. Always the last entry. */
export const EV_FAULT = 31;
/** A mutex was destroyed, which nobody held. */
export const EV_LOCK_END = 32;

export const eventKind = (word: number): number => word & 0xff;
export const eventWords = (word: number): number => word >>> 8;
