/**
 * Sees each step of a search, and learns from it: which words are shared, what threads may access (may-access.ts), which locks they hold.
 * Each access is looked for in the windows of the other threads, and kept in that of its own (access-windows.ts).
 */
import {
  ACCESS,
  ATOMIC,
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
  communicates,
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
  threadCount,
} from '../../machine';
import { dataEnd, isJoined, isLive } from '../../machine/local';
import { birthOf } from '../../machine/query';
import type { Observer } from '../steps/stepper';
import { addThread, threadSets } from '../steps/thread-sets';
import { AccessWindows, LIVE_WORDS, LOCKS, NODE, type OnRace } from './access-windows';
import type { CommutingSteps } from './commuting-steps';
import type { CountersLeftOut } from './counters-left-out';
import type { LockSets } from './lock-sets';
import type { MayAccess } from './may-access';
import { guardsIn, type SharedWords, userOf } from './shared-words';
import type { AtomicEvent, SpinLocks } from './spin-locks';

/** The end of a scope is no data race: the other order is a use after it. */
const STORAGE_ENDS = ACCESS | NONCOMMUTING | WRITES | ENDS;

/** What is known of a program, and learned on the way. */
export interface Knowledge {
  readonly shared: SharedWords;
  readonly locks: LockSets;
  /** Null where nothing is reduced. */
  readonly mayAccess: MayAccess | null;
  /** Where steps commute that write. */
  readonly commuting?: CommutingSteps | undefined;
  /** Of a program without its counters. */
  readonly leftOut?: CountersLeftOut | undefined;
}

export class AccessObserver implements Observer {
  readonly windows: AccessWindows;
  /** Threads of which something else is known since this was last cleared. */
  readonly changed = threadSets(1);
  /** Whether an atomic step of several instructions is being observed. */
  private inside = false;
  private readonly machine: Machine;
  private readonly shared: SharedWords;
  private readonly locks: LockSets;
  private readonly mayAccess: MayAccess | null;
  private readonly commuting: CommutingSteps | null;
  private readonly leftOut: CountersLeftOut | null;
  private readonly points: SchedulePoints;
  private readonly dataEnd: number;
  private readonly firstData: number;

  /** The state the machine is in is the first one; one thread runs. */
  constructor(machine: Machine, points: SchedulePoints, known: Knowledge, onRace: OnRace) {
    const { shared, locks, mayAccess, commuting = null, leftOut = null } = known;
    this.machine = machine;
    this.shared = shared;
    this.locks = locks;
    this.mayAccess = mayAccess;
    this.commuting = commuting;
    this.leftOut = leftOut;
    this.points = points;
    this.dataEnd = dataEnd(machine);
    this.firstData = machine.layout.globals;
    this.windows = new AccessWindows(machine.layout.limits.threads, shared, onRace);
    if (mayAccess !== null) this.windows.live[NODE] = mayAccess.nodeOf(machine, 0);
    leftOut?.born(0, this.windows.live[NODE]);
  }

  /** Before each step. */
  begin(thread: number): void {
    this.commuting?.spinLocks.begin(this.machine, this.points, thread);
  }

  /** Sees the events of one call of `step`. */
  observe(thread: number, first: boolean): void {
    const { machine, windows, shared, mayAccess, commuting, leftOut, points, locks } = this;
    const { words } = machine;
    const { live } = windows;
    const mine = thread * LIVE_WORDS;
    addThread(this.changed, 0, thread);
    const node = live[mine + NODE];
    let set = live[mine + LOCKS];
    let inside = this.inside;
    let lastPc = -1;
    if (first) {
      windows.close(thread);
      commuting?.begin();
      leftOut?.begin();
      inside = false;
    }
    let isConcurrent = this.mayBeConcurrent(thread);
    const end = logEnd(machine);
    for (let at = logStart(machine); at < end; at = nextEvent(words, at)) {
      const head = words[at];
      const pc = words[at + 1];
      let address = words[at + 2];
      const value = words[at + 3];
      const kind =
        isConcurrent && commuting !== null
          ? this.kindOf({ kind: eventKind(head), pc, word: address, value }, commuting.spinLocks, set)
          : eventKind(head);
      leftOut?.see(thread, kind, pc, { address, value }, inside);
      if (kind === EV_ATOMIC_LEAVE) inside = false;
      if (kind === EV_STORAGE_DEAD) this.end(thread, address, eventWords(head), pc);
      const access = accessOf(kind, value, inside);
      if (access === NOTHING) continue;
      const stops = stopsAt(points, pc) || kind === EV_UNLOCK;
      if (kind === EV_UNLOCK && isConcurrent) commuting?.coalesce(windows.wordsOf(thread), locks.held(set));
      if (stops && pc !== lastPc && !inside && windows.isOpen(thread)) windows.close(thread);
      if (kind === EV_ATOMIC_ENTER) inside = true;
      lastPc = pc;
      set = locks.after(set, kind, address);
      live[mine + LOCKS] = set;
      if (kind === EV_SPAWN) {
        this.born(node, address);
        isConcurrent = true;
      } else if (kind === EV_JOIN) {
        isConcurrent = this.mayBeConcurrent(thread);
        addThread(this.changed, 0, address);
        windows.close(address);
      } else if (kind === EV_FAULT && (address < this.firstData || address >= this.dataEnd)) continue;
      address = accessStart(machine, at);
      const size = accessWords(machine, at);
      leftOut?.access(thread, address, size, pc);
      if ((accessOf(kind, value, false) & ATOMIC) !== 0 && isConcurrent)
        shared.communicate(address, {
          users: userOf(thread),
          size,
          learns: communicates(eventKind(head), value),
        });
      // Who was started first only names the threads: with the other order the same run follows, under other numbers.
      const conflicts = (access & NONCOMMUTING) !== 0 && kind !== EV_SPAWN;
      const dependence =
        commuting === null || inside ? 'by kind' : commuting.dependence(kind, pc, { address, size });
      for (let word = address; word < address + size; word++) {
        const cell = shared.touch(thread, word, conflicts || (access & WRITES) !== 0);
        if (cell === 0) continue;
        if (dependence === 'by kind')
          mayAccess?.learnAccess(node, cell, conflicts || commuting?.isAdded(word) === true);
        else if (dependence === 'independent') mayAccess?.learnAccess(node, cell, false);
        if (kind === EV_FAULT && GONE.has(value))
          windows.meet(thread, word, ACCESS | NONCOMMUTING | REFUSED, value, pc);
        if (access & RACE_EXEMPT) continue;
        if (isConcurrent && (access & ATOMIC) === 0 && shared.asksPlain)
          this.meetPlain(thread, word, (access & WRITES) !== 0);
        if (isConcurrent && (access & (ENDS | LOCK_ENDS)) !== 0) commuting?.end(word);
        windows.meet(thread, word, access, value, pc);
        const plain = (access & ATOMIC) === 0;
        if (plain || (!inside && !stops && isCountOrLockEnd(access)))
          windows.open(thread, word, cell, access, pc);
      }
    }
    this.inside = inside;
  }

