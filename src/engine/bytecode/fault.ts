/** Why a program stops in the middle: operands of TRAP and what the interpreter reports. */

/** Numbers stand in bytecode and Memory; FAULT_NAMES gives the verdict's word for each. */
export const FAULT_NONE = 0;
export const FAULT_ASSERT = 1;
export const FAULT_NULL = 2;
export const FAULT_FREED = 3;
export const FAULT_SCOPE = 4;
export const FAULT_DOUBLE_FREE = 5;
export const FAULT_BOUNDS = 6;
export const FAULT_UNINITIALIZED = 7;
export const FAULT_MUTEX = 8;
/** std::terminate: a joinable thread destroyed or assigned to. */
export const FAULT_TERMINATE = 9;
/** No defect of the program, as the other limits below: a step did not end. */
export const FAULT_STEP = 10;
/** Integer division by zero. */
export const FAULT_DIVISION = 11;
/** There is no more room on a thread's stack, or in its part of the heap, or for one more thread. */
export const FAULT_STACK = 12;
export const FAULT_HEAP = 13;
export const FAULT_THREADS = 14;
/** A thread that is alone goes round within one step, and nobody is left to change what it sees. */
export const FAULT_LIVELOCK = 15;

/** The defect kinds of a verdict; GRAVITY says which of several is told first. */
export type FindingKind =
  | 'data-race'
  | 'assertion-failure'
  | 'terminate'
  | 'deadlock'
  | 'lock-order-inversion'
  | 'use-after-free'
  | 'stack-use-after-scope'
  | 'double-free'
  | 'null-dereference'
  | 'out-of-bounds'
  | 'uninitialized-read'
  | 'memory-leak'
  | 'thread-leak'
  | 'mutex-misuse'
  | 'division-by-zero'
  | 'livelock'
  | 'lost-wakeup'
  | 'limit';

/** ORDER: the FAULT_ numbers above. */
export const FAULT_KINDS: readonly (FindingKind | null)[] = [
  null,
  'assertion-failure',
  'null-dereference',
  'use-after-free',
  'stack-use-after-scope',
  'double-free',
  'out-of-bounds',
  'uninitialized-read',
  'mutex-misuse',
  'thread-leak',
  'limit',
  'division-by-zero',
  'limit',
  'limit',
  'limit',
  'livelock',
];

/** Whether a step was stopped because it does not end. */
export const isEndless = (fault: number): boolean => fault === FAULT_STEP || fault === FAULT_LIVELOCK;

/** What a run may use only so much of. step: the length of one; run: how many there are. */
export type RunLimit = 'stack' | 'heap' | 'threads' | 'step' | 'run';

/** The limit that a fault is about; null for a defect of the program. */
export function limitOf(fault: number): RunLimit | null {
  switch (fault) {
    case FAULT_STEP:
      return 'step';
    case FAULT_STACK:
      return 'stack';
    case FAULT_HEAP:
      return 'heap';
    case FAULT_THREADS:
      return 'threads';
    default:
      return null;
  }
}

/** The kind of a fault with its text: std::terminate is called for threads that nobody joined, for exceptions that nobody catches, and for whatever the library does not allow. */
export function kindOfFault(fault: number, text: string): FindingKind {
  if (fault === FAULT_TERMINATE && !text.startsWith('a joinable')) return 'terminate';
  return FAULT_KINDS[fault] ?? 'limit';
}

/**
 * Gravest first: what the one who runs the program would be hurt by most. Memory that is used against the rules may already have
 * corrupted what others rely on; then a program that is stopped; then one that never gets on. A data race comes behind all of
 * these: it has done nothing yet in the run that shows it, and where it leads to one of them that is what has to be shown, the race beside
 * it. Then what is left behind by a run that is otherwise right, and last what is only predicted.
 */
export const GRAVITY: readonly FindingKind[] = [
  'use-after-free',
  'stack-use-after-scope',
  'double-free',
  'out-of-bounds',
  'null-dereference',
  'uninitialized-read',
  'division-by-zero',
  'assertion-failure',
  'terminate',
  'deadlock',
  'lost-wakeup',
  'mutex-misuse',
  'livelock',
  'data-race',
  'memory-leak',
  'thread-leak',
  'lock-order-inversion',
  'limit',
];

/** Orders what has a kind, the gravest first. */
export const byGravity = (
  one: { readonly kind: FindingKind },
  other: { readonly kind: FindingKind },
): number => GRAVITY.indexOf(one.kind) - GRAVITY.indexOf(other.kind);

/** Faults that say: in another order the access would have come in time. */
export const GONE: ReadonlySet<number> = new Set([FAULT_FREED, FAULT_SCOPE, FAULT_DOUBLE_FREE]);
