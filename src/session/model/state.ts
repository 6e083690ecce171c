/**
 * What the user is doing, in slices: navigation (where he stands), story, run (what the engine answered for it), exploration, and the page.
 * Navigation and story are minimal and serialisable: they survive a link. What the engine answered is replaced whole by each answer,
 * never edited. Everything else is derived (selectors.ts).
 *
 * All change in one setState, when the answer is there: a view never sees a step without its snapshot.
 */
import type { StoreApi } from 'zustand/vanilla';
import type {
  Answered,
  Continuations,
  Diagnostic,
  Located,
  Query,
  Schedule,
  StepIndex,
  WeakAnswered,
  Weakest,
  WeakJudgement,
} from '../../engine';
import type { Answer, Judgement, Progress } from '../../host/client';
import type { Pressure, Series, Tally } from '../../host/free/client';
import type { Beat } from '../../scenarios';
import type { Starter } from '../../starters';
import type { Collection, Origin } from './document';

export type { Answer } from '../../host/client';

/** The one store of a session: written by actions, through the queue; read by all views. */
export type Store = StoreApi<SessionState>;
export type Patch = Partial<SessionState>;

export type Route = { readonly page: 'home' } | ({ readonly page: 'document' } & Origin);

/** A line of steps, kept whole and one click away. The list holds all of them, the current one included. */
export interface Branch {
  readonly id: number;
  /** 'story', 'fork at step 12' */
  readonly name: string;
  /** A schedule means nothing without its source: the slug of the document it was made in. */
  readonly slug: string;
  readonly schedule: Schedule;
  /** Step from which it differs from the branch it was forked from; 0 for a first one. */
  readonly forkedAt: StepIndex;
  /** Opened out of all interleavings to be looked at, and no longer by a step: the next such one takes its place. */
  readonly glimpse?: boolean;
}

/** Panes the user can bring to the front; each names a region of the page. */
export type CodePane = 'source' | 'diff' | 'compare' | 'free' | 'story';
export type NowPane = 'files' | 'objects' | 'locks' | 'memory' | 'report' | 'interleavings';
/** guided: the story, beside what it is about. explore: every pane there is. */
export type Mode = 'guided' | 'explore';
export type Theme = 'system' | 'light' | 'dark';
/** In place of the page, or over it. presenter: for a room full of people. handout: for paper. table: the run as text. label: words for a link. pictures: to be saved. help: keys and words. */
export type Sheet = 'presenter' | 'handout' | 'table' | 'label' | 'pictures' | 'help';

/** What whoever made a link says of it: plain text, of one line each; '' where he says nothing. */
export interface Label {
  readonly title: string;
  readonly note: string;
}

/** Where the user stands, and what he looks at. */
export interface Navigation {
  readonly route: Route;
  /** The whole current line of steps, planned ones beyond `at` included. */
  readonly schedule: Schedule;
  /** Where the user stands: 0 … schedule length. */
  readonly at: StepIndex;
  readonly branches: readonly Branch[];
  /** Id of the current one in `branches`; its schedule is `schedule`. */
  readonly branch: number;
  /** What the page was asked for; what it shows is `modeOf`. */
  readonly mode: Mode;
  readonly codePane: CodePane;
  /** Slug of the document that the pane 'compare' puts beside this one; '' for the one that comes to mind first. */
  readonly compare: string;
  readonly nowPane: NowPane;
  /** Index into findings of the one shown; null when none is selected. */
  readonly finding: number | null;
  /** Index into the causes of that finding, of the one at whose step the user stands to look at it; null for none. */
  readonly cause: number | null;
  /** Thread whose lane, code and card are highlighted; null for all. */
  readonly focus: number | null;
  /** Of the link that led here, and of links that are copied here. */
  readonly label: Label;
}

export interface StoryState {
  /** Slug of the document whose story is told; '' where none is. Its beats may show other documents of the collection. */
  readonly story: string;
  /** Index of the story's beat the user last reached by Continue; -1 before the first. */
  readonly beat: number;
  /** True while the steps taken are the story's; stepping differently leaves the rails. */
  readonly onRails: boolean;
  /** He has gone on from the last beat: what is left to do is shown, until he does it. */
  readonly ended: boolean;
  /** What was chosen at the prediction of a part of a story; null until one chooses. */
  readonly guess: { readonly story: string; readonly beat: number; readonly choice: number } | null;
  /** on: the story is hidden, and the user tries to make the program fail. claimed: he said that it cannot. */
  readonly challenge: 'off' | 'on' | 'claimed';
  /** By key of the document whose story it is: the last beat reached, for 'n of m read'. */
  readonly read: Readonly<Record<string, number>>;
  /** By key: the fewest preemptions the user has broken it with, or 'safe' where he said, rightly, that it cannot fail. */
  readonly best: Readonly<Record<string, number | 'safe'>>;
}

