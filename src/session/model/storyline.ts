/** The story as lines of steps: pure. A beat is a prefix of a run; the longest prefix of a variant is the line its page opens with. */
import { decodeSchedule, type Schedule, type StepIndex } from '../../engine';
import type { Beat, Scenario } from '../../scenarios';

export type { Prediction } from '../../scenarios';

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

/**
 * The beat whose words are true at step `at` of the story's line in a variant, wherever one came from: the last that has been reached; where
 * none has, the one told before. Of a story that comes back to a variant, the part of it that one stands in, or that comes next.
 */
export function beatAt(story: readonly Beat[], beat: number, variant: string, at: StepIndex): number {
  const isHere = (index: number): boolean =>
    story[index]?.variant === variant && story[index].schedule !== '';
  const inside = [beat, beat + 1].find(isHere) ?? story.findIndex((_, index) => isHere(index));
  if (inside < 0) return beat;
  let first = inside;
  while (isHere(first - 1)) first--;
  let reached = first - 1;
  while (isHere(reached + 1) && beatEnd(story[reached + 1]) <= at) reached++;
  return reached;
}
