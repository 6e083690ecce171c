/** The failing runs that are known, simplest first, and the way from one to the next. */
import { decodeSchedule, encodeSchedule, type TraceView } from '../engine';
import type { Judgement } from '../host/client';
import { continuing } from './branches';
import { exploredHere } from './derive';
import { firstLine } from './run';
import { session } from './session';
import type { Explored } from './state';
import { show } from './visit';

/** Schedules as in links: first the one that is proven to be the simplest, then by preemptions and steps. */
function failingRuns(verdict: Judgement | null | undefined): readonly string[] {
  if (verdict == null) return [];
  const { minimal, executions = [] } = verdict;
  const first = minimal === null ? [] : [encodeSchedule(minimal.schedule)];
  const others = executions
    .filter(({ kind, schedule }) => kind !== null && schedule !== first[0])
    .sort((a, b) => a.preemptions - b.preemptions || a.lines.length - b.lines.length);
  return [...first, ...others.map(({ schedule }) => schedule)];
}

/** Opens the next of them where it is about to go wrong: before its first preemption, or at its start if it has none. */
export function openFailing(delta: 1 | -1 = 1): void {
  const state = session.getState();
  const runs = failingRuns(exploredHere(state)?.verdict);
  if (state.route.page === 'home') return;
  if (runs.length === 0) {
    session.setState({ notice: { level: 'info', text: noneWords(exploredHere(state)), action: null } });
    return;
  }
  const here = runs.indexOf(encodeSchedule(state.schedule));
  const next = here < 0 ? 0 : (here + delta + runs.length) % runs.length;
  void show(state.route, {
    schedule: decodeSchedule(runs[next]).schedule,
    at: beforePreemption,
    glimpse: true,
    name: next === 0 ? 'simplest failing run' : `failing run ${next + 1} of ${runs.length}`,
    remark: ({ stopped }) =>
      stopped && `The failing run could be repeated up to step ${stopped.at}: ${stopped.reason}.`,
  });
}

const noneWords = (explored: Explored | undefined): string =>
  explored?.verdict?.complete === true
    ? 'No interleaving of this variant fails, so there is no failing run to open.'
    : 'No failing run of this variant is known yet.';

const beforePreemption = ({ steps }: TraceView): number =>
  Math.max(
    0,
    steps.findIndex(({ preemption }) => preemption),
  );

/** The first `steps` steps of an execution, on a line that has them already if there is one. */
export function openPrefix(schedule: string, steps: number): void {
  const state = session.getState();
  if (state.route.page === 'home') return;
  const whole = decodeSchedule(schedule).schedule;
  const prefix = { ...whole, choices: whole.choices.slice(0, steps) };
  const line = continuing(state, state.route.variant, prefix);
  const opening = { ...firstLine, schedule: line?.schedule ?? prefix, at: steps };
  void show(state.route, {
    ...opening,
    glimpse: true,
    name: line?.name ?? 'an interleaving',
    remark: ({ stopped }) =>
      stopped && `This interleaving could be repeated up to step ${stopped.at}: ${stopped.reason}.`,
  });
}
