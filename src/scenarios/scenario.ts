/**
 * What a scenario is: one real bug, told by small C++ programs that differ only in how it is (not) fixed, and a
 * story that leads through them. Everything here is data: the engine runs it, the views show it, tests check it.
 */

import { type FilesDeclaration, type FindingKind, type MemoryModel, memoryOf } from '../engine';

/** A bug that was fixed in a real program. */
export type BugId = 'mb-38521' | 'mb-43708' | 'mb-33463' | 'mb-38428' | 'mb-52490';
/** One idea in some twenty lines: what one has to know before the bugs. */
export type LessonId =
  | 'lost-update'
  | 'check-then-act'
  | 'a-lock'
  | 'deadlock-by-order'
  | 'lost-wakeup'
  | 'if-for-while'
  | 'kept-reference'
  | 'weak-pointer'
  | 'two-atomics'
  | 'publication';
/** What each memory order promises, and what it does not. */
export type OrdersId =
  | 'message-passing'
  | 'store-buffering'
  | 'iriw'
  | 'double-checked'
  | 'reference-count'
  | 'spsc-ring';
/** Names the scenario's folder and its place in a URL. */
export type ScenarioId = BugId | LessonId | OrdersId;

/** What the explorer must say of a variant, once it has tried all interleavings; `npm run check -- --all` holds it to that. */
export interface Expected {
  /** The gravest finding, or that there is none. */
  readonly verdict: FindingKind | 'clean';
  /** Further kinds of findings that other interleavings have. */
  readonly also?: readonly FindingKind[];
}

/** What lists say of a variant. */
export interface Outline {
  /** Names the file and the variant's place in a URL. */
  readonly slug: string;
  /** `before` is the code with the bug, `landed` the fix as it went upstream, if need be later and in another form. Each scenario has one of each. */
  readonly role?: 'before' | 'landed';
  readonly title: string;
  readonly expected: Expected;
}

/** What is there to see of a variant once it is opened. */
export interface Content {
  /** What this variant does differently, in one plain sentence. */
  readonly sentence: string;
  readonly source: string;
  /** Of a variant that is safe: what that costs, or what it does not promise, in one plain sentence. */
  readonly cost?: string;
  /** Told on this variant's page. Its beats may lead to other variants, as to the fix. */
  readonly story?: readonly Beat[];
}

/** One complete C++20 program. The text on the page is the text that runs. */
export interface Variant extends Outline, Content {
  /** File name inside the scenario's folder. */
  readonly file: `${string}.cpp`;
}

/** `ready`: may step; `blocked`: on a lock; `waiting`: for a join or a condition variable; the last two are final. */
export type ClaimedState = 'ready' | 'blocked' | 'waiting' | 'finished' | 'crashed';

/** What must be true of one thread when a beat's schedule has run. A test checks every claim. */
export interface Claim {
  /** `main`, or the name of the `std::thread` variable. */
  readonly thread: string;
  readonly state?: ClaimedState;
  /** Occurs in exactly one line of the source: the line of the thread's next visible operation, or of its crash. */
  readonly line?: string;
  /** The defect this thread has run into. */
  readonly finding?: FindingKind;
}

/** Asked once the beat's schedule has run. There is no form to fill in: the user answers by stepping a thread. */
export interface Question {
  readonly text: string;
  /** The thread that the next beat steps first. */
  readonly answer: string;
  readonly hint: string;
}

/** Asked once the beat's schedule has run, and answered by choosing; what is right the engine says, as the options are only words. */
export type Prediction = PredictedFate | PredictedSight | PredictedLine | PredictedFix;

interface Predicted {
  readonly text: string;
  /** What there is to learn from it, told with the answer. One sentence. */
  readonly because?: string;
}
/** How can it end, of all orders that go on from here: must it fail, may it, or can it not? */
export interface PredictedFate extends Predicted {
  readonly kind: 'fate';
}
/** What does a thread meet next? Right is the option that `sees` words of one of its steps, of those that lead to the next beat. */
export interface PredictedSight extends Predicted {
  readonly kind: 'sight';
  readonly thread: string;
  readonly options: readonly { readonly text: string; readonly sees: string }[];
}
/** Which line made the failure certain, as the story went? Behind it every order fails, and before it one did not. Each occurs in exactly one line of the source. */
export interface PredictedLine extends Predicted {
  readonly kind: 'line';
  readonly options: readonly string[];
}

/** Which of these changes is right? Each is a variant, named by its slug, of which everything is tried. */
export interface PredictedFix extends Predicted {
  readonly kind: 'fix';
  readonly options: readonly { readonly text: string; readonly variant: string }[];
}

/** One part of a story: a place in a run, and the few words said there. */
export interface Beat {
  readonly title: string;
  /** Two or three sentences. */
  readonly text: string;
  /** Slug of the variant that the schedule is for. */
  readonly variant: string;
  /** The printed Schedule from the start of the program up to this beat; '' until it has been recorded. */
  readonly schedule: string;
  /** What each thread has done, and has not yet done, when the schedule has run: enough to record it again. */
  readonly goal: string;
  readonly claims: readonly Claim[];
  /** The code that the words are about, beside the lines of the claims. Each occurs once in the source, and may go over several lines. */
  readonly lines: readonly string[];
  /** What is drawn beside them; where it is not said, what the claims are about. */
  readonly picture?: 'objects' | 'locks' | 'files' | 'memory';
  readonly question?: Question;
  readonly predict?: Prediction;
  /** It shows a smaller fix that tempts: what the story tells next is no change of that one. */
  readonly aside?: true;
}

