/**
 * Event lists by hand, one step an event: '0 spawn 1; 1 write x; 0 read x'. A name stands for an address of its own, 'x+1' for the
 * word after, 'x*3' for three words; '=5' is the value, '@7' the pc (otherwise the number of the event, from 1).
 */
import * as kinds from '../../bytecode/event';

const KINDS: Readonly<Record<string, number>> = {
  read: kinds.EV_READ,
  write: kinds.EV_WRITE,
  load: kinds.EV_ATOMIC_READ,
  store: kinds.EV_ATOMIC_WRITE,
  rmw: kinds.EV_ATOMIC_RMW,
  enter: kinds.EV_ATOMIC_ENTER,
  leave: kinds.EV_ATOMIC_LEAVE,
  lock: kinds.EV_LOCK,
  unlock: kinds.EV_UNLOCK,
  'lock-shared': kinds.EV_LOCK_SHARED,
  'unlock-shared': kinds.EV_UNLOCK_SHARED,
  'try-failed': kinds.EV_TRY_FAILED,
  wait: kinds.EV_CV_WAIT,
  woken: kinds.EV_CV_WOKEN,
  notify: kinds.EV_NOTIFY,
  spawn: kinds.EV_SPAWN,
  start: kinds.EV_START,
  exit: kinds.EV_EXIT,
  join: kinds.EV_JOIN,
  detach: kinds.EV_DETACH,
  alloc: kinds.EV_ALLOC,
  free: kinds.EV_FREE,
  death: kinds.EV_DEATH,
  add: kinds.EV_COUNT_ADD,
  drop: kinds.EV_COUNT_DROP,
  take: kinds.EV_COUNT_LOCK,
  count: kinds.EV_COUNT_READ,
  fault: kinds.EV_FAULT,
};

export interface NotedStep {
  readonly thread: number;
  readonly words: Int32Array;
}

const EVENT =
  /^(?<thread>\d+) (?<kind>[a-z-]+)(?: (?<name>\w+)(?:\+(?<plus>\d+))?(?:\*(?<size>\d+))?)?(?: =(?<value>-?\d+))?(?: @(?<pc>\d+))?$/;

export const addressOf = (name: string): number => {
  if (/^\d+$/.test(name)) return Number(name);
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) % 997;
  return 100 + hash * 16;
};

export function steps(text: string): NotedStep[] {
  return text.split(';').map((part, index) => {
    const noted = EVENT.exec(part.trim())?.groups;
    const kind = KINDS[noted?.kind ?? ''];
    if (noted === undefined || kind === undefined) throw new Error(`not an event: ${part}`);
    const address = addressOf(noted.name ?? '0') + Number(noted.plus ?? 0);
    const words = [
      kind | (Number(noted.size ?? 1) << 8),
      Number(noted.pc ?? index + 1),
      address,
      Number(noted.value ?? 0),
    ];
    return { thread: Number(noted.thread), words: Int32Array.from(words) };
  });
}
