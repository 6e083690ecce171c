/** Why two accesses race under RC11, in words: the store and the load between them that do not synchronize, and what would make them. */
import type { GraphEvent } from './execution-graph';
import { acquires, ORDER_NAMES } from './orders';
import type { PartialExecution, UnorderedPair } from './partial-execution';

/** How places are called. */
export interface Told {
  line(pc: number): number;
  /** Of the atomic that an event is about. */
  name(event: GraphEvent): string;
}

/**
 * A sentence, or '' where the later thread has read nothing of the other one: it read what that one stored behind its access, and learned
 * nothing by it.
 */
export function unsynchronized(
  { now, before }: UnorderedPair,
  { graph }: PartialExecution,
  told: Told,
): string {
  const read = graph.all.findLast(
    ({ thread, step, source, clock }) =>
      thread === now.thread &&
      step <= now.step &&
      source?.thread === before.thread &&
      source.index > before.index &&
      (clock[before.thread] ?? 0) < before.index,
  );
  if (read?.source == null) return '';
  const { source } = read;
  const weak = [
    ...(source.released === null ? [`the store release (it is ${ORDER_NAMES[source.order]})`] : []),
    ...(acquires(read.order) ? [] : [`the load acquire (it is ${ORDER_NAMES[read.order]})`]),
  ];
  const both = `The store to ${told.name(read)} in line ${told.line(source.pc)} and the load in line ${told.line(read.pc)} that reads it`;
  if (weak.length === 0)
    return `${both} synchronize, but the access in question comes behind what is released there.`;
  return `${both} do not synchronize: make ${weak.join(' and ')}.`;
}
