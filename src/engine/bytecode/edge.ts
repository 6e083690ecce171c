/**
 * How an event orders threads, as bits: what vector clocks and lock tables ask of it. Which of them count is a choice, because three
 * questions are asked: C++'s happens-before (races), what must hold in other schedules too (lock order), what caused what
 * (shading a trace).
 */
/** A mutex is taken: after all who gave it back. */
export const TAKE = 1;
/** A mutex is taken for reading: after the writers who gave it back. */
export const TAKE_SHARED = 2;
export const GIVE = 4;
export const GIVE_SHARED = 8;
/** Atomics synchronise with the last write to their address. */
export const ACQUIRE = 16;
export const RELEASE = 32;
/** An access to a larger atomic object begins (its value: LOADS, STORES, or 2 for both) and ends. */
export const ENTER = 64;
export const LEAVE = 128;
/** An owner lets go: before the last drop and before weak_ptr::lock. */
export const COUNT_RELEASE = 256;
export const COUNT_ACQUIRE = 512;
/** From notify to the thread it wakes. */
export const WAKE = 1024;
export const WOKEN = 2048;
/** A thread starts; its end is waited for. */
export const FORK = 4096;
export const JOINS = 8192;

/** Flavours of an access to a larger atomic object: the operand of AENTER; 2 does both. */
export const LOADS = 0;
export const STORES = 1;

export const TAKES = TAKE | TAKE_SHARED;
export const LOCK_EDGES = TAKES | GIVE | GIVE_SHARED;
const ALWAYS = ACQUIRE | RELEASE | ENTER | LEAVE | FORK | JOINS;

/**
 * C++'s own relation: [intro.races], and what shared_ptr promises to destructors. Without notify: only the mutex orders it with the
 * thread it wakes.
 */
export const HAPPENS_BEFORE = ALWAYS | LOCK_EDGES | COUNT_RELEASE | COUNT_ACQUIRE;
/** What does not depend on who was first at a lock. */
export const MUST_ORDER = ALWAYS | WAKE | WOKEN;
export const CAUSES = HAPPENS_BEFORE | WAKE | WOKEN;
