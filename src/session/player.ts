/** Play: one step, a pause of 1/speed seconds, the next step. The only clock of the session. */

import { ask } from './queue';
import { stepOn, walkTo } from './run';
import { session } from './session';
import type { Session } from './state';

let timer: ReturnType<typeof setTimeout> | undefined;
/** The step Continue plays up to; null for Play, which goes on until something happens. */
let goal: number | null = null;
/** Counts the starts: what an older Play still has under way does not go on. */
let round = 0;

/** Where a Continue under way will arrive; null when none is. */
export const playGoal = (): number | null => (session.getState().playing ? goal : null);

/** Starts at once, up to step `until` or to a finding or the end of the program. */
export function startPlaying(until: number | null, patch: Partial<Session> = {}): void {
  clearTimeout(timer);
  goal = until;
  round++;
  session.setState({ playing: true, ...patch });
  void tick(round);
}

export function stopPlaying(): void {
  clearTimeout(timer);
  round++;
  if (session.getState().playing) session.setState({ playing: false });
}

async function tick(mine: number): Promise<void> {
  const taken = await ask('step', session.getState().speed === Number.POSITIVE_INFINITY ? leap : stepOn);
  if (mine !== round) return;
  if (!taken || isOver(session.getState())) return stopPlaying();
  const { speed } = session.getState();
  timer = setTimeout(() => void tick(mine), speed === Number.POSITIVE_INFINITY ? 0 : 1000 / speed);
}

const isOver = ({ at, findings }: Session): boolean =>
  goal === null ? findings.some(({ step, reached }) => reached && step === at) : at >= goal;

/** At full speed the workers hand over to each other up to the place where Play stops; at the line's end they go on step by step. */
const leap: typeof stepOn = (state, engine) => {
  const { at, schedule, findings } = state;
  const end =
    goal ?? findings.find(({ step, reached }) => reached && step > at)?.step ?? schedule.choices.length;
  return end > at ? walkTo(end)(state, engine) : stepOn(state, engine);
};
