/**
 * State explosion, explained: which loops, how many threads and which values make the states of a program many. Nothing is proven here: a
 * few runs that switch at random are taken, and what is counted in the states they meet says where the steps go.
 */
import { forEachInstruction } from '../../bytecode/decode';
import { opcodes } from '../../bytecode/opcodes';
import type { Program } from '../../bytecode/program';
import { Names } from '../../inspect/names';
import { lineAt, spanAt } from '../../inspect/source';
import { type Machine, MORE, nextPc, restore, type SchedulePoints, threadCount } from '../../machine';
import { stackFrames, userFrames } from '../../machine/stack';
import { random } from '../../schedule/random';
import { run } from '../../schedule/run';
import { UNCOUNTED } from '../reduction/loop-bound';
import type { SharedWords } from '../reduction/shared-words';
import type { Setup } from '../steps/setup';

const RUNS = 4;
const STEPS = 2_000;
/** Rounds and values that are worth a word. */
const MANY = 4;
/** Of each sort, those that weigh most. */
const TOLD = 2;

export interface BusyLoop {
  /** 1-based, of its first line in the user's file. */
  readonly line: number;
  /** How often it is gone round by one thread in one run, in all its visits, as far as the runs went. */
  readonly rounds: number;
  /** Threads that go round it in one run. */
  readonly threads: number;
}

export interface VariedWord {
  readonly name: string;
  /** That it had in the states met. */
  readonly values: number;
}

export interface Explosion {
  /** Besides main. */
  readonly threads: number;
  /** Of the one that takes most in one run. */
  readonly steps: number;
  /** A run was longer than was looked at: counts are at least so much. */
  readonly more: boolean;
  /** Most rounds first. */
  readonly loops: readonly BusyLoop[];
  /** Most values first. */
  readonly words: readonly VariedWord[];
}

/** `machine` is free to be led anywhere; `shared`: the words whose values are looked at. */
export function explosionOf(
  machine: Machine,
  setup: Setup,
  points: SchedulePoints,
  shared: Pick<SharedWords, 'touched'>,
): Explosion {
  const { program } = machine;
  const addresses = sharedAddresses(shared);
  const values = addresses.map(() => new Set<number>());
  const names = new Map<number, string>();
  const loops = loopsOf(program);
  const most = new Map<Loop, number[]>();
  let threads = 0;
  let steps = 0;
  let more = false;
  for (let i = 0; i < RUNS; i++) {
    restore(machine, setup.state);
    const taken: number[] = [];
    const arrivals = new Map<string, { readonly loop: Loop; readonly thread: number; count: number }>();
    const naming = new Names(program);
    const end = run(
      machine,
      random(i + 1),
      points,
      (thread, _, outcome) => {
        if (outcome === MORE) return 'go';
        taken[thread] = (taken[thread] ?? 0) + 1;
        addresses.forEach((address, word) => {
          values[word].add(machine.words[address]);
          if (!names.has(address) && values[word].size >= MANY)
            names.set(address, naming.observe(machine).at(machine, address));
        });
        const pc = nextPc(machine, thread);
        const counts = pc >= 0 && !UNCOUNTED.has(program.code[pc]);
        const loop = counts ? innermost(loops, machine, thread) : undefined;
        if (loop === undefined) return 'go';
        const place = `${thread} ${stackFrames(machine, thread).map(({ pc }) => pc)}`;
        const known = arrivals.get(place) ?? { loop, thread, count: 0 };
        known.count++;
        arrivals.set(place, known);
        return 'go';
      },
      { limit: STEPS },
    );
    more ||= end === 'limit';
    threads = Math.max(threads, threadCount(machine) - 1);
    steps = Math.max(steps, ...taken.filter((count) => count > 0));
    for (const { loop, thread, count } of arrivals.values()) {
      const rounds = most.get(loop) ?? [];
      rounds[thread] = Math.max(rounds[thread] ?? 0, count);
      most.set(loop, rounds);
    }
  }
  return {
    ...{ threads, steps, more },
    loops: [...most]
      .map(([{ line }, rounds]) => {
        const busy = rounds.filter((count) => count >= MANY);
        return { line, rounds: Math.max(0, ...busy), threads: busy.length };
      })
      .filter(({ rounds }) => rounds > 0)
      .sort((a, b) => b.rounds * b.threads - a.rounds * a.threads)
      .slice(0, TOLD),
    words: addresses
      .map((address, word) => ({ name: names.get(address) ?? '', values: values[word].size }))
      // A lock says only who has it.
      .filter(({ name, values }) => name !== '' && values >= MANY && values > threads + 1)
      .sort((a, b) => b.values - a.values)
      .slice(0, TOLD),
  };
}

function sharedAddresses(shared: Pick<SharedWords, 'touched'>): number[] {
  const { addresses, cells } = shared.touched();
  return [...addresses].filter((_, i) => cells[i] !== 0);
}

interface Loop {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Of the user's functions: from where a jump leads back to, to that jump. Inner ones before those around them. */
function loopsOf(program: Program): Loop[] {
  const { code, functions } = program;
  const backward = new Map<number, number>();
  for (const { start, end, library } of functions) {
    if (library) continue;
    forEachInstruction(code, start, end, (pc, opcode) => {
      const to = opcodes[opcode]?.operands.indexOf('to') ?? -1;
      const target = to < 0 ? pc : code[pc + 1 + to];
      if (target < pc) backward.set(target, Math.max(pc, backward.get(target) ?? 0));
    });
  }
  return [...backward]
    .map(([start, end]) => ({ start, end, line: headOf(program, start, end) }))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}

/** The first line of what the loop is made of: its condition stands behind its body, or before it. */
const headOf = (program: Program, start: number, end: number): number =>
  Math.min(...[start, end].map((pc) => lineAt(program, spanAt(program, pc))));

/** The innermost loop in which a thread stands, or from which it has called what it stands in. */
function innermost(loops: readonly Loop[], machine: Machine, thread: number): Loop | undefined {
  for (const { pc } of userFrames(machine, thread)) {
    const loop = loops.find(({ start, end }) => start <= pc && pc <= end);
    if (loop !== undefined) return loop;
  }
  return undefined;
}

/** In sentences, with what to make smaller. */
export function explosionWords({ threads, steps, more, loops, words }: Explosion): string {
  const count = (n: number): string => n.toLocaleString('en');
  const upTo = more ? 'more than' : 'up to';
  const who = threads === 1 ? 'One thread beside main takes' : `${threads} threads beside main take`;
  const said = [`${who} ${upTo} ${count(steps)} steps${threads === 1 ? '' : ' each'}.`];
  for (const { line, rounds, threads: busy } of loops) {
    const where = busy === 1 ? 'one thread' : `each of ${busy} threads`;
    said.push(`The loop in line ${line} goes round ${upTo} ${count(rounds)} times in ${where}.`);
  }
  for (const { name, values } of words) said.push(`${name} has ${count(values)} different values or more.`);
  said.push(
    loops.length > 0
      ? 'Make the rounds or the threads fewer: two or three of each show most bugs.'
      : 'Make the threads fewer: two or three show most bugs.',
  );
  return said.join(' ');
}
