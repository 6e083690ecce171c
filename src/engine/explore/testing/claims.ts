/**
 * What holds of every program that `generate` makes. Each claim takes seeds and checks their programs: a few in `npm test`
 * (random.test.ts), as many as wanted in `npm run test:deep` (random.deep.test.ts).
 */
import { expect } from 'vitest';
import { createRng } from '../../../base/rng';
import type { Program } from '../../bytecode/program';
import { compiled } from '../../compiler/testing/execute';
import { createMachine, evenAlone } from '../../machine';
import { nonpreemptive } from '../../schedule/nonpreemptive';
import { replay } from '../../schedule/replay';
import { run } from '../../schedule/run';
import { countExecutions } from '../dpor/count';
import { listExecutions } from '../dpor/executions';
import { explore } from '../explore';
import { canFail } from '../reach';
import { mayTellUnordered } from '../reduction/tells-unordered';
import { pointsOf } from '../refinement/points';
import type { Verdict } from '../verdict';
import { countOrders, exhaust, fewestPreemptions } from './exhaustive';
import { expectFollowed, follow } from './follow';
import { generate, shapeOf } from './generate';

type Seeds = readonly number[];

const programOf = (seed: number, operations = 12) =>
  compiled(generate(seed, shapeOf(seed, operations)), `seed-${seed}.cpp`);
/** An enumeration does not count in which order different threads start others (dpor/count.ts). */
const counted = (seed: number, operations: number) =>
  compiled(generate(seed, { ...shapeOf(seed, operations), children: false }), `seed-${seed}.cpp`);
const spinning = (seed: number) =>
  compiled(
    generate(seed, { ...shapeOf(seed, 8), children: false, timed: false, spins: true }),
    `spins-${seed}.cpp`,
  );

const polling = (seed: number) =>
  compiled(
    generate(seed, { ...shapeOf(seed, 5), waits: false, timed: false, polls: true }),
    `polls-${seed}.cpp`,
  );

const choosing = (seed: number, operations = 6) =>
  compiled(generate(seed, { ...shapeOf(seed, operations), inputs: true }), `inputs-${seed}.cpp`);

/** Increments in two steps, by one thread or two, and one that may look on: what fails needs preemptions. */
function overtaking(seed: number): Program {
  const rng = createRng(seed);
  const [one, other] = [1 + rng.int(3), rng.int(3)];
  const adds = (count: number): string => '{ int r = a; a = r + 1; } '.repeat(count);
  const seen = rng.int(2);
  const looks = `int first = a, then = a; assert(first != ${seen} || then != ${seen + 1 + rng.int(2)});`;
  return compiled(
    `#include <atomic>
#include <cassert>
#include <thread>
std::atomic<int> a{0};
int main() {
  std::thread one([] { ${adds(one)} });
  std::thread other([] { ${other === 0 ? looks : adds(other)} });
  one.join(); other.join();
  assert(a != ${one + other - rng.int(3)} || ${rng.int(2)});
}`,
    `overtakes-${seed}.cpp`,
  );
}

/** Deadlocks and lost wakeups are one: which it is depends on the way there. */
const kindsOf = (verdict: Verdict): string[] =>
  [
    ...new Set(
      verdict.findings
        .filter((finding) => finding.reached)
        .map(({ kind }) => (kind === 'deadlock' || kind === 'lost-wakeup' ? 'stuck' : kind)),
    ),
  ].sort();

/** Whether it is a race, and a run shows it: the enumeration knows only those between neighbours. */
function isShownRace(program: Program, { findings }: Verdict, kind: string): boolean {
  const race = findings.find((finding) => finding.kind === 'data-race' && finding.reached);
  return kind === 'data-race' && race !== undefined && follow(program, race.schedule).kinds.includes(kind);
}

/** A search finds what an enumeration of all interleavings at all accesses finds, with and without reduction. */
function findsAll(seeds: Seeds, of = programOf): void {
  let compared = 0;
  for (const seed of seeds) {
    const program = of(seed);
    const truth = exhaust(program, 4000);
    if (truth === null) continue;
    compared++;
    for (const orders of ['reduced', 'full'] as const) {
      const verdict = explore(program, { orders, noMinimal: true });
      const kinds = kindsOf(verdict).filter(
        (kind) => truth.kinds.includes(kind) || !isShownRace(program, verdict, kind),
      );
      expect([seed, orders, verdict.complete, ...kinds]).toEqual([seed, orders, true, ...truth.kinds]);
    }
  }
  expect(compared).toBeGreaterThan(seeds.length / 2);
}

