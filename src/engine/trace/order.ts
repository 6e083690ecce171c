/** What a step could have been caused by, and what it could have caused: for shading a trace around a selected step. */
import { assert } from '../../base/assert';
import { eventKind } from '../bytecode/event';
import { CAUSES, Clocks } from '../detect/clocks';
import { nextEvent } from '../detect/events';
import type { History } from '../detect/history';

/** before: it could have influenced the step. concurrent: the two could have come in the other order. */
export type Order = 'before' | 'self' | 'after' | 'concurrent';

/** How each step of a run is ordered to step number `step`: index 0 is step 1. One pass over the events. */
export function orderOf(history: History, step: number): Order[] {
  assert(step >= 1 && step <= history.length, 'an order is asked for a step of the trace');
  const clocks = new Clocks(CAUSES);
  const stamps = new Int32Array(history.length + 1);
  const thread = history.threadAt(step);
  const orders: Order[] = [];
  for (let k = 1; k <= history.length; k++) {
    const other = history.threadAt(k);
    clocks.tick(other);
    stamps[k] = clocks.now(other);
    feed(clocks, history, k);
    orders.push(k > step && clocks.known(other, thread) >= stamps[step] ? 'after' : 'concurrent');
    if (k !== step) continue;
    for (let j = 1; j < k; j++) {
      if (clocks.known(thread, history.threadAt(j)) >= stamps[j]) orders[j - 1] = 'before';
    }
    orders[k - 1] = 'self';
  }
  return orders;
}

function feed(clocks: Clocks, history: History, step: number): void {
  const { log } = history;
  const end = history.startOf(step + 1);
  const thread = history.threadAt(step);
  for (let at = history.startOf(step); at < end; at = nextEvent(log, at)) {
    clocks.feed(thread, eventKind(log[at]), log[at + 2], log[at + 3]);
  }
}
