/** The log of a step: written by the interpreter and its helpers, drained by whoever called `step`. */
import { EV_PRINT, EVENT_WORDS, eventKind, eventWords } from '../bytecode/event';
import { LOG_END } from './layout';
import type { Machine } from './memory';

/** Adds one event; `head` is the kind | words << 8. The room is there: LOG_MARGIN. */
export function note(words: Int32Array, head: number, pc: number, address: number, value: number): void {
  const at = words[LOG_END];
  words[at] = head;
  words[at + 1] = pc;
  words[at + 2] = address;
  words[at + 3] = value;
  words[LOG_END] = at + EVENT_WORDS;
}

/**
 * The log of the last `step` call in machine.words: events stand in [logStart, logEnd).
 *
 *     for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(machine, at)) …
 */
export const logStart = (machine: Machine): number => machine.layout.log;
export const logEnd = (machine: Machine): number => machine.words[LOG_END];
/** Where the event behind the one at `at` stands: a PRINT has a payload. */
export function nextEvent(machine: Machine, at: number): number {
  const head = machine.words[at];
  return at + EVENT_WORDS + (eventKind(head) === EV_PRINT ? eventWords(head) : 0);
}

/** Makes every step stop right after its event number `events` (from 1) and answer MORE; Infinity takes it back. */
export function setEventLimit(machine: Machine, events: number): void {
  machine.eventLimit = events;
}