function showsFewestPreemptions(seeds: Seeds): void {
  let compared = 0;
  for (const seed of seeds) {
    const program = programOf(seed);
    const verdict = explore(program);
    if (verdict.minimal === null || verdict.minimal.kind === 'data-race') continue;
    compared++;
    const { minimal } = verdict;
    const kind = minimal.kind === 'deadlock' || minimal.kind === 'lost-wakeup' ? 'stuck' : minimal.kind;
    const points = pointsOf(program, minimal.schedule.granularity);
    expect([seed, minimal.preemptions]).toEqual([seed, fewestPreemptions(program, points, kind)]);
    const machine = createMachine(program);
    const { choices } = minimal.schedule;
    run(machine, replay(choices), points, () => 'go', { limit: choices.length });
    expect([seed, run(machine, nonpreemptive, points, () => 'go', { limit: 1 })]).toEqual([seed, 'ended']);
  }
  expect(compared).toBeGreaterThan(seeds.length / 10);
}

/** A search of the runs with few preemptions finds what an enumeration of them finds, and says that nothing else is within the bound. */
function findsWithin(seeds: Seeds, of = programOf): { found: number; beyond: number } {
  const met = { compared: 0, found: 0, beyond: 0 };
  for (const seed of seeds) {
    const program = of(seed);
    const truth = exhaust(program, 4000);
    if (truth === null) continue;
    met.compared++;
    const race = explore(program).failures.find(({ kind }) => kind === 'data-race');
    const points = pointsOf(program, 'access');
    const fewest = truth.kinds.map((kind): [string, number] => [
      kind,
      kind === 'data-race'
        ? (race?.preemptions ?? Number.POSITIVE_INFINITY)
        : (fewestPreemptions(program, points, kind) ?? Number.POSITIVE_INFINITY),
    ]);
    for (const preemptions of [0, 1, 2]) {
      const verdict = explore(program, { preemptions });
      const within = fewest.filter(([, least]) => least <= preemptions).map(([kind]) => kind);
      const kinds = kindsOf(verdict).filter(
        (kind) => truth.kinds.includes(kind) || !isShownRace(program, verdict, kind),
      );
      expect([seed, preemptions, verdict.complete, ...kinds]).toEqual([seed, preemptions, false, ...within]);
      const clean = within.length === 0 && verdict.kind === 'clean';
      expect([seed, preemptions, verdict.bounded]).toEqual([
        seed,
        preemptions,
        clean ? { preemptions, rounds: null } : null,
      ]);
      met.found += within.length;
      met.beyond += fewest.length - within.length;
    }
  }
  expect(met.compared).toBeGreaterThan(seeds.length / 2);
  return met;
}

/** A proof from the start proves what a pass proves, and leaves to a pass what has defects. */
function closesAsPassed(seeds: Seeds, of = programOf): void {
  let proofs = 0;
  for (const seed of seeds) {
    const program = of(seed);
    const pass = explore(program, { large: Number.POSITIVE_INFINITY, noMinimal: true });
    const verdict = explore(program, { large: 0, noMinimal: true });
    expect([seed, verdict.kind, verdict.complete]).toEqual([seed, pass.kind, pass.complete]);
    expect([seed, verdict.findings, verdict.points]).toEqual([seed, pass.findings, pass.points]);
    if (pass.kind !== 'clean') continue;
    proofs++;
    const { states } = explore(program, { orders: 'full', noMinimal: true });
    expect(verdict.states).toBeLessThanOrEqual(states);
  }
  expect(proofs).toBeGreaterThan(seeds.length / 10);
}

const COUNTED = 2500;

/** It counts what an enumeration of all interleavings finds, and starts none twice. */
function countsAll(seeds: Seeds, operations = 8, most = COUNTED, of = counted): void {
  let compared = 0;
  for (const seed of seeds) {
    const program = of(seed, operations);
    const points = explore(program, { noMinimal: true }).points;
    const truth = countOrders(program, evenAlone(points), most);
    if (truth === null) continue;
    compared++;
    const { executions, failing, redundant } = countExecutions(program, points);
    expect([seed, executions, failing, redundant]).toEqual([seed, truth.orders, truth.failing, 0]);
  }
  expect(compared).toBeGreaterThan(seeds.length / 3);
}

/**
 * Counted wrong once: a fault kept another thread from what it could have done before a lock was taken; owners came behind a
 * visible operation, and went before another one. The last two have more interleavings than most.
 */
const countsHard = (): void => {
  countsAll([191]);
  countsAll([531, 2361], 10, 100_000);
};