  /** A word that is used as a mutex is taken for one. `set`: the locks that the thread holds. */
  private kindOf(event: AtomicEvent, spinLocks: SpinLocks, set: number): number {
    return spinLocks.kindOf(event, () => this.locks.blocks(set, event.word, true));
  }

  /**
   * Storage of the thread's stack ends. What must come before it stops by itself; what comes after it comes where the thread goes
   * on, before the words are something else's.
   */
  private end(thread: number, address: number, size: number, pc: number): void {
    const { shared, mayAccess, windows, commuting, leftOut } = this;
    const { live } = windows;
    const mine = thread * LIVE_WORDS;
    const isConcurrent = this.mayBeConcurrent(thread);
    for (let word = address; word < address + size; word++) {
      if (!shared.isForeign(thread, word)) continue;
      leftOut?.access(thread, word, 1, pc);
      if (isConcurrent) {
        if (shared.asksPlain) this.meetPlain(thread, word, true);
        commuting?.end(word);
      }
      const cell = shared.touch(thread, word, true);
      if (mayAccess !== null) mayAccess.learnAccess(live[mine + NODE], cell, true);
      windows.meet(thread, word, STORAGE_ENDS, 0, pc);
      windows.open(thread, word, cell, STORAGE_ENDS, pc);
    }
  }

  /** After the last call of a step: the thread rests at a new node, or takes no more steps. */
  arrive(thread: number): void {
    const { mayAccess, windows, commuting, leftOut, machine, shared } = this;
    if (mayAccess === null) return;
    const at = thread * LIVE_WORDS + NODE;
    const from = windows.live[at];
    if (commuting !== null)
      for (const { word, conflicts } of commuting.deferred(windows.wordsOf(thread))) {
        const cell = shared.cellOf[word];
        if (cell !== 0) mayAccess.learnAccess(from, cell, conflicts);
      }
    const node = isLive(machine, thread) ? mayAccess.nodeOf(machine, thread) : -1;
    mayAccess.learnStep(from, node);
    leftOut?.arrive(from, node);
    windows.live[at] = node;
  }

  /** Whether something that another thread does or did may be ordered with nothing that this one does now: who was joined is before it. */
  private mayBeConcurrent(thread: number): boolean {
    const { machine, windows } = this;
    for (let other = 0; other < windows.threads; other++)
      if (other !== thread && !isJoined(machine, other)) return true;
    return false;
  }

  private meetPlain(thread: number, word: number, writes: boolean): void {
    const { machine, shared, locks, windows } = this;
    shared.meetPlain(word, {
      thread,
      parent: birthOf(machine, thread).parent ?? -1,
      threads: threadCount(machine),
      writes,
      guards: guardsIn(locks.held(windows.live[thread * LIVE_WORDS + LOCKS]), writes),
    });
  }

  private born(node: number, child: number): void {
    const { mayAccess, windows, machine } = this;
    windows.add(child);
    if (mayAccess === null) return;
    const first = mayAccess.nodeOf(machine, child);
    windows.live[child * LIVE_WORDS + NODE] = first;
    mayAccess.learnStep(node, first);
    this.leftOut?.born(child, first);
  }
}
