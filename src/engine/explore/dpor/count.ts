/**
 * How many executions there are that differ: Mazurkiewicz traces, counted by optimal dynamic partial-order reduction with source sets
 * and wakeup trees (Abdulla, Aronis, Jonsson & Sagonas, "Optimal dynamic partial order reduction", POPL 2014; "Source sets", JACM
 * 2017). No execution is started that is equivalent to another. Longer than other files: the search, its stack and its races are one.
 *
 * Two things differ from the paper. A reversal is inserted when the search comes back to the state where it belongs: the machine
 * then stands there and can try the sequence, so that what its steps depend on is seen and not guessed. And a step that waits
 * for a lock races with the step that took the lock, not with the one that gave it back, which it cannot precede; a thread
 * that waits at the end of an execution races as if it had gone on.
 */
import { doubled } from '../../../base/doubled';
import { initially } from '../../../base/sizes';
import { LOCK_ENDS } from '../../bytecode/access';
import {
  accessOf,
  EV_LOCK,
  EV_LOCK_SHARED,
  EV_STORAGE_DEAD,
  eventKind,
  eventWords,
  nextEvent,
} from '../../bytecode/event';
import { FAULT_SCOPE } from '../../bytecode/fault';
import { waitsForLock } from '../../bytecode/opcodes';
import type { Program, ThreadId } from '../../bytecode/program';
import { endedWell } from '../../detect/leaks';
import {
  blockedOn,
  canStep,
  choices,
  createMachine,
  evenAlone,
  FAULTED,
  faultOf,
  logEnd,
  logStart,
  type Machine,
  MORE,
  nextPc,
  restore,
  type SchedulePoints,
  step,
  threadCount,
} from '../../machine';
import { Journal } from '../../machine/journal';
import { dataEnd, joinTarget, SEARCHED_THREADS, wantedLocks } from '../../machine/local';
import type { Choice } from '../../schedule/schedule';
import { setUp } from '../steps/setup';
import { ACQUIRES, ahead, behind, dependent, entriesDepend, FOOT, Footprints, WAITED } from './footprint';
import { Awaits } from './spin-assume';
import { type Action, type Branch, branchOf, sameAction } from './wakeup-tree';

export interface CountLimits {
  readonly executions?: number;
  /** To take, those of all executions together. */
  readonly transitions?: number;
  readonly shouldStop?: () => boolean;
  /** Each execution, in the order met. */
  readonly onExecution?: (path: readonly Choice[], failed: boolean) => void;
  /** It is counted once more: what onExecution has told is void. */
  readonly onAgain?: () => void;
}
export interface Count {
  /** Of a thread that waits by going round (spin-assume.ts), rounds that change nothing are left out. */
  readonly executions: number;
  /** Of these, runs that ended in a fault, in threads that wait for ever, or with something left behind. */
  readonly failing: number;
  /** False if a limit was met, or a thread uses what another one's scope has ended: there are at least so many. */
  readonly exact: boolean;
  /** A thread waits by going round in some of them: with its rounds there would be no end of executions. */
  readonly rounds: boolean;
  /** Threads may come back to a state otherwise, any number of times: there are infinitely many, and no more were counted. */
  readonly endless: boolean;
  readonly transitions: number;
  /** Executions started that were equivalent to others: 0, or a defect of this file. */
  readonly redundant: number;
}

/** Words of a clock: one for each thread that a search can follow, in a power of two. */
const CLOCK = SEARCHED_THREADS + 1;
const MAX_EXECUTIONS = 100_000;
const MAX_LENGTH = 3000;
const MAX_MORE = 3;

interface Sleeper extends Action {
  /** Its footprint, a copy. */
  readonly foot: Int32Array;
  /** It ended the run: nothing comes behind it, so its order with any other step matters. */
  readonly faulted: boolean;
}

interface Frame {
  mark: number;
  hash0: number;
  hash1: number;
  /** Not to be explored here again. */
  sleep: Sleeper[];
  tree: Branch[];
  /** Reversals that were found below and belong here. */
  pending: Map<string, Action[]>;
  /** The step taken from here: event number = depth. */
  thread: number;
  pick: number;
  pc: number;
  /** Number among the steps of its thread, from 1. */
  local: number;
  footFrom: number;
  footTo: number;
  faulted: boolean;
  threads: number;
}

