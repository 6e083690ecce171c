/** Going along the story: each part is a place in a run, and the way there is played. */
import { decodeSchedule, type StepIndex } from '../engine';
import type { Evidence } from '../scenarios';
import { continuing } from './branches';
import { readUpTo, scenarioOf, storyOf } from './derive';
import { playGoal, startPlaying, stopPlaying } from './player';
import { ask } from './queue';
import { firstLine, type Opening, seekTo } from './run';
import { session } from './session';
import { beatEnd, beatReached, commonSteps, storyLine, tellerOf, toldBy } from './story';
import { show } from './visit';

/** Plays up to the next part of the story, or jumps there where motion is unwelcome, or where it plays already. */
export function continueStory(): void {
  const arriving = playGoal();
  if (arriving === null) {
    goTo(session.getState().beat + 1, !prefersStill());
    return;
  }
  stopPlaying();
  void ask('seek', seekTo(arriving));
}

export function storyBack(): void {
  goToBeat(session.getState().beat - 1);
}

/** Jumps to the end of a part; -1 is the start of the story. */
export function goToBeat(n: number): void {
  goTo(n, false);
}

function goTo(n: number, animated: boolean): void {
  const state = session.getState();
  const { route, schedule, at, onRails, trace } = state;
  const scenario = scenarioOf(state);
  const story = storyOf(state);
  const beat = story[Math.max(0, n)];
  if (scenario === undefined || beat === undefined || n < -1 || route.page === 'home') return;

  const end = n < 0 ? 0 : beatEnd(beat);
  const read = readUpTo(state, n);
  const here = beat.variant === route.variant;
  if (here && onRails && trace !== null && schedule.choices.length >= end) {
    if (animated && at < end) {
      startPlaying(end, { beat: n, read, challenge: 'off' });
    } else {
      stopPlaying();
      void ask('seek', seekTo(end), { beat: n, read, challenge: 'off' });
    }
    return;
  }
  // Another file, or off the rails: the way begins where the user's steps were still the story's, or with the part before.
  const line = storyLine(story, beat.variant);
  const before = story[n - 1];
  const sameFile = before?.variant === beat.variant ? beatEnd(before) : 0;
  const shared = here && line !== null ? Math.min(at, commonSteps(schedule, line)) : sameFile;
  const start = animated ? Math.min(shared, end) : end;
  const opening = { ...firstLine, schedule: line, at: start };
  void show({ ...route, variant: beat.variant }, opening, { beat: n, read }).then((shown) => {
    if (shown && start < end) startPlaying(end);
  });
}

/** The story of a variant, from its start. */
export function openStory(slug: string): void {
  const { route } = session.getState();
  if (route.page === 'home') return;
  void show({ ...route, variant: slug }, firstLine, { story: slug, beat: -1 });
}

/** To the step that shows why somebody said so. */
export function openEvidence({ variant, schedule }: Pick<Evidence, 'variant' | 'schedule'>): void {
  const state = session.getState();
  const { route } = state;
  const scenario = scenarioOf(state);
  if (scenario === undefined || route.page === 'home') return;
  const line = decodeSchedule(schedule).schedule;
  const at = line.choices.length as StepIndex;
  const story = tellerOf(scenario, variant, state.story);
  const told = toldBy(scenario, story);
  const whole = storyLine(told, variant);
  const onWay = whole !== null && commonSteps(whole, line) === at;
  const beat = beatReached(told, { beat: -1 }, variant, at);
  const opening = {
    ...firstLine,
    schedule: onWay ? whole : line,
    at,
    name: 'the run of a quote',
    remark: cutShort,
  };
  void show({ ...route, variant }, opening, { story, beat });
}
const cutShort: Opening['remark'] = ({ stopped }) =>
  stopped && `This file has changed: the step could not be reached. It fits up to step ${stopped.at}.`;

/** From a fork back to the story's line, at the last step that was still its own. */
export function backToStory(): void {
  const state = session.getState();
  const { route, schedule, at, onRails, beat } = state;
  if (route.page === 'home' || onRails) return;
  const line = storyLine(storyOf(state), route.variant);
  if (line === null) {
    goToBeat(Math.max(0, beat));
    return;
  }
  const longest = continuing(state, route.variant, line)?.schedule ?? line;
  void show(route, { ...firstLine, schedule: longest, at: Math.min(at, commonSteps(schedule, line)) });
}

const prefersStill = (): boolean =>
  globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
