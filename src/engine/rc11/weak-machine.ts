/**
 * A machine whose atomics are those of RC11. The Memory holds of each atomic what is newest in modification order, and the graph beside
 * it all that may still be read. A step is the machine's own, between two changes of that Memory:
 *
 *     begin    put there what is to be read
 *     step     of the machine, wherever it is taken: here, in the worker of a thread
 *     end      the log says what was done: the graph grows by it, and what is newest is put there again
 *
 * The pick of a Choice says what a step is to do where the memory model leaves it several ways: how many writes newer than the one it reads a
 * load leaves out, how many writes a store is put before in modification order. 0 is what a sequentially consistent memory would do. Of
 * all other steps it is the pick of the machine.
 */
import { stackEffect } from '../bytecode/decode';
import {
  EV_ATOMIC_READ,
  EV_ATOMIC_RMW,
  EV_ATOMIC_WRITE,
  EV_EXIT,
  EV_START,
  EV_WRITE,
  eventKind,
  nextEvent,
} from '../bytecode/event';
import { ACAS, ALOAD, ARMW, ASTORE, CVENTER } from '../bytecode/opcodes';
import {
  accessWords,
  checkpoint,
  logEnd,
  logStart,
  type Machine,
  MORE,
  nextPc,
  type Outcome,
  pickCount,
  restore,
  type SchedulePoints,
  step,
  userPc,
} from '../machine';
import { operandOf } from '../machine/stack';
import { isStrengthened, type Orders, ordersOf } from './orders';
import { type Happening, PartialExecution } from './partial-execution';

/** A beginning of an execution: the machine as its threads are, and what they did. */
export interface WeakState {
  readonly state: Int32Array;
  readonly partial: PartialExecution;
}

/** What a step did. */
export interface Taken {
  readonly happenings: readonly Happening[];
  /** That to the atomic it was taken for. */
  readonly access: Happening | null;
  /** A read-modify-write that wrote what it had read, as a test_and_set that fails. */
  readonly same: boolean;
}

/** An access to an atomic that a thread rests at. */
export interface Operation {
  readonly pc: number;
  /** The user's instruction that it is for. */
  readonly at: number;
  readonly address: number;
  readonly size: number;
  readonly location: string;
  readonly orders: Orders;
  readonly stores: boolean;
  /** The place of what is newest there in modification order, or that a store takes behind it. */
  readonly newest: number;
}

/** A step that has begun. */
interface Begun {
  readonly thread: number;
  /** For the machine. */
  readonly pick: number;
  readonly operation: Operation | null;
  /** In modification order: the place of the write that is read, or that the store takes. */
  readonly place: number;
  /** The user's instruction that the thread rested at. */
  readonly before: number;
  readonly happenings: Happening[];
  /** Events of the log so far, those that are no happenings too. */
  events: number;
}

const READING: ReadonlySet<number> = new Set([ALOAD, ARMW, ACAS]);
const ATOMIC: ReadonlySet<number> = new Set([EV_ATOMIC_READ, EV_ATOMIC_WRITE, EV_ATOMIC_RMW]);

export class WeakMachine {
  readonly machine: Machine;
  /** Never changed once a step has ended: whoever keeps it has that beginning. */
  partial = new PartialExecution();
  /** Whether anything was executed with a stronger order than it names, so far in all runs: then what C++ allows may be more than what was met. */
  strengthened = false;
  private begun: Begun | null = null;

  constructor(machine: Machine) {
    this.machine = machine;
  }

  save(): WeakState {
    return { state: checkpoint(this.machine), partial: this.partial };
  }

  load({ state, partial }: WeakState): void {
    restore(this.machine, state);
    this.partial = partial;
    this.begun = null;
  }

  /** The picks that coherence and atomicity leave to the next step of a thread that can step, ascending. */
  picks(thread: number): number[] {
    const operation = this.operation(thread);
    if (operation === null) return upTo(pickCount(this.machine, thread));
    const { location, stores, newest } = operation;
    const { graph } = this.partial;
    const oldest = graph.oldest(thread, location);
    if (!stores) return upTo(newest - oldest + 1);
    return upTo(newest - oldest).filter((pick) => pick === 0 || !graph.isTaken(location, newest - pick - 1));
  }

  /** Before a step of a thread, or before it goes on; answers what the machine is to be told to pick. */
  begin(thread: number, pick: number): number {
    if (this.begun !== null) return this.begun.pick;
    const operation = this.operation(thread);
    this.strengthened ||= isStrengthened(this.machine, thread);
    const before = userPc(this.machine, thread);
    this.partial = this.partial.clone();
    const place = operation === null ? 0 : operation.newest - pick;
    const own = operation === null ? pick : 0;
    this.begun = { thread, pick: own, place, operation, before, happenings: [], events: 0 };
    if (operation === null) return own;
    const { address, location, size, stores } = operation;
    const { graph } = this.partial;
    graph.meet(location, this.wordsAt(address, size));
    if (!stores) this.machine.words.set(graph.writesTo(location)[place].words, address);
    return own;
  }

