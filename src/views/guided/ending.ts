/** What the last card of a story shows: what it told of, what that came to, and the change between the two. Pure. */
import type { Beat, Scenario, Variant } from '../../session';
import { diffLines, isCode, type LineDiff } from './diff';
import { excerptOf, type Row } from './excerpt';
import { changedFrom } from './words';

export interface Ending {
  /** Whose story it was. */
  readonly teller: Variant;
  /** What was wrong, or what the variant does, in one sentence. */
  readonly heading: string;
  /** The text that was changed, and what it was changed to. */
  readonly from: Variant;
  readonly to: Variant;
  readonly rows: readonly Row[];
  /** Lines of code. */
  readonly added: number;
  readonly removed: number;
}

/** Undefined for a variant that tells nothing. A story that stays in its own variant ends with what that one changes of the code it comes from. */
export function endingOf(scenario: Pick<Scenario, 'variants' | 'wrong'>, slug: string): Ending | undefined {
  const teller = scenario.variants.find((variant) => variant.slug === slug);
  const story: readonly Beat[] = teller?.story ?? [];
  const last = story.length - 1;
  const to = scenario.variants.find((variant) => variant.slug === story[last]?.variant);
  if (teller === undefined || to === undefined) return undefined;
  const from = changedFrom(scenario, story, last) ?? leastChangedTo(scenario, to);
  const change = ofTheCode(to.source, diffLines(to.source, from.source));
  return {
    ...{ teller, from, to },
    heading: teller.role === 'before' ? scenario.wrong : teller.sentence,
    rows: rowsOf(to.source, change),
    added: codeIn(to.source, change.added).length,
    removed: [...change.removed.values()].flat().filter(isCode).length,
  };
}

/** Of the code with the bug and the fix, the one of which less is changed to come to this. */
function leastChangedTo({ variants }: Pick<Scenario, 'variants'>, to: Variant): Variant {
  const size = ({ source }: Variant): number => diffLines(to.source, source).added.size;
  const ends = variants.filter((each) => each.role !== undefined && each !== to);
  return ends.reduce((best, each) => (size(each) < size(best) ? each : best));
}

/** Without what is changed in main, which only plays a case; where nothing else is changed, that. */
function ofTheCode(source: string, { added, removed }: LineDiff): LineDiff {
  const main = source.split('\n').findIndex((line) => line.startsWith('int main(')) + 1;
  const before = {
    added: new Set([...added].filter((line) => line < main)),
    removed: new Map([...removed].filter(([line]) => line < main)),
  };
  return codeIn(source, before.added).length > 0 ? before : { added, removed };
}

const codeIn = (source: string, numbers: ReadonlySet<number>): readonly number[] => {
  const lines = source.split('\n');
  return [...numbers].filter((line) => isCode(lines[line - 1] ?? ''));
};

/** All that is changed, and of the rest what leads there, as far as that is little. */
function rowsOf(source: string, change: LineDiff): readonly Row[] {
  const gone = [...change.removed].filter(([, texts]) => texts.some(isCode));
  const shown = new Set([...codeIn(source, change.added), ...gone.map(([line]) => line)]);
  return excerptOf(source, shown, change).map((row) =>
    row.kind === 'line' && !row.added ? { ...row, look: 'around' } : row,
  );
}
