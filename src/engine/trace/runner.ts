/**
 * One program being run, stepped, led back and forked: what a user's session is to the engine. A run is its record; the machine
 * stands somewhere along it, and a step taken before its end forks: the rest is forgotten.
 */
import type { Program, StepIndex, ThreadId } from '../bytecode/program';
import type { Finding } from '../detect/finding';
import { pointsOf } from '../explore/refinement/points';
import { snapshot } from '../inspect/snapshot';
import type { Snapshot } from '../inspect/view';
import {
  canStep,
  createMachine,
  type Machine,
  MORE,
  type Outcome,
  pickCount,
  type RunStatus,
  runStatus,
  type SchedulePoints,
  step,
} from '../machine';
import { PossiblePicks } from '../rc11/possible-picks';
import { nonpreemptive } from '../schedule/nonpreemptive';
import { replay } from '../schedule/replay';
import { type Directive, longestRun, type RunEnd, run } from '../schedule/run';
import type { Granularity, Schedule } from '../schedule/schedule';
import type { Scheduler } from '../schedule/scheduler';
import { causesOf } from './causes';
import type { FilesDeclaration } from './files';
import { type Circles, Findings } from './findings';
import { memoryView } from './memory';
import { type Cursor, Recorder } from './record';
import { RecordedScene } from './scene';
import type { TraceView } from './view';
import { Viewer } from './viewer';

export interface RunnerOptions {
  readonly granularity?: Granularity;
  /** The machine to run on, before its first step: one over shared memory, for real threads. */
  readonly machine?: Machine;
  /** Executes one `step` call of a thread elsewhere and answers what it answered; the log is then in the machine. */
  readonly execute?: (thread: ThreadId, pick: number) => Outcome;
  /** The files to view along the run. */
  readonly files?: FilesDeclaration | null;
}

/** How far a schedule fitted. */
export interface Opened {
  readonly taken: StepIndex;
  /** False where the program has no such step. */
  readonly complete: boolean;
}

export class Runner {
  readonly program: Program;
  readonly granularity: Granularity;
  readonly machine: Machine;
  /** What `step` is to be called with, here and elsewhere. */
  readonly points: SchedulePoints;
  readonly recorder: Recorder;
  private readonly execute: (thread: ThreadId, pick: number) => Outcome;
  private readonly possible: PossiblePicks;
  private readonly detectors: Findings;
  private readonly viewer: Viewer;
  /** Led along the record to look at it. */
  private readonly scratch: Cursor;
  /** What the detectors told last, and the same with its causes. */
  private explained: { readonly told: readonly Finding[]; readonly findings: readonly Finding[] } = {
    told: [],
    findings: [],
  };

  constructor(program: Program, options: RunnerOptions = {}) {
    this.program = program;
    this.granularity = options.granularity ?? 'sync';
    this.points = pointsOf(program, this.granularity);
    const { machine = createMachine(program) } = options;
    this.machine = machine;
    this.execute = options.execute ?? ((thread, pick) => step(machine, thread, pick, this.points));
    this.recorder = new Recorder(machine, this.points);
    this.possible = new PossiblePicks(this.points);
    this.detectors = new Findings(this.recorder);
    this.scratch = this.recorder.cursor(createMachine(program));
    this.viewer = new Viewer(this.recorder, this.scratch, options.files);
  }

  /** Steps of the whole line; the machine stands behind `at` of them. */
  get length(): StepIndex {
    return this.recorder.length as StepIndex;
  }
  get at(): StepIndex {
    return this.recorder.main.at as StepIndex;
  }
  get status(): RunStatus {
    return runStatus(this.machine);
  }

  /** Starts again and follows a schedule as far as it fits. Its granularity must be the runner's. */
  open(schedule: Schedule): Opened {
    this.cut(0);
    this.drive(replay(schedule.choices), schedule.choices.length);
    return { taken: this.length, complete: this.length === schedule.choices.length };
  }

  /** One step by `thread` from where the machine stands; what was planned behind is forgotten. False where it cannot step. */
  step(thread: ThreadId, pick = 0): boolean {
    if (!canStep(this.machine, thread) || !this.picks(thread).includes(pick)) return false;
    if (this.at < this.length) this.cut(this.at);
    let outcome: Outcome;
    do {
      outcome = this.take(thread, pick);
      this.executed(thread, pick, outcome);
    } while (outcome === MORE);
    return true;
  }

  /** For who executes steps himself: a `step` call of `thread` was done behind the end of the line, and its log is in the machine. */
  executed(thread: ThreadId, pick: number, outcome: Outcome): Circles {
    if (outcome === MORE) {
      this.recorder.appendPart();
      return 'none';
    }
    this.recorder.append(thread, pick);
    return this.detectors.feed();
  }

  /** Back or forth along the line. */
  seek(to: StepIndex): void {
    this.recorder.seek(this.recorder.main, to);
  }

  /** From where the machine stands to the end of the program, without preemption or by another policy. */
  runToEnd(scheduler: Scheduler = nonpreemptive, limit = longestRun(this.machine.program)): RunEnd {
    if (this.at < this.length) this.cut(this.at);
    return this.drive(scheduler, Math.max(0, limit - this.length));
  }

  schedule(): Schedule {
    return { granularity: this.granularity, choices: this.recorder.choices() };
  }

  /** The hash of all that the first `length` steps did. */
  hash(length: number = this.length): string {
    return this.recorder.hash(length);
  }

  /** The whole line, in words. */
  view(): TraceView {
    return this.viewer.view();
  }

  /** Defects of the whole line, earliest first. */
  findings(): readonly Finding[] {
    const view = this.viewer.view();
    const scene = new RecordedScene(this.recorder, this.viewer.names, this.scratch, this.points);
    const told = this.detectors.inWords(scene);
    if (this.explained.told !== told) {
      const findings = told.map((finding) => ({ ...finding, causes: causesOf(scene, view, finding) }));
      this.explained = { told, findings };
    }
    return this.explained.findings;
  }

  /** What everything was after `step` steps. Leaves the machine where it is. */
  snapshotAt(index: StepIndex): Snapshot {
    this.viewer.view();
    this.recorder.seek(this.scratch, index);
    const { machine, weak } = this.scratch;
    const { names } = this.viewer;
    return snapshot(machine, index, names, weak && memoryView(weak, this.possible, names.observe(machine)));
  }

  /** The picks of the next step of a thread that can step. */
  private picks(thread: number): readonly number[] {
    const { machine, weak } = this.recorder.main;
    if (weak !== null) return this.possible.of(weak, thread);
    return Array.from({ length: pickCount(machine, thread) }, (_, pick) => pick);
  }

  private take(thread: ThreadId, pick: number): Outcome {
    return this.execute(thread, this.recorder.begin(thread, pick));
  }

  private drive(scheduler: Scheduler, limit: number): RunEnd {
    const last = this.length > 0 ? this.recorder.threadAt(this.length) : null;
    const sink = (thread: ThreadId, pick: number, outcome: Outcome): Directive => {
      const circles = this.executed(thread, pick, outcome);
      const isEnd = circles === 'livelock' || circles === 'over';
      if (isEnd && scheduler === nonpreemptive) return 'stop';
      return circles === 'none' ? 'go' : 'yield';
    };
    return run(this.machine, scheduler, this.points, sink, {
      limit,
      last,
      ...(this.recorder.main.weak === null ? {} : { picks: (thread) => this.picks(thread) }),
      execute: (thread, pick) => this.take(thread, pick),
    });
  }

  private cut(length: number): void {
    this.recorder.truncate(length);
    this.detectors.truncate(length);
    this.viewer.forget();
  }
}
