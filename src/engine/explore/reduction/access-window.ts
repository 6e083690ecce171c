/**
 * Sees each step of a search: learns which words are shared and what steps touch, and finds data races without clocks, so that
 * equal states can be merged whatever led to them.
 *
 * A thread's window holds its plain accesses since its last synchronisation. An access of another thread that conflicts with an
 * entry of an open window is a race: whatever orders two accesses begins with a synchronisation of the first thread behind
 * the first access, and there was none. Conversely, of every race some order of the steps shows it in a window. Windows are
 * part of what makes states equal.
 */
import { doubled } from '../../../base/doubled';
import { initially } from '../../../base/sizes';
import {
  ACCESS,
  ACCESS_KIND,
  ATOMIC,
  COUNT_DROPPED,
  COUNT_LOCKED,
  conflict,
  countsConflict,
  ENDS,
  isCountOrLockEnd,
  LOCK_ENDS,
  NONCOMMUTING,
  NOTHING,
  RACE_EXEMPT,
  REFUSED,
  WRITES,
} from '../../bytecode/access';
import {
  accessOf,
  EV_ATOMIC_ENTER,
  EV_ATOMIC_LEAVE,
  EV_FAULT,
  EV_JOIN,
  EV_SPAWN,
  EV_STORAGE_DEAD,
  EV_UNLOCK,
  eventKind,
  eventWords,
  nextEvent,
} from '../../bytecode/event';
import { GONE } from '../../bytecode/fault';
import {
  accessStart,
  accessWords,
  logEnd,
  logStart,
  type Machine,
  type SchedulePoints,
  stopsAt,
} from '../../machine';
import { JOINED, recordOf, T_OWNER } from '../../machine/layout';
import { dataEnd, isLive } from '../../machine/local';
import type { Observer } from '../steps/stepper';
import type { CommutingSteps } from './commuting-steps';
import type { LockSets } from './lock-sets';
import type { MayAccess } from './may-access';
import type { SharedWords } from './shared-words';

/** Per thread, in `live`: the node it rests at, the locks it holds, its window. */
export const NODE = 0;
export const LOCKS = 1;
export const WINDOW = 2;
export const WINDOW_END = 3;
const WINDOW_HASH = 4;
/** A bit for each word in the window, by the number of its cell modulo 32. */
const WINDOW_CELLS = 5;
export const LIVE_WORDS = 6;

/** An entry of a window: address, access, pc, and where the window has the word before: below its beginning, nowhere. */
export const ENTRY = 4;

/** The end of a scope is no data race: the other order is a use after it. */
const STORAGE_ENDS = ACCESS | NONCOMMUTING | WRITES | ENDS;

/** `race`: a data race, or else only an order that matters. */
export type OnRace = (pc: number, otherPc: number, race: boolean) => void;

/** What is known of a program, and learned on the way. */
export interface Knowledge {
  readonly shared: SharedWords;
  readonly locks: LockSets;
  /** Null where nothing is reduced. */
  readonly mayAccess: MayAccess | null;
  /** Where steps commute that write. */
  readonly commuting?: CommutingSteps | undefined;
}

export class AccessWindows implements Observer {
  readonly live: Int32Array;
  /** All windows of the states on the way here, one behind the other. */
  entries = new Int32Array(ENTRY * initially(1024));
  top = 0;
  threads = 1;
  /** Part of the hash of a state: what is in the windows. */
  key = 0;
  /** Threads of which something else is known since this was last set to 0. */
  changed = 0;
  /** Whether an atomic step of several instructions is being observed. */
  private inside = false;
  private readonly machine: Machine;
  private readonly shared: SharedWords;
  private readonly locks: LockSets;
  private readonly mayAccess: MayAccess | null;
  private readonly commuting: CommutingSteps | null;
  private readonly points: SchedulePoints;
  private readonly onRace: OnRace;
  private readonly dataEnd: number;
  private readonly firstData: number;
  /** By cell: the last entry for its word, if that is one of the window that grows now. */
  private latest = new Int32Array(initially(256));
  /** By cell: a bit for each thread of which some window has had its word, and has had it by more than a read. */
  private entered = new Int32Array(initially(256));
  private enteredByMore = new Int32Array(initially(256));

