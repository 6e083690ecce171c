/** The log of a step: written by the interpreter and its helpers, drained by whoever called `step`. */
import { EVENT_WORDS, eventKind, events, eventWords } from '../bytecode/event';
import { BLOCK_HEADER, BLOCK_WORDS, LOG_END, RUN_THREADS, recordOf, T_OWNER } from './layout';
import type { Machine } from './memory';

/**
 * Where the next event goes. It belongs to the step that is being taken, and a JavaScript thread takes one at a time: so threads that
 * run at once in one Memory have a cursor each. Once the step is over it stands in the Memory, for whoever drains the log.
 */
let cursor = 0;

export const logCursor = (): number => cursor;
export function moveLogCursor(to: number): void {
  cursor = to;
}
/** The end of a call of `step`. */
export function closeLog(words: Int32Array): void {
  words[LOG_END] = cursor;
}

/** Adds one event; `head` is the kind | words << 8. The room is there: LOG_MARGIN. */
export function note(words: Int32Array, head: number, pc: number, address: number, value: number): void {
  const at = cursor;
  words[at] = head;
  words[at + 1] = pc;
  words[at + 2] = address;
  words[at + 3] = value;
  cursor = at + EVENT_WORDS;
}

/**
 * The log of the last `step` call in machine.words: events stand in [logStart, logEnd).
 *
 *     for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(machine.words, at)) …
 */
export const logStart = (machine: Machine): number => machine.layout.log;
export const logEnd = (machine: Machine): number => machine.words[LOG_END];

/** The first word of the access that the event at words[at] is. */
export function accessStart({ words }: Machine, at: number): number {
  switch (events[eventKind(words[at])]?.extent) {
    case 'threads':
      return RUN_THREADS;
    case 'owner':
      return recordOf(words[at + 2]) + T_OWNER;
    default:
      return words[at + 2];
  }
}
/** How many words it is to. */
export function accessWords({ words }: Machine, at: number): number {
  switch (events[eventKind(words[at])]?.extent) {
    case 'words':
      return eventWords(words[at]);
    case 'block':
      return words[words[at + 2] - BLOCK_HEADER + BLOCK_WORDS];
    default:
      return 1;
  }
}

/** Makes every step stop right after its event number `events` (from 1) and answer MORE; Infinity takes it back. */
export function setEventLimit(machine: Machine, events: number): void {
  machine.eventLimit = events;
}
