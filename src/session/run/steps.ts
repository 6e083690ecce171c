/**
 * Stepping, as a user does it. Which step is taken is decided when the request's turn comes, so keys may be pressed faster than the
 * engine answers.
 */
import type { ThreadId } from '../../engine';
import { isAtStoryQuestion, isRunOfOlderText } from '../model/selectors';
import { nextCause, showCause } from './causes';
import type { Request } from './queue';
import { seekTo, stepOf, stepOn, toEnd } from './requests';
import type { Runs } from './runs';

export function createSteps(runs: Runs) {
  const { store, queue, player } = runs;
  /** What stands on the page while the text does not compile is a picture of a text before. */
  const isPicture = (): boolean => {
    if (!isRunOfOlderText(store.getState())) return false;
    const text = 'The text does not compile as it is: what is shown is its last run that did.';
    store.setState({ notice: { level: 'info', text, action: null } });
    return true;
  };
  const take = (kind: 'seek' | 'step', request: Request): void => {
    player.stop();
    if (!isPicture()) void queue.ask(kind, request);
  };
  const seek = (at: number): void => take('seek', seekTo(at));
  return {
    /** Takes one step of a thread. Another thread than planned forks: the planned line stays in `branches`. */
    stepThread: (thread: ThreadId, pick = 0): void => take('step', stepOf(thread, pick)),
    stepForward: (): void => take('step', stepOn),
    stepBack: (): void =>
      take(
        'step',
        seekTo(({ at }) => at - 1),
      ),
    seek,
    /** To the next step (1), or the one before (-1), of the thread in focus, else of the one that took the step one stands at. */
    stepOfThread(delta: 1 | -1): void {
      const { at, focus, trace } = store.getState();
      const steps = trace?.steps ?? [];
      const thread = focus ?? (steps[at - 1] ?? steps[0])?.thread;
      const own = steps.filter((step) => step.thread === thread);
      const to = delta > 0 ? own.find(({ index }) => index > at) : own.findLast(({ index }) => index < at);
      if (to !== undefined) seek(to.index);
    },
    /** To the next step that stands at a line of the source; behind the last of them, to the first. */
    seekLine(line: number): void {
      const { at, trace } = store.getState();
      const steps = (trace?.steps ?? []).filter(({ operation }) => operation.line === line);
      // At a question, what comes is not told.
      const shown = isAtStoryQuestion(store.getState()) ? steps.filter(({ index }) => index <= at) : steps;
      const next = shown.find(({ index }) => index > at) ?? shown[0];
      if (next !== undefined) return seek(next.index);
      const text = `No step of this run is at line ${line}.`;
      store.setState({ notice: { level: 'info', text, action: null } });
    },
    restart: (): void => seek(0),
    /** To the end of the program: beyond the line's end, threads go on without preemption. */
    runToEnd: (): void => take('step', toEnd),
    /** One step each 1/speed seconds, until a finding, the end, or pause. */
    play(): void {
      if (!isPicture()) player.start(null);
    },
    pause: (): void => player.stop(),
    /** Steps per second; Infinity lets the workers hand over to each other without a stop. */
    setSpeed(speed: number): void {
      if (speed > 0) store.setState({ speed });
    },
    retry: (): void => queue.retry(),
    showCause: (finding: number, cause: number): void => showCause(runs, finding, cause),
    nextCause: (delta: 1 | -1): void => nextCause(runs, delta),
  };
}