  constructor(machine: Machine, points: SchedulePoints, known: Knowledge, onRace: OnRace) {
    const { shared, locks, mayAccess, commuting = null } = known;
    this.machine = machine;
    this.shared = shared;
    this.locks = locks;
    this.mayAccess = mayAccess;
    this.commuting = commuting;
    this.points = points;
    this.onRace = onRace;
    this.live = new Int32Array(LIVE_WORDS * machine.layout.limits.threads);
    this.dataEnd = dataEnd(machine);
    this.firstData = machine.layout.globals;
  }

  /** The state the machine is in is the first one; one thread runs. */
  begin(): void {
    this.live.fill(0);
    this.top = 0;
    this.threads = 1;
    this.key = 0;
    if (this.mayAccess !== null) this.live[NODE] = this.mayAccess.nodeOf(this.machine, 0);
  }

  /** Sees the events of one call of `step`. */
  observe(thread: number, first: boolean): void {
    const { machine, live, shared, mayAccess, commuting, points, locks } = this;
    const { words } = machine;
    const mine = thread * LIVE_WORDS;
    this.changed |= 1 << thread;
    const node = live[mine + NODE];
    let set = live[mine + LOCKS];
    let inside = this.inside;
    let lastPc = -1;
    if (first) {
      this.close(mine);
      commuting?.begin();
      inside = false;
    }
    const end = logEnd(machine);
    for (let at = logStart(machine); at < end; at = nextEvent(words, at)) {
      const head = words[at];
      const kind = eventKind(head);
      const pc = words[at + 1];
      let address = words[at + 2];
      const value = words[at + 3];
      if (kind === EV_ATOMIC_LEAVE) inside = false;
      if (kind === EV_STORAGE_DEAD) this.end(thread, address, eventWords(head), pc);
      const access = accessOf(kind, value, inside);
      if (access === NOTHING) continue;
      const stops = stopsAt(points, pc) || kind === EV_UNLOCK;
      if (commuting !== null && kind === EV_UNLOCK) this.coalesce(mine, commuting);
      if (stops && pc !== lastPc && !inside && live[mine + WINDOW_END] !== live[mine + WINDOW])
        this.close(mine);
      if (kind === EV_ATOMIC_ENTER) inside = true;
      lastPc = pc;
      set = locks.after(set, kind, address);
      live[mine + LOCKS] = set;
      if (kind === EV_SPAWN) this.born(node, address);
      else if (kind === EV_JOIN) {
        this.changed |= 1 << address;
        this.close(address * LIVE_WORDS);
      } else if (kind === EV_FAULT && (address < this.firstData || address >= this.dataEnd)) continue;
      address = accessStart(machine, at);
      const size = accessWords(machine, at);
      const conflicts = (access & NONCOMMUTING) !== 0;
      const dependence =
        commuting === null || inside ? 'by kind' : commuting.dependence(kind, pc, { address, size });
      const isConcurrent = commuting !== null && this.mayBeConcurrent(thread);
      for (let word = address; word < address + size; word++) {
        const cell = shared.touch(thread, word, conflicts || (access & WRITES) !== 0);
        if (cell === 0) continue;
        if (dependence === 'by kind')
          mayAccess?.learnAccess(node, cell, conflicts || commuting?.isAdded(word) === true);
        else if (dependence === 'independent') mayAccess?.learnAccess(node, cell, false);
        if (kind === EV_FAULT && GONE.has(value))
          this.meet(thread, word, ACCESS | NONCOMMUTING | REFUSED, value, pc);
        if (access & RACE_EXEMPT) continue;
        if (isConcurrent) commuting.refine(word, locks.held(set), (access & (ENDS | LOCK_ENDS)) !== 0);
        this.meet(thread, word, access, value, pc);
        const plain = (access & ATOMIC) === 0;
        if (plain || (!inside && !stops && isCountOrLockEnd(access))) this.open(mine, word, cell, access, pc);
      }
    }
    this.inside = inside;
  }

