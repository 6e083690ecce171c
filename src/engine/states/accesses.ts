/**
 * What an event of the log does to the words it names, as the search sees it: its sort as the race detector has it, and whether
 * its order with another access to the same word matters. Two accesses are independent if neither of them WEIGHS: reads, shared
 * holds of a lock, and changes of an owner count that nobody looks at commute.
 */
import {
  EV_ATOMIC_ENTER,
  EV_ATOMIC_READ,
  EV_ATOMIC_RMW,
  EV_ATOMIC_WRITE,
  EV_BIRTH,
  EV_COUNT_ADD,
  EV_COUNT_DROP,
  EV_COUNT_LOCK,
  EV_COUNT_READ,
  EV_CV_WAIT,
  EV_DEATH,
  EV_DETACH,
  EV_FAULT,
  EV_FREE,
  EV_JOIN,
  EV_LOCK,
  EV_LOCK_END,
  EV_LOCK_SHARED,
  EV_NOTIFY,
  EV_READ,
  EV_SPAWN,
  EV_TRY_FAILED,
  EV_UNLOCK,
  EV_UNLOCK_SHARED,
  EV_WRITE,
} from '../bytecode/event';
import {
  ATOMIC,
  COUNT_ADDED,
  COUNT_DROPPED,
  COUNT_DROPPED_LAST,
  COUNT_LOCKED,
  COUNT_REFUSED,
  COUNT_SEEN,
  ENDS,
  LOCK_ENDS,
  WRITES,
} from '../detect/shadow';

/** No access at all. */
export const NOTHING = 0;
/** Set in every access. */
export const ACCESS = 1 << 12;
/** The order with any other access to the word matters; without it, only with those that weigh. */
export const WEIGHS = 1 << 13;
/** Takes no part in races: a thing of the machine, or the beginning of a life. */
export const SILENT = 1 << 14;
export const SORT = (1 << 12) - 1;

/** Flavour of AENTER that only reads. */
const FLAVOUR_LOAD = 0;

export function accessOf(kind: number, value: number, inside: boolean): number {
  switch (kind) {
    case EV_READ:
      return inside ? ACCESS | ATOMIC : ACCESS;
    case EV_WRITE:
      return inside ? ACCESS | WEIGHS | ATOMIC | WRITES : ACCESS | WEIGHS | WRITES;
    case EV_ATOMIC_READ:
      return ACCESS | ATOMIC;
    case EV_ATOMIC_WRITE:
    case EV_ATOMIC_RMW:
      return ACCESS | WEIGHS | ATOMIC | WRITES;
    case EV_ATOMIC_ENTER:
      return value === FLAVOUR_LOAD ? ACCESS | ATOMIC : ACCESS | WEIGHS | ATOMIC | WRITES;
    case EV_LOCK:
    case EV_UNLOCK:
    case EV_CV_WAIT:
    case EV_NOTIFY:
      return ACCESS | WEIGHS | ATOMIC | WRITES;
    // An attempt fails or not by what any holder did before.
    case EV_TRY_FAILED:
      return ACCESS | WEIGHS | ATOMIC;
    case EV_LOCK_END:
      return ACCESS | WEIGHS | ATOMIC | LOCK_ENDS;
    case EV_LOCK_SHARED:
    case EV_UNLOCK_SHARED:
      return ACCESS | ATOMIC | WRITES;
    case EV_COUNT_ADD:
      return ACCESS | ATOMIC | WRITES | COUNT_ADDED;
    case EV_COUNT_DROP:
      return value === 0
        ? ACCESS | WEIGHS | ATOMIC | WRITES | COUNT_DROPPED_LAST
        : ACCESS | ATOMIC | WRITES | COUNT_DROPPED;
    // It asks whether the last owner is gone: also where it is not.
    case EV_COUNT_LOCK:
      return ACCESS | WEIGHS | ATOMIC | (value === 0 ? COUNT_REFUSED : WRITES | COUNT_LOCKED);
    case EV_COUNT_READ:
      return ACCESS | WEIGHS | ATOMIC | COUNT_SEEN;
    case EV_FREE:
    case EV_DEATH:
      return ACCESS | WEIGHS | WRITES | ENDS;
    case EV_BIRTH:
    case EV_FAULT:
    case EV_SPAWN:
    case EV_JOIN:
    case EV_DETACH:
      return ACCESS | WEIGHS | SILENT;
    default:
      return NOTHING;
  }
}
