/**
 * The messages between the page and its workers: the engine, the threads, the search. All of it: they share nothing else but the control words
 * (gate.ts) and the Memory. The page only relays; it creates all workers, since one made by a worker that then waits would never start.
 *
 *     page ── request ─▶ engine ── program ─▶ page ── connect ─▶ thread workers
 *          ◀─ answer ──         ◀─ present ──      ◀─ connected ──
 */
import type {
  Answered,
  Continuations,
  Diagnostic,
  Executions,
  Located,
  Program,
  ProofInput,
  ProofResult,
  Schedule,
  SchedulePoints,
  StepIndex,
  ThreadId,
  Verdict,
  WeakAnswered,
  WeakJudgement,
} from '../engine';
import type {
  Answer,
  EngineError,
  ListSize,
  OpenRequest,
  Outlook,
  Position,
  ProgramText,
  Progress,
  SearchSize,
} from './client';
import type { Control } from './gate';
import type { Packed } from './patch';

export type EngineRequest =
  | ({ readonly kind: 'open' } & OpenRequest)
  | ({ readonly kind: 'aside' } & OpenRequest)
  | { readonly kind: 'step'; readonly at: StepIndex; readonly thread: ThreadId; readonly pick: number }
  | { readonly kind: 'seek'; readonly at: StepIndex }
  | { readonly kind: 'extend'; readonly steps: number }
  | ({ readonly kind: 'compile' } & ProgramText);

export type ToEngine =
  /** The first message. Without control words all threads run in the engine worker itself. */
  | { readonly type: 'start'; readonly control: Control | null }
  | { readonly type: 'request'; readonly id: number; readonly request: EngineRequest }
  /** So many workers run the program number `era`. */
  | { readonly type: 'present'; readonly era: number; readonly workers: number }
  /** The worker of a thread was replaced: it stands outside of the Memory as it is. */
  | { readonly type: 'replaced'; readonly era: number; readonly thread: number };

export type FromEngine =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly packed: Packed }
  | { readonly type: 'aside'; readonly id: number; readonly run: Answer }
  | { readonly type: 'compiled'; readonly id: number; readonly program: Program }
  | { readonly type: 'diagnostics'; readonly id: number; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly type: 'failure';
      readonly id: number;
      readonly kind: EngineError['kind'];
      readonly message: string;
    }
  /** Another program: every worker of the pool is to run it. Those in their loop have been told to leave it. */
  | { readonly type: 'program'; readonly program: RunningProgram }
  /** So many workers will be needed. */
  | { readonly type: 'wanted'; readonly workers: number }
  /** The worker of a thread did not do what it was called for. */
  | { readonly type: 'lost'; readonly thread: number };

/** What a thread worker needs to run a program. */
export interface RunningProgram {
  /** Counts the programs: what still belongs to an older one is told apart. */
  readonly era: number;
  readonly program: Program;
  /** By pc: where a step stops. */
  readonly points: SchedulePoints;
  readonly memory: SharedArrayBuffer;
}

/** Only sent to a worker that is in its event loop, or about to return there. */
export type ToThread = {
  readonly type: 'connect';
  readonly thread: number;
  readonly control: Control;
  readonly running: RunningProgram;
  /** Its number among the workers of this thread, see gate.ts. */
  readonly owner: number;
  /** How often it looks at its gate before it really waits. */
  readonly spins: number;
};

export type FromThread = { readonly type: 'ready' } | { readonly type: 'connected'; readonly era: number };

export type ToSearch = Search | ({ readonly id: number } & SearchRequest);

type Search = {
  /** Counts the searches, from 1. */
  readonly id: number;
  readonly program: Program;
  /** One word, the number of the last search that is to stop; null without shared memory. */
  readonly stopped: Int32Array<SharedArrayBuffer> | null;
} & (
  | { readonly type: 'search'; readonly size: SearchSize; readonly provers: number }
  | { readonly type: 'list'; readonly verdict: Verdict; readonly size: ListSize }
);
/** For a worker that does nothing else: all but those about a position or a line may take 20 s. */
export type SearchRequest =
  | { readonly type: 'locate' | 'foresee'; readonly position: Position }
  | { readonly type: 'outcomes'; readonly program: Program; readonly schedule: Schedule }
  | { readonly type: 'weaken'; readonly program: Program; readonly robust: boolean }
  | { readonly type: 'ask' | 'askWeak'; readonly program: Program };

export type FromSearch =
  /** A prover is wanted at each of these ports. */
  | { readonly type: 'provers'; readonly id: number; readonly ports: readonly MessagePort[] }
  | {
      readonly type: 'progress';
      readonly id: number;
      readonly progress: Progress;
    }
  | { readonly type: 'verdict'; readonly id: number; readonly verdict: Verdict }
  | { readonly type: 'executions'; readonly id: number; readonly executions: Executions }
  | { readonly type: 'located'; readonly id: number; readonly located: Located | null }
  | { readonly type: 'outlook'; readonly id: number; readonly outlook: Outlook }
  | { readonly type: 'outcomes'; readonly id: number; readonly outcomes: readonly Continuations[] }
  | { readonly type: 'weakened'; readonly id: number; readonly judgement: WeakJudgement }
  | { readonly type: 'answered'; readonly id: number; readonly answered: Answered }
  | { readonly type: 'answeredWeak'; readonly id: number; readonly answered: WeakAnswered }
  | { readonly type: 'failure'; readonly id: number; readonly message: string };

/** Of a search that is large, for its provers: a task, its number, and what all share who take part in it. */
export interface ToProver {
  readonly id: number;
  readonly task: ProofInput;
  readonly shared: ArrayBufferLike;
}

/** Null from who came too late. */
export interface FromProver {
  readonly id: number;
  readonly result: ProofResult | null;
}
