/**
 * Data races that no two neighbouring steps show. The search tells a race by two accesses with nothing between them; that is all there is to
 * see where whatever keeps them apart also orders them. A try_lock that fails, an owner count that is read and a timed wait that is
 * over tell of what another thread did and yet order nothing ([thread.mutex.requirements.mutex.general]: it need not synchronize; a use_count is
 * relaxed). Of programs that have such operations every execution is listed, and its races are found by vector clocks.
 */
import { hasOpcode } from '../bytecode/decode';
import { byGravity } from '../bytecode/fault';
import { COUNT_READ, COUNT_TRY_ADD, CVTIMED, TRYLOCK, TRYLOCK_SHARED } from '../bytecode/opcodes';
import type { Pc, Program, ThreadId } from '../bytecode/program';
import { Races } from '../detect/races';
import { lineAt, spanAt } from '../inspect/source';
import { createMachine } from '../machine';
import { decodeSchedule } from '../schedule/encode';
import type { Failure, SearchFinding } from './counterexample/failures';
import { type Execution, listExecutions } from './dpor/executions';
import { pointsOf } from './refinement/points';
import type { SearchLimits } from './search-limits';
import { Stepper } from './steps/stepper';
import type { Verdict } from './verdict';

const UNORDERED: ReadonlySet<number> = new Set([TRYLOCK, TRYLOCK_SHARED, CVTIMED, COUNT_READ, COUNT_TRY_ADD]);
/** Of the executions of a program, to look at. */
const LISTING = { counted: 2_000, listed: 2_000, transitions: 100_000 };

/** Whether an operation of a program tells of what another thread did, and orders nothing. */
export const mayTellUnordered = (program: Program): boolean => hasOpcode(program, UNORDERED);

/** The verdict, and such a race if there is one that it does not know. */
export function withUnorderedRaces(
  program: Program,
  verdict: Verdict,
  { shouldStop, noMinimal }: SearchLimits,
): Verdict {
  const known = verdict.findings.some(({ kind, reached }) => kind === 'data-race' && reached);
  if (!verdict.complete || known || !mayTellUnordered(program)) return verdict;
  const stop = shouldStop === undefined ? {} : { shouldStop: () => shouldStop('states') };
  const { list } = listExecutions(program, verdict, { ...LISTING, ...stop });
  const racing = list.filter(({ kind }) => kind === 'data-race');
  if (racing.length === 0) return verdict;
  const simplest = racing.reduce((a, b) => (b.preemptions < a.preemptions ? b : a));
  const finding = findingOf(program, simplest);
  if (finding === null) return verdict;
  const { schedule } = finding;
  const failure: Failure = {
    kind: 'data-race',
    preemptions: simplest.preemptions,
    steps: schedule.choices.length,
    schedule,
    proven: simplest.preemptions === 0,
  };
  const findings = [...verdict.findings, finding].sort(byGravity);
  const { minimal } = verdict;
  const isFewer = minimal === null || failure.preemptions < minimal.preemptions;
  return {
    ...verdict,
    kind: findings[0].kind,
    findings,
    failures: noMinimal ? verdict.failures : [...verdict.failures, failure].sort(byGravity),
    minimal: noMinimal || !isFewer ? minimal : failure,
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
