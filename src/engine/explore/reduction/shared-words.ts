/**
 * Words that two threads have touched, one of them by writing, get small numbers: their cells. Only accesses to these words can make the
 * order of two steps matter.
 */
import type { Machine } from '../../machine';
import { dataEnd } from '../../machine/local';
import type { LockSet } from './lock-sets';
import { mayTellUnordered } from './tells-unordered';

/** The threads that use something: nobody (0), one thread, or several. More than that nobody asks. */
type Users = number;
const NOBODY: Users = 0;
const MANY: Users = -1;
export const userOf = (thread: number): Users => thread + 1;
export const both = (one: Users, other: Users): Users =>
  one === other || other === NOBODY ? one : one === NOBODY ? other : MANY;
/** Whether any of them is another thread than this one. */
export const hasOther = (users: Users, thread: number): boolean =>
  users !== NOBODY && users !== userOf(thread);

/** An object that is used without a race: by whom, its words, and whether any of them learned by it what nothing orders (bytecode/event.ts). */
interface Communicated {
  readonly users: Users;
  readonly size: number;
  readonly learns: boolean;
}
/** As its size: used as objects of several. */
const SEVERAL = Number.POSITIVE_INFINITY;

/** All that was touched, for another one's `learn`: of each address its cell, who read and who wrote, and who communicated by it. */
export interface Touched {
  readonly count: number;
  readonly addresses: Int32Array;
  readonly cells: Int32Array;
  readonly readers: Int32Array;
  readonly writers: Int32Array;
  readonly communicated: ReadonlyMap<number, Communicated>;
  readonly plain: ReadonlyMap<number, ReadonlyMap<number, Use>>;
  readonly sharesPlain: boolean;
  readonly sharesUnguarded: boolean;
}

/** How a thread uses a word: who started it, how many threads there were at the last use, and what it does there. */
interface Use {
  readonly thread: number;
  readonly parent: number;
  readonly threads: number;
  readonly writes: boolean;
  /** Mutexes that keep out whoever writes meanwhile, and all others too if it writes: those that it holds each time. */
  readonly guards: readonly number[];
}
/** All that the one did there came before it started the other. */
const isBefore = (one: Use, other: Use): boolean =>
  other.parent === one.thread && one.threads <= other.thread;

const together = (before: Use, now: Use): Use => ({
  ...now,
  threads: Math.max(now.threads, before.threads),
  writes: now.writes || before.writes,
  guards: before.guards.filter((lock) => now.guards.includes(lock)),
});

/** The guards among the locks that are held (lock-sets.ts). */
export const guardsIn = (held: LockSet, writes: boolean): number[] =>
  [...held.keys()].filter((name) => !writes || (name & 1) === 0).map((name) => name >>> 1);

export class SharedWords {
  /** By address: 0 for what one thread alone has touched, or all only read. */
  readonly cellOf: Int32Array;
  /** Numbers given out, 0 included. */
  count = 1;
  /** By address. */
  private readonly readers: Int32Array;
  private readonly writers: Int32Array;
  private readonly communicated = new Map<number, Communicated>();
  /** Threads that run beside each other use a word that is no atomic, one of them writing: in a locked way, or by what they learned. */
  sharesPlain = false;
  /** And some such word is guarded by no mutex that both of two threads hold; this is asked where something is told that is not ordered. */
  private unguarded = false;
  private readonly asksGuards: boolean;
  /** While it is asked, by word that is no atomic: who used it beside others. */
  private readonly plain = new Map<number, Map<number, Use>>();
  private frozen = false;

  constructor(machine: Machine) {
    const end = dataEnd(machine);
    this.cellOf = new Int32Array(end);
    this.readers = new Int32Array(end);
    this.writers = new Int32Array(end);
    this.asksGuards = mayTellUnordered(machine.program);
  }

  /** A thread touched a word: its cell, 0 if nobody else cares. */
  touch(thread: number, address: number, writes: boolean): number {
    const { readers, writers } = this;
    const users = writes ? writers : readers;
    users[address] = both(users[address], userOf(thread));
    const cell = this.cellOf[address];
    if (cell !== 0 || this.frozen) return cell;
    const isShared = hasOther(writers[address], thread) || (writes && hasOther(readers[address], thread));
    if (!isShared) return 0;
    this.cellOf[address] = this.count;
    return this.count++;
  }

  /** Threads use an object beside others. */
  communicate(address: number, { users, size, learns }: Communicated): void {
    const known = this.communicated.get(address);
    if (known === undefined) this.communicated.set(address, { users, size, learns });
    else if (both(known.users, users) !== known.users || size !== known.size || (learns && !known.learns))
      this.communicated.set(address, {
        users: both(known.users, users),
        size: size === known.size ? size : SEVERAL,
        learns: known.learns || learns,
      });
  }

