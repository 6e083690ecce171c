/**
 * Documents: the programs that can be opened. Where they come from (a scenario, a link, a person's own text) is the affair of a provider
 * (documents/provider.ts); all else in the session knows documents only.
 */
import type { FilesDeclaration } from '../../engine';
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
  readonly origin: Origin;
  /** The files it keeps in its memory, which are drawn beside it. */
  readonly watches?: FilesDeclaration;
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

export const keyOf = ({ collection, slug }: Origin): string => `${collection}/${slug}`;

/** The collections of a person's own programs: to begin with, out of a link, and kept in the browser. */
export const OWN = { begun: 'new', linked: 'link', kept: 'p' } as const;
