/**
 * All executions of a program under RC11. A node is a beginning of an execution: the machine as its threads are, and the graph of what they
 * did (rc11/weak-machine.ts), from which each of these goes on:
 *
 *     a thread rests at a store             it alone goes on: its place in modification order is the choice
 *     at what concerns nobody else          it alone goes on
 *     else                                  every thread that can step, and at a load every write that it may read
 *
 * The same graph is reached by many orders of steps and is continued once (by hash). Storing before anybody reads loses nothing: what a
 * later read may choose from only grows, and a later store can still be placed before it in modification order. Plain accesses run with the step
 * they belong to, in one order: what that hides is a race, which is found by happens-before alone. A round of a loop that leaves everything as it was, having only read, is not continued
 * (spin-assume; Kokologiannakis, Ren, Vafeiadis, "Dynamic Partial Order Reductions for Spinloops", FMCAD 2021): whatever follows also follows without it.
 */
import { INSTRUCTION_WORDS } from '../bytecode/decode';
import { LOADS } from '../bytecode/edge';
import {
  EV_ATOMIC_ENTER,
  EV_BIRTH,
  EV_CHOICE,
  EV_FENCE,
  EV_STORAGE_DEAD,
  EV_WRITE,
  EV_YIELD,
  topicOf,
} from '../bytecode/event';
import { FAULT_ASSERT, limitOf } from '../bytecode/fault';
import { ASTORE, AWAIT, JOIN, opcodes as rows, SPAWN, START, TRAP } from '../bytecode/opcodes';
import type { Program, ThreadId } from '../bytecode/program';
import { endedWell } from '../detect/ends';
import {
  canStep,
  createMachine,
  FAULTED,
  FINISHED,
  faultOf,
  isProcessOver,
  type Machine,
  nextPc,
  passFault,
  restore,
  type SchedulePoints,
  threadCount,
} from '../machine';
import { isOnStack, localState } from '../machine/local';
import type { UnorderedPair } from '../rc11/partial-execution';
import { weakPoints } from '../rc11/points';
import { isConsistent, isSequential } from '../rc11/psc';
import { type Taken, WeakMachine, type WeakState } from '../rc11/weak-machine';
import type { Choice } from '../schedule/schedule';

export interface WeakLimits {
  /** Beginnings of executions to look at. */
  readonly graphs?: number;
  /** Asked now and then, with whether something failed already; true: give up. */
  readonly stop?: (fails: boolean) => boolean;
  /** The first steps of all executions that are tried; none of these is, where a step is not possible. */
  readonly from?: readonly Choice[];
}

/** How an execution ended. */
export type WeakEnd = 'ended' | 'leak' | 'fault' | 'stuck' | 'spinning';

/** One as it stands at its end. */
export interface WeakExecution extends WeakState {
  readonly end: WeakEnd;
  readonly path: Path | null;
}

export interface WeakVerdict {
  /** Every execution was tried; never so where operations were strengthened. */
  readonly complete: boolean;
  /** Some operations on atomic objects of a class were executed as seq_cst, though they name a weaker order. */
  readonly strengthened: boolean;
  /** Of different reads-from and modification order. */
  readonly executions: number;
  readonly failing: number;
  /** Of these executions, those that sequential consistency allows too. */
  readonly sequential: number;
  /** Beginnings of executions that were looked at. */
  readonly graphs: number;
  /** One of each way to fail. */
  readonly failures: readonly WeakExecution[];
  /** Plain accesses that nothing orders, each pair once. */
  readonly races: readonly WeakRace[];
}

export interface WeakRace extends Omit<WeakExecution, 'end'> {
  readonly pair: UnorderedPair;
}

/** The steps that led to a node, the last first. */
export interface Path {
  readonly before: Path | null;
  readonly choice: Choice;
}

/** The same, the first first. */
export function choicesOf(path: Path | null): Choice[] {
  const choices: Choice[] = [];
  for (let at = path; at !== null; at = at.before) choices.push(at.choice);
  return choices.reverse();
}

/** By thread: how it stood since it last did more than to read, and behind how many of its events first. */
type Rests = readonly ReadonlyMap<string, number>[];

interface Node extends WeakState {
  readonly path: Path | null;
  readonly rests: Rests;
}

const MAX_GRAPHS = 200_000;
const POLL = 64;
/** Rounds of threads that only go round, before they are taken for ones that do not. */
const MAX_ROUNDS = 200;

/** Operations after which the others have the same to choose from. */
const UNNOTICED: ReadonlySet<number> = new Set([SPAWN, START, JOIN, AWAIT]);
const isAlone = (opcode: number): boolean =>
  opcode === ASTORE || UNNOTICED.has(opcode) || rows[opcode].visible === 'never';