/** starting: no engine yet. working: a source is being compiled and run. failed: no run; the notice or the diagnostics say why. */
export type Phase = 'starting' | 'working' | 'ready' | 'failed';

/** The same line in two documents: in each as far as it can, and to the end of the program if the other has ended. */
export interface Comparison {
  /** Slugs. */
  readonly here: string;
  readonly there: string;
  readonly schedule: Schedule;
  /** Null where one of them could not be run. */
  readonly sides: { readonly here: Answer; readonly there: Answer } | null;
}

/** What the engine answered last. A view shows the findings with step <= at. */
type Shown = Omit<Answer, 'trace' | 'snapshot' | 'stopped'> & {
  /** Null until the first answer. */
  readonly trace: Answer['trace'] | null;
  readonly snapshot: Answer['snapshot'] | null;
};

export interface RunState extends Shown {
  readonly phase: Phase;
  /** Why the source does not compile; the last good run stays. */
  readonly diagnostics: readonly Diagnostic[];
  /** Real threads (one worker per thread) or, without isolation, all in one worker. */
  readonly threads: 'real' | 'single';
  /** Made while the pane 'compare' is open, when nothing else is under way. */
  readonly comparison: Comparison | null;
  /** A request is on its way to the engine: what is shown is about to change. */
  readonly pending: boolean;
  readonly playing: boolean;
  /** Steps per second of Play; Infinity hands over from worker to worker without stopping between. */
  readonly speed: number;
}

/** What was asked of a search. 'asked': it is being found out; 'lost': there is no answer. */
export type Pending<T> = T | 'asked' | 'lost';

/** What is known of all interleavings of a document. */
export interface Explored extends Progress {
  /**
   * counting: there is a verdict, and its executions are being listed. done: it ended by itself, complete or at a limit. stopped: the
   * user ended it. failed: there is no answer, and it is no verdict.
   */
  readonly phase: 'exploring' | 'counting' | 'done' | 'stopped' | 'failed';
  /** While it is explored further, of the search before. */
  readonly verdict: Judgement | null;
  /** It is, or was, explored with the larger limits. */
  readonly further: boolean;
}

/** By step of `schedule`: its events, as the executions have them. */
export interface LocatedSchedule {
  readonly schedule: Schedule;
  readonly steps: Located['steps'];
}

export interface ExplorationState {
  /** By key; a document that is not there was not explored. */
  readonly explored: Readonly<Record<string, Explored>>;
  /** By key: what is known of all executions that weaker memory orders allow. */
  readonly weak: Readonly<Record<string, Pending<WeakJudgement>>>;
  /** The weakest memory orders that prove the document of that key clean; null until somebody has asked. */
  readonly weakest: { readonly key: string; readonly result: Pending<Weakest> } | null;
  /** What the current line can still become, before its first step and behind each, where it is one of RC11; null until the search has been asked. */
  readonly outcomes: { readonly schedule: Schedule; readonly byStep: readonly Continuations[] } | null;
  /** The current line as events of executions; null until the search has been asked, and where it cannot say. */
  readonly located: LocatedSchedule | null;
}

/** A series of runs that nobody plans. */
export interface FreeRuns {
  /** preparing: its program is compiled and its workers are started. failed: it ended by itself, before it was over; `reason` says why. */
  readonly phase: 'preparing' | 'running' | 'done' | 'stopped' | 'failed';
  readonly series: Series;
  /** Null until the first runs are over. */
  readonly tally: Tally | null;
  readonly reason: string;
}

/** What a series of runs without pressure came to on this machine. */
export interface Measured {
  readonly runs: number;
  readonly failed: number;
}

export interface FreeState {
  /** By key, the last series of each pressure. */
  readonly free: Readonly<Record<string, Readonly<Partial<Record<Pressure, FreeRuns>>>>>;
  /** Of the next series. */
  readonly freeSettings: Pick<Series, 'pressure' | 'depth' | 'runs'>;
  /** By key of a scenario's variant: the largest such series of all visits. */
  readonly measured: Readonly<Record<string, Measured>>;
}

