/**
 * A hash over all events of a run: two runs with one hash did the same, event by event, values included. Whoever executes a step
 * can add its log (a thread worker as well); how a step's log is cut into parts does not matter.
 */

import { mix } from '../../base/hash';
import { EV_STORAGE_DEAD, eventKind, nextEvent } from '../bytecode/event';

/** Words of a running hash: two lanes, since 32 bits would confuse some runs of a long search. */
export const HASH_WORDS = 2;

export function startHash(hash: Int32Array, at = 0): void {
  hash[at] = 0x52616365;
  hash[at + 1] = 0x636f7572;
}

/** Adds the events words[from, to), done by `thread`, to the hash at hash[at …]. */
export function hashEvents(
  hash: Int32Array,
  at: number,
  thread: number,
  words: Int32Array,
  from: number,
  to: number,
): void {
  let one = hash[at];
  let two = hash[at + 1];
  for (let event = from; event < to; ) {
    const next = nextEvent(words, event);
    if (eventKind(words[event]) === EV_STORAGE_DEAD) {
      event = next;
      continue;
    }
    one = mix(one, thread);
    two = mix(two, ~thread);
    for (let i = event; i < next; i++) {
      one = mix(one, words[i]);
      two = mix(two, words[i]);
    }
    event = next;
  }
  hash[at] = one;
  hash[at + 1] = two;
}

/** Sixteen hexadecimal digits. */
export const hashText = (hash: Int32Array, at = 0): string =>
  [hash[at], hash[at + 1]].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
