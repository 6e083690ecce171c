/** What a run under RC11 can still become. */
import type { Program, ThreadId } from '../bytecode/program';
import { canStep, createMachine, threadCount } from '../machine';
import { weakPoints } from '../rc11/points';
import { PossiblePicks } from '../rc11/possible-picks';
import { WeakMachine } from '../rc11/weak-machine';
import { type Continuations, type Reach, reachOf } from '../schedule/continuations';
import type { Choice } from '../schedule/schedule';
import { exploreWeak, type WeakLimits } from './search';

type Limits = Omit<WeakLimits, 'from'>;

function continuations(program: Program, from: readonly Choice[], limits: Limits): Continuations {
  const { executions, failing, complete } = exploreWeak(program, { ...limits, from });
  // In the middle of a round that was taken in vain nothing is counted: such rounds are in no execution.
  return { left: executions, failing, exact: complete && executions > 0 };
}

/** Before the first step of a run, and behind each of them. */
export function weakOutcomes(
  program: Program,
  choices: readonly Choice[],
  limits: Limits = {},
): Continuations[] {
  // The last first: where time is short, it is for what can be answered soonest.
  const behind = Array.from({ length: choices.length + 1 }, (_, missing) =>
    continuations(program, choices.slice(0, choices.length - missing), limits),
  );
  return behind.reverse();
}

/** Each step that can follow on a run, with what it reads or where it stores, and whether one that goes on so can fail. */
export function weakOutlook(
  program: Program,
  choices: readonly Choice[],
  limits: Limits = {},
): (Choice & { readonly fails: Reach })[] {
  let here: Continuations | undefined;
  return nextChoices(program, choices).map((choice) => {
    const behind = continuations(program, [...choices, choice], limits);
    if (behind.left > 0) return { ...choice, fails: reachOf(behind) };
    // A round in vain changes nothing.
    here ??= continuations(program, choices, limits);
    return { ...choice, fails: reachOf(here) };
  });
}

function nextChoices(program: Program, choices: readonly Choice[]): Choice[] {
  const points = weakPoints(program);
  const machine = createMachine(program);
  const weak = new WeakMachine(machine);
  for (const { thread, pick } of choices) weak.step(thread, pick, points);
  const possible = new PossiblePicks(points);
  const threads = Array.from({ length: threadCount(machine) }, (_, thread) => thread as ThreadId);
  return threads
    .filter((thread) => canStep(machine, thread))
    .flatMap((thread) => possible.of(weak, thread).map((pick) => ({ thread, pick })));
}