/** Where the real change is found, and how the model relates to it. */
export interface Facts {
  /** Gerrit's Change-Id. */
  readonly changeId: string;
  /** Abbreviated git hash in the public kv_engine history; null if it is not in there. */
  readonly commit: string | null;
  readonly author: string;
  /** ISO date of the commit; where its day is not known, of the change: a note says so. */
  readonly date: string;
  /** One or two sentences each: history, and what the model leaves out. */
  readonly notes: readonly string[];
}

/** What the review or a test run of the real change said, tied to the step that shows why. */
export interface Evidence {
  /** Word for word, shortened with '…' only. */
  readonly quote: string;
  /** 'Dave Rigby, review of patch set 1', 'linux build, patch set 8'. */
  readonly source: string;
  /** ISO date. */
  readonly date: string;
  readonly variant: string;
  /** The step where its cause stands: a printed Schedule from the start of the program. */
  readonly schedule: string;
  /** What stands there and how it leads to the words quoted, in one or two sentences. */
  readonly shows: string;
}

/** Whether the processors of a family can show what fails, compiled as usual, and why; one or two sentences each. */
export interface Hardware {
  /** x86-64: total store order. */
  readonly x86: string;
  /** Armv8: multi-copy atomic since 2017. */
  readonly arm: string;
  /** POWER: not multi-copy atomic. Where that makes a difference. */
  readonly power?: string;
}

/** Failing runs (crash, failed assertion, sanitizer report or no end) out of `runs`, by kind of build. */
export interface NativeFailures {
  readonly plain: number;
  readonly tsan: number;
  readonly asan: number;
  /** ISO date, where it was another day than that of the rest. */
  readonly date?: string;
}

/** Measured on real hardware by bench/native.mjs, which rewrites the file these numbers stand in. */
export interface Native {
  /** ISO date of the measurement. */
  readonly date: string;
  readonly machine: string;
  readonly compiler: string;
  /** Runs per build. */
  readonly runs: number;
  readonly failures: Readonly<Record<string, NativeFailures>>;
}

/** What the page knows of a scenario before it is opened. */
export interface Summary {
  readonly id: ScenarioId;
  /** The public issue number, or 'Lesson 1'. */
  readonly bug: string;
  readonly title: string;
  /** The whole bug in one or two plain sentences, for the home page. */
  readonly sentence: string;
  /** How the bug shows itself in the variant `before`, or, where that is only slow, in the change that tempts; the home page filters by it. */
  readonly symptom: FindingKind;
  /** What its variants are stepped and judged under; where it is not said, what each is written for. */
  readonly memory?: MemoryModel;
  /** Of the variant that shows the symptom; a lesson has none. */
  readonly figures?: Figures;
  /** Of a lesson: how many its story has. */
  readonly parts?: number;
  /** The one with the role `before` first. */
  readonly variants: readonly Outline[];
}

/** What is the same for everybody, so that nobody waits for it: found by the explorer and measured natively. A test finds it again. */
export interface Figures {
  /** How many there are, and how many of them fail. */
  readonly executions: number;
  readonly failing: number;
  /** The fewest with which it fails. */
  readonly preemptions: number;
  /** Of `runs` real runs, those in which ThreadSanitizer reported something. */
  readonly tsan: number;
  readonly runs: number;
}

/** The whole of it: a chunk of its own. */
export interface Scenario extends Summary {
  readonly variants: readonly Variant[];
  /** What was wrong, in one short sentence: the end of its stories. */
  readonly wrong: string;
  /** Of memory orders: what processors make of the variant `before`. */
  readonly hardware?: Hardware;
  /** A lesson is nobody's bug. */
  readonly facts?: Facts;
  readonly evidence: readonly Evidence[];
  /** How its programs keep files, for those that do: the page draws them. */
  readonly files?: FilesDeclaration;
  /** A lesson is not measured. */
  readonly native?: Native;
}

/** What lists say of a bug: it was measured. */
export type BugSummary = Summary & Required<Pick<Summary, 'figures'>>;
/** A scenario that is no lesson. */
export type Bug = Scenario & Required<Pick<Scenario, 'figures' | 'facts' | 'native'>>;

/** The variants of a summary with what is to be seen of each. */
export function variantsOf<Slug extends string>(
  { variants }: { readonly variants: readonly (Outline & { readonly slug: Slug })[] },
  contents: Readonly<Record<Slug, Content>>,
): readonly Variant[] {
  return variants.map((outline) => ({ ...outline, file: `${outline.slug}.cpp`, ...contents[outline.slug] }));
}

/** The memory that a variant is stepped and judged under. */
export const memoryOfVariant = (
  { memory }: Pick<Summary, 'memory'>,
  { source }: Pick<Content, 'source'>,
): MemoryModel => memory ?? memoryOf(source);

/** By slug, or by role: each scenario has a `before` and a `landed`, whatever these files are called. */
export function variantBySlug<V extends Outline>(
  { variants }: { readonly variants: readonly V[] },
  slug: string | null,
): V | undefined {
  return variants.find((each) => each.slug === slug) ?? variants.find(({ role }) => role === slug);
}
