/** Play: one step, a pause of 1/speed seconds, the next step. The only clock of a session. */
import { isAtStoryQuestion, nextQuestion } from '../model/selectors';
import type { Patch, SessionState, Store } from '../model/state';
import type { Queue } from './queue';
import { stepOn, walkTo } from './requests';

export class Player {
  private readonly store: Store;
  private readonly queue: Queue;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The step Continue plays up to; null for Play, which goes on until something happens. */
  private until: number | null = null;
  /** Counts the starts: what an older Play still has under way does not go on. */
  private round = 0;

  constructor(store: Store, queue: Queue) {
    this.store = store;
    this.queue = queue;
  }

  /** Where a Continue under way will arrive; null when none is. */
  get goal(): number | null {
    return this.store.getState().playing ? this.until : null;
  }

  /** Starts at once, up to step `until` or to a finding or the end of the program. */
  start(until: number | null, patch: Patch = {}): void {
    clearTimeout(this.timer);
    this.until = until;
    this.round++;
    this.store.setState({ playing: true, ...patch });
    void this.tick(this.round);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.round++;
    if (this.store.getState().playing) this.store.setState({ playing: false });
  }

  private async tick(mine: number): Promise<void> {
    const { store } = this;
    const leaps = store.getState().speed === Number.POSITIVE_INFINITY;
    const onward = leaps ? this.leap : stepOn;
    // What was asked before may have led to the goal, and past it.
    const taken = await this.queue.ask('step', async (state, engine) =>
      state.at >= (this.until ?? Number.POSITIVE_INFINITY) ? null : onward(state, engine),
    );
    if (mine !== this.round) return;
    if (!taken || this.isOver(store.getState())) return this.stop();
    const { speed } = store.getState();
    const pause = speed === Number.POSITIVE_INFINITY ? 0 : 1000 / speed;
    this.timer = setTimeout(() => void this.tick(mine), pause);
  }

  /** Play stops where something happens, and where the story asks what is to happen. */
  private isOver(state: SessionState): boolean {
    const { at, findings } = state;
    return this.until === null
      ? isAtStoryQuestion(state) || findings.some(({ step, reached }) => reached && step === at)
      : at >= this.until;
  }

  /** At full speed the workers hand over to each other up to the place where Play stops; at the line's end they go on step by step. */
  private readonly leap: typeof stepOn = (state, engine) => {
    const { at, schedule, findings } = state;
    const finding = findings.find(({ step, reached }) => reached && step > at)?.step;
    const end =
      this.until ?? Math.min(nextQuestion(state) ?? Infinity, finding ?? Infinity, schedule.choices.length);
    return end > at ? walkTo(end)(state, engine) : stepOn(state, engine);
  };
}
