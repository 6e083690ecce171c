/** Which lines, and which picture, a part of a story is about: pure. */
import type { Snapshot } from '../../engine';
import type { Beat, Scenario } from '../../session';
import { diffLines, isCode, type LineDiff, noDiff } from './diff';

/** Numbers of the lines of `source` that contain one of the texts. */
function linesWith(source: string, texts: readonly string[]): number[] {
  const lines = source.split('\n');
  return texts.flatMap((text) => {
    const index = lines.findIndex((line) => line.includes(text));
    return index < 0 ? [] : [index + 1];
  });
}

/** The lines a beat names, and those at which it claims its threads stand. */
export const namedBy = ({ lines = [], claims }: Beat, source: string): ReadonlySet<number> =>
  new Set(linesWith(source, [...lines, ...claims.flatMap(({ line }) => line ?? [])]));

/** The document that a beat's text is a change of: what the story told of last, where that was another. */
function changedFrom(
  { variants }: Pick<Scenario, 'variants'>,
  story: readonly Beat[],
  beat: number,
): string | null {
  const here = story[beat]?.variant;
  const before = story
    .slice(0, beat)
    .findLast(({ variant, aside }) => variant !== here && aside === undefined)?.variant;
  return variants.find(({ slug }) => slug === before)?.source ?? null;
}

/** The change that a beat tells of; none where it goes on in the text it began with. */
export function changeOf(
  scenario: Pick<Scenario, 'variants'>,
  story: readonly Beat[],
  beat: number,
): LineDiff {
  const from = changedFrom(scenario, story, beat);
  const source = scenario.variants.find(({ slug }) => slug === story[beat]?.variant)?.source;
  return from === null || source === undefined ? noDiff : diffLines(source, from);
}

/** A beat is the first to tell of a change: then the change is what it is about. */
export function isFirstOfChange(story: readonly Beat[], beat: number): boolean {
  return beat > 0 && story[beat].variant !== story[beat - 1].variant;
}

/** Lines of code among those that were added. */
export const addedCode = ({ added }: LineDiff, source: string): readonly number[] => {
  const lines = source.split('\n');
  return [...added].filter((line) => isCode(lines[line - 1] ?? ''));
};

/** More than so many lines are not looked at. */
const MOST = 6;

/** Names of the program that stand in the words: 'setDead', 'closeAllStreamsLock', 'vb_mutex'. */
const namesIn = (text: string): string[] => text.match(/\b\w*(?:[a-z][A-Z]|_\w|\w(?=\(\)))\w*\b/g) ?? [];

/**
 * The lines that a part is about: those it names; of the first that tells of a change, the change too, or of a large one what is spoken of. A
 * part that names none is about a small change, else about lines with a name of which it speaks, else about what the part before was.
 */
export function linesOf(
  scenario: Pick<Scenario, 'variants'>,
  story: readonly Beat[],
  index: number,
): ReadonlySet<number> {
  const beat = story[index];
  const source = scenario.variants.find(({ slug }) => slug === beat.variant)?.source ?? '';
  const text = source.split('\n');
  const names = namesIn(beat.text).map((name) => new RegExp(`\\b${name}\\b`));
  const spoken = text.flatMap((line, at) =>
    isCode(line) && names.some((name) => name.test(line)) ? [at + 1] : [],
  );
  const added = addedCode(changeOf(scenario, story, index), source);
  const small = added.length <= MOST;
  const first = isFirstOfChange(story, index);
  const said = namedBy(beat, source);
  if (first && beat.lines === undefined) {
    const told = added.filter((line) => spoken.includes(line));
    return new Set([...said, ...(small || told.length === 0 ? added : told).slice(0, MOST)]);
  }
  if (said.size > 0) return said;
  if (small && added.length > 0) return new Set(added);
  if (spoken.length > 0 || index === 0) return new Set(spoken.slice(0, MOST));
  return linesOf(scenario, story, index - 1);
}

export type Picture = 'objects' | 'locks' | 'files' | 'memory' | null;

/** The one a beat chooses; where it chooses none, what its claims are about, of what there is to be seen. */
export function pictureOf(beat: Beat | undefined, snapshot: Snapshot | null, hasFiles: boolean): Picture {
  if (snapshot === null || snapshot.step === 0) return null;
  if (beat?.picture !== undefined) return beat.picture;
  if (hasFiles) return 'files';
  if (snapshot.atomics.length > 0) return 'memory';
  const stuck = snapshot.status === 'stuck' || beat?.claims.some(({ state }) => state === 'blocked');
  if (stuck && snapshot.locks.length > 0) return 'locks';
  return snapshot.objects.length > 0 ? 'objects' : snapshot.locks.length > 0 ? 'locks' : null;
}