  /** After each call of `step`: what it did stands in the log of the machine. */
  observe(): void {
    const { machine, begun } = this;
    const { words, tables } = machine;
    if (begun === null) return;
    const isUsers = (pc: number): boolean => pc >= 0 && tables.library[tables.functionAt[pc]] === 0;
    for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(words, at)) {
      const kind = eventKind(words[at]);
      const event = begun.events++;
      if (kind === EV_START || kind === EV_EXIT) continue;
      const pc = words[at + 1];
      begun.happenings.push({
        kind,
        pc,
        event,
        at: isUsers(pc) ? pc : begun.before,
        address: words[at + 2],
        words: accessWords(machine, at),
        value: words[at + 3],
        guarded: pc >= 0 && machine.program.code[pc] === CVENTER,
      });
    }
  }

  /** After the last of them. Null: another read-modify-write has read what this one was to read. Then the machine stands nowhere. */
  end(): Taken | null {
    const { begun, partial } = this;
    if (begun === null) return null;
    this.begun = null;
    const { thread, operation, happenings } = begun;
    const access =
      operation === null
        ? undefined
        : happenings.find(({ pc, kind }) => pc === operation.pc && ATOMIC.has(kind));
    const same = operation !== null && access !== undefined && this.add(begun, operation, access);
    if (same === null) return null;
    for (const each of happenings) {
      if (each === access) continue;
      // A plain write to an atomic makes a new object of it.
      if (each.kind === EV_WRITE) partial.renew(each);
      partial.take(thread, each);
    }
    partial.endStep();
    // Whoever looks at the object without an atomic access finds what is newest.
    if (operation !== null && operation.location === partial.nameOf(operation.address, operation.size)) {
      const newest = partial.graph.writesTo(operation.location).at(-1);
      if (newest !== undefined) this.machine.words.set(newest.words, operation.address);
    }
    return { happenings, access: access ?? null, same };
  }

  /** A whole step, taken here. `taken` is null as `end` says. */
  step(thread: number, pick: number, points: SchedulePoints): { taken: Taken | null; outcome: Outcome } {
    const own = this.begin(thread, pick);
    let outcome: Outcome;
    do {
      outcome = step(this.machine, thread, own, points);
      this.observe();
    } while (outcome === MORE);
    return { taken: this.end(), outcome };
  }

  /** The access in the graph; whether it wrote what it had read. Null if it cannot be. */
  private add({ thread, place }: Begun, operation: Operation, access: Happening): boolean | null {
    const { partial } = this;
    const { graph } = partial;
    const { location, orders, at: pc, address, size } = operation;
    const { step } = partial;
    const words = this.wordsAt(address, size);
    let same = false;
    if (access.kind === EV_ATOMIC_WRITE) {
      graph.write(thread, location, place, { words, order: orders.order, pc, step });
    } else if (access.kind === EV_ATOMIC_RMW) {
      if (graph.isTaken(location, place)) return null;
      same = isSame(words, graph.writesTo(location)[place].words);
      graph.readWrite(thread, location, place, { words, order: orders.order, pc, step });
    } else {
      graph.read(thread, location, graph.writesTo(location)[place], { order: orders.failure, pc, step });
    }
    partial.atomic(thread, access, access.kind !== EV_ATOMIC_READ);
    return same;
  }

  /** What a thread rests at; null if that is no access to an atomic. */
  operation(thread: number): Operation | null {
    const { machine, partial } = this;
    const { program } = machine;
    const pc = nextPc(machine, thread);
    const stores = program.code[pc] === ASTORE;
    if (!stores && !READING.has(program.code[pc])) return null;
    const address = operandOf(machine, thread, stackEffect(program, pc).pops);
    // What is no address of anything the machine refuses.
    if (address < machine.layout.globals || address >= machine.layout.end) return null;
    const size = program.code[pc + 1];
    const location = partial.nameOf(address, size);
    // What the graph has not met has the write that was there before anybody wrote.
    const writes = Math.max(1, partial.graph.writesTo(location).length);
    return {
      pc,
      at: userPc(machine, thread),
      address,
      size,
      location,
      orders: ordersOf(machine, thread),
      stores,
      newest: stores ? writes : writes - 1,
    };
  }

  private wordsAt(address: number, size: number): number[] {
    return Array.from(this.machine.words.subarray(address, address + size));
  }
}

const isSame = (a: readonly number[], b: readonly number[]): boolean => a.every((word, i) => word === b[i]);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
