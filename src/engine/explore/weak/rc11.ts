/**
 * All executions of a program under RC11. A node is a beginning of an execution: the machine as its threads are, and the graph of what they
 * did. The machine runs as ever, one step after the other; before a thread reads an atomic, the value that is to be read is put there.
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
import { forEachInstruction, INSTRUCTION_WORDS, stackEffect } from '../../bytecode/decode';
import { LOADS } from '../../bytecode/edge';
import {
  EV_ATOMIC_ENTER,
  EV_ATOMIC_READ,
  EV_ATOMIC_RMW,
  EV_ATOMIC_WRITE,
  EV_BIRTH,
  EV_CHOICE,
  EV_EXIT,
  EV_FENCE,
  EV_START,
  EV_STORAGE_DEAD,
  EV_WRITE,
  EV_YIELD,
  eventKind,
  nextEvent,
  topicOf,
} from '../../bytecode/event';
import { FAULT_ASSERT, FAULT_NONE, limitOf } from '../../bytecode/fault';
import {
  ACAS,
  ALOAD,
  ARMW,
  ASTORE,
  AWAIT,
  COUNT_DROP,
  COUNT_READ,
  COUNT_TRY_ADD,
  CVENTER,
  JOIN,
  LOCKEND,
  opcodes as rows,
  SPAWN,
  START,
  TRAP,
} from '../../bytecode/opcodes';
import type { Program } from '../../bytecode/program';
import {
  accessWords,
  canStep,
  checkpoint,
  choices,
  createMachine,
  evenAlone,
  FAULTED,
  FINISHED,
  faultOf,
  logEnd,
  logStart,
  type Machine,
  nextPc,
  type Outcome,
  restore,
  runStatus,
  type SchedulePoints,
  schedulePoints,
  threadCount,
  userPc,
} from '../../machine';
import { LIVE, RUN_FAULT, recordOf, stackEnd, stackOf, T_PC, T_SP, T_STATUS } from '../../machine/layout';
import { Stepper } from '../steps/stepper';
import { type Happening, PartialExecution, type UnorderedPair } from './happenings';
import { type Orders, ordersOf } from './orders';
import { isConsistent } from './psc';

export interface WeakLimits {
  /** Beginnings of executions to look at. */
  readonly graphs?: number;
  /** Asked now and then; true: give up. */
  readonly stop?: () => boolean;
}

/** How an execution ended. */
export type WeakEnd = 'ended' | 'fault' | 'stuck' | 'spinning';

export interface WeakExecution {
  readonly end: WeakEnd;
  readonly partial: PartialExecution;
  /** The state of the machine at its end. */
  readonly state: Int32Array;
}

export interface WeakVerdict {
  readonly complete: boolean;
  /** Of different reads-from and modification order. */
  readonly executions: number;
  readonly failing: number;
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

interface Node {
  readonly state: Int32Array;
  readonly partial: PartialExecution;
  /** By thread: how it stood since it last did more than to read. */
  readonly rests: readonly ReadonlySet<string>[];
}

/** An access to an atomic that a thread rests at. */
interface Operation {
  readonly pc: number;
  /** The user's instruction that it is for. */
  readonly at: number;
  readonly address: number;
  readonly size: number;
  readonly orders: Orders;
}

/** What a step of one thread did to the machine. */
interface Taken {
  readonly happenings: readonly Happening[];
  readonly outcome: Outcome;
}

const MAX_GRAPHS = 200_000;
const POLL = 64;
/** Rounds of threads that only go round, before they are taken for ones that do not. */
const MAX_ROUNDS = 200;

/** Operations after which the others have the same to choose from. */
const UNNOTICED: ReadonlySet<number> = new Set([SPAWN, START, JOIN, AWAIT]);
const isAlone = (opcode: number): boolean =>
  opcode === ASTORE || UNNOTICED.has(opcode) || rows[opcode].visible === 'never';
const COUNTING: ReadonlySet<number> = new Set([COUNT_DROP, COUNT_READ, COUNT_TRY_ADD, LOCKEND]);
const READING: ReadonlySet<number> = new Set([ALOAD, ARMW, ACAS]);

export function exploreWeak(program: Program, limits: WeakLimits = {}): WeakVerdict {
  return new WeakSearch(program, limits).run();
}

class WeakSearch {
  private readonly machine: Machine;
  private readonly points: SchedulePoints;
  private readonly stepper: Stepper;
  private readonly limits: WeakLimits;
  private readonly open: Node[] = [];
  private readonly seen = new Set<string>();
  private readonly ended = new Set<string>();
  private failing = 0;
  private complete = true;
  private readonly failures = new Map<string, WeakExecution>();
  private readonly races = new Map<string, WeakRace>();

