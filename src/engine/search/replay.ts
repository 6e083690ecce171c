/**
 * From the steps of a search, which stop at every visible operation, to those of a Schedule, where a thread that is alone runs on and
 * which mean the same to everybody (states/stops.ts).
 */
import type { Pc, Program } from '../bytecode/program';
import { canStep, hashState, type Machine, MORE, restore, step, visibleTable } from '../machine';
import { alwaysStopping } from '../machine/local';
import type { Choice, Granularity, Schedule } from '../schedule/schedule';
import type { Setup } from '../states/setup';
import { contendedIn, stopsAt } from '../states/stops';

/** Steps that a search of these stopping points takes behind the set-up. */
export interface Path {
  readonly setup: Setup;
  readonly choices: readonly Choice[];
  readonly contended: Iterable<Pc>;
  readonly granularity: Granularity;
}

/**
 * The same run as a Schedule, from the beginning of the program. Where the search has learned of stopping points that a Schedule does
 * not know, it is one of single accesses. `machine` is free to be led anywhere.
 */
export function scheduleOf(program: Program, machine: Machine, path: Path): Schedule {
  const { setup, choices } = path;
  const contended = new Set(path.contended);
  const common = contendedIn(program);
  const granularity = [...contended].every((pc) => common.has(pc)) ? path.granularity : 'access';
  const stops = stopsAt(program, granularity);
  const always = alwaysStopping(stops);
  const shared = path.granularity === 'access' ? 'all' : 'these';
  const fine =
    granularity === path.granularity && contended.size === common.size
      ? choices
      : refine(machine, setup, choices, alwaysStopping(visibleTable(program, contended, shared)), always);
  return { granularity, choices: coarsen(machine, setup, fine, always, stops) };
}

/** Every step of `path` as the steps of a table that stops wherever its own does, and elsewhere. */
function refine(
  machine: Machine,
  setup: Setup,
  path: readonly Choice[],
  own: Uint8Array,
  finer: Uint8Array,
): Choice[] {
  const goals = hashesAlong(machine, setup, path, own);
  restore(machine, setup.state);
  const found: Choice[] = [];
  path.forEach(({ thread, pick }, at) => {
    let part = pick;
    do {
      found.push({ thread, pick: part });
      while (step(machine, thread, part, finer) === MORE);
      part = 0;
    } while (hashState(machine) !== goals[at] && canStep(machine, thread));
  });
  return found;
}

/** The same run in steps of `visible`, from the beginning of the program. */
function coarsen(
  machine: Machine,
  setup: Setup,
  path: readonly Choice[],
  always: Uint8Array,
  visible: Uint8Array,
): Choice[] {
  // Where the coarse run stands is found among the states after the fine steps.
  const hashes = hashesAlong(machine, setup, path, always);
  restore(machine, setup.state);
  const found: Choice[] = [...setup.path];
  for (let at = 0; at < path.length; ) {
    const { thread, pick } = path[at];
    found.push({ thread, pick });
    while (step(machine, thread, pick, visible) === MORE);
    const hash = hashState(machine);
    let end = at;
    while (end < path.length && path[end].thread === thread && hashes[end] !== hash) end++;
    // A path may stop in the middle of a step of a thread that is alone.
    at = end < path.length && path[end].thread === thread ? end + 1 : end;
  }
  return found;
}

/** Hash of the state after each step. */
function hashesAlong(machine: Machine, setup: Setup, path: readonly Choice[], stops: Uint8Array): number[] {
  restore(machine, setup.state);
  return path.map(({ thread, pick }) => {
    while (step(machine, thread, pick, stops) === MORE);
    return hashState(machine);
  });
}
