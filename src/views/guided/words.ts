/** Which lines, and which picture, a part of a story is about: pure. */
import type { Snapshot } from '../../engine';
import type { Beat, Scenario, Variant } from '../../session';
import { diffLines, type LineDiff, noDiff } from './diff';

/** Numbers of the lines of `source` that one of the texts stands in; a text may go over several. */
function linesWith(source: string, texts: readonly string[]): number[] {
  return texts.flatMap((text) => {
    const at = source.indexOf(text);
    if (at < 0) return [];
    const first = source.slice(0, at).split('\n').length;
    return text.split('\n').map((_, line) => first + line);
  });
}

/** Numbers of the lines that a beat is about: those it names, and those at which it claims its threads stand. */
export const namedBy = ({ lines, claims }: Pick<Beat, 'lines' | 'claims'>, source: string): Set<number> =>
  new Set(linesWith(source, [...lines, ...claims.flatMap(({ line }) => line ?? [])]));

/** The variant that a beat's text is a change of: what the story told of last, where that was another. */
export function changedFrom(
  { variants }: Pick<Scenario, 'variants'>,
  story: readonly Beat[],
  beat: number,
): Variant | undefined {
  const here = story[beat]?.variant;
  const before = story
    .slice(0, beat)
    .findLast(({ variant, aside }) => variant !== here && aside === undefined)?.variant;
  return variants.find(({ slug }) => slug === before);
}

/** The change that a beat tells of; none where it goes on in the text it began with. */
export function changeOf(
  scenario: Pick<Scenario, 'variants'>,
  story: readonly Beat[],
  beat: number,
): LineDiff {
  const from = changedFrom(scenario, story, beat);
  const source = scenario.variants.find(({ slug }) => slug === story[beat]?.variant)?.source;
  return from === undefined || source === undefined ? noDiff : diffLines(source, from.source);
}

/** A beat is the first to tell of a change: then the change is what it is about. */
export function isFirstOfChange(story: readonly Beat[], beat: number): boolean {
  return beat > 0 && story[beat].variant !== story[beat - 1].variant;
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
