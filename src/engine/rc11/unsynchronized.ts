/** Why two accesses race under RC11, in words: the store and the load between them that do not synchronize, and what would make them. */
import type { GraphEvent } from './execution-graph';
import { acquires, ORDER_NAMES, releases as releasesAs } from './orders';
import type { PartialExecution, UnorderedPair } from './partial-execution';

/** How places are called. */
export interface Told {
  line(pc: number): number;
  /** Of the atomic that an event is about. */
  name(event: GraphEvent): string;
}

/** A sentence that begins small, or '' where the later thread has read nothing that the other one stored by its access or behind it. */
export function unsynchronized(
  { now, before }: UnorderedPair,
  { graph }: PartialExecution,
  told: Told,
): string {
  for (const read of [...graph.all].reverse()) {
    if (
      read.thread !== now.thread ||
      read.step > now.step ||
      (read.clock[before.thread] ?? 0) >= before.index
    )
      continue;
    const store = storeOf(read, before.thread);
    if (store === null || store.index < before.index) continue;
    const both = `the store to ${told.name(read)} in line ${told.line(store.pc)} and the load in line ${told.line(read.pc)} that reads it`;
    return `${both} do not synchronize: make ${remedy(store, read, before.index)}.`;
  }
  return '';
}

/** What a thread stored that a read has its value from, or the read-modify-writes between: a release sequence runs through them. */
function storeOf({ source }: GraphEvent, thread: number): GraphEvent | null {
  for (let at = source; at !== null; at = at.source) if (at.thread === thread) return at;
  return null;
}

/** A read-modify-write that has one half of acq_rel already keeps it. */
function remedy(store: GraphEvent, read: GraphEvent, index: number): string {
  const releases = (store.released?.[store.thread] ?? 0) >= index;
  const isRmw = ({ kind }: GraphEvent): boolean => kind === 'rmw';
  const is = (event: GraphEvent): string => `(it is ${ORDER_NAMES[event.order]})`;
  if (isRmw(store) && store.pc === read.pc) return `it acq_rel ${is(read)}`;
  const release = isRmw(store) && acquires(store.order) ? 'acq_rel' : 'release';
  const acquire = isRmw(read) && releasesAs(read.order) ? 'acq_rel' : 'acquire';
  return [
    ...(releases ? [] : [`the store ${release} ${is(store)}`]),
    ...(acquires(read.order) ? [] : [`the load ${acquire} ${is(read)}`]),
  ].join(' and ');
}