/** `points` are those of a verdict of `explore`. */
export function countExecutions(program: Program, points: SchedulePoints, limits: CountLimits = {}): Count {
  let counter = new Counter(program, points, limits);
  let count = counter.count();
  // Now it is known whose scopes hold what others use.
  for (let more = 0; more < MAX_MORE && counter.isBlurred && !count.endless; more++) {
    limits.onAgain?.();
    counter = new Counter(program, points, limits, counter.touched);
    count = counter.count();
  }
  return count;
}

class Counter {
  private readonly limits: CountLimits;
  private readonly machine: Machine;
  private readonly journal: Journal;
  private readonly points: SchedulePoints;
  private readonly foot = new Footprints();
  /** By address, a bit for each thread whose footprints have it. */
  readonly touched: Int32Array;
  /** By address, a bit for each thread one of whose scopes ended it. */
  private readonly ended: Int32Array;
  /** Steps were taken for independent that are not: who counts again knows better. */
  isBlurred = false;
  /** A thread used what another one's scope has ended: where else it could have is not followed. */
  private usesEnded = false;
  private readonly frames: Frame[] = [];
  private depth = 0;
  private clocks = new Int32Array(CLOCK * initially(64));
  /** By thread: its steps so far, and the depth of the last one and of the one that started it. */
  private readonly locals = new Int32Array(CLOCK);
  private readonly lastAt = new Int32Array(CLOCK).fill(-1);
  private readonly bornAt = new Int32Array(CLOCK).fill(-1);
  private executions = 0;
  private failing = 0;
  private transitions = 0;
  private redundant = 0;
  private exact = true;
  private rounds = false;
  private endless = false;
  private readonly awaits: Awaits;

  constructor(program: Program, points: SchedulePoints, limits: CountLimits, touched?: Int32Array) {
    this.limits = limits;
    this.machine = createMachine(program);
    this.touched = touched ?? new Int32Array(dataEnd(this.machine));
    this.ended = new Int32Array(dataEnd(this.machine));
    this.points = evenAlone(points);
    const setup = setUp(this.machine, points);
    restore(this.machine, setup.state);
    this.journal = new Journal(this.machine);
    this.awaits = new Awaits(this.machine, this.journal, this.points);
  }

  count(): Count {
    const { frames } = this;
    const { transitions: most = Number.POSITIVE_INFINITY } = this.limits;
    this.enter([], []);
    for (let top = this.depth; top > 0; top = this.depth) {
      const frame = frames[top - 1];
      if (!this.exact || this.endless) break;
      if (frame.thread >= 0) this.comeBack(frame);
      const next = frame.tree[0];
      if (next === undefined) {
        this.depth--;
        if (this.depth > 0) this.undoTo(frames[this.depth - 1]);
        continue;
      }
      const from = this.foot.top;
      if (this.depth >= MAX_LENGTH || this.transitions >= most) {
        this.exact = false;
        break;
      }
      this.take(frame, next.thread, next.pick);
      const to = this.foot.top;
      const { data } = this.foot;
      const sleep: Sleeper[] = [];
      for (const sleeper of frame.sleep) {
        if (sleeper.thread === next.thread || frame.faulted || sleeper.faulted) continue;
        if (dependent(sleeper.foot, 0, sleeper.foot.length, data, from, to, true)) continue;
        const moved = behind(sleeper.foot, data, from, to);
        sleep.push(moved === sleeper.foot ? sleeper : { ...sleeper, foot: moved });
      }
      if (frame.faulted) this.finish(true);
      else this.enter(sleep, next.children);
    }
    const { executions, failing, transitions, redundant, rounds, endless } = this;
    const exact = this.exact && !this.isBlurred && !this.usesEnded && !endless;
    return { executions, failing, exact, rounds, endless, transitions, redundant };
  }

  /** It can step, and does not only go round. */
  private canGo(thread: number): boolean {
    if (!canStep(this.machine, thread)) return false;
    if (this.awaits.round(thread) === 0) return true;
    this.rounds = true;
    return false;
  }

