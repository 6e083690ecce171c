/**
 * What an event does to the words it names, as bits: all that race detection and partial-order reduction ask of an access. Two
 * accesses to one word may race by the bits below ACCESS; their order matters by the bits above.
 */
export const WRITES = 1;
/** Atomic accesses race only with plain ones. */
export const ATOMIC = 2;
/** The storage goes away, or the object's life ends. */
export const ENDS = 4;
/** What an operation on an owner count does; these bits come with ATOMIC. */
export const COUNT_ADDED = 8;
export const COUNT_DROPPED = 16;
export const COUNT_DROPPED_LAST = 32;
export const COUNT_LOCKED = 64;
export const COUNT_REFUSED = 128;
export const COUNT_SEEN = 256;
/** The access did not happen: the word was already gone, and the program stopped. Such an access is no race of its own. */
export const REFUSED = 512;
/** The end of a mutex, which others may still hold; comes with ATOMIC. */
export const LOCK_ENDS = 1024;
/** The bits that two accesses are compared by to find a race. */
export const ACCESS_KIND = (1 << 12) - 1;

/** No access at all. */
export const NOTHING = 0;
/** Set in every access. */
export const ACCESS = 1 << 12;
/**
 * The order with any other access to the word matters; without it, only with those that do not commute. Reads, shared holds of a
 * lock, and changes of an owner count that nobody looks at commute.
 */
export const NONCOMMUTING = 1 << 13;
/** Takes no part in races: the machine's own words, or the beginning of a life. */
export const RACE_EXEMPT = 1 << 14;

/** An operation on an owner count, or the end of a mutex: no race, but its order with some others can matter (countsConflict). */
export const isCountOrLockEnd = (access: number): boolean => (access & ACCESS_KIND) >= COUNT_ADDED;

/** Whether two accesses to one word conflict: at least one writes, and not both are atomic ([intro.races]). */
export const conflict = (a: number, b: number): boolean => ((a | b) & WRITES) !== 0 && (a & b & ATOMIC) === 0;

/** Operations on one count or mutex whose order with this one can change what the program does. */
const partners = (kind: number): number => {
  if (kind & LOCK_ENDS) return WRITES;
  if (kind & COUNT_DROPPED_LAST) {
    return COUNT_DROPPED | COUNT_DROPPED_LAST | COUNT_LOCKED | COUNT_REFUSED | COUNT_SEEN;
  }
  return kind & COUNT_SEEN ? COUNT_ADDED | COUNT_DROPPED | COUNT_DROPPED_LAST | COUNT_LOCKED : 0;
};
export const countsConflict = (a: number, b: number): boolean =>
  (partners(a) & b) !== 0 || (partners(b) & a) !== 0;
