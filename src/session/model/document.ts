/**
 * Documents: the programs that can be opened. Where they come from (a scenario, a link, a person's own text) is the affair of a provider
 * (documents/provider.ts); all else in the session knows documents only.
 */
import type { FilesDeclaration, Granularity, Launch, MemoryModel } from '../../engine';
import type { ProgramText } from '../../host/client';
import type { Scenario } from '../../scenarios';

/** Where a document stands: in which collection, and which of its documents it is. The two parts of its path in a link. */
export interface Origin {
  readonly collection: string;
  readonly slug: string;
}

/** A program that is to be made clean: complete, without a failing order, its given lines unchanged and its work done. */
export interface Exercise {
  /** The text it begins with; which of its lines are given, `givenLines` says. */
  readonly given: string;
  /** What is asked, in the words of who has made it; '' for the usual ones. */
  readonly task: string;
  /** Shown one after the other, when they are asked for. */
  readonly hints: readonly string[];
  /** Verdict and interleavings are not shown before an answer is accepted. */
  readonly hidden: boolean;
}

/** How a program is stepped and searched, where that is not as usual. */
export interface Settings {
  /** Where its steps stop when it is opened. */
  readonly granularity: Granularity;
  /** The function that is run; 'main'. */
  readonly entry: string;
  /** What main is given, parted at blanks; '' for nothing. */
  readonly args: string;
  /** The search goes so often round each loop, and no further; null for as often as it goes. */
  readonly rounds: number | null;
  /** The search tries the runs with at most so many preemptions, whatever the rounds; null for all. */
  readonly preemptions: number | null;
  /** The search ends after so many seconds, or with so many MiB; null for the usual limits. */
  readonly seconds: number | null;
  readonly memory: number | null;
  /** A run is cut off after so many steps; null for as many as usual. */
  readonly steps: number | null;
  /** What rand and random_device begin with; null for 0. */
  readonly seed: number | null;
  /** Waits for conditions may end, and weak exchanges fail, for no reason. */
  readonly spurious: boolean;
}
export const USUAL: Settings = {
  granularity: 'sync',
  entry: 'main',
  args: '',
  rounds: null,
  preemptions: null,
  seconds: null,
  memory: null,
  steps: null,
  seed: null,
  spurious: false,
};

export interface Document {
  /**
   * Names it among all: its verdict, what was read of it and in how few preemptions it was broken are kept by it. 'mb-38521/before'; of a
   * text that may be edited another one for each text.
   */
  readonly key: string;
  /** Among the others of its collection: 'As landed', 'Original'. */
  readonly title: string;
  /** What it does differently, in one sentence. */
  readonly note?: string;
  /** 'before.cpp', as reports call it. */
  readonly file: string;
  readonly source: string;
  /** Whose executions decide whether it is right, and in which it is stepped when it is opened. */
  readonly memory: MemoryModel;
  readonly origin: Origin;
  /** The files it keeps in its memory, which are drawn beside it. */
  readonly watches?: FilesDeclaration;
  /** Absent where it is stepped and searched as usual. */
  readonly settings?: Settings;
  /** It is to be mended. */
  readonly exercise?: Exercise;
  /** What a link must carry for the document to be found again, beside its path: nothing where somebody keeps it. */
  readonly carried?: Readonly<Record<string, string>>;
}

/** Documents that belong together, as the variants of a bug do: one goes from one to the next, compares and explores them. */
export interface Collection {
  readonly id: string;
  readonly title: string;
  /** The first is opened where none is named. */
  readonly documents: readonly Document[];
  /** What is told of them, and their stories; null of documents that are only programs. */
  readonly scenario: Scenario | null;
}

/** Where its steps stop when it is opened. */
export const granularityOf = ({
  memory,
  settings = USUAL,
}: Pick<Document, 'memory' | 'settings'>): Granularity => (memory === 'rc11' ? 'rc11' : settings.granularity);

const launchOf = ({ entry, args, spurious, seed, steps }: Settings): Launch => ({
  ...{ entry, args, spurious },
  // What was kept before there were these has none.
  ...(seed != null && { seed }),
  ...(steps != null && { steps }),
});

/** What the engine is given of it. */
export const textOf = ({ file, source, settings }: Document): ProgramText => ({
  ...{ file, source },
  ...(settings && launchOf(settings)),
});

export const keyOf = ({ collection, slug }: Origin): string => `${collection}/${slug}`;

/** The collections of a person's own programs: to begin with, out of a link, and kept in the browser. */
export const OWN = { begun: 'new', linked: 'link', kept: 'p' } as const;
