/**
 * What the user is doing. The first half is minimal and serialisable: it survives the URL. The second half is what the engine answered
 * for it: replaced whole by each answer, never edited. Everything else is derived (derive.ts).
 *
 * Both halves change in one setState, when the answer is there: a view never sees a step without its snapshot.
 */
import type { Diagnostic, Placed, Schedule, StepIndex } from '../engine';
import type { Answer, Judgement } from '../host/client';
import type { Scenario } from '../scenarios';

export type { Answer } from '../host/client';

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'scenario'; readonly scenario: string; readonly variant: string };

/** A line of steps, kept whole and one click away. The list holds all of them, the current one included. */
export interface Branch {
  readonly id: number;
  /** 'story', 'fork at step 12' */
  readonly name: string;
  /** A schedule means nothing without its source: the slug it was made in. */
  readonly variant: string;
  readonly schedule: Schedule;
  /** Step from which it differs from the branch it was forked from; 0 for a first one. */
  readonly forkedAt: StepIndex;
  /** Opened out of all interleavings to be looked at, and no longer by a step: the next such one takes its place. */
  readonly glimpse?: boolean;
}

/** Panes the user can bring to the front; each names a region of the page. */
export type CodePane = 'source' | 'diff' | 'compare' | 'story';
export type NowPane = 'files' | 'objects' | 'locks' | 'report' | 'interleavings';
export type Theme = 'system' | 'light' | 'dark';

export interface Choices {
  readonly route: Route;
  /** The whole current line of steps, planned ones beyond `at` included. */
  readonly schedule: Schedule;
  /** Where the user stands: 0 … schedule length. */
  readonly at: StepIndex;
  readonly branches: readonly Branch[];
  /** Id of the current one in `branches`; its schedule is `schedule`. */
  readonly branch: number;
  /** Slug of the variant whose story is told; '' where none is. Its beats may show other variants. */
  readonly story: string;
  /** Index of the story's beat the user last reached by Continue; -1 before the first. */
  readonly beat: number;
  /** True while the steps taken are the story's; stepping differently leaves the rails. */
  readonly onRails: boolean;
  /** on: the story is hidden, and the user tries to make the program fail. claimed: he said that it cannot. */
  readonly challenge: 'off' | 'on' | 'claimed';
  readonly codePane: CodePane;
  /** Slug of the variant that the pane 'compare' puts beside this one; '' for the one that comes to mind first. */
  readonly compare: string;
  readonly nowPane: NowPane;
  /** Index into findings of the one shown; null when none is selected. */
  readonly finding: number | null;
  /** Index into the causes of that finding, of the one at whose step the user stands to look at it; null for none. */
  readonly cause: number | null;
  /** Thread whose lane, code and card are highlighted; null for all. */
  readonly focus: number | null;
}

/** starting: no engine yet. working: a source is being compiled and run. failed: no run; the notice or the diagnostics say why. */
export type Phase = 'starting' | 'working' | 'ready' | 'failed';

/** What is known of all interleavings of a variant. */
export interface Explored {
  /**
   * counting: there is a verdict, and its executions are being listed. done: it ended by itself, complete or at a limit. stopped: the
   * user ended it. failed: there is no answer, and it is no verdict.
   */
  readonly phase: 'exploring' | 'counting' | 'done' | 'stopped' | 'failed';
  readonly states: number;
  readonly transitions: number;
  /** While it is explored further, of the search before. */
  readonly verdict: Judgement | null;
  /** It is, or was, explored with the larger limits. */
  readonly further: boolean;
}

/** The same line in two variants: in each as far as it can, and to the end of the program if the other has ended. */
export interface Comparison {
  readonly variant: string;
  readonly other: string;
  readonly schedule: Schedule;
  /** Null where one of them could not be run. */
  readonly sides: { readonly here: Answer; readonly there: Answer } | null;
}

/** By step of `schedule`: its events, as the executions have them. */
export interface PlacedLine {
  readonly schedule: Schedule;
  readonly steps: Placed['steps'];
}

/** One line in the page that says what happened and what to do. */
export interface Notice {
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** What the engine answered last. A view shows the findings with step <= at. */
type Shown = Omit<Answer, 'trace' | 'snapshot' | 'stopped'> & {
  /** Null until the first answer. */
  readonly trace: Answer['trace'] | null;
  readonly snapshot: Answer['snapshot'] | null;
};

export interface RunState extends Shown {
  readonly phase: Phase;
  /** Why the source does not compile; the last good run stays above. */
  readonly diagnostics: readonly Diagnostic[];
  /** Real threads (one worker per thread) or, without isolation, all in one worker. */
  readonly threads: 'real' | 'single';
  /** Made while the pane 'compare' is open, when nothing else is under way. */
  readonly comparison: Comparison | null;
}

export interface Session extends Choices, RunState {
  readonly notice: Notice | null;
  /** A request is on its way to the engine: what is shown is about to change. */
  readonly pending: boolean;
  readonly playing: boolean;
  /** Steps per second of Play; Infinity hands over from worker to worker without stopping between. */
  readonly speed: number;
  readonly theme: Theme;
  /** Sizes of panes in per cent, by a name the views choose. */
  readonly panes: Readonly<Record<string, readonly number[]>>;
  /** By scenario and the variant whose story it is, as 'mb-38521/before': the last beat reached, for 'n of m read'. */
  readonly read: Readonly<Record<string, number>>;
  /** By scenario and variant: the fewest preemptions the user has broken it with, or 'safe' where he said, rightly, that it cannot fail. */
  readonly best: Readonly<Record<string, number | 'safe'>>;
  /** By id: each comes when it is wanted. That of the route may still be on its way. */
  readonly library: Readonly<Partial<Record<string, Scenario>>>;
  /** By scenario and variant, as 'mb-38521/before'; what is not there was not explored. */
  readonly explored: Readonly<Record<string, Explored>>;
  /** The current line as events of executions; null until the search has been asked, and where it cannot say. */
  readonly placed: PlacedLine | null;
}