/** One line in the page that says what happened and what to do. */
export interface Notice {
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** Which options of a prediction are right, in the order in which they are offered. */
export interface JudgedOptions {
  readonly options: readonly { readonly text: string; readonly code: boolean; readonly right: boolean }[];
  /** How the engine knows, in a sentence; '' while it does not. */
  readonly known: string;
}

/** Of a story on paper. */
export interface HandoutPart {
  /** Up to the end of the part; null where it could not be run. */
  readonly run: Answer | null;
  /** Its prediction; null while it is not known. */
  readonly judged: JudgedOptions | null;
}

export interface PageState {
  readonly notice: Notice | null;
  /** Null for the page itself. */
  readonly sheet: Sheet | null;
  /** All parts of a story, for paper. Made when it is first wanted. */
  readonly handout: { readonly story: readonly Beat[]; readonly parts: readonly HandoutPart[] } | null;
  readonly theme: Theme;
  /** What the user chose last: a link that says nothing opens in it. */
  readonly usualMode: Mode;
  /** Sizes of panes in per cent, by a name the views choose. */
  readonly panes: Readonly<Record<string, readonly number[]>>;
  /** By id: each comes when it is wanted. That of the route may still be on its way. */
  readonly library: Readonly<Partial<Record<string, Collection>>>;
}

/** A program of one's own, as lists name it. */
export interface Kept {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970 of the last change. */
  readonly time: number;
}

/** What came of handing in an exercise. */
export interface Assessment {
  readonly accepted: boolean;
  readonly text: string;
  /** A place in the text to go to; null where there is none. */
  readonly start: number | null;
}

/** A query about the program shown, and its answer. */
export interface AskedQuery {
  /** Of the document. */
  readonly key: string;
  readonly query: Query;
  /** The function that is run. */
  readonly entry: string;
  /** Where memory is sequentially consistent. */
  readonly result: Pending<Answered | { readonly answer: 'refused'; readonly why: string }>;
  /** Where it is what the memory orders allow; null where that is not asked: none is weaker, or the answer is yes already. */
  readonly weak: Pending<WeakAnswered> | null;
}

export interface OwnState {
  /** Null while there is none, and since the last key. */
  readonly asked: AskedQuery | null;
  /** To the exercise as it stands; null since the last key. */
  readonly assessment: Assessment | null;
  /** Hints of it that were asked for. */
  readonly hints: number;
  /** The text on the page is newer than the one that was given to the engine last. */
  readonly typing: boolean;
  /** What is kept, the latest first; null until somebody has asked. */
  readonly kept: readonly Kept[] | null;
  /** What one can begin with; null until somebody has asked. */
  readonly starters: readonly Starter[] | null;
}

export interface SessionState
  extends Navigation,
    StoryState,
    RunState,
    ExplorationState,
    FreeState,
    OwnState,
    PageState {}

/** Of a document that has just been opened. */
const atStart: Navigation & Pick<StoryState, 'story' | 'beat' | 'onRails' | 'ended' | 'guess' | 'challenge'> =
  {
    route: { page: 'home' },
    schedule: { granularity: 'sync', choices: [] },
    at: 0 as StepIndex,
    branches: [],
    branch: 0,
    story: '',
    beat: -1,
    onRails: false,
    ended: false,
    guess: null,
    challenge: 'off',
    mode: 'guided',
    codePane: 'source',
    compare: '',
    nowPane: 'objects',
    finding: null,
    cause: null,
    focus: null,
    label: { title: '', note: '' },
  };

const run: Omit<RunState, 'schedule' | 'at' | 'threads' | 'speed'> = {
  phase: 'starting',
  trace: null,
  snapshot: null,
  findings: [],
  diagnostics: [],
  hash: '',
  workers: [],
  comparison: null,
  pending: false,
  playing: false,
};

/** All that is of one document and is left behind with it. */
export const blank = {
  ...atStart,
  ...run,
  notice: null,
  sheet: null,
  located: null,
  outcomes: null,
  typing: false,
  assessment: null,
  asked: null,
  hints: 0,
} as const;

export const initialState: SessionState = {
  ...blank,
  threads: 'real',
  speed: 2,
  read: {},
  best: {},
  explored: {},
  weak: {},
  weakest: null,
  free: {},
  freeSettings: { pressure: 'free', depth: 2, runs: 10_000 },
  measured: {},
  kept: null,
  starters: null,
  theme: 'system',
  usualMode: 'guided',
  handout: null,
  panes: {},
  library: {},
};