  /**
   * Storage of the thread's stack ends. What must come before it stops by itself; what comes after it comes where the thread goes
   * on, before the words are something else's.
   */
  private end(thread: number, address: number, size: number, pc: number): void {
    const { shared, mayAccess, live, commuting, locks } = this;
    const mine = thread * LIVE_WORDS;
    for (let word = address; word < address + size; word++) {
      if (!shared.isForeign(thread, word)) continue;
      if (commuting !== null && this.mayBeConcurrent(thread))
        commuting.refine(word, locks.held(live[mine + LOCKS]), true);
      const cell = shared.touch(thread, word, true);
      if (mayAccess !== null) mayAccess.learnAccess(live[mine + NODE], cell, true);
      this.meet(thread, word, STORAGE_ENDS, 0, pc);
      this.open(mine, word, cell, STORAGE_ENDS, pc);
    }
  }

  /** Whether some step adds to the word, under steps that commute: a read of it then conflicts. */
  isAdded(word: number): boolean {
    return this.commuting?.isAdded(word) === true;
  }

  /** After the last call of a step: the thread rests at a new node, or takes no more steps. */
  arrive(thread: number): void {
    const { mayAccess, live, machine } = this;
    if (mayAccess === null) return;
    const mine = thread * LIVE_WORDS;
    if (this.commuting !== null) this.learnSums(mine, this.commuting, mayAccess);
    const node = isLive(machine, thread) ? mayAccess.nodeOf(machine, thread) : -1;
    mayAccess.learnStep(live[mine + NODE], node);
    live[mine + NODE] = node;
  }

  /** Whether something that another thread does or did may be ordered with nothing that this one does now: who was joined is before it. */
  private mayBeConcurrent(thread: number): boolean {
    const { words } = this.machine;
    for (let other = 0; other < this.threads; other++)
      if (other !== thread && words[recordOf(other) + T_OWNER] !== JOINED) return true;
    return false;
  }

  /** What is in a window that an unlock closes within a step is met there by nobody. */
  private coalesce(mine: number, commuting: CommutingSteps): void {
    const { live, entries } = this;
    for (let at = live[mine + WINDOW]; at < live[mine + WINDOW_END]; at += ENTRY)
      commuting.coalesce(entries[at]);
  }

  /** What of a step is known only at its end. An addition that others may race with, as it stays in the window, depends on theirs. */
  private learnSums(mine: number, commuting: CommutingSteps, mayAccess: MayAccess): void {
    const { live, entries, shared } = this;
    const learn = (word: number, conflicts: boolean): void => {
      const cell = shared.cellOf[word];
      if (cell !== 0) mayAccess.learnAccess(live[mine + NODE], cell, conflicts);
    };
    for (let at = live[mine + WINDOW]; at < live[mine + WINDOW_END]; at += ENTRY)
      if (commuting.sums.delete(entries[at])) learn(entries[at], true);
    for (const word of commuting.sums) learn(word, false);
    for (const word of commuting.unsettled()) learn(word, true);
  }

  private born(node: number, child: number): void {
    const { mayAccess, live } = this;
    this.threads = Math.max(this.threads, child + 1);
    const at = child * LIVE_WORDS;
    live.fill(0, at, at + LIVE_WORDS);
    if (mayAccess === null) return;
    live[at + NODE] = mayAccess.nodeOf(this.machine, child);
    mayAccess.learnStep(node, live[at + NODE]);
  }

  private close(at: number): void {
    this.live[at + WINDOW] = this.top;
    this.live[at + WINDOW_END] = this.top;
    this.key ^= keyOf(at, this.live[at + WINDOW_HASH]);
    this.live[at + WINDOW_HASH] = 0;
    this.live[at + WINDOW_CELLS] = 0;
  }

