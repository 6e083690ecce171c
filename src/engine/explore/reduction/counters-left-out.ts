/**
 * What a search through a program with its counters left out (open-loops.ts) has seen of them: who looks at the words that are added to
 * (looks.ts); each thread's steps with what they left out (one-behaviour.ts); and the states in which main is alone again (alone-again.ts), from
 * where on it may look at what the words have become.
 */
import { EV_CHOICE, EV_SPAWN } from '../../bytecode/event';
import { EITHER, EITHER2 } from '../../bytecode/opcodes';
import {
  checkpoint,
  createMachine,
  hashState,
  type Machine,
  nextPc,
  restore,
  type SchedulePoints,
  stackFrames,
} from '../../machine';
import { type Setup, setUp } from '../steps/setup';
import { isAloneAgain } from './alone-again';
import { Looks } from './looks';
import { type Behaviours, ENDED } from './one-behaviour';
import type { Counter, OpenProgram } from './open-loops';

/** States in which main is alone again: with more of them it is not the counters alone that differ. */
const MOST_ENDS = 64;

/** States to go through, in all searches for rounds together. */
const CYCLE_STATES = 60_000;

/** Words on the stack that each comparison tells. */
const TOLD: ReadonlyMap<number, number> = new Map([
  [EITHER, 2],
  [EITHER2, 4],
]);

export class CountersLeftOut implements Behaviours {
  readonly open: OpenProgram;
  readonly looks: Looks;
  private readonly silent: ReadonlySet<Counter>;
  readonly starts = new Map<number, Set<number>>();
  readonly steps = new Map<number, Map<string, Set<number>>>();
  /** Threads that a comparison went both ways for. */
  readonly chose = new Set<number>();
  /** States in which main is alone again, by their hash. */
  readonly ends = new Map<number, Int32Array>();
  /** States that may still be gone through to look for rounds. */
  cycleStates = CYCLE_STATES;
  /** Something happened that no proof reckons with. */
  isBroken = false;
  /** What the running step has left out so far. */
  private told: string[] = [];
  /** Words that comparisons have told in it: there is one of them, and it comes first. */
  private choices = 0;

  /** `silent`: counters of which nothing is told; what they are does not follow from anything. */
  constructor(open: OpenProgram, silent: ReadonlySet<Counter> = new Set()) {
    this.open = open;
    this.silent = silent;
    this.looks = new Looks(open, silent);
  }

  /** What main does alone before it starts the first thread, with its counters. */
  setup(machine: Machine, points: SchedulePoints): Setup {
    const { whole } = this.open;
    const setup = setUp(createMachine(whole, { limits: machine.layout.limits }), points);
    restore(machine, setup.state);
    this.isBroken ||= this.hasCounters(machine);
    return setup;
  }

  /** Whether main has frames of which something is left out. */
  hasCounters(machine: Machine): boolean {
    const { hasCounters, program } = this.open;
    return stackFrames(machine, 0).some((frame) => hasCounters.has(program.functions[frame.function]));
  }

  /** Before a search by other points. */
  reset(): void {
    for (const each of [this.starts, this.steps, this.ends, this.chose]) each.clear();
  }

  get isRefuted(): boolean {
    return this.isBroken || this.cycleStates <= 0 || this.looks.refuted.size > 0;
  }

  /** Words that were left as they were. */
  get words(): Iterable<number> {
    return this.looks.added.keys();
  }

  begin(): void {
    this.told = [];
    this.choices = 0;
  }

  /** An event of the step; `inside` an access to a larger atomic object nothing is chosen. */
  see(
    thread: number,
    kind: number,
    pc: number,
    { address, value }: { address: number; value: number },
    inside: boolean,
  ): void {
    const { told, open } = this;
    if (kind === EV_CHOICE) {
      const count = TOLD.get(open.program.code[pc]);
      this.isBroken ||= count !== undefined && (inside || this.choices >= count);
      if (count !== undefined) this.choices++;
      if (this.silent.has(open.counterAt.get(pc) ?? '')) return;
      told.push(`${pc} ${count === undefined ? address : address >> 1} ${value}`);
      if (count === undefined) return;
      this.chose.add(thread);
      if (told.length === count) told.push(`?${address & 1}`);
    } else if (open.additions.has(pc)) {
      if (!this.silent.has(open.counterAt.get(pc) ?? '')) told.push(`${pc} @${address}`);
    } else if (kind === EV_SPAWN) told.push(`${pc} starts ${address}`);
  }

  /** What comes once somebody has looked at what was left out says nothing. */
  access(thread: number, address: number, size: number, pc: number): void {
    if (!this.isRefuted) this.looks.access(thread, address, size, pc);
  }

  born(thread: number, node: number): void {
    const nodes = this.starts.get(thread) ?? new Set();
    this.starts.set(thread, nodes.add(node));
  }

  /** A step has led from one node to another, below 0 to the end of the thread. */
  arrive(from: number, to: number): void {
    const label = this.told.join();
    const all = this.steps.get(from) ?? new Map<string, Set<number>>();
    this.steps.set(from, all);
    const nodes = all.get(label) ?? new Set();
    all.set(label, nodes.add(to < 0 ? ENDED : to));
  }

  /** Whether a thread is to compare a counter of which all is told: it comes there so often, and no more. */
  isBounded(machine: Machine, thread: number): boolean {
    const { program, counterAt } = this.open;
    const pc = nextPc(machine, thread);
    return TOLD.has(program.code[pc]) && !this.silent.has(counterAt.get(pc) ?? '');
  }

  /** Whether main is alone again where the machine is: what comes then is not searched with its counters left out. */
  endsHere(machine: Machine): boolean {
    if (!isAloneAgain(machine)) return false;
    if (this.ends.size < MOST_ENDS) this.ends.set(hashState(machine), checkpoint(machine));
    else this.isBroken = true;
    return true;
  }
}
