/**
 * One program on its threads: what requests become, and the answer to them. The Runner records and knows; the executor takes the
 * steps. Steps that were recorded before are taken again by the threads when the user goes along them, and must do the same.
 */
import { InternalError } from '../base/assert';
import {
  type Choice,
  createMachine,
  type FilesDeclaration,
  type Granularity,
  HASH_WORDS,
  hashEvents,
  hashText,
  nonpreemptive,
  type Outcome,
  type Program,
  pointsOf,
  Runner,
  type Schedule,
  type Snapshot,
  type StepIndex,
  startHash,
  step,
  type ThreadId,
} from '../engine';
import { type Answer, EngineError, type Stopped, type WorkerView } from './client';
import type { Executor, MakeExecutor, WorkerState } from './executor';

/** Going further than this at once is a jump: the state is restored from the record, and no thread takes the steps between. */
const LONGEST_WALK = 500;

export interface RunOptions {
  readonly granularity: Granularity;
  /** To be viewed along the run. */
  readonly files?: FilesDeclaration | null;
  /** The Memory is shared with other workers. */
  readonly shared: boolean;
  readonly makeExecutor: MakeExecutor;
}

export class Run {
  readonly program: Program;
  readonly runner: Runner;
  readonly executor: Executor;
  /** While the Memory is being rewritten the engine takes the steps: no thread may look. */
  private rewriting = false;

  constructor(program: Program, { granularity, files = null, shared, makeExecutor }: RunOptions) {
    this.program = program;
    const machine = createMachine(program, { shared });
    const points = pointsOf(program, granularity);
    this.executor = makeExecutor(machine, points);
    const execute = (thread: ThreadId, pick: number): Outcome =>
      this.rewriting ? step(machine, thread, pick, points) : this.executor.step(thread, pick);
    this.runner = new Runner(program, { granularity, machine, execute, files });
  }

  /** Records a schedule as far as it fits, goes on to the end of the program if that is wanted, and stands at `at`. */
  open(schedule: Schedule, at: number, complete: boolean): Stopped | null {
    const { runner } = this;
    return this.rewrite(() => {
      const { taken } = runner.open(schedule);
      const stopped = taken < schedule.choices.length ? this.whyNot(schedule.choices[taken]) : null;
      if (complete) runner.runToEnd();
      runner.seek(Math.min(at, runner.length) as StepIndex);
      return stopped;
    });
  }

  /** A step the user chose. What was planned behind `at` is forgotten, unless its first step is this one. */
  step(at: StepIndex, thread: ThreadId, pick: number): void {
    const { runner } = this;
    this.seek(at);
    const planned = runner.length > at && runner.recorder.threadAt(at + 1) === thread;
    if (planned && runner.recorder.pickAt(at + 1) === pick) {
      this.seek((at + 1) as StepIndex);
    } else if (!this.keeping(() => runner.step(thread, pick))) {
      throw new EngineError('refused', `${this.whyNot({ thread, pick }).reason}.`);
    }
  }

  seek(to: StepIndex): void {
    const { runner } = this;
    if (to < 0 || to > runner.length) throw new InternalError(`no step ${to} in a line of ${runner.length}`);
    const steps = to - runner.at;
    // What atomics may still be read under RC11 only the record knows.
    const walks = steps > 0 && steps <= LONGEST_WALK && runner.granularity !== 'rc11';
    if (walks) this.keeping(() => this.walk(to));
    else if (steps !== 0) this.rewrite(() => runner.seek(to));
  }

  /** To the end of the line, and up to `steps` steps further without preemption. */
  extend(steps: number): void {
    const { runner } = this;
    this.seek(runner.length);
    this.keeping(() =>
      runner.runToEnd(nonpreemptive, ...(Number.isFinite(steps) ? [runner.length + steps] : [])),
    );
  }

  /** What a page is told of the run where it stands; `stopped` says why a schedule was not followed to its end. */
  answer(stopped: Stopped | null = null): Answer {
    const { runner } = this;
    const snapshot = runner.snapshotAt(runner.at);
    return {
      schedule: runner.schedule(),
      at: runner.at,
      trace: runner.view(),
      snapshot,
      findings: runner.findings(),
      hash: runner.hash(),
      workers: this.executor
        .places(snapshot.threads.length)
        .map((place, thread) => workerView(place, thread as ThreadId, snapshot)),
      stopped,
    };
  }

  /** The threads take recorded steps again, handing over to each other. */
  private walk(to: StepIndex): void {
    const { recorder } = this.runner;
    const choices: Choice[] = [];
    const hash = new Int32Array(HASH_WORDS);
    startHash(hash);
    for (let index = recorder.main.at + 1; index <= to; index++) {
      const thread = recorder.threadAt(index);
      choices.push({ thread, pick: recorder.pickAt(index) });
      hashEvents(hash, 0, thread, recorder.log, recorder.startOf(index), recorder.startOf(index + 1));
    }
    const relayed = this.executor.relay(choices);
    if (relayed.taken !== choices.length || relayed.hash !== hashText(hash)) {
      throw new InternalError('real threads did not do again what was recorded');
    }
    recorder.main.at = to;
  }

  private rewrite<T>(change: () => T): T {
    let result: T | undefined;
    this.executor.rewrite(() => {
      this.rewriting = true;
      try {
        result = change();
      } finally {
        this.rewriting = false;
      }
    });
    return result as T;
  }

  /** If a step gets lost on the way, the line and the place on it are again what they were. */
  private keeping<T>(work: () => T): T {
    const { runner } = this;
    const schedule = runner.schedule();
    const { at } = runner;
    try {
      return work();
    } catch (error) {
      this.open(schedule, at, false);
      throw error;
    }
  }

  /** Why a choice is not possible where the machine stands. */
  private whyNot({ thread }: Choice): Stopped {
    const { runner } = this;
    const snapshot = runner.snapshotAt(runner.at);
    return { at: runner.at, reason: reasonOf(snapshot, thread) };
  }
}

function reasonOf({ status, threads }: Snapshot, thread: ThreadId): string {
  const view = threads[thread];
  if (status === 'failed') return 'the program has stopped';
  if (view === undefined) return `thread ${thread} has not started`;
  if (view.state === 'finished') return `${view.name} has finished`;
  if (view.state === 'ready') return `${view.name} has no such choice here`;
  return view.reason === ''
    ? `${view.name} is blocked here`
    : `${view.name} is blocked here (${view.reason})`;
}

function workerView(
  { place, word }: WorkerState,
  thread: ThreadId,
  { threads, locks }: Snapshot,
): WorkerView {
  if (place !== 'parked') return { thread, place, on: '' };
  const view = threads[thread];
  const lock = locks.find(({ id }) => id === word)?.name;
  return { thread, place, on: lock ?? view?.next?.target ?? '' };
}
