/** What is known of a variant, as the mark on its tab: only what a run has shown. */
import type { Scenario } from '../../session/catalogue';
import type { Segment } from '../parts/Segmented';

/** fails: a failing run exists. unknown: not explored. */
export type VerdictMark = 'fails' | 'unknown';

/** A failing run is known from the story, whose claims a test runs, or from the run on the page. */
export function markOf({ story }: Pick<Scenario, 'story'>, slug: string, failsHere: boolean): VerdictMark {
  const told = story.some(
    ({ variant, claims }) => variant === slug && claims.some(({ finding }) => finding !== undefined),
  );
  return told || failsHere ? 'fails' : 'unknown';
}

export const verdictIcons: Record<VerdictMark, NonNullable<Segment<string>['icon']>> = {
  fails: { name: 'x', tone: 'fail', label: 'a failing run exists' },
  unknown: { name: 'ready', tone: 'ink3', label: 'not explored' },
};
