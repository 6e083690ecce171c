/**
 * What a scenario is: one real bug, told by small C++ programs that differ only in how it is (not) fixed, and a
 * story that leads through them. Everything here is data: the engine runs it, the views show it, tests check it.
 */

/** Names the scenario's folder and its place in a URL. */
export type ScenarioId = 'mb-38521';

/** How the bug shows itself in the variant `before`; the home page filters by it. */
export type Symptom = 'null-dereference';

/** `before` is the code with the bug, `landed` the fix as it went upstream. Both exist in every scenario. */
export type VariantSlug = 'before' | 'landed';

/** One complete C++20 program. The text on the page is the text that runs. */
export interface Variant {
  readonly slug: VariantSlug;
  readonly title: string;
  /** File name inside the scenario's folder. */
  readonly file: `${string}.cpp`;
  readonly source: string;
  /** What this variant does differently, in one plain sentence. */
  readonly sentence: string;
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
  readonly finding?: Symptom;
}

/** Asked once the beat's schedule has run. There is no form to fill in: the user answers by stepping a thread. */
export interface Question {
  readonly text: string;
  /** The thread that the next beat steps first. */
  readonly answer: string;
  readonly hint: string;
}

/** One part of a story: a place in a run, and the few words said there. */
export interface Beat {
  readonly title: string;
  /** Two or three sentences. */
  readonly text: string;
  readonly variant: VariantSlug;
  /** The printed Schedule from the start of the program up to this beat; '' until it has been recorded. */
  readonly schedule: string;
  /** What each thread has done, and has not yet done, when the schedule has run: enough to record it again. */
  readonly goal: string;
  readonly claims: readonly Claim[];
  readonly question?: Question;
}

/** Where the real change is found, and how the model relates to it. */
export interface Facts {
  /** Gerrit's Change-Id. */
  readonly changeId: string;
  /** Abbreviated git hash in the public kv_engine history. */
  readonly commit: string;
  readonly author: string;
  /** ISO date of the commit. */
  readonly date: string;
  /** One or two sentences each: history, and what the model leaves out. */
  readonly notes: readonly string[];
}

/** Failing runs (crash, failed assertion, sanitizer report or no end) out of `runs`, by kind of build. */
export interface NativeFailures {
  readonly plain: number;
  readonly tsan: number;
  readonly asan: number;
}

/** Measured on real hardware by bench/native.mjs, which rewrites the file these numbers stand in. */
export interface Native {
  /** ISO date of the measurement. */
  readonly date: string;
  readonly machine: string;
  readonly compiler: string;
  /** Runs per build. */
  readonly runs: number;
  readonly failures: Readonly<Record<VariantSlug, NativeFailures>>;
}

export interface Scenario {
  readonly id: ScenarioId;
  /** The public issue number. */
  readonly bug: string;
  readonly title: string;
  /** The whole bug in one or two plain sentences, for the home page. */
  readonly sentence: string;
  readonly symptom: Symptom;
  /** `before` first. */
  readonly variants: readonly Variant[];
  readonly story: readonly Beat[];
  readonly facts: Facts;
  readonly native: Native;
}