function countsAllThatSpin(seeds: Seeds): void {
  let compared = 0;
  let rounds = 0;
  for (const seed of seeds) {
    const program = spinning(seed);
    const points = explore(program, { noMinimal: true }).points;
    const found = countExecutions(program, points, { executions: COUNTED });
    if (!found.exact) continue;
    const truth = countOrders(program, evenAlone(points), COUNTED);
    if (truth === null) continue;
    compared++;
    if (found.rounds) rounds++;
    const { executions, failing, redundant } = found;
    expect([seed, executions, failing, redundant]).toEqual([seed, truth.orders, truth.failing, 0]);
  }
  expect(compared).toBeGreaterThan(seeds.length / 4);
  expect(rounds).toBeGreaterThan(seeds.length / 6);
}

/** What can come of the beginning of a program, by all its states without reduction, is what exploring it finds. */
function reachesWhatIsFound(seeds: Seeds, programOf = spinning): void {
  const met = new Map<string, number>();
  for (const seed of seeds) {
    const program = programOf(seed);
    const { findings, points, complete, notes } = explore(program, { noMinimal: true });
    expect(complete).toBe(true);
    if (notes.some(({ kind }) => kind === 'livelock')) met.set('starved', (met.get('starved') ?? 0) + 1);
    const ends = findings.filter(({ kind, reached }) => reached && kind !== 'data-race');
    const fate = canFail(program, points, { granularity: 'sync', choices: [] });
    expect([seed, fate]).toEqual([seed, ends.length > 0 ? 'can' : 'cannot']);
    for (const { kind } of ends) met.set(kind, (met.get(kind) ?? 0) + 1);
  }
  expect(met.get('livelock')).toBeGreaterThan(seeds.length / 15);
  if (programOf === polling) expect(met.get('starved')).toBeGreaterThan(seeds.length / 20);
}

/** Where each two threads guard by a mutex what they share, no execution has a race, whatever tells of what is not ordered. */
function guardedNeverRace(seeds: Seeds): void {
  let compared = 0;
  for (const seed of seeds) {
    const program = programOf(seed, 8);
    const verdict = explore(program, { noMinimal: true });
    if (!verdict.complete || verdict.sharesUnguarded || !mayTellUnordered(program)) continue;
    compared++;
    const { list } = listExecutions(program, verdict, { counted: COUNTED, listed: COUNTED });
    const kinds = [...verdict.findings, ...list].map(({ kind }) => kind);
    expect([seed, kinds.includes('data-race')]).toEqual([seed, false]);
  }
  expect(compared).toBeGreaterThan(seeds.length / 10);
}

function followsSchedules(seeds: Seeds): void {
  for (const seed of seeds) expectFollowed(`seed-${seed}.cpp`, generate(seed, shapeOf(seed, 12)));
}

export const CLAIMS: readonly [claim: string, check: (seeds: Seeds) => void][] = [
  ['finds what an enumeration at all accesses finds, with and without reduction', findsAll],
  [
    'the simplest schedule has the fewest preemptions there are, and shows what it says',
    showsFewestPreemptions,
  ],
  [
    'within so many preemptions it finds what an enumeration of those runs finds, and no more',
    (seeds) => {
      expect(findsWithin(seeds).found).toBeGreaterThan(seeds.length / 2);
      const { found, beyond } = findsWithin(seeds, overtaking);
      expect(found).toBeGreaterThan(seeds.length / 2);
      expect(beyond).toBeGreaterThan(seeds.length / 5);
    },
  ],
  ['a proof proves what a pass proves, and leaves to a pass what has defects', closesAsPassed],
  ['counts what an enumeration of all interleavings finds, and starts none twice', countsAll],
  ['and so it does of three that were hard', countsHard],
  ['with threads that go round too, it counts what an enumeration finds', countsAllThatSpin],
  ['what can come of the beginning of a program is what exploring it finds', reachesWhatIsFound],
  [
    'and so it is with threads that look again and again under locks',
    (seeds) => reachesWhatIsFound(seeds, polling),
  ],
  [
    'with inputs that may have several values, it finds, proves and counts what an enumeration does',
    (seeds) => {
      const some = seeds.filter((seed) => seed % 3 === 0);
      findsAll(some, choosing);
      closesAsPassed(some, choosing);
      countsAll(some, 4, COUNTED, choosing);
    },
  ],
  ['what is guarded by mutexes never races', guardedNeverRace],
  ['a Runner follows every schedule of the search to what it shows', followsSchedules],
];

export const seedsFrom = (first: number, count: number): Seeds =>
  Array.from({ length: count }, (_, i) => first + i);
