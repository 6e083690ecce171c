/** Reading a step's log. Detectors see events in order and by number: the first event of a step is 0. */
import { EV_PRINT, EVENT_WORDS, eventKind, eventWords } from '../bytecode/event';

/** Where the entry after the one at `at` begins: a PRINT is followed by its payload. */
export function nextEvent(words: Int32Array, at: number): number {
  const head = words[at];
  return at + EVENT_WORDS + (eventKind(head) === EV_PRINT ? eventWords(head) : 0);
}

/** One event of a run, named so that it can be found again: the run up to it can be repeated. */
export interface EventRef {
  readonly thread: number;
  readonly pc: number;
  /** 1-based: the step it belongs to. */
  readonly step: number;
  /** Its number within the step. */
  readonly event: number;
}