  constructor(program: Program, limits: WeakLimits) {
    this.machine = createMachine(program);
    this.points = evenAlone(schedulePoints(program, ownerCounts(program)));
    this.stepper = new Stepper(this.machine, this.points);
    this.limits = limits;
  }

  run(): WeakVerdict {
    const { graphs = MAX_GRAPHS, stop } = this.limits;
    this.open.push({ state: checkpoint(this.machine), partial: new PartialExecution(), rests: [] });
    let looked = 0;
    for (let node = this.open.pop(); node !== undefined; node = this.open.pop()) {
      if (looked === graphs || (looked % POLL === 0 && stop?.())) {
        this.complete = false;
        break;
      }
      looked++;
      this.expand(node);
    }
    return {
      complete: this.complete,
      executions: this.ended.size,
      failing: this.failing,
      graphs: looked,
      failures: [...this.failures.values()],
      races: [...this.races.values()],
    };
  }

  private expand(node: Node): void {
    const { machine } = this;
    restore(machine, node.state);
    const ready: number[] = [];
    for (let thread = 0; thread < threadCount(machine); thread++)
      if (canStep(machine, thread)) ready.push(thread);
    if (ready.length === 0) {
      this.finish(node, runStatus(machine) === 'finished' ? 'ended' : 'stuck');
      return;
    }
    const opcodes = ready.map((thread) => machine.program.code[nextPc(machine, thread)]);
    const alone = opcodes.findIndex((opcode) => isAlone(opcode));
    for (const [i, thread] of alone < 0 ? ready.entries() : [[alone, ready[alone]] as const]) {
      if (READING.has(opcodes[i])) this.readEach(node, thread);
      else for (let pick = 0; pick < this.picks(node, thread); pick++) this.other(node, thread, pick);
    }
  }

  private picks(node: Node, thread: number): number {
    restore(this.machine, node.state);
    return choices(this.machine, thread);
  }

  /** A load, read-modify-write or compare-and-exchange: once for each write it may read. */
  private readEach(node: Node, thread: number): void {
    const { machine } = this;
    restore(machine, node.state);
    const { pc, at: user, address, size, orders } = this.operation(thread);
    const first = node.partial.clone();
    const location = locationOf(first, machine, address, size);
    const writes = first.graph.writesTo(location);
    for (let at = first.graph.oldest(thread, location); at < writes.length; at++) {
      restore(machine, node.state);
      machine.words.set(writes[at].words, address);
      const taken = this.take(thread, 0);
      const partial = first.clone();
      const access = taken.happenings.find((each) => each.pc === pc && ATOMIC.has(each.kind));
      if (access?.kind === EV_ATOMIC_RMW) {
        if (partial.graph.isTaken(location, at)) continue;
        const words = this.wordsAt(address, size);
        partial.graph.readWrite(thread, location, at, { words, order: orders.order, pc: user });
      } else if (access !== undefined) {
        partial.graph.read(thread, location, writes[at], { order: orders.failure, pc: user });
      }
      if (access !== undefined) partial.atomic(thread, access, access.kind === EV_ATOMIC_RMW);
      const same = access?.kind === EV_ATOMIC_RMW && isSame(this.wordsAt(address, size), writes[at].words);
      this.follow(node, thread, partial, taken, access, same);
    }
  }

  /** A store at each place in modification order, or what is no access to an atomic. */
  private other(node: Node, thread: number, pick: number): void {
    const { machine } = this;
    restore(machine, node.state);
    if (machine.program.code[nextPc(machine, thread)] !== ASTORE) {
      const partial = node.partial.clone();
      this.follow(node, thread, partial, this.take(thread, pick), undefined);
      return;
    }
    const { pc, at: user, address, size, orders } = this.operation(thread);
    const first = node.partial.clone();
    const location = locationOf(first, machine, address, size);
    const taken = this.take(thread, pick);
    const access = taken.happenings.find((each) => each.pc === pc && each.kind === EV_ATOMIC_WRITE);
    if (access === undefined) {
      this.follow(node, thread, first, taken, undefined);
      return;
    }
    const words = this.wordsAt(address, size);
    const after = checkpoint(machine);
    const last = first.graph.writesTo(location).length;
    for (let at = first.graph.oldest(thread, location) + 1; at <= last; at++) {
      if (first.graph.isTaken(location, at - 1)) continue;
      restore(machine, after);
      const partial = first.clone();
      partial.graph.write(thread, location, at, { words, order: orders.order, pc: user });
      partial.atomic(thread, access, true);
      this.follow(node, thread, partial, taken, access);
    }
  }