export function exploreWeak(program: Program, limits: WeakLimits = {}): WeakVerdict {
  return new WeakSearch(program, limits).run();
}

class WeakSearch {
  private readonly machine: Machine;
  private readonly weak: WeakMachine;
  private readonly points: SchedulePoints;
  private readonly limits: WeakLimits;
  private readonly open: Node[] = [];
  private readonly seen = new Set<string>();
  private readonly ended = new Set<string>();
  private failing = 0;
  private sequential = 0;
  private complete = true;
  private readonly failures = new Map<string, WeakExecution>();
  private readonly races = new Map<string, WeakRace>();

  constructor(program: Program, limits: WeakLimits) {
    this.machine = createMachine(program);
    this.weak = new WeakMachine(this.machine);
    this.points = weakPoints(program);
    this.limits = limits;
  }

  run(): WeakVerdict {
    const { graphs = MAX_GRAPHS, stop } = this.limits;
    this.begin(this.limits.from ?? []);
    let looked = 0;
    for (let node = this.open.pop(); node !== undefined; node = this.open.pop()) {
      if (looked === graphs || (looked % POLL === 0 && stop?.(this.failing > 0))) {
        this.complete = false;
        break;
      }
      looked++;
      this.expand(node);
    }
    return {
      complete: this.complete && !this.weak.strengthened,
      strengthened: this.weak.strengthened,
      executions: this.ended.size,
      failing: this.failing,
      sequential: this.sequential,
      graphs: looked,
      failures: [...this.failures.values()],
      races: [...this.races.values()],
    };
  }

  /** Goes the first steps, and leaves open what can follow. */
  private begin(from: readonly Choice[]): void {
    const { machine, weak, points } = this;
    let path: Path | null = null;
    let rests: Rests = [];
    for (const choice of from) {
      const { thread, pick } = choice;
      if (!canStep(machine, thread) || !weak.picks(thread).includes(pick)) return;
      const { taken, outcome } = weak.step(thread, pick, points);
      if (taken === null || !isConsistent(weak.partial.graph)) return;
      path = { before: path, choice };
      if (outcome === FAULTED && !this.passAssertion(path)) {
        this.finish({ ...weak.save(), path }, 'fault');
        return;
      }
      rests = this.rested(rests, thread, taken).rests;
    }
    this.open.push({ ...weak.save(), path, rests });
  }

  private expand(node: Node): void {
    const { machine, weak } = this;
    weak.load(node);
    const ready: number[] = [];
    for (let thread = 0; thread < threadCount(machine); thread++)
      if (canStep(machine, thread)) ready.push(thread);
    if (ready.length === 0) {
      this.finish(node, this.endOf('stuck'));
      return;
    }
    const alone = ready.find((thread) => isAlone(machine.program.code[nextPc(machine, thread)]));
    const going = alone === undefined ? ready : [alone];
    const picks = going.map((thread) => weak.picks(thread));
    // The newest last, so that it is continued first: it ends soonest.
    for (const [i, thread] of going.entries())
      for (const pick of picks[i].reverse()) {
        weak.load(node);
        this.goOnFrom(node, { thread: thread as ThreadId, pick });
      }
  }

