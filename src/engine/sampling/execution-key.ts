/** Names executions: two runs have the same key if they differ only in the order of independent steps (explore/dpor/trace-hasher.ts). */
import { mix, packed } from '../../base/hash';
import type { EventHash } from '../explore/dpor/trace-hasher';

/** A whole number below 2^53 that stands for a set of events. */
export type ExecutionKey = number;

export function executionKey(events: readonly EventHash[]): ExecutionKey {
  let one = events.length;
  let two = events.length;
  // Sums, as a set has no order.
  for (const event of events) {
    const low = (event % 2 ** 32) | 0;
    const high = Math.floor(event / 2 ** 32);
    one = (one + mix(mix(5, low), high)) | 0;
    two = (two + mix(mix(6, high), low)) | 0;
  }
  return packed(one, two);
}
