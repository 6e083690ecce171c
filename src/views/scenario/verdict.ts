/** What is known of a variant, as the mark on its tab: only what a run or a search has shown. */
import type { Scenario, Standing, Variant } from '../../session';
import type { Segment } from '../parts/Segmented';

/** hidden: the user is to find out. fails: a failing run exists. passes: none in a complete search; costs: the same, at a price or with a weaker promise. bounded: none so far. unknown: not explored. */
export type VerdictMark = 'hidden' | 'fails' | 'passes' | 'costs' | 'bounded' | 'unknown';

/** A failing run is known from the story, whose claims a test runs, from the run on the page, or from a search. */
export function verdictMark(
  { variants }: Pick<Scenario, 'variants'>,
  { slug, cost }: Pick<Variant, 'slug' | 'cost'>,
  { failsHere, standing }: { readonly failsHere: boolean; readonly standing: Standing | null },
): VerdictMark {
  const told = variants.some(({ story = [] }) =>
    story.some(
      ({ variant, claims }) => variant === slug && claims.some(({ finding }) => finding !== undefined),
    ),
  );
  if (told || failsHere) return 'fails';
  const mark = markOf(standing);
  return mark === 'passes' && cost !== undefined ? 'costs' : mark;
}

/** By a search alone. */
export function markOf(standing: Standing | null): VerdictMark {
  if (standing === null) return 'unknown';
  if (standing.fails) return 'fails';
  return standing.complete ? 'passes' : 'bounded';
}

export const verdictIcons: Record<VerdictMark, NonNullable<Segment<string>['icon']>> = {
  hidden: { name: 'flag', tone: 'ink3', label: 'for you to find out' },
  fails: { name: 'x', tone: 'fail', label: 'a failing run exists' },
  passes: { name: 'check', tone: 'pass', label: 'no interleaving fails' },
  costs: { name: 'warn', tone: 'wait', label: 'no interleaving fails, at a cost' },
  bounded: { name: 'ready', tone: 'ink3', label: 'no failing run so far, not all explored' },
  unknown: { name: 'ready', tone: 'ink3', label: 'not explored' },
};