  /** Whether the machine is in a state that it was in before on its way. */
  private isBack(): boolean {
    const { frames, depth } = this;
    const { hash0, hash1 } = this.journal;
    for (let at = depth - 1; at >= 0; at--)
      if (frames[at].hash0 === hash0 && frames[at].hash1 === hash1) return true;
    return false;
  }

  /** A state that was reached: a frame, or the end of an execution. */
  private enter(sleep: Sleeper[], tree: Branch[]): void {
    const { machine } = this;
    if (this.isBack()) {
      this.endless = true;
      return;
    }
    const count = threadCount(machine);
    if (count > SEARCHED_THREADS) {
      this.exact = false;
      return;
    }
    let first = -1;
    let any = false;
    const last = this.depth > 0 ? this.frames[this.depth - 1].thread : 0;
    for (let i = -1; i < count; i++) {
      const thread = i < 0 ? last : i;
      if (thread >= count || !this.canGo(thread)) continue;
      any = true;
      if (first < 0 && !sleep.some((sleeper) => sleeper.thread === thread)) first = thread;
    }
    if (!any) {
      this.finish(false);
      return;
    }
    if (tree.length === 0) {
      if (first < 0) {
        this.redundant++;
        return;
      }
      tree = [{ thread: first, pick: 0, children: [] }];
    }
    const at = this.depth++;
    this.frames[at] ??= {} as Frame;
    const frame = this.frames[at];
    frame.mark = this.journal.mark;
    frame.hash0 = this.journal.hash0;
    frame.hash1 = this.journal.hash1;
    frame.sleep = sleep;
    frame.tree = [...tree];
    frame.pending = new Map();
    frame.thread = -1;
    frame.threads = count;
  }

  /** Takes a step from the top frame: an event with its footprint and clock. */
  private take(frame: Frame, thread: number, pick: number): void {
    const { machine, foot, locals } = this;
    const at = this.depth - 1;
    frame.thread = thread;
    frame.pick = pick;
    frame.pc = nextPc(machine, thread);
    frame.footFrom = foot.top;
    const before = threadCount(machine);
    const joined = joinTarget(machine, thread);
    const outcome = this.execute(thread, pick);
    frame.footTo = foot.top;
    frame.faulted = outcome === FAULTED;
    frame.local = ++locals[thread];
    this.transitions++;
    // Happens-before: after its own last step, what started or released it, and all it depends on.
    if ((at + 1) * CLOCK > this.clocks.length) this.clocks = doubled(this.clocks);
    const own = at * CLOCK;
    this.clocks.fill(0, own, own + CLOCK);
    if (this.lastAt[thread] >= 0) this.learn(own, this.lastAt[thread]);
    else if (this.bornAt[thread] >= 0) this.learn(own, this.bornAt[thread]);
    if (joined >= 0 && joined < CLOCK && this.lastAt[joined] >= 0 && !frame.faulted)
      this.learn(own, this.lastAt[joined]);
    if (this.awaits.candidates[frame.pc] !== 0 && !frame.faulted)
      this.awaitRaces(at, own, thread, pick, foot.data.subarray(frame.footFrom, frame.footTo));
    this.findRaces(at, own);
    this.clocks[own + thread] = frame.local;
    this.lastAt[thread] = at;
    for (let child = before; child < threadCount(machine); child++) {
      this.bornAt[child] = at;
      this.lastAt[child] = -1;
      locals[child] = 0;
    }
  }

  private execute(thread: number, pick: number): number {
    const { machine, journal, foot, touched, ended, points } = this;
    const from = foot.top;
    const pc = nextPc(machine, thread);
    foot.begin(pc, waitsForLock(machine.program.code[pc]));
    let outcome: number;
    do {
      outcome = step(machine, thread, pick, points);
      journal.commit(thread);
      foot.recordRest(machine, foot.record(machine));
      this.recordEnds(thread);
    } while (outcome === MORE);
    if (outcome === FAULTED && faultOf(machine)?.kind === FAULT_SCOPE) this.usesEnded = true;
    for (let at = from; at < foot.top; at += FOOT) {
      const word = foot.data[at];
      if (word < 0 || (touched[word] & (1 << thread)) !== 0) continue;
      touched[word] |= 1 << thread;
      // Footprints that were taken before lack what would have stood there.
      if ((ended[word] & ~(1 << thread)) !== 0) this.isBlurred = true;
    }
    return outcome;
  }

