/** What the session asks of the engine, wherever it runs. Every request is answered once, or rejected with an EngineError. */
import type {
  Answered,
  Bounded,
  Choice,
  Continuations,
  Count,
  Diagnostic,
  Execution,
  Executions,
  Explosion,
  FilesDeclaration,
  Finding,
  Launch,
  Located,
  Program,
  Query,
  Reach,
  Schedule,
  SchedulePoints,
  SearchFinding,
  Snapshot,
  StepIndex,
  ThreadId,
  TraceView,
  Verdict,
  WeakAnswered,
  WeakJudgement,
} from '../engine';

/** Where a worker of the pool is while nobody steps: honest, read from the words it really waits at. */
export interface WorkerView {
  readonly thread: ThreadId;
  readonly place: 'gate' | 'parked' | 'gone';
  /** Parked: the name of the lock (or thread, or condition variable) whose word it waits at; '' otherwise. */
  readonly on: string;
}

/** Why a schedule was not followed to its end. */
export interface Stopped {
  /** Steps that were taken: the line ends here. */
  readonly at: StepIndex;
  /** 'worker is blocked here: connsLock is held by bucket_del' */
  readonly reason: string;
}

/** All a page shows of one line of steps. `trace` is the same object as before while the line has not changed. */
export interface Answer {
  /** The whole line, steps beyond `at` included. */
  readonly schedule: Schedule;
  readonly at: StepIndex;
  readonly trace: TraceView;
  readonly snapshot: Snapshot;
  readonly findings: readonly Finding[];
  /** Short, of everything the line did: the same (program, schedule) has the same hash on every machine. */
  readonly hash: string;
  readonly workers: readonly WorkerView[];
  readonly stopped: Stopped | null;
}

export interface ProgramText extends Launch {
  /** 'before.cpp' */
  readonly file: string;
  readonly source: string;
  /** What is asked about it: for a search alone. */
  readonly query?: Query;
}

export interface OpenRequest extends ProgramText {
  readonly schedule: Schedule;
  readonly at: number;
  /** True: goes on from the schedule's end without preemptions until the program ends. */
  readonly complete: boolean;
  /** The files to show along the run; absent where the program has none. */
  readonly watches?: FilesDeclaration;
}
/** A source outside the subset has no run. */
export type Opened =
  | { readonly kind: 'run'; readonly run: Answer }
  | { readonly kind: 'diagnostics'; readonly diagnostics: readonly Diagnostic[] };

export type Compiled =
  | { readonly kind: 'program'; readonly program: Program }
  | { readonly kind: 'diagnostics'; readonly diagnostics: readonly Diagnostic[] };

export interface EngineClient {
  /** Real threads (a worker per thread) or, without isolation, all in one worker. */
  readonly threads: 'real' | 'single';
  open(request: OpenRequest): Promise<Opened>;
  /** One step of `thread` at `at`. Planned steps beyond `at` are dropped unless the first of them is this very step. */
  step(at: StepIndex, thread: ThreadId, pick: number): Promise<Answer>;
  /** Goes to `at` on the line; the line stays. */
  seek(at: StepIndex): Promise<Answer>;
  /** Goes to the line's end, then on by the nonpreemptive policy: at most `steps` steps more. */
  extend(steps: number): Promise<Answer>;
  /** Another run beside the one that is open, which stays: nobody steps in it, so it needs no threads. */
  aside(request: OpenRequest): Promise<Opened>;
  /** Another program beside the one that is open, which stays. */
  compile(text: ProgramText): Promise<Compiled>;
  dispose(): void;
}

/** How far a search may go. */
export interface SearchSize {
  readonly states: number;
  readonly bytes: number;
  /** Of each loop: what is behind is not searched. */
  readonly rounds?: number | null;
  /** Of a run: those with more are not tried. */
  readonly preemptions?: number | null;
  readonly seconds?: number | null;
}

/** How far a listing may go: executions to count, of these to list, and transitions to take for either. */
export interface ListSize {
  readonly counted: number;
  readonly listed: number;
  readonly transitions: number;
}

/** A verdict and, once they are listed, the executions that differ: how many, how many of them fail, and the first of them one by one. */
export type Judgement = Verdict & { readonly count?: Count; readonly executions?: readonly Execution[] };

/** A schedule and a step of it, to be found among the executions of a program. */
export interface Position {
  readonly program: Program;
  /** The points of the search that listed them. */
  readonly points: SchedulePoints;
  readonly schedule: Schedule;
  readonly at: number;
}
/** Of each step that can be taken next: whether the run can still end badly behind it. */
export type Outlook = readonly (Choice & { readonly fails: Reach })[];

/** How far a search is, and what it can already say. */
export interface Progress {
  readonly states: number;
  readonly transitions: number;
  /** The first failure that it has met, by a schedule that shows it; null while it has met none. */
  readonly met: SearchFinding | null;
  /** Of a large program: within which bounds nothing fails, as all within them was tried. */
  readonly bounded: Bounded | null;
  /** Of a large program: what makes it so. */
  readonly explosion: Explosion | null;
}
export const NO_PROGRESS: Progress = { states: 0, transitions: 0, met: null, bounded: null, explosion: null };

/** Searches all interleavings of a program, beside everything else. */
export interface SearchClient {
  /** One search at a time. The verdict of a stopped one says what was known; null if it had to be ended before it could. */
  explore(
    program: Program,
    size: SearchSize,
    onProgress: (progress: Progress) => void,
  ): Promise<Verdict | null>;
  /** The executions that differ: another thing than the verdict, that may take much longer. A search like explore. */
  list(program: Program, verdict: Verdict, size: ListSize): Promise<Executions | null>;
  /** Ends the search under way, if there is one: its promise resolves. */
  stop(): void;
  /** Beside a search. Null if the schedule does not fit the steps of the search. */
  locate(position: Position): Promise<Located | null>;
  /** Beside a search: tries all that can follow; of a schedule of RC11, all that its memory orders allow. */
  foresee(position: Position): Promise<Outlook>;
  /** Beside a search: what a line under RC11 can still become, before its first step and behind each. */
  outcomes(program: Program, schedule: Schedule): Promise<readonly Continuations[]>;
  /** Beside a search: all executions that the memory orders of the program allow. `robust`: it is known that they are those of sequential consistency. */
  weaken(program: Program, robust: boolean): Promise<WeakJudgement>;
  /** Beside a search: of a program that was compiled with a query. One at a time. */
  ask(program: Program): Promise<Answered>;
  /** The same of all executions that the memory orders of the program allow. */
  askWeak(program: Program): Promise<WeakAnswered>;
  /** Nobody waits any more for what `weaken`, `ask` and `askWeak` have been asked: they reject. */
  giveUp(): void;
  dispose(): void;
}

/** The promise of a request that got no answer. `message` says what happened and what to do. */
export class EngineError extends Error {
  /** refused: the step is not possible. lost: a worker died and has been replaced. broken: nothing will answer. internal: a bug here. */
  readonly kind: 'refused' | 'lost' | 'broken' | 'internal';
  constructor(kind: EngineError['kind'], message: string) {
    super(message);
    this.name = 'EngineError';
    this.kind = kind;
  }
}