  private goOnFrom(node: Node, choice: Choice): void {
    const { machine, weak } = this;
    const { thread } = choice;
    const { taken, outcome } = weak.step(thread, choice.pick, this.points);
    if (taken === null || !isConsistent(weak.partial.graph)) return;
    const path: Path = { before: node.path, choice };
    if (outcome === FAULTED && !this.passAssertion(path)) {
      this.finish({ ...weak.save(), path }, 'fault');
      return;
    }
    const { repeats, rests } = this.rested(node.rests, thread, taken);
    if (repeats) {
      const rounds = this.spinning(path, rests);
      if (rounds !== null)
        this.finish({ ...weak.save(), path: rounds.path }, this.endOf('spinning'), rounds.key);
      return;
    }
    const key = `${weak.partial.graph.key()} ${threadPlaces(machine).join(';')}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.open.push({ ...weak.save(), path, rests });
  }

  /** How threads have stood once this one has taken its step, and whether it has stood so before. */
  private rested(all: Rests, thread: number, taken: Taken): { rests: Rests; repeats: boolean } {
    const rest = localState(this.machine, thread);
    const before = this.changes(thread, taken) ? undefined : all[thread];
    if (before?.has(rest)) return { rests: all, repeats: true };
    const rests = all.slice();
    const events = this.weak.partial.graph.clockOf(thread)[thread] ?? 0;
    rests[thread] = new Map([...(before ?? []), [rest, events]]);
    return { rests, repeats: false };
  }

  /**
   * A failed assertion is noted, and the execution goes on as if it had not failed: else each place at which another thread may stand
   * then would be an execution of its own.
   */
  private passAssertion(path: Path): boolean {
    const { machine, weak } = this;
    const fault = faultOf(machine);
    if (fault?.kind !== FAULT_ASSERT) return false;
    const { functionAt } = machine.tables;
    const pc = nextPc(machine, fault.thread);
    const next = pc + INSTRUCTION_WORDS[TRAP];
    // A function that ends without its result has nothing behind that.
    if (functionAt[next] !== functionAt[pc]) return false;
    const { state, partial } = weak.save();
    this.meet({ state, partial: partial.clone(), path }, 'fault', `fault ${fault.pc}`);
    partial.failed = true;
    passFault(machine, fault.thread, next);
    return true;
  }

  /** Of a run that gets no further: `halted` unless its process is over. */
  private endOf(halted: 'stuck' | 'spinning'): WeakEnd {
    const { machine } = this;
    if (!isProcessOver(machine)) return halted;
    return endedWell(machine) ? 'ended' : 'leak';
  }

  private finish(at: Found, end: WeakEnd, what = at.partial.graph.key()): void {
    const { partial } = at;
    for (const pair of partial.races) {
      const [one, other] = [pair.now.at, pair.before.at];
      const places = `${Math.min(one, other)} ${Math.max(one, other)}`;
      if (!this.races.has(places)) this.races.set(places, { ...at, pair });
    }
    restore(this.machine, at.state);
    const fault = faultOf(this.machine);
    if (fault !== null && limitOf(fault.kind) !== null) {
      this.complete = false;
      return;
    }
    const key = `${what} ${end}`;
    if (this.ended.has(key)) return;
    this.ended.add(key);
    if (isSequential(partial.graph)) this.sequential++;
    if (end !== 'ended' || partial.failed || partial.races.length > 0) this.failing++;
    if (end !== 'ended') this.meet(at, end, fault === null ? end : `fault ${fault.pc}`);
  }

  private meet(at: Found, end: WeakEnd, what: string): void {
    // What comes behind a failed assertion, no run reaches.
    if (!at.partial.failed && !this.failures.has(what)) this.failures.set(what, { ...at, end });
  }

  /**
   * The rounds, behind a path, in which nobody does anything but to read what he has read, though each reads what is newest; null if there
   * are none. The key is that of the execution: where its threads go round, and what they did before they first did. Which of their last
   * reads were taken in makes no other execution.
   */
  private spinning(from: Path, rested: Rests): { path: Path; key: string } | null {
    const { machine, weak } = this;
    const met: string[][] = [];
    let path = from;
    let rests = rested;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      let went = false;
      for (let thread = 0; thread < threadCount(machine); thread++) {
        if (!canStep(machine, thread)) continue;
        went = true;
        const { taken, outcome } = weak.step(thread, 0, this.points);
        if (taken === null || outcome === FAULTED || outcome === FINISHED || this.changes(thread, taken))
          return null;
        path = { before: path, choice: { thread: thread as ThreadId, pick: 0 } };
        rests = this.rested(rests, thread, taken).rests;
      }
      if (!went) return null;
      const places = threadPlaces(machine);
      const first = met.findIndex((other) => other.every((place, thread) => place === places[thread]));
      met.push(places);
      if (first >= 0) return { path, key: this.keyOfCircle(met.slice(first + 1), rests) };
    }
    // Nobody knows.
    this.complete = false;
    return null;
  }

  /** Of an execution whose threads stand at these places one after another, for ever. */
  private keyOfCircle(circle: readonly string[][], rests: Rests): string {
    const { machine, weak } = this;
    const upTo = Array.from({ length: threadCount(machine) }, (_, thread) =>
      canStep(machine, thread)
        ? Math.min(...circle.map((places) => rests[thread]?.get(places[thread]) ?? Number.POSITIVE_INFINITY))
        : Number.POSITIVE_INFINITY,
    );
    const [where] = circle.map((places) => places.join(';')).sort();
    return `${weak.partial.graph.keyUpTo(upTo)} ${where}`;
  }

  /** Whether a step did what others can notice. */
  private changes(thread: number, { happenings, access, same }: Taken): boolean {
    return happenings.some((each) => {
      const { kind, address, value } = each;
      if ((same && each === access) || SILENT.has(kind) || topicOf(kind) === 'read') return false;
      if (kind === EV_ATOMIC_ENTER) return value !== LOADS;
      return !(kind === EV_WRITE && isOnStack(this.machine, thread, address));
    });
  }
}

type Found = Omit<Node, 'rests'>;

const SILENT: ReadonlySet<number> = new Set([EV_YIELD, EV_FENCE, EV_BIRTH, EV_STORAGE_DEAD, EV_CHOICE]);

/** Where all threads stand. */
function threadPlaces(machine: Machine): string[] {
  return Array.from({ length: threadCount(machine) }, (_, thread) => localState(machine, thread));
}
