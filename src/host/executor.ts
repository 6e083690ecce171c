/** Who takes the steps of a run: real threads (gated.ts), or the engine worker alone (single.ts). */
import type { Choice, Machine, Outcome, SchedulePoints } from '../engine';

/** The engine's side. All of it is done when it returns: the engine worker waits, for a few microseconds. */
export interface Executor {
  /** One `step` call of a thread. Its events stand in the log of the machine. Throws a LostWorker if nobody answers. */
  step(thread: number, pick: number): Outcome;
  /** Lets `change` rewrite the Memory while no thread looks at it. */
  rewrite(change: () => void): void;
  /** Takes steps one after the other with nobody in between, as far as they go. */
  relay(choices: readonly Choice[]): Relayed;
  /** Where each of the first `threads` workers waits, once all have come to rest; empty where there are none. */
  places(threads: number): readonly WorkerState[];
  /** So many workers run this program now. */
  present(workers: number): void;
  /** The worker of a thread that got lost has a successor. */
  replaced(thread: number): void;
  /** No more steps of this program: the workers go back to their event loops. */
  leave(): void;
}

export interface Relayed {
  /** Choices taken. */
  readonly taken: number;
  /** What the last step answered. */
  readonly outcome: Outcome;
  /** Of all events, as a record of the same steps has it. */
  readonly hash: string;
}

export interface WorkerState {
  readonly place: 'gate' | 'parked' | 'gone';
  /** Parked: the word of the Memory it waits at; 0 otherwise. */
  readonly word: number;
}

/** A worker did not do what it was called for: ended by the browser, most likely. */
export class LostWorker extends Error {
  readonly thread: number;
  constructor(thread: number) {
    super(`the worker of thread ${thread} does not answer`);
    this.thread = thread;
  }
}

/** `points` is what `step` is to be called with. */
export type MakeExecutor = (machine: Machine, points: SchedulePoints) => Executor;
