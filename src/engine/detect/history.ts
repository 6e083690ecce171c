/** The past of a run, as detectors read it when something has happened: its events, newest first. A recorder keeps it. */
import { eventKind, eventWords, nextEvent, topicOf } from '../bytecode/event';
import type { EventRef } from './events';

export interface History {
  /** Steps taken; steps are numbered from 1. */
  readonly length: number;
  threadAt(step: number): number;
  /** The log of all steps, one after the other. */
  readonly log: Int32Array;
  /** Where in `log` the events of a step begin; those of step `length + 1` would begin at the end. */
  startOf(step: number): number;
}

export interface PastEvent extends EventRef {
  readonly kind: number;
  readonly words: number;
  readonly address: number;
  readonly value: number;
}

/** The events of one step, in order. */
export function eventsOf(history: History, step: number): PastEvent[] {
  return placesOf(history, step).map((at, event) => eventAt(history, step, event, at));
}

/** Where in the log the events of a step stand: a step can have millions, of which only a few are looked at. */
function placesOf(history: History, step: number): number[] {
  const places: number[] = [];
  const end = history.startOf(step + 1);
  for (let at = history.startOf(step); at < end; at = nextEvent(history.log, at)) places.push(at);
  return places;
}

function eventAt(history: History, step: number, event: number, at: number): PastEvent {
  const { log } = history;
  return {
    thread: history.threadAt(step),
    step,
    event,
    kind: eventKind(log[at]),
    words: eventWords(log[at]),
    pc: log[at + 1],
    address: log[at + 2],
    value: log[at + 3],
  };
}

/** The last event of the run. */
export function newestEvent(history: History): PastEvent | undefined {
  return backwards(history).next().value ?? undefined;
}

/** The events of a run up to the end of its last step, or before `before`, newest first. */
export function* backwards(history: History, before?: EventRef): Generator<PastEvent, undefined> {
  for (let step = before?.step ?? history.length; step > 0; step--) {
    const places = placesOf(history, step);
    for (let i = step === before?.step ? before.event - 1 : places.length - 1; i >= 0; i--)
      yield eventAt(history, step, i, places[i]);
  }
}

/** The newest event before `before` (or of the run) that fits. */
export function lastEvent(
  history: History,
  fits: (event: PastEvent) => boolean,
  before?: EventRef,
): PastEvent | undefined {
  for (const event of backwards(history, before)) if (fits(event)) return event;
  return undefined;
}

export const isRead = ({ kind }: Pick<PastEvent, 'kind'>): boolean => topicOf(kind) === 'read';
export const isWrite = ({ kind }: Pick<PastEvent, 'kind'>): boolean => topicOf(kind) === 'write';

/** Whether an access to several words touched this one. */
export const covers = (event: PastEvent, word: number): boolean =>
  event.address <= word && word < event.address + Math.max(event.words, 1);
