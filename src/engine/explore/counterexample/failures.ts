/**
 * From what a search has met to the failures that are told: one of each kind, each by its simplest schedule, and the one that needs
 * the fewest preemptions of all.
 */
import { byGravity, type FindingKind } from '../../bytecode/fault';
import type { Pc, Program, ThreadId } from '../../bytecode/program';
import type { Machine, SchedulePoints } from '../../machine';
import { countPreemptions } from '../../schedule/preemption';
import type { Choice, Schedule } from '../../schedule/schedule';
import type { SharedWords } from '../reduction/shared-words';
import { pointsOf } from '../refinement/points';
import type { Setup } from '../steps/setup';
import { findFewestPreemptions } from './fewest-preemptions';
import { findLasso } from './lasso';
import { findRacingRun } from './racing-runs';
import { type Ending, kindOfEnding } from './stuck';

export interface SearchFinding {
  readonly kind: FindingKind;
  /** False for what was predicted from a run without it. */
  readonly reached: boolean;
  readonly thread: ThreadId;
  readonly pc: Pc;
  /** 1-based, in the user's file, as well as it is known without the run; 0 if not at all. A recorded run knows better. */
  readonly line: number;
  /** Of an assertion; '' else. */
  readonly text: string;
  /** A schedule that shows it: as it was met, not the simplest. */
  readonly schedule: Schedule;
}

/** A kind of failure that some order reaches, by its simplest schedule: fewest preemptions, among those fewest steps. */
export interface Failure {
  readonly kind: FindingKind;
  readonly preemptions: number;
  readonly steps: number;
  readonly schedule: Schedule;
  /** Whether fewer preemptions are proven not to be enough. */
  readonly proven: boolean;
}

/** What was met, and what its last state tells; 'non-progress': threads that go round for ever. */
export interface Met {
  readonly finding: SearchFinding;
  readonly ending: Ending | 'non-progress';
}

export interface Searched {
  readonly program: Program;
  /** Free to be led anywhere. */
  readonly machine: Machine;
  readonly setup: Setup;
  readonly points: SchedulePoints;
  readonly shared: SharedWords;
  readonly limits: { readonly memory?: number | undefined; readonly shouldStop?: () => boolean };
  readonly complete: boolean;
  /** Of steps behind the set-up. */
  readonly scheduleOf: (path: readonly Choice[]) => Schedule;
}

interface Candidate extends Omit<Failure, 'proven'> {
  /** With fewer preemptions it is not reached. */
  readonly atLeast: number;
}

/** A run that is longer nobody steps through: of a loop that is far behind its beginning. */
const MANY_STEPS = 50_000;

/** A failure for everything that ends alike; `of`: what was met of it. */
export interface Sort {
  readonly failure: Candidate;
  readonly of: readonly Met[];
}

export function simplestOf(searched: Searched, met: readonly Met[]): Sort[] {
  const byEnding = new Map<string, Met[]>();
  for (const each of met) {
    const key = each.ending === 'non-progress' ? `non-progress ${each.finding.kind}` : each.ending;
    byEnding.set(key, [...(byEnding.get(key) ?? []), each]);
  }
  const endings = [...byEnding.values()]
    .map(([{ ending }]) => ending)
    .filter((ending) => ending !== 'non-progress');
  const others = findSome(searched, new Set(endings.filter((ending) => ending !== 'data-race')));
  const races = findSome(searched, new Set(endings.filter((ending) => ending === 'data-race')));
  return [...byEnding.values()].map((of) => {
    const [{ finding, ending }] = of;
    if (ending === 'non-progress') return { of, failure: nonProgress(searched, finding) };
    const { found, atLeast } = ending === 'data-race' ? races : others;
    const hit = found.get(ending);
    const first = hit === undefined ? asMet(searched, finding, atLeast) : alongOf(searched, ending, hit);
    const failure = ending === 'data-race' ? withFewer(searched, first) : first;
    return { of, failure: failure.steps > MANY_STEPS ? shortest(searched, failure, of) : failure };
  });
}

/** The same failure by fewer steps, where it was met by fewer: though that takes more preemptions. */
function shortest(searched: Searched, simplest: Candidate, of: readonly Met[]): Candidate {
  const { kind, atLeast } = simplest;
  return of
    .filter(({ finding }) => finding.kind === kind)
    .map(({ finding }) => asMet(searched, finding, atLeast))
    .reduce((one, other) => (other.steps < one.steps ? other : one), simplest);
}

/** One of each kind, gravest first. */
export function byKind(sorts: readonly Sort[], complete: boolean): Failure[] {
  const kinds = new Map<FindingKind, Candidate>();
  for (const { failure } of sorts) {
    const other = kinds.get(failure.kind);
    kinds.set(failure.kind, other === undefined ? failure : simpler(failure, other));
  }
  return [...kinds.values()].map((failure) => told(failure, complete)).sort(byGravity);
}

/** Of all failures; the gravest of those with the fewest preemptions. */
export function fewest(sorts: readonly Sort[], complete: boolean): Failure | null {
  if (sorts.length === 0) return null;
  const all = sorts.map(({ failure }) => failure).sort(byGravity);
  const least = all.reduce((one, other) => (other.preemptions < one.preemptions ? other : one));
  return told({ ...least, atLeast: Math.min(...all.map(({ atLeast }) => atLeast)) }, complete);
}

/** A search that has not seen all does not know where else steps may stop, or what else may happen: only none is fewer than any. */
const told = ({ atLeast, ...failure }: Candidate, complete: boolean): Failure => ({
  ...failure,
  proven: failure.preemptions <= (complete ? atLeast : 0),
});

function simpler(one: Candidate, other: Candidate): Candidate {
  const less = one.preemptions - other.preemptions || one.steps - other.steps;
  return { ...(less < 0 ? one : other), atLeast: Math.min(one.atLeast, other.atLeast) };
}

function findSome({ machine, setup, points, shared, limits }: Searched, endings: ReadonlySet<Ending>) {
  if (endings.size === 0) return { found: new Map(), atLeast: 0 };
  return findFewestPreemptions({ machine, setup, points, shared, endings, limits });
}

type Hit = { readonly path: readonly Choice[]; readonly preemptions: number };

function along({ scheduleOf }: Searched, kind: FindingKind, { path, preemptions }: Hit): Candidate {
  const schedule = scheduleOf(path);
  return { kind, preemptions, steps: schedule.choices.length, schedule, atLeast: preemptions };
}

function alongOf(searched: Searched, ending: Ending, hit: Hit): Candidate {
  const { machine, setup, points } = searched;
  return along(searched, kindOfEnding(machine, setup, points, ending, hit.path), hit);
}

/** A race is known by two accesses that are neighbours: with something between them it may need fewer preemptions. */
function withFewer(searched: Searched, race: Candidate): Candidate {
  const { found, atLeast } = findRacingRun(searched, race.preemptions);
  return found === null ? { ...race, atLeast } : along(searched, race.kind, found);
}

function asMet({ program }: Searched, { kind, schedule }: SearchFinding, atLeast: number): Candidate {
  const { granularity, choices } = schedule;
  const preemptions = countPreemptions(program, choices, pointsOf(program, granularity));
  return { kind, preemptions, steps: choices.length, schedule, atLeast };
}

function nonProgress(searched: Searched, finding: SearchFinding): Candidate {
  const { machine, setup, points } = searched;
  const kind = finding.kind === 'deadlock' ? 'deadlock' : 'livelock';
  const found = findLasso(machine, setup, points, kind);
  return found === null || found.path === null ? asMet(searched, finding, 0) : along(searched, kind, found);
}
