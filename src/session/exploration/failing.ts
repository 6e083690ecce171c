/** The failing runs that are known, simplest first, and the way from one to the next. */
import { decodeSchedule, encodeSchedule } from '../../engine';
import type { Answer, Judgement } from '../../host/client';
import { continuing } from '../model/branches';
import { answeringRun, askedHere, exploredHere, isWeak, weakHere } from '../model/selectors';
import type { Explored, Notice, Store } from '../model/state';
import type { Navigator } from '../navigation/navigation';
import { firstLine } from '../run/opening';

export function createFailing(store: Store, { show }: Navigator) {
  /** Opens the next of them where it is about to go wrong. */
  const openFailing = (delta: 1 | -1 = 1): void => {
    const state = store.getState();
    const weak = weakHere(state);
    const runs = failingRuns(
      exploredHere(state),
      typeof weak === 'object' ? weak.failures : [],
      isWeak(state),
    );
    if (state.route.page === 'home') return;
    if (runs.length === 0) {
      const text = noneWords(exploredHere(state));
      store.setState({ notice: { level: 'info', text, action: null } });
      return;
    }
    const here = runs.indexOf(encodeSchedule(state.schedule));
    // At the start of a failing run nobody sees how it fails: that one comes first.
    const { trace, findings } = state;
    const isShown = here >= 0 && (state.at > 0 || trace === null || beforeFailing({ trace, findings }) === 0);
    const next = isShown ? (here + delta + runs.length) % runs.length : Math.max(here, 0);
    void show(state.route, {
      schedule: decodeSchedule(runs[next]).schedule,
      at: beforeFailing,
      glimpse: true,
      name: nameOf(exploredHere(state)?.verdict, runs, next),
      remark: (run) =>
        run.stopped
          ? `The failing run could be repeated up to step ${run.stopped.at}: ${run.stopped.reason}.`
          : standsBefore(run),
    });
  };
  return {
    openFailing,
    /** Ends a challenge and shows how it is done; not before the explorer knows. */
    giveUp(): void {
      const explored = exploredHere(store.getState());
      // Not the first that was met, which may be long: the simplest is what there is to learn.
      const { phase, verdict } = explored ?? { phase: 'exploring', verdict: null };
      if ((phase === 'exploring' && verdict === null) || weakHere(store.getState()) === 'asked') {
        const text = 'The explorer is still looking: ask again in a moment.';
        store.setState({ notice: { level: 'info', text, action: null } });
        return;
      }
      store.setState({ challenge: 'off' });
      openFailing();
    },
    /** The run that answers the query, where it is as asked. */
    openAnswer(): void {
      const state = store.getState();
      const { route } = state;
      const asked = askedHere(state);
      if (route.page === 'home' || asked === null) return;
      const schedule = answeringRun(asked);
      if (schedule === null) return;
      const { line } = asked.query;
      void show(route, {
        ...{ schedule, at: schedule.choices.length, glimpse: true },
        name: line === null ? 'a run to the end' : `a run to line ${line}`,
        remark: ({ stopped }) =>
          stopped && `The run could be repeated up to step ${stopped.at}: ${stopped.reason}.`,
      });
    },
    /** The first `steps` steps of an execution, on a line that has them already if there is one. */
    openPrefix(schedule: string, steps: number): void {
      const state = store.getState();
      if (state.route.page === 'home') return;
      const whole = decodeSchedule(schedule).schedule;
      const prefix = { ...whole, choices: whole.choices.slice(0, steps) };
      const line = continuing(state, state.route.slug, prefix);
      void show(state.route, {
        ...{ ...firstLine, schedule: line?.schedule ?? prefix, at: steps },
        glimpse: true,
        name: line?.name ?? 'an interleaving',
        remark: ({ stopped }) =>
          stopped && `This interleaving could be repeated up to step ${stopped.at}: ${stopped.reason}.`,
      });
    },
  };
}

/** Schedules as in links: the runs under the memory that is stepped come first. */
function failingRuns(
  explored: Explored | undefined,
  weak: readonly { readonly schedule: string }[],
  isWeak: boolean,
): readonly string[] {
  const allowed = weak.map(({ schedule }) => schedule);
  const interleavings = failingInterleavings(explored);
  return isWeak ? [...allowed, ...interleavings] : [...interleavings, ...allowed];
}

/** First the simplest of each kind, the gravest first, then the others by preemptions and steps. */
function failingInterleavings(explored: Explored | undefined): readonly string[] {
  if (explored === undefined) return [];
  const { verdict, met } = explored;
  if (verdict === null) return met === null ? [] : [encodeSchedule(met.schedule)];
  const { failures, executions = [] } = verdict;
  const first = [...new Set(failures.map(({ schedule }) => encodeSchedule(schedule)))];
  const others = executions
    .filter(({ kind, schedule }) => kind !== null && !first.includes(schedule))
    .sort((a, b) => a.preemptions - b.preemptions || a.lines.length - b.lines.length);
  return [...first, ...others.map(({ schedule }) => schedule)];
}

/** 'simplest failing run', 'simplest run to a double-free', 'failing run 7 of 21' */
function nameOf(verdict: Judgement | null | undefined, runs: readonly string[], at: number): string {
  if (decodeSchedule(runs[at]).schedule.granularity === 'rc11') return 'a run that C++ allows';
  if (verdict == null) return 'first failing run';
  const { failures } = verdict;
  const shown = failures.find(({ schedule }) => encodeSchedule(schedule) === runs[at]);
  // Those of RC11 stand together, and have no number.
  const numbered = runs.filter((run) => decodeSchedule(run).schedule.granularity !== 'rc11');
  if (shown === undefined) return `failing run ${numbered.indexOf(runs[at]) + 1} of ${numbered.length}`;
  return failures.length === 1 ? 'simplest failing run' : `simplest run to a ${shown.kind}`;
}

const noneWords = (explored: Explored | undefined): string =>
  explored?.verdict?.complete === true
    ? 'No interleaving of this variant fails, so there is no failing run to open.'
    : 'No failing run of this variant is known yet.';

/** Said until the next step: that one stands before the failure, and not at it. */
function standsBefore(run: Answer): Notice | null {
  const fails = failingStep(run);
  const at = beforeFailing(run);
  if (at >= (fails ?? 0)) return null;
  const text = `This run fails at step ${fails}. You stand at step ${at}: step on, or play.`;
  return { level: 'info', text, action: null };
}

function failingStep({ findings }: Pick<Answer, 'findings'>): number | null {
  const failing = findings.filter(({ reached }) => reached).map(({ step }) => step);
  return failing.length === 0 ? null : Math.min(...failing);
}

/** Before its first preemption, or before it reads what is not the newest; where it has none, before what it fails with. */
function beforeFailing({ trace: { steps }, findings }: Pick<Answer, 'trace' | 'findings'>): number {
  const turn = steps.findIndex(
    ({ preemption, pick, operation }) => preemption || (pick > 0 && operation.kind === 'load'),
  );
  return turn >= 0 ? turn : Math.max(0, (failingStep({ findings }) ?? steps.length) - 1);
}