  /** The machine stands behind a step, and the graph has its access: what else it did, and whether to go on from there. */
  private follow(
    node: Node,
    thread: number,
    partial: PartialExecution,
    { happenings, outcome }: Taken,
    access: Happening | undefined,
    same = false,
  ): void {
    const name = access && partial.nameOf(access.address, access.words);
    for (const each of happenings) {
      if (each === access) continue;
      if (each.kind === EV_WRITE) forgetLocations(partial, each);
      partial.take(thread, each);
    }
    // Whoever looks at the object without an atomic access finds what is newest.
    if (access && name === partial.nameOf(access.address, access.words))
      this.machine.words.set(partial.graph.writesTo(name).at(-1)?.words ?? [], access.address);
    if (!isConsistent(partial.graph)) return;
    let next = { state: checkpoint(this.machine), partial };
    if (outcome === FAULTED) {
      if (!this.goOn(next)) {
        this.finish(next, 'fault');
        return;
      }
      next = { state: checkpoint(this.machine), partial };
    }
    const rest = restOf(this.machine, thread);
    const before = this.changes(thread, happenings, same ? access : undefined)
      ? new Set<string>()
      : (node.rests[thread] ?? new Set<string>());
    if (before.has(rest)) {
      // Which of their last reads were taken in makes no other execution.
      if (this.isSpinning(next)) this.finish(next, 'spinning', threadPlaces(this.machine));
      return;
    }
    const key = partial.graph.key();
    const places = threadPlaces(this.machine);
    if (this.seen.has(`${key} ${places}`)) return;
    this.seen.add(`${key} ${places}`);
    const rests = node.rests.slice();
    rests[thread] = new Set([...before, rest]);
    this.open.push({ ...next, rests });
  }

  /**
   * A failed assertion is noted, and the execution goes on as if it had not failed: else each place at which another thread may stand
   * then would be an execution of its own.
   */
  private goOn(failed: Omit<Node, 'rests'>): boolean {
    const { machine } = this;
    const fault = faultOf(machine);
    if (fault?.kind !== FAULT_ASSERT) return false;
    const { functionAt } = machine.tables;
    const pc = nextPc(machine, fault.thread);
    const next = pc + INSTRUCTION_WORDS[TRAP];
    // A function that ends without its result has nothing behind that.
    if (functionAt[next] !== functionAt[pc]) return false;
    this.meet(failed, 'fault', `fault ${fault.pc}`);
    failed.partial.failed = true;
    const record = recordOf(fault.thread);
    machine.words[RUN_FAULT] = FAULT_NONE;
    machine.words[record + T_STATUS] = LIVE;
    machine.words[record + T_PC] = next;
    return true;
  }

  private finish({ state, partial }: Omit<Node, 'rests'>, end: WeakEnd, what = partial.graph.key()): void {
    for (const pair of partial.races) {
      const { pc, otherPc } = pair;
      const places = `${Math.min(pc, otherPc)} ${Math.max(pc, otherPc)}`;
      if (!this.races.has(places)) this.races.set(places, { pair, partial, state });
    }
    restore(this.machine, state);
    const fault = faultOf(this.machine);
    if (fault !== null && limitOf(fault.kind) !== null) {
      this.complete = false;
      return;
    }
    const key = `${what} ${end}`;
    if (this.ended.has(key)) return;
    this.ended.add(key);
    if (end !== 'ended' || partial.failed || partial.races.length > 0) this.failing++;
    if (end !== 'ended') this.meet({ state, partial }, end, fault === null ? end : `fault ${fault.pc}`);
  }

  private meet({ state, partial }: Omit<Node, 'rests'>, end: WeakEnd, what: string): void {
    // What comes behind a failed assertion, no run reaches.
    if (!partial.failed && !this.failures.has(what))
      this.failures.set(what, { end, partial: partial.clone(), state });
  }

  /** Whether nobody ever does anything but to read what it has read, though each of them reads what is newest. Leads the machine on. */
  private isSpinning({ state, partial }: Omit<Node, 'rests'>): boolean {
    const { machine } = this;
    restore(machine, state);
    const met = new Set<string>();
    for (let round = 0; round < MAX_ROUNDS; round++) {
      let went = false;
      for (let thread = 0; thread < threadCount(machine); thread++) {
        if (!canStep(machine, thread)) continue;
        went = true;
        const reads = READING.has(machine.program.code[nextPc(machine, thread)]);
        const read = reads ? this.operation(thread) : undefined;
        const newest = read && partial.graph.writesTo(partial.nameOf(read.address, read.size)).at(-1);
        if (read && newest) machine.words.set(newest.words, read.address);
        const { happenings, outcome } = this.take(thread, 0);
        const same = read && newest && isSame(this.wordsAt(read.address, read.size), newest.words);
        const access = same ? happenings.find(({ kind }) => kind === EV_ATOMIC_RMW) : undefined;
        if (outcome === FAULTED || outcome === FINISHED || this.changes(thread, happenings, access))
          return false;
      }
      if (!went) return false;
      const places = threadPlaces(machine);
      if (met.has(places)) return true;
      met.add(places);
    }
    // Nobody knows.
    this.complete = false;
    return false;
  }

