/** Going along the story: each part is a place in a run, and the way there is played. */
import { decodeSchedule, type StepIndex } from '../../engine';
import type { Evidence } from '../../scenarios';
import { continuing } from '../model/branches';
import { isAtEnd, modeOf, readUpTo, scenarioOf, storyOf } from '../model/selectors';
import type { Mode, SessionState } from '../model/state';
import { beatAt, beatEnd, commonSteps, storyLine, tellerOf, toldBy } from '../model/storyline';
import type { Navigator } from '../navigation/navigation';
import { onward } from '../run/answer';
import { firstLine, type Opening } from '../run/opening';
import { seekTo, walkTo } from '../run/requests';
import type { Runs } from '../run/runs';

export class StoryNavigation {
  private readonly runs: Runs;
  private readonly navigator: Navigator;
  /** Where Continue will play once the file of that part is compiled; of no use where the user has gone elsewhere since. */
  private coming: { readonly part: number; readonly route: SessionState['route'] } | null = null;

  constructor(runs: Runs, navigator: Navigator) {
    this.runs = runs;
    this.navigator = navigator;
  }

  /** Plays up to the next part of the story, or jumps there where motion is unwelcome, or where it is on its way already. */
  goOn(): void {
    const { store, queue, player } = this.runs;
    const { beat, route } = store.getState();
    if (this.coming?.route === route) return this.goTo(this.coming.part);
    if (isAtEnd(store.getState())) return store.setState({ ended: true });
    const arriving = player.goal;
    if (arriving === null) return this.goTo(beat + 1, !prefersStill());
    player.stop();
    void queue.ask('seek', walkTo(arriving));
  }

  /** To the end of a part, played or at once; -1 is the start of the story. */
  goTo(n: number, animated = false): void {
    const { store, queue, player } = this.runs;
    const state = store.getState();
    const { route, phase, schedule, at, onRails, trace } = state;
    const story = storyOf(state);
    const beat = story[Math.max(0, n)];
    if (beat === undefined || n < -1 || route.page === 'home') return;

    const end = n < 0 ? 0 : beatEnd(beat);
    const patch = { beat: n, read: readUpTo(state, n), ended: false };
    // While a file is being compiled the steps are still those of the one before.
    const here = beat.variant === route.slug && phase !== 'working';
    if (here && onRails && trace !== null && schedule.choices.length >= end) {
      if (animated && at < end) {
        // What is said of a step is said when one stands there.
        player.start(end, { challenge: 'off' });
      } else {
        player.stop();
        void queue.ask('seek', seekTo(end, onward), { ...patch, challenge: 'off' });
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
    const shown = this.navigator.show({ ...route, slug: beat.variant }, opening, patch);
    const coming = start < end ? { part: n, route: store.getState().route } : null;
    this.coming = coming;
    void shown.then((arrived) => {
      if (this.coming === coming) this.coming = null;
      if (arrived && coming !== null) player.start(end);
    });
  }

  /** Shows the page in a mode, and remembers it; guided leads back to the story, or to the one that is told first. */
  chooseMode(mode: Mode): void {
    const { store } = this.runs;
    store.setState({ mode, usualMode: mode });
    if (mode === 'explore' || modeOf(store.getState()) === 'guided') return;
    store.setState({ challenge: 'off' });
    const state = store.getState();
    const teller = scenarioOf(state)?.variants.find(({ story }) => story !== undefined);
    if (storyOf(state).length > 0) this.back();
    else if (teller !== undefined) this.open(teller.slug);
  }

  /** The story of a document, from its start. */
  open(slug: string): void {
    const { route } = this.runs.store.getState();
    if (route.page === 'home') return;
    void this.navigator.show({ ...route, slug }, firstLine, { story: slug, beat: -1 });
  }

  /** To the step that shows why somebody said so. */
  openEvidence({ variant, schedule }: Pick<Evidence, 'variant' | 'schedule'>): void {
    const state = this.runs.store.getState();
    const { route } = state;
    const scenario = scenarioOf(state);
    if (scenario === undefined || route.page === 'home') return;
    const line = decodeSchedule(schedule).schedule;
    const at = line.choices.length as StepIndex;
    const story = tellerOf(scenario, variant, state.story);
    const told = toldBy(scenario, story);
    const whole = storyLine(told, variant);
    const onWay = whole !== null && commonSteps(whole, line) === at;
    const opening = {
      ...firstLine,
      ...{ schedule: onWay ? whole : line, at },
      ...{ name: 'the run of a quote', remark: cutShort },
    };
    const beat = beatAt(told, -1, variant, at);
    void this.navigator.show({ ...route, slug: variant }, opening, { story, beat });
  }

  /** From a fork back to the story's line, at the last step that was still its own. */
  back(): void {
    const state = this.runs.store.getState();
    const { route, schedule, at, onRails, beat } = state;
    if (route.page === 'home' || onRails) return;
    const line = storyLine(storyOf(state), route.slug);
    if (line === null) {
      this.goTo(Math.max(0, beat));
      return;
    }
    const longest = continuing(state, route.slug, line)?.schedule ?? line;
    const opening = { ...firstLine, schedule: longest, at: Math.min(at, commonSteps(schedule, line)) };
    void this.navigator.show(route, opening);
  }
}

const cutShort: Opening['remark'] = ({ stopped }) =>
  stopped && `This file has changed: the step could not be reached. It fits up to step ${stopped.at}.`;

const prefersStill = (): boolean =>
  globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
