/** The story as lines of steps: pure. A beat is a prefix of a run; the longest prefix of a variant is the line its page opens with. */
import { decodeSchedule, type Schedule, type StepIndex } from '../../engine';
import type { Beat, Scenario } from '../../scenarios';
import type { StoryState } from './state';

const beatLine = (beat: Beat): Schedule => decodeSchedule(beat.schedule).schedule;

/** The step at which a beat's words are true. */
export const beatEnd = (beat: Beat): StepIndex => beatLine(beat).choices.length as StepIndex;

const nothing: readonly Beat[] = [];

/** What the variant `teller` tells. */
export const toldBy = (scenario: Scenario | null | undefined, teller: string): readonly Beat[] =>
  scenario?.variants.find(({ slug }) => slug === teller)?.story ?? nothing;

/** The slug of the variant whose story is told on a variant's page: its own, else the one that leads there, the one told now first; '' without one. */
export function tellerOf(scenario: Scenario | null | undefined, variant: string, now = ''): string {
  const leads = (teller: string): boolean =>
    toldBy(scenario, teller).some((beat) => teller === variant || beat.variant === variant);
  return [variant, now, ...(scenario?.variants ?? []).map(({ slug }) => slug)].find(leads) ?? '';
}

/** The line of the last beat of a variant that has been recorded; null where the story does not go. */
export function storyLine(story: readonly Beat[], variant: string): Schedule | null {
  const last = story.findLast((beat) => beat.variant === variant && beat.schedule !== '');
  return last === undefined ? null : beatLine(last);
}

/** How many steps two lines take alike from the start. */
export function commonSteps(a: Schedule, b: Schedule): StepIndex {
  let same = 0;
  if (a.granularity === b.granularity) {
    const shorter = Math.min(a.choices.length, b.choices.length);
    while (same < shorter && sameChoice(a, b, same)) same++;
  }
  return same as StepIndex;
}

function sameChoice(a: Schedule, b: Schedule, at: number): boolean {
  return a.choices[at].thread === b.choices[at].thread && a.choices[at].pick === b.choices[at].pick;
}

/** True if neither line ever goes another way than the other: one is the other's beginning. */
export const agree = (a: Schedule, b: Schedule): boolean =>
  commonSteps(a, b) === Math.min(a.choices.length, b.choices.length) && a.granularity === b.granularity;

/** The beat reached by going on from the one at `beat` to step `at` of the story's line: words follow steps, also one's own. */
export function beatReached(
  story: readonly Beat[],
  { beat }: Pick<StoryState, 'beat'>,
  variant: string,
  at: StepIndex,
): number {
  let reached = beat;
  const follows = (next: Beat | undefined): boolean =>
    next !== undefined && next.variant === variant && next.schedule !== '' && beatEnd(next) <= at;
  while (follows(story[reached + 1])) reached++;
  return reached;
}
