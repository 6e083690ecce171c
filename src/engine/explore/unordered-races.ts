/**
 * Data races that no two neighbouring steps show. The search tells a race by two accesses with nothing between them; that is all there is to
 * see where whatever keeps them apart also orders them; and where all words that threads share are guarded by mutexes there is none
 * (Eraser's discipline, for each two threads: Savage and others, ACM Trans. Computer Systems 15(4), 1997). Of other programs that tell
 * what they do not order (reduction/tells-unordered.ts) many runs and every execution are looked at, and their races are found by vector clocks.
 */
import { byGravity, type FindingKind } from '../bytecode/fault';
import type { Pc, Program, ThreadId } from '../bytecode/program';
import { Races } from '../detect/races';
import { lineAt, spanAt } from '../inspect/source';
import { createMachine } from '../machine';
import { decodeSchedule } from '../schedule/encode';
import { countPreemptions } from '../schedule/preemption';
import type { Failure, SearchFinding } from './counterexample/failures';
import { type Execution, listExecutions } from './dpor/executions';
import { pointsOf } from './refinement/points';
import { scout } from './scout';
import type { SearchLimits } from './search-limits';
import { Stepper } from './steps/stepper';
import type { Verdict } from './verdict';

/** To look at: runs at random, and executions. */
const RUNS = 60;
const LISTING = { counted: 2_000, listed: 2_000, transitions: 100_000 };

/** The verdict, and such a race if there is one that it does not know, or knows by a longer way. */
export function withUnorderedRaces(
  program: Program,
  verdict: Verdict,
  { shouldStop, noMinimal }: SearchLimits,
): Verdict {
  if (!verdict.complete || !verdict.sharesUnguarded) return verdict;
  const known = verdict.failures.find(({ kind }) => kind === 'data-race');
  const isKnown = verdict.findings.some(({ kind, reached }) => kind === 'data-race' && reached);
  if (isKnown && (noMinimal || known?.proven)) return verdict;
  const stop = shouldStop === undefined ? {} : { shouldStop: () => shouldStop('states') };
  const { list } = listExecutions(program, verdict, { ...LISTING, ...stop });
  const racing = list.filter(({ kind }) => kind === 'data-race');
  const most = known?.preemptions ?? Number.POSITIVE_INFINITY;
  const simplest = racing.reduce<Execution | null>(
    (least, each) => (each.preemptions < (least?.preemptions ?? most) ? each : least),
    null,
  );
  const finding =
    simplest !== null ? findingOf(program, simplest) : isKnown ? null : metByRuns(program, verdict);
  return finding === null ? verdict : withFinding(program, verdict, finding, noMinimal);
}

/** What is clean may have more executions than are listed. */
const metByRuns = (program: Program, { kind }: Verdict): SearchFinding | null =>
  kind === 'clean' ? (scout(program, RUNS)?.finding ?? null) : null;

/** In place of what it knows of that kind. */
function withFinding(program: Program, verdict: Verdict, finding: SearchFinding, noMinimal = false): Verdict {
  const { kind, schedule } = finding;
  const { granularity, choices } = schedule;
  const preemptions = countPreemptions(program, choices, pointsOf(program, granularity));
  const failure: Failure = { kind, preemptions, steps: choices.length, schedule, proven: preemptions === 0 };
  const others = <Each extends { readonly kind: FindingKind }>(all: readonly Each[]): Each[] =>
    all.filter((each) => each.kind !== kind);
  const findings = [...others(verdict.findings), finding].sort(byGravity);
  const failures = [...others(verdict.failures), failure].sort(byGravity);
  const minimal = failures.reduce((least, each) => (each.preemptions < least.preemptions ? each : least));
  return {
    ...{ ...verdict, kind: findings[0].kind, findings },
    ...(noMinimal ? {} : { failures, minimal: { ...minimal, proven: minimal.preemptions === 0 } }),
  };
}

/** Where the race of an execution is. */
function findingOf(program: Program, { schedule: text }: Execution): SearchFinding | null {
  const { schedule } = decodeSchedule(text);
  const machine = createMachine(program);
  const races = Races.of(machine);
  let step = 0;
  const observe = (thread: number, first: boolean): void => {
    if (first) step++;
    races.feedCall(step, thread, machine);
  };
  new Stepper(machine, pointsOf(program, schedule.granularity)).follow(schedule.choices, { observe });
  const [race] = races.found;
  if (race === undefined) return null;
  const { thread, pc } = race.now;
  const line = lineAt(program, spanAt(program, pc as Pc));
  return {
    kind: 'data-race',
    reached: true,
    thread: thread as ThreadId,
    pc: pc as Pc,
    line,
    text: '',
    schedule,
  };
}