  private open(mine: number, word: number, cell: number, access: number, pc: number): void {
    const { live, top } = this;
    if (live[mine + WINDOW_END] !== top) throw new Error('a window that is not the last one grew');
    if (top + ENTRY > this.entries.length) this.entries = doubled(this.entries);
    if (cell >= this.latest.length) {
      this.latest = doubled(this.latest, cell + 1);
      this.entered = doubled(this.entered, cell + 1);
      this.enteredByMore = doubled(this.enteredByMore, cell + 1);
    }
    const { entries, latest } = this;
    const bit = 1 << (mine / LIVE_WORDS);
    this.entered[cell] |= bit;
    if (!isRead(access)) this.enteredByMore[cell] |= bit;
    const begin = live[mine + WINDOW];
    // A window grows within one step: what stands in it between here and its beginning is of this step.
    const last = latest[cell] < top && entries[latest[cell]] === word ? latest[cell] : -1;
    for (let at = last; at >= begin; at = entries[at + 3])
      if (entries[at + 1] === access && entries[at + 2] === pc) return;
    entries[top] = word;
    entries[top + 1] = access;
    entries[top + 2] = pc;
    entries[top + 3] = last;
    latest[cell] = top;
    this.top = top + ENTRY;
    live[mine + WINDOW_END] = this.top;
    live[mine + WINDOW_CELLS] |= 1 << (cell & 31);
    const hash = live[mine + WINDOW_HASH];
    const entry = Math.imul(word, 0x9e3779b1) ^ Math.imul(access, 0x85ebca6b) ^ Math.imul(pc, 0x846ca68b);
    const longer =
      Math.imul((hash << 13) | (hash >>> 19), 5) ^ Math.imul(entry ^ (entry >>> 15), 0x2c1b3c6d) ^ 1;
    live[mine + WINDOW_HASH] = longer;
    this.key ^= keyOf(mine, hash) ^ keyOf(mine, longer);
  }

  /** Looks for the access in the windows of others. */
  private meet(thread: number, word: number, access: number, value: number, pc: number): void {
    const { live, entries, threads } = this;
    const cell = this.shared.cellOf[word];
    // Most words of a long window are of no other thread's interest.
    const others = (isRead(access) ? this.enteredByMore : this.entered)[cell] & ~(1 << thread);
    if (others === 0) return;
    const bit = 1 << (cell & 31);
    for (let other = 0; other < threads; other++) {
      if ((others & (1 << other)) === 0 || (live[other * LIVE_WORDS + WINDOW_CELLS] & bit) === 0) continue;
      const end = live[other * LIVE_WORDS + WINDOW_END];
      for (let at = live[other * LIVE_WORDS + WINDOW]; at < end; at += ENTRY) {
        if (entries[at] !== word) continue;
        const conflicts = conflict(access & ACCESS_KIND, entries[at + 1] & ACCESS_KIND);
        // But for the owner that weak_ptr::lock made, this drop would have been the last.
        const spared =
          value === 1 && (access & COUNT_DROPPED) !== 0 && (entries[at + 1] & COUNT_LOCKED) !== 0;
        if (conflicts || spared || countsConflict(access & ACCESS_KIND, entries[at + 1] & ACCESS_KIND)) {
          const otherPc = entries[at + 2];
          // Beside the end of a life it is no data race: the other order is tried too, and is a use after free.
          const race = conflicts && ((access | entries[at + 1]) & (REFUSED | ENDS)) === 0;
          this.onRace(pc, otherPc, race);
        }
      }
    }
  }
}

/** Two of these never conflict. */
const isRead = (access: number): boolean => (access & ACCESS_KIND & ~ATOMIC) === 0;

/** The part of a window in the key; `at`: the thread's words in `live`. */
const keyOf = (at: number, hash: number): number =>
  hash === 0 ? 0 : Math.imul(hash ^ (hash >>> 15), (at + WINDOW_HASH) * 0x2c1b3c6d + 0x297a2d39);
