/**
 * What the user is doing. The first half is minimal and serialisable: it survives the URL. The second half is what the engine answered
 * for it: replaced whole by each answer, never edited. Everything else is derived (derive.ts).
 */
import type { Finding, Schedule, Snapshot, StepIndex, TraceView } from '../engine';

export type Route = { readonly page: 'home' } | { readonly page: 'scenario'; readonly scenario: string; readonly variant: string };

/** A line of steps that was left: kept whole, one click away. */
export interface Branch {
  readonly id: number;
  /** 'story', 'fork at step 12' */
  readonly name: string;
  readonly schedule: Schedule;
  /** Step from which it differs from the branch it was forked from; 0 for a first one. */
  readonly forkedAt: StepIndex;
}

/** Panes the user can bring to the front; each names a region of the page. */
export type CodePane = 'source' | 'diff' | 'story';
export type NowPane = 'objects' | 'locks' | 'report';
export type Theme = 'system' | 'light' | 'dark';

export interface Choices {
  readonly route: Route;
  /** The whole current line of steps, planned ones beyond `at` included. */
  readonly schedule: Schedule;
  /** Where the user stands: 0 … schedule length. */
  readonly at: StepIndex;
  readonly branches: readonly Branch[];
  readonly branch: number;
  /** Index of the story's beat the user last reached by Continue; -1 before the first. */
  readonly beat: number;
  /** True while the steps taken are the story's; stepping differently leaves the rails. */
  readonly onRails: boolean;
  readonly codePane: CodePane;
  readonly nowPane: NowPane;
  /** Index into findings of the one shown; null when none is selected. */
  readonly finding: number | null;
  /** Thread whose lane, code and card are highlighted; null for all. */
  readonly focus: number | null;
}

export type Phase = 'starting' | 'working' | 'ready' | 'failed';

/** One line in the page that says what happened and what to do. */
export interface Notice {
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

export interface Answer {
  readonly phase: Phase;
  /** The run as far as `schedule` goes, and the state at `at`; null until the first answer. */
  readonly trace: TraceView | null;
  readonly snapshot: Snapshot | null;
  /** Of the run up to its end; a view shows those with step <= at. */
  readonly findings: readonly Finding[];
  /** Real threads (one worker per thread) or, without isolation, all in one worker. */
  readonly threads: 'real' | 'single';
}

export interface Session extends Choices, Answer {
  readonly notice: Notice | null;
  readonly playing: boolean;
  /** Steps per second of Play. */
  readonly speed: number;
  readonly theme: Theme;
}
