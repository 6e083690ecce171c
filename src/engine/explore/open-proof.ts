/**
 * A proof by abstraction and refinement (counterexample-guided, as by Clarke, Grumberg, Jha, Lu & Veith, CAV 2000), for programs whose loops only
 * count: a program with its counters left out (reduction/open-loops.ts) stands for any number of rounds, and a counter that turns out to
 * matter is put back. An abstraction can show that nothing fails, but neither that the loops end nor what the counters become; that comes from
 * determinacy (Karp & Miller, "Properties of a model for parallel computations: determinacy, termination, queueing", SIAM J. Appl. Math. 14(6), 1966):
 *
 * 1. whatever the open program does not meet the program does not meet, up to where main is alone again;
 * 2. what each thread adds, and how often it goes round, is the same in all orders (reduction/one-behaviour.ts): so it ends, since it does
 *    in one run, and the words it adds to become what they become in that one;
 * 3. from each state in which main is alone again it runs on to its end as it should, with those sums. What a sum has become that is
 *    not the same in all orders (the beats of a thread that goes round until it is told to stop) nobody looks at but to show it.
 */
import { NOTHING } from '../bytecode/access';
import { accessOf, eventKind, nextEvent } from '../bytecode/event';
import type { Program } from '../bytecode/program';
import { endedWell } from '../detect/ends';
import {
  accessStart,
  accessWords,
  canStep,
  createMachine,
  evenAlone,
  FAULTED,
  logEnd,
  logStart,
  type Machine,
  nextPc,
  pickCount,
  restore,
  type SchedulePoints,
  schedulePoints,
  threadCount,
} from '../machine';
import { run } from '../schedule/run';
import { sticky } from '../schedule/sticky';
import { behindJoins, isAloneAgain } from './reduction/alone-again';
import { CountersLeftOut } from './reduction/counters-left-out';
import { Looks } from './reduction/looks';
import { differing } from './reduction/one-behaviour';
import { type Counter, isVariable, openLoops, TESTED } from './reduction/open-loops';
import { testedReads } from './reduction/tested-reads';
import { setUp } from './steps/setup';
import { Stepper } from './steps/stepper';

/** Times that a counter which matters is put back. */
const ROUNDS = 8;
/** Steps of the one run, and of main when it is alone again. */
const STEPS = 400_000;
/** Steps between switches. */
const STAY = 6;

/** Searches an open program; answers whether all was searched and nothing met. */
export type SearchOpen = (program: Program, leftOut: CountersLeftOut) => boolean;

/** Steps between two looks at the clock. */
const POLL = 1024;

/** Whether a program is clean; false: it is not known, or it is to stop. Tests of sums are left out only where nothing is proven with them. */
export function isCleanWithOpenLoops(
  program: Program,
  search: SearchOpen,
  shouldStop: () => boolean = () => false,
): boolean {
  const tests = testedReads(program);
  const isClean = (left: Tests): boolean => isCleanWithout(program, left, search, shouldStop);
  return isClean(new Map()) || (tests.size > 0 && isClean(tests));
}

/** By comparison: the read that it tests. */
type Tests = ReadonlyMap<number, number>;