  /** The scopes that the last call of `step` ended, where others use what was in them. */
  private recordEnds(thread: number): void {
    const { machine, foot, touched, ended } = this;
    const { words } = machine;
    for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(words, at)) {
      if (eventKind(words[at]) !== EV_STORAGE_DEAD) continue;
      for (let word = words[at + 2]; word < words[at + 2] + eventWords(words[at]); word++) {
        ended[word] |= 1 << thread;
        if ((touched[word] & ~(1 << thread)) !== 0) foot.recordEnd(word);
      }
    }
  }

  private learn(own: number, event: number): void {
    const { clocks } = this;
    const from = event * CLOCK;
    for (let i = 0; i < CLOCK; i++)
      if (clocks[from + i] > clocks[own + i]) clocks[own + i] = clocks[from + i];
  }

  private knows(own: number, event: number): boolean {
    const { thread, local } = this.frames[event];
    return this.clocks[own + thread] >= local;
  }

  /** The clock of the event at `at`, of which `own` has the thread's past so far; and the races of which it is the second. */
  private findRaces(at: number, own: number): void {
    const { frames, foot } = this;
    const frame = frames[at];
    const { data } = foot;
    if (this.waited(data, frame.footFrom, frame.footTo))
      this.lockRaces(at, own, frame.thread, frame.pick, data, frame.footFrom, frame.footTo);
    // As it would be directly behind the event it is compared with.
    let mine: Int32Array = data.subarray(frame.footFrom, frame.footTo);
    for (let before = at - 1; before >= 0; before--) {
      const other = frames[before];
      if (other.thread === frame.thread || this.knows(own, before)) continue;
      if (frame.faulted) {
        this.note(before, at, frame.thread, frame.pick);
        this.learn(own, before);
        continue;
      }
      if (!dependent(data, other.footFrom, other.footTo, mine, 0, mine.length, false)) {
        mine = ahead(mine, data, other.footFrom, other.footTo);
        continue;
      }
      if (this.canPrecede(mine, other)) this.note(before, at, frame.thread, frame.pick);
      this.learn(own, before);
    }
  }

  private waited(data: Int32Array, from: number, to: number): boolean {
    for (let i = from; i < to; i += FOOT) if ((data[i + 1] & WAITED) !== 0) return true;
    return false;
  }

  /** Whether some dependence of two events is one that the later did not wait for. */
  private canPrecede(later: Int32Array, earlier: Frame): boolean {
    const { data } = this.foot;
    for (let i = 0; i < later.length; i += FOOT) {
      const waited = (later[i + 1] & WAITED) !== 0;
      for (let j = earlier.footFrom; j < earlier.footTo; j += FOOT) {
        if (later[i] !== data[j]) continue;
        // Nobody waits for the end of a mutex.
        if (waited && (data[j + 1] & LOCK_ENDS) === 0) continue;
        if (entriesDepend(data[j + 1], data[j + 2], later[i + 1], later[i + 2], false)) return true;
      }
    }
    return false;
  }

  /** Races of an event (or of a thread that waits for ever) that takes locks, with those who took them before. */
  private lockRaces(
    at: number,
    own: number,
    thread: number,
    pick: number,
    data: Int32Array,
    from: number,
    to: number,
  ): void {
    const { frames, clocks } = this;
    const scratch = clocks.slice(own, own + CLOCK);
    for (let before = at - 1; before >= 0; before--) {
      const other = frames[before];
      if (other.thread === thread || scratch[other.thread] >= other.local) continue;
      let meets = false;
      for (let i = from; i < to && !meets; i += FOOT) {
        if ((data[i + 1] & ACQUIRES) === 0) continue;
        for (let j = other.footFrom; j < other.footTo && !meets; j += FOOT) {
          const taken = this.foot.data;
          meets =
            (taken[j + 1] & ACQUIRES) !== 0 &&
            data[i] === taken[j] &&
            entriesDepend(data[i + 1], 0, taken[j + 1], 0, false);
        }
      }
      if (!meets) continue;
      this.note(before, at, thread, pick);
      for (let i = 0; i < CLOCK; i++) scratch[i] = Math.max(scratch[i], clocks[before * CLOCK + i]);
    }
  }

  /**
   * Races of an event that may have been waited for, or still is, with all that touched what it looks at: it may have been possible
   * before several of them though it was not between them.
   */
  private awaitRaces(at: number, own: number, thread: number, pick: number, mine: Int32Array): void {
    const { frames, foot } = this;
    for (let before = at - 1; before >= 0; before--) {
      const other = frames[before];
      if (other.thread === thread || this.knows(own, before)) continue;
      if (dependent(foot.data, other.footFrom, other.footTo, mine, 0, mine.length, false))
        this.note(before, at, thread, pick);
    }
  }

  /** A race of the events `first` and `second` (or of what would be the event `second`): the other order is to be explored. */
  private note(first: number, second: number, thread: number, pick: number): void {
    const { frames } = this;
    const sequence: Action[] = [];
    for (let at = first + 1; at < second; at++) {
      const clock = at * CLOCK;
      if (this.clocks[clock + frames[first].thread] >= frames[first].local) continue;
      sequence.push({ thread: frames[at].thread, pick: frames[at].pick });
    }
    sequence.push({ thread, pick });
    const key = sequence.map((action) => `${action.thread}:${action.pick}`).join();
    if (!frames[first].pending.has(key)) frames[first].pending.set(key, sequence);
  }

  /** Races of the threads that wait for a lock, or by going round, behind the first `end` events: as if they had gone on. */
  private waitingRaces(end: number): void {
    const { machine } = this;
    for (let thread = 0; thread < threadCount(machine); thread++) {
      const isLocked = blockedOn(machine, thread)?.kind === 'lock';
      const goesRound = canStep(machine, thread) && this.awaits.round(thread) > 0;
      if (!isLocked && !goesRound) continue;
      const wanted: number[] = goesRound ? [...this.awaits.foot.data.subarray(0, this.awaits.foot.top)] : [];
      wantedLocks(machine, thread, (lock, shared) =>
        wanted.push(lock, ACQUIRES | accessOf(shared ? EV_LOCK_SHARED : EV_LOCK, 1, false), 0),
      );
      const own = end * CLOCK;
      if (own + CLOCK > this.clocks.length) this.clocks = doubled(this.clocks);
      this.clocks.fill(0, own, own + CLOCK);
      if (this.lastAt[thread] >= 0) this.learn(own, this.lastAt[thread]);
      else if (this.bornAt[thread] >= 0) this.learn(own, this.bornAt[thread]);
      this.lockRaces(end, own, thread, 0, Int32Array.from(wanted), 0, wanted.length);
      if (this.awaits.candidates[nextPc(machine, thread)] !== 0)
        this.awaitRaces(end, own, thread, 0, Int32Array.from(wanted));
    }
  }

  /** No thread can go on: an execution. */
  private finish(faulted: boolean): void {
    const { machine, frames } = this;
    this.executions++;
    if (!faulted) this.waitingRaces(this.depth);
    const failed = faulted || !endedWell(machine);
    if (failed) this.failing++;
    this.limits.onExecution?.(
      frames.slice(0, this.depth).map(({ thread, pick }) => ({ thread: thread as ThreadId, pick })),
      failed,
    );
    const { executions: most = MAX_EXECUTIONS, shouldStop } = this.limits;
    if (this.executions >= most || ((this.executions & 63) === 0 && shouldStop?.())) this.exact = false;
  }

  /** The step taken from a frame is explored: it goes to sleep, and the reversals that belong here are inserted. */
  private comeBack(frame: Frame): void {
    this.undoTo(frame);
    const { machine, foot } = this;
    const { thread, pick } = frame;
    frame.tree = frame.tree.filter((branch) => !sameAction(branch, frame));
    frame.sleep.push({
      thread,
      pick,
      foot: foot.data.slice(frame.footFrom, frame.footTo),
      faulted: frame.faulted,
    });
    frame.thread = -1;
    // All choices of a step are explored.
    const ways = choices(machine, thread);
    for (let other = 0; other < ways; other++) {
      const action = { thread, pick: other };
      const known = [...frame.tree, ...frame.sleep].some((each) => sameAction(each, action));
      if (!known) frame.tree.push({ ...action, children: [] });
    }
    if (frame.faulted) {
      // What the others would have done next may as well come before the fault, or before what keeps them from it here.
      for (let other = 0; other < frame.threads; other++) {
        const before = { thread: other, pick: 0 };
        if (other !== thread && !this.insert(frame, [before, { thread, pick }])) this.insert(frame, [before]);
      }
      this.waitingRaces(this.depth - 1);
    }
    for (const sequence of frame.pending.values()) this.insert(frame, sequence);
    frame.pending.clear();
    foot.top = frame.footFrom;
  }

  private undoTo(frame: Frame): void {
    const { journal, locals, lastAt } = this;
    journal.undo(frame.mark, frame.hash0, frame.hash1);
    // Counters of threads, from the events that are left.
    locals.fill(0);
    lastAt.fill(-1);
    const at = this.frames.indexOf(frame);
    for (let i = 0; i < at; i++) {
      locals[this.frames[i].thread] = this.frames[i].local;
      lastAt[this.frames[i].thread] = i;
    }
  }

  /** Adds a sequence to the tree of the frame whose state the machine is in, unless what is there covers it; false if it is not possible. */
  private insert(frame: Frame, sequence: readonly Action[]): boolean {
    const { foot, journal } = this;
    const top = foot.top;
    const { mark, hash0, hash1 } = journal;
    const back = (): void => {
      journal.undo(mark, hash0, hash1);
    };
    let steps: Sleeper[] | null = this.attempt(sequence);
    back();
    if (steps === null) {
      foot.top = top;
      return false;
    }
    const initial = (action: Action, own: Sleeper | null): boolean => {
      const at = steps!.findIndex((each) => each.thread === action.thread);
      if (at >= 0 && steps![at].pick !== action.pick) return false;
      const mine = at >= 0 ? steps![at] : own!;
      if (mine.faulted && (at < 0 ? steps!.length > 0 : at > 0)) return false;
      let { foot } = mine;
      return (at >= 0 ? steps!.slice(0, at) : steps!).every(({ foot: theirs, faulted }) => {
        const free = !faulted && !dependent(theirs, 0, theirs.length, foot, 0, foot.length, at < 0);
        if (at < 0) foot = behind(foot, theirs, 0, theirs.length);
        return free;
      });
    };
    let covered = frame.sleep.some((sleeper) => initial(sleeper, sleeper));
    let children = frame.tree;
    while (!covered) {
      let into: Branch | undefined;
      for (const branch of children) {
        const inside = steps.some((each) => each.thread === branch.thread);
        let own: Sleeper | null = null;
        if (!inside) {
          if (!this.canGo(branch.thread)) continue;
          const state = { mark: journal.mark, hash0: journal.hash0, hash1: journal.hash1 };
          const from = foot.top;
          const outcome = this.execute(branch.thread, branch.pick);
          own = { ...branch, foot: foot.data.slice(from, foot.top), faulted: outcome === FAULTED };
          journal.undo(state.mark, state.hash0, state.hash1);
        }
        if (initial(branch, own)) {
          into = branch;
          break;
        }
      }
      if (into === undefined) {
        children.push(...branchOf(steps));
        covered = true;
      } else {
        const chosen = into;
        const at = steps.findIndex((each) => each.thread === chosen.thread);
        if (at >= 0) steps = steps.toSpliced(at, 1);
        if (chosen.children.length === 0 || steps.length === 0) covered = true;
        else {
          this.execute(chosen.thread, chosen.pick);
          children = chosen.children;
        }
      }
    }
    back();
    foot.top = top;
    return true;
  }

  /** Takes the steps of a sequence as far as they are possible; null if not all are. The caller leads back. */
  private attempt(sequence: readonly Action[]): Sleeper[] | null {
    const { machine, foot } = this;
    const steps: Sleeper[] = [];
    for (const { thread, pick: wanted } of sequence) {
      if (thread >= threadCount(machine) || !this.canGo(thread)) return null;
      // Where fewer wait than before, there are fewer ways to notify one.
      const pick = Math.min(wanted, choices(machine, thread) - 1);
      const from = foot.top;
      const outcome = this.execute(thread, pick);
      steps.push({ thread, pick, foot: foot.data.slice(from, foot.top), faulted: outcome === FAULTED });
      if (outcome === FAULTED && steps.length < sequence.length) return null;
    }
    return steps;
  }
}
