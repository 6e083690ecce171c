/**
 * Everything a user can do, as plain functions: one change of the store each, and what the engine is asked. Which step is taken is
 * decided when the request's turn comes, so keys may be pressed faster than the engine answers.
 */
import type { ThreadId } from '../engine';
import { continuing } from './branches';
import { startChallenge } from './challenge';
import { scenarioOf, variantOf } from './derive';
import { startPlaying, stopPlaying } from './player';
import { ask } from './queue';
import { firstLine, type Opening, seekTo, stepOf, stepOn, toEnd } from './run';
import { session } from './session';
import type { CodePane, NowPane, Theme } from './state';
import { agree, commonSteps } from './story';
import { addressOf } from './url';
import { show, telling } from './visit';

export { nextCause, showCause } from './causes';
export { claimSafe, giveUp, leaveChallenge, startChallenge } from './challenge';
export { exploreFurther, showHint, stopExploring } from './explorer';
export { openFailing, openPrefix } from './failing';
export { retry } from './queue';
export { backToStory, continueStory, goToBeat, openEvidence, openStory, storyBack } from './tour';
export { openScenario } from './visit';

/** The same steps in another variant, as far as it allows them; a challenge starts anew there. */
export function chooseVariant(slug: string): void {
  const state = session.getState();
  const { route, at, schedule, trace } = state;
  const scenario = scenarioOf(state);
  const variant = scenario?.variants.find((each) => each.slug === slug);
  if (route.page === 'home' || !scenario || variant === undefined || slug === route.variant) return;
  if (state.challenge !== 'off') {
    startChallenge(slug);
    return;
  }
  const same = trace === null ? null : (continuing(state, slug, schedule)?.schedule ?? schedule);
  const opening = { ...firstLine, schedule: same, at, name: 'the same steps', remark: cutByVariant };
  void show({ ...route, variant: slug }, opening, telling(state, scenario, slug));
}
const cutByVariant: Opening['remark'] = ({ stopped }) =>
  stopped && `The same steps are possible in this variant up to step ${stopped.at}. Then ${stopped.reason}.`;

/** Round the variants: 1 the next, -1 the one before. */
export function nextVariant(delta: number): void {
  const state = session.getState();
  const variants = scenarioOf(state)?.variants ?? [];
  const now = variants.findIndex(({ slug }) => slug === variantOf(state)?.slug);
  const next = variants.at((now + delta) % variants.length);
  if (next !== undefined) chooseVariant(next.slug);
}

// Steps

/** Takes one step of a thread. Another thread than planned forks: the planned line stays in `branches`. */
export function stepThread(thread: ThreadId, pick = 0): void {
  stopPlaying();
  void ask('step', stepOf(thread, pick));
}

export function stepForward(): void {
  stopPlaying();
  void ask('step', stepOn);
}

export function stepBack(): void {
  stopPlaying();
  void ask(
    'step',
    seekTo(({ at }) => at - 1),
  );
}

export function seek(at: number): void {
  stopPlaying();
  void ask('seek', seekTo(at));
}

export function restart(): void {
  seek(0);
}

/** To the end of the program: beyond the line's end, threads go on without preemption. */
export function runToEnd(): void {
  stopPlaying();
  void ask('step', toEnd);
}

/** One step each 1/speed seconds, until a finding, the end, or pause. */
export function play(): void {
  startPlaying(null);
}

export function pause(): void {
  stopPlaying();
}

/** Steps per second; Infinity lets the workers hand over to each other without a stop. */
export function setSpeed(speed: number): void {
  if (speed > 0) session.setState({ speed });
}

// Lines that were left

export function switchBranch(id: number): void {
  const state = session.getState();
  const scenario = scenarioOf(state);
  const line = state.branches.find((each) => each.id === id);
  if (scenario === undefined || line === undefined || id === state.branch || state.route.page === 'home')
    return;
  const { variant, schedule, name, forkedAt } = line;
  const same = variant === state.route.variant && agree(schedule, state.schedule);
  const at = same ? state.at : Math.min(state.at, Math.max(forkedAt, commonSteps(schedule, state.schedule)));
  const opening = { ...firstLine, schedule, at, name };
  void show({ ...state.route, variant }, opening, telling(state, scenario, variant));
}

/** The line one stands on stays. */
export function deleteBranch(id: number): void {
  const { branches, branch } = session.getState();
  if (id !== branch) session.setState({ branches: branches.filter((line) => line.id !== id) });
}

// What to look at

export function showCode(codePane: CodePane): void {
  session.setState({ codePane });
}

/** Puts another variant beside this one, on the same steps. */
export function compareWith(compare: string): void {
  session.setState({ codePane: 'compare', compare });
}

export function showNow(nowPane: NowPane): void {
  session.setState({ nowPane });
}

/** Opens the report of a finding; null closes it. */
export function showFinding(finding: number | null): void {
  session.setState({ finding, cause: null, ...(finding !== null && { nowPane: 'report' }) });
}

export function focusThread(focus: number | null): void {
  session.setState({ focus });
}

export function setTheme(theme: Theme): void {
  session.setState({ theme });
}

/** Remembers the sizes of a group of panes, by a name of the view's choice. */
export function setPanes(name: string, sizes: readonly number[]): void {
  session.setState(({ panes }) => ({ panes: { ...panes, [name]: sizes } }));
}

// Sharing

/** The absolute address of this step. */
export function shareUrl(): string {
  return new URL(addressOf(session.getState()), globalThis.location?.href.replace(/#.*/, '')).href;
}

export async function copyLink(): Promise<void> {
  const url = shareUrl();
  try {
    await navigator.clipboard.writeText(url);
    session.setState({ notice: { level: 'info', text: 'Link to this step copied.', action: null } });
  } catch {
    session.setState({ notice: { level: 'warning', text: `Copy this link: ${url}`, action: null } });
  }
}

export function dismissNotice(): void {
  session.setState({ notice: null });
}