function isCleanWithout(
  program: Program,
  tests: Tests,
  search: SearchOpen,
  shouldStop: () => boolean,
): boolean {
  const points = behindJoins(program, evenAlone(schedulePoints(program)));
  const one = oneRun(program, tests, points, shouldStop);
  if (one === null) return false;
  const kept = one.kept;
  const silent = new Set<Counter>([TESTED]);
  for (let round = 0; round < ROUNDS; round++) {
    const open = openLoops(program, kept, tests);
    if (open === null) return false;
    const leftOut = new CountersLeftOut(open, silent);
    const isClean = search(open.program, leftOut);
    const before = kept.size + silent.size;
    if (leftOut.looks.refuted.size > 0) for (const counter of leftOut.looks.refuted) kept.add(counter);
    else {
      if (!isClean || leftOut.isBroken) return false;
      const pcs = differing(leftOut);
      if (pcs === null) {
        const end = endsWell(program, points, leftOut, one.machine);
        if (typeof end === 'boolean') return end;
        for (const counter of end) kept.add(counter);
      } else {
        const counters = [...pcs].map((pc) => open.counterAt.get(pc) ?? '');
        // A variable of a frame may be the tries of one who waits: then what it becomes matters to nobody. So may a sum.
        const unheard = counters.filter((counter) => !silent.has(counter));
        const tries = unheard.find(isVariable);
        if (tries !== undefined) silent.add(tries);
        else if (unheard.length > 0) for (const sum of unheard) silent.add(sum);
        else for (const counter of counters) kept.add(counter);
      }
    }
    if (kept.size + silent.size === before) return false;
  }
  return false;
}

/**
 * Whether every thread that counts has ended in the one run, and main ends as it should from all states in which it is alone again; or
 * additions that differ from order to order, to a word that it looks at there.
 */
function endsWell(
  program: Program,
  points: SchedulePoints,
  leftOut: CountersLeftOut,
  one: Machine,
): boolean | ReadonlySet<Counter> {
  const { chose, ends } = leftOut;
  if (!isAloneAgain(one)) {
    const isOver = [...chose].every((thread) => thread < threadCount(one) && nextPc(one, thread) < 0);
    return isOver && ends.size === 0;
  }
  const machine = createMachine(program);
  const looked = new Set<Counter>();
  const look = (address: number, size: number, pc: number): void => {
    for (const counter of leftOut.looks.silentAt(address, size, pc)) looked.add(counter);
  };
  for (const end of ends.values()) {
    restore(machine, end);
    if (leftOut.hasCounters(machine)) return false;
    for (const word of leftOut.words) machine.words[word] = one.words[word];
    if (!runsToItsEnd(machine, points, look) && looked.size === 0) return false;
  }
  return looked.size === 0 || looked;
}

/** Where some run leads: where main is alone again, if it comes there; and the additions that matter to it. Null: it takes too long. */
function oneRun(
  program: Program,
  tests: Tests,
  points: SchedulePoints,
  shouldStop: () => boolean,
): { machine: Machine; kept: Set<Counter> } | null {
  const machine = createMachine(program);
  setUp(machine, points);
  const open = openLoops(program, new Set(), tests);
  if (open === null) return null;
  const looks = new Looks(open);
  let steps = 0;
  let isStopped = false;
  const look = (thread: number): 'stop' | 'go' => {
    isStopped ||= ++steps % POLL === 0 && shouldStop();
    seeAccesses(machine, (address, size, pc) => looks.access(thread, address, size, pc));
    return isStopped || isAloneAgain(machine) ? 'stop' : 'go';
  };
  run(machine, sticky(1, STAY), points, look, { limit: STEPS });
  return isStopped ? null : { machine, kept: looks.refuted };
}

type OnAccess = (address: number, size: number, pc: number) => void;

/** The accesses of a call of `step`. */
function seeAccesses(machine: Machine, see: OnAccess): void {
  const { words } = machine;
  for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(words, at))
    if (accessOf(eventKind(words[at]), words[at + 3], false) !== NOTHING)
      see(accessStart(machine, at), accessWords(machine, at), words[at + 1]);
}

/** Main alone, with nothing left to choose. */
function runsToItsEnd(machine: Machine, points: SchedulePoints, see: OnAccess): boolean {
  const stepper = new Stepper(machine, points);
  const threads = threadCount(machine);
  const observer = { observe: () => seeAccesses(machine, see) };
  for (let steps = 0; steps < STEPS; steps++) {
    if (!canStep(machine, 0)) return endedWell(machine);
    if (pickCount(machine, 0) > 1 || stepper.take(0, 0, observer) === FAULTED) return false;
    if (threadCount(machine) > threads) return false;
  }
  return false;
}
