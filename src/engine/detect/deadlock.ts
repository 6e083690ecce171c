/**
 * Threads that wait for ever. A cycle: each waits for a lock that the next one holds, or for its end (the wait-for graph of
 * Holt, "Some deadlock properties of computer systems", 1972); reported as soon as it closes, while others may still run. Stuck
 * without a cycle: a lock whose holder has finished, a condition variable that nobody is left to notify.
 */
import { EV_CV_WAIT, EV_NOTIFY } from '../bytecode/event';
import { waitsOf } from '../bytecode/opcodes';
import { blockedOn, type Machine, nextPc, threadCount } from '../machine';
import type { EventRef } from './events';
import { type History, lastEvent, type PastEvent } from './history';
import type { Hold, Holds } from './holds';
import { AFTER_STEP, type Site } from './scene';

/** A thread at rest before an operation that cannot go on, and what it would take. */
export interface Wait {
  readonly site: Site;
  readonly kind: 'lock' | 'condition' | 'join';
  /** The lock, the condition variable, the thread to join. */
  readonly target: number;
  /** For a lock: who holds it, and where it was taken. */
  readonly holders: readonly Hold[];
}

/** What decides whether a waiter may go on. */
export interface Outlook {
  /** holds: it would go on if it were notified. fails: it would wait again. unknown: it does not look, or not again. */
  readonly predicate: 'holds' | 'fails' | 'unknown';
  /** Where it looked at the words that decide, before it waited: the newest read first. */
  readonly looked: readonly PastEvent[];
  /** The last change of these words by somebody else; where the predicate holds, what made it so. */
  readonly changed: PastEvent | null;
  /** Where the predicate holds, the notifies of its condition variable since that change: each woke another thread, or nobody. */
  readonly notifies: readonly PastEvent[];
}

export interface Deadlock {
  readonly kind: 'deadlock' | 'lost-wakeup';
  /** A cycle in order, each waiting for the next; else all who wait, the one that the others hang on first. */
  readonly waits: readonly Wait[];
  readonly cycle: boolean;
  /** For a lost wakeup: the notify that nobody was waiting for. */
  readonly notify: EventRef | null;
  /** What the first of them looks at, where it waits for a condition variable. */
  readonly outlook: Outlook | null;
}

/** Who waits for what, after `step` steps. */
export function waitsNow(machine: Machine, holds: Holds, step: number): Wait[] {
  const waits: Wait[] = [];
  for (let thread = 0; thread < threadCount(machine); thread++) {
    const blocked = blockedOn(machine, thread);
    if (blocked === null) continue;
    const { kind, target } = blocked;
    const pc = nextPc(machine, thread);
    const wantsShared = waitsOf(machine.program.code[pc]) === 'shared lock';
    const inTheWay = (hold: Hold): boolean => hold.thread !== thread && !(wantsShared && hold.shared);
    const holders = kind === 'lock' ? holds.on(target).filter(inTheWay) : [];
    waits.push({ site: { thread, pc, step, event: AFTER_STEP }, kind, target, holders });
  }
  return waits;
}

/** The cycles among those who wait; each once, from its lowest thread. */
export function cycles(waits: readonly Wait[]): Deadlock[] {
  const byThread = new Map(waits.map((wait) => [wait.site.thread, wait]));
  const found: Deadlock[] = [];
  const extend = (path: readonly Wait[]): void => {
    const [first] = path;
    for (const next of waitsFor(path[path.length - 1])) {
      const wait = byThread.get(next);
      if (next === first.site.thread) {
        found.push({ kind: 'deadlock', waits: path, cycle: true, notify: null, outlook: null });
      } else if (wait !== undefined && next > first.site.thread && !path.includes(wait))
        extend([...path, wait]);
    }
  };
  for (const wait of waits) extend([wait]);
  return found;
}

/** The threads that a waiting one hangs on. */
const waitsFor = ({ kind, target, holders }: Wait): number[] =>
  kind === 'join' ? [target] : [...new Set(holders.map((hold) => hold.thread))];

/** Why a run is stuck in which some thread waits and none can step. `ask` says what a waiter looks at. */
export function stuck(history: History, waits: readonly Wait[], ask: (wait: Wait) => Outlook): Deadlock[] {
  const found = cycles(waits);
  if (found.length > 0 || waits.length === 0) return found;
  const waiting = new Set(waits.map((wait) => wait.site.thread));
  const outlooks = new Map(waits.filter(({ kind }) => kind === 'condition').map((wait) => [wait, ask(wait)]));
  // Who could go on at once comes first, then who hangs on nobody.
  const rank = (wait: Wait): number => {
    if (outlooks.get(wait)?.predicate === 'holds') return 0;
    return waitsFor(wait).some((thread) => waiting.has(thread)) ? 2 : 1;
  };
  const ordered = waits.toSorted((a, b) => rank(a) - rank(b));
  const [root] = ordered;
  const outlook = outlooks.get(root) ?? null;
  const notify = outlook === null ? null : lostNotify(history, root, outlook);
  const kind = notify === null ? 'deadlock' : 'lost-wakeup';
  return [{ kind, waits: ordered, cycle: false, notify, outlook }];
}

/** The notify that a waiter was not there for: the last one before it waited, unless it would have waited all the same. */
function lostNotify(history: History, { site, target }: Wait, outlook: Outlook): EventRef | null {
  if (outlook.predicate === 'fails') return null;
  if (outlook.predicate === 'holds') return outlook.notifies.findLast(({ value }) => value === 0) ?? null;
  const began = lastEvent(history, (event) => event.kind === EV_CV_WAIT && event.thread === site.thread);
  const isLost = (event: PastEvent): boolean =>
    event.kind === EV_NOTIFY && event.address === target && event.value === 0;
  return lastEvent(history, isLost, began) ?? null;
}