  /** Whether `meetPlain` can still tell anything. */
  get asksPlain(): boolean {
    return this.asksGuards ? !this.unguarded : !this.sharesPlain;
  }

  /** A thread uses a word that is no atomic beside others. What its parent did there before it started it comes before it. */
  meetPlain(word: number, now: Use): void {
    const uses = this.plain.get(word) ?? new Map<number, Use>();
    this.plain.set(word, uses);
    const before = uses.get(now.thread);
    const use = before === undefined ? now : together(before, now);
    uses.set(now.thread, use);
    for (const other of uses.values()) {
      if (other === use || !(other.writes || use.writes) || isBefore(other, use) || isBefore(use, other))
        continue;
      this.sharesPlain = true;
      this.unguarded ||= this.asksGuards && !other.guards.some((lock) => use.guards.includes(lock));
    }
  }

  /** Whether a race may be hidden: by two plain uses without a common mutex, or by a plain use of what another thread uses as an atomic. */
  get sharesUnguarded(): boolean {
    if (this.unguarded || !this.asksGuards) return this.unguarded;
    for (const [address, { users, size }] of this.communicated)
      for (let word = address; word < address + size; word++)
        for (const thread of this.plain.get(word)?.keys() ?? []) if (hasOther(users, thread)) return true;
    return false;
  }

  /**
   * Objects by which a thread learned of what another one did. What is used as objects of several sizes is more than one, and what is plain and
   * shared beside them is one more.
   */
  get contended(): number {
    let count = 0;
    let end = 0;
    let others: Omit<Communicated, 'size'> = { users: NOBODY, learns: false };
    for (const [address, each] of [...this.communicated].sort(([a], [b]) => a - b)) {
      const overlaps = address < end;
      const users = overlaps ? both(each.users, others.users) : each.users;
      const learns = each.learns || (overlaps && others.learns);
      others = { users, learns };
      end = Math.max(end, address + each.size);
      if (!learns || users !== MANY) continue;
      if (overlaps || each.size === SEVERAL) count += 2;
      else if (this.writers[address] !== 0) count++;
    }
    return count > 0 && this.sharesPlain ? count + 1 : count;
  }

  /** Whether another thread ever touched the word. */
  isForeign(thread: number, address: number): boolean {
    return hasOther(this.readers[address], thread) || hasOther(this.writers[address], thread);
  }

  touched(): Touched {
    const { count, cellOf, readers, writers, communicated, plain, sharesPlain, sharesUnguarded } = this;
    const used: number[] = [];
    for (let at = 0; at < cellOf.length; at++) if (both(readers[at], writers[at]) !== NOBODY) used.push(at);
    const addresses = Int32Array.from(used);
    const of = (words: Int32Array): Int32Array => addresses.map((at) => words[at]);
    const [cells, read, written] = [of(cellOf), of(readers), of(writers)];
    const users = { readers: read, writers: written, communicated, plain };
    return { count, addresses, cells, ...users, sharesPlain, sharesUnguarded };
  }

  /** Takes over what another one knows, whose cells are these, and from now on gives out no more of them. */
  freeze({ count, addresses, cells, readers, writers }: Touched): void {
    this.count = count;
    for (const [i, at] of addresses.entries()) {
      this.cellOf[at] = cells[i];
      this.readers[at] = readers[i];
      this.writers[at] = writers[i];
    }
    this.frozen = true;
  }

  /** What others touched who began with what is known here: what they share gets its cell now. */
  learn(others: readonly Touched[]): void {
    const news = new Set<number>();
    for (const { addresses, readers, writers, communicated, plain, sharesPlain, sharesUnguarded } of others) {
      this.sharesPlain ||= sharesPlain;
      this.unguarded ||= sharesUnguarded;
      for (const [at, each] of communicated) this.communicate(at, each);
      for (const [word, uses] of plain) for (const use of uses.values()) this.meetPlain(word, use);
      for (const [i, at] of addresses.entries()) {
        this.readers[at] = both(this.readers[at], readers[i]);
        this.writers[at] = both(this.writers[at], writers[i]);
        if (this.cellOf[at] === 0) news.add(at);
      }
    }
    for (const at of [...news].sort((a, b) => a - b)) {
      const isShared = this.writers[at] !== NOBODY && both(this.readers[at], this.writers[at]) === MANY;
      if (isShared) this.cellOf[at] = this.count++;
    }
  }
}