  /** Whether a step did what others can notice; `same`: an access that wrote what it read, as a test_and_set that fails. */
  private changes(thread: number, happenings: readonly Happening[], same?: Happening): boolean {
    const { layout } = this.machine;
    return happenings.some((each) => {
      const { kind, address, value } = each;
      if (each === same || SILENT.has(kind) || topicOf(kind) === 'read') return false;
      if (kind === EV_ATOMIC_ENTER) return value !== LOADS;
      // Frames that are gone were its own too.
      const own = address >= stackOf(layout, thread) && address < stackEnd(layout, thread);
      return !(kind === EV_WRITE && own);
    });
  }

  private take(thread: number, pick: number): Taken {
    const { machine } = this;
    const before = userPc(machine, thread);
    const isUsers = (pc: number): boolean =>
      pc >= 0 && machine.tables.library[machine.tables.functionAt[pc]] === 0;
    const happenings: Happening[] = [];
    const observe = (): void => {
      const { words } = machine;
      for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(words, at)) {
        const kind = eventKind(words[at]);
        if (kind === EV_START || kind === EV_EXIT) continue;
        const pc = words[at + 1];
        happenings.push({
          kind,
          pc,
          at: isUsers(pc) ? pc : before,
          address: words[at + 2],
          words: accessWords(machine, at),
          value: words[at + 3],
          guarded: pc >= 0 && machine.program.code[pc] === CVENTER,
        });
      }
    };
    const outcome = this.stepper.take(thread, pick, { observe });
    return { happenings, outcome };
  }

  /** The access to an atomic that a thread rests at. */
  private operation(thread: number): Operation {
    const { machine } = this;
    const { program, words } = machine;
    const pc = nextPc(machine, thread);
    const sp = words[recordOf(thread) + T_SP];
    const address = words[sp - stackEffect(program, pc).pops];
    const at = userPc(machine, thread);
    return { pc, at, address, size: program.code[pc + 1], orders: ordersOf(machine, thread) };
  }

  private wordsAt(address: number, size: number): number[] {
    return Array.from(this.machine.words.subarray(address, address + size));
  }
}

const SILENT: ReadonlySet<number> = new Set([EV_YIELD, EV_FENCE, EV_BIRTH, EV_STORAGE_DEAD, EV_CHOICE]);
const ATOMIC: ReadonlySet<number> = new Set([EV_ATOMIC_READ, EV_ATOMIC_WRITE, EV_ATOMIC_RMW]);

/** Operations on owner counts whose order shows, besides where steps stop anyway. */
function ownerCounts({ code, functions }: Program): number[] {
  const found: number[] = [];
  for (const { start, end } of functions)
    forEachInstruction(code, start, end, (pc, opcode) => {
      if (COUNTING.has(opcode)) found.push(pc);
    });
  return found;
}

const isSame = (a: readonly number[], b: readonly number[]): boolean => a.every((word, i) => word === b[i]);

/** The location at an address, with what memory holds if it is new. */
function locationOf(partial: PartialExecution, machine: Machine, address: number, size: number): string {
  const location = partial.nameOf(address, size);
  partial.graph.meet(location, Array.from(machine.words.subarray(address, address + size)));
  return location;
}

/** A plain write to an atomic makes a new object of it. */
const forgetLocations = (partial: PartialExecution, { address, words }: Happening): void => {
  for (let word = address; word < address + Math.max(1, words); word++) partial.rename(word);
};

/** How a thread stands: its record, its stack. */
function restOf(machine: Machine, thread: number): string {
  const { words, layout } = machine;
  const record = recordOf(thread);
  const from = stackOf(layout, thread);
  const stack = words.subarray(from, words[record + T_SP]);
  const ready = words.subarray(from + layout.shadow, words[record + T_SP] + layout.shadow);
  return `${nextPc(machine, thread)} ${words[record + T_STATUS]} ${stack.join()} ${ready.join()}`;
}

/** Where all threads stand. */
function threadPlaces(machine: Machine): string {
  const places: string[] = [];
  for (let thread = 0; thread < threadCount(machine); thread++) places.push(restOf(machine, thread));
  return places.join(';');
}
