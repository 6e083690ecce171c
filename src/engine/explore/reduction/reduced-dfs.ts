/**
 * One depth-first search through the states of a program, equal ones merged, that learns on its way. Longer than other files because
 * the loop is one function over locals: closures over what changes cost 1.7 times (bench/search.ts).
 *
 *     visit(s):  T := a persistent set of s
 *       for each thread t of T that was not tried, and each of its choices:
 *         s' := the state behind that step
 *         if the step failed, or s' is in a component not yet left:  T := all that are enabled in s
 *         else if the step accessed what was not known of t:         T := all that are enabled in s, for now
 *         if s' is new:  visit(s');  and where more is known by then:  T := a persistent set of s that has those tried
 *       if s is the root of its component C, and who is enabled in all of C moves in C:  look for fair cycles of those that move
 *
 * Reduction: in each state only a persistent set of threads is tried (persistent-sets.ts). A state from which a step leads back into a
 * strongly connected component that is not yet left is expanded in full, so that no thread is ignored for ever (Valmari's and
 * Peled's proviso); so is one where the chosen step ends the run in a fault, which would hide what the others do.
 *
 * Livelocks are looked for in strongly connected components (Tarjan, 1972) in which no thread is enabled throughout without moving: a
 * fair round (fair-cycles.ts) is one. For each run that goes on for ever and leaves no thread enabled throughout, the reduced search
 * has one that differs only in the order of independent steps, with the same threads moving for ever. So all fair rounds are among
 * those of the threads that move in such a component, which are gone through without reduction.
 */
import { doubled } from '../../../base/doubled';
import { initially } from '../../../base/sizes';
import { FAULTED, faultOf, isProcessOver, type Machine, pickCount, type SchedulePoints } from '../../machine';
import { longestRun } from '../../schedule/run';
import type { Choice } from '../../schedule/schedule';
import { type FairCycle, fairCycles, hasRound } from '../fairness/fair-cycles';
import { cyclePath, statesFrom } from '../fairness/state-graph';
import { FingerprintSet } from '../steps/fingerprint-set';
import {
  addAll,
  addThread,
  clear,
  copySet,
  hasThread,
  isEmpty,
  isWithin,
  keepOnly,
  lastThread,
  leastBeyond,
  meets,
  removeAll,
  SET_WORDS,
} from '../steps/thread-sets';
import type { Knowledge } from './access-observer';
import type { CountersLeftOut } from './counters-left-out';
import { LoopBound } from './loop-bound';
import type { MayAccess } from './may-access';
import { PersistentSets } from './persistent-sets';
import {
  F_DONE,
  F_ENABLED,
  F_OWN,
  F_PICK,
  F_PICKS,
  F_STATE,
  F_THREAD,
  F_TODO,
  SearchStack,
} from './search-stack';

/** What a pass meets, told while the machine stands there; `path` gives the steps that led there. */
export interface DfsListener {
  /** A thread's access whose order with another one's matters; -1: one without an instruction. `race`: it is a data race. */
  race(pc: number, otherPc: number, thread: number, race: boolean): void;
  /** A thread's step ended in a fault. */
  fault(thread: number): void;
  /** No thread can step. */
  end(): void;
  /** The run is longer than runs may be; it is not gone on with. */
  tooLong(): void;
  /** States that threads can go round in for ever; the path leads there and once round, by each of those that move. */
  livelock(path: readonly Choice[], cycle: FairCycle): void;
  /** Threads go round, in too many states to say whether they can for ever. */
  tooManyStates(): void;
  /** Where the machine is, only an unfair scheduler would let threads go round for ever, this one among them; the path leads there. */
  starves(path: readonly Choice[], thread: number): void;
  /** Every POLL transitions: whether to stop. */
  poll(states: number, transitions: number, bytes: number): boolean;
}

const POLL = 2048;
// Of a frame: the lowest state it leads back to.
const F_LOW = F_OWN;
/** Of the component so far: threads that moved within, and threads enabled in all its states. */
const F_MOVED = F_OWN + 1;
const F_ALWAYS = F_MOVED + SET_WORDS;
/** Where visits are counted: who was cut off before the step that is being taken, the visit of that step, and the hash before it. */
const F_CUT = F_ALWAYS + SET_WORDS;
const F_VISIT = F_CUT + SET_WORDS;
const F_VISITS_HASH = F_VISIT + 1;
/** Version of what was known when the threads to try were chosen; 0: less than there is to know; -1: whatever is known, all must be tried. */
const F_KNOWN = F_VISIT + 2;
/** Who came to the state. */
const F_LAST = F_VISIT + 3;

/** States of threads that go round, without reduction. */
const MAX_CYCLE_STATES = 50_000;

export type DfsEnd = 'done' | 'stopped';

export class ReducedDfs {
  states = 0;
  transitions = 0;
  readonly mayAccess: MayAccess | null;
  private readonly machine: Machine;
  private readonly points: SchedulePoints;
  private readonly listener: DfsListener;
  private readonly stack: SearchStack;
  private readonly sets: PersistentSets | null;
  private readonly seen = new FingerprintSet();
  private readonly bound: LoopBound | null;
  private readonly longest: number;
  private isStopped = false;
  private readonly leftOut: CountersLeftOut | undefined;

  /**
   * The machine stands where the search begins, with only main running; `points` hold when alone. With `known.mayAccess` it is reduced.
   * `mostRounds`: how often a thread may come to one place (loop-bound.ts); null: as often as it does.
   */
  constructor(
    machine: Machine,
    points: SchedulePoints,
    known: Knowledge,
    listener: DfsListener,
    mostRounds: number | null = null,
  ) {
    this.machine = machine;
    this.points = points;
    this.listener = listener;
    this.bound = mostRounds === null ? null : new LoopBound(machine, mostRounds);
    const { mayAccess, commuting, leftOut } = known;
    this.leftOut = leftOut;
    // What is proven by steps that commute is no run that anybody is shown: its states alone bound it.
    const isShown = commuting === undefined && leftOut === undefined;
    this.longest = isShown ? longestRun(machine.program) : Number.POSITIVE_INFINITY;
    this.mayAccess = mayAccess;
    this.stack = new SearchStack(machine, points, known, (pc, otherPc, thread, race) =>
      listener.race(pc, otherPc, thread, race),
    );
    this.sets = mayAccess && new PersistentSets(machine, this.stack.windows, { ...known, mayAccess });
  }

  /** Steps taken, those of rehearsals too; one that logs much counts for several. */
  get cost(): number {
    return this.stack.cost;
  }

  /** The steps from the beginning to where the machine stands now, the running one included. */
  path(): Choice[] {
    return this.stack.path();
  }

  /** Takes steps as `next` says, to learn from; then back to the beginning. Not part of the search. */
  rehearse(next: (ready: Int32Array) => number, limit: number): void {
    const { stack } = this;
    const start = stack.push(0);
    for (let steps = 0; steps < limit; steps++) {
      if (!stack.look() || this.leftOut?.endsHere(this.machine)) break;
      stack.take(next(stack.enabled), 0);
    }
    stack.back(start);
    stack.pop();
  }

  run(): DfsEnd {
    const { machine, stack, sets, seen, listener, mayAccess, bound, longest, leftOut } = this;
    /** By state: 1 once its component is left. */
    let closed = new Uint8Array(initially(1024));
    /** Tarjan's stack: the states of components not left yet. */
    let openStates = new Int32Array(initially(1024));
    let openTop = 0;

    this.isStopped = false;
    seen.clear();
    seen.put(stack.key0, stack.key1);
    if (!stack.look()) {
      // What main does alone may be all there is.
      if (faultOf(machine) === null) listener.end();
      else listener.fault(0);
      this.states = 1;
      return 'done';
    }
    let at = this.push(0, 0);
    let { frames } = stack;
    openStates[openTop++] = 0;

    for (;;) {
      // The next thread or pick of the top frame.
      let thread = frames[at + F_THREAD];
      let pick = frames[at + F_PICK] + 1;
      if (pick >= frames[at + F_PICKS]) {
        let left = leastBeyond(frames, at + F_TODO, at + F_DONE);
        if (
          left >= 0 &&
          mayAccess !== null &&
          frames[at + F_KNOWN] >= 0 &&
          frames[at + F_KNOWN] !== mayAccess.version
        ) {
          // What was explored meanwhile may tell that the threads tried already are enough.
          frames[at + F_KNOWN] = mayAccess.version;
          sets!.choose(frames, at, frames[at + F_LAST]);
          left = leastBeyond(frames, at + F_TODO, at + F_DONE);
        }
        if (left < 0) {
          // The state is done.
          const number = frames[at + F_STATE];
          const low = frames[at + F_LOW];
          if (low === number) {
            while (openTop > 0 && openStates[openTop - 1] >= number) closed[openStates[--openTop]] = 1;
            const isRound = !isEmpty(frames, at + F_MOVED) && isWithin(frames, at + F_ALWAYS, at + F_MOVED);
            // Who goes round when the process is over ends with it.
            if (isRound && isProcessOver(machine)) listener.end();
            else if (isRound) this.lookForLivelock(at + F_MOVED);
          }
          const child = at;
          at = stack.pop();
          if (at < 0) break;
          if (low !== number) {
            if (low < frames[at + F_LOW]) frames[at + F_LOW] = low;
            addAll(frames, at + F_MOVED, child + F_MOVED);
            addThread(frames, at + F_MOVED, frames[at + F_THREAD]);
            keepOnly(frames, at + F_ALWAYS, child + F_ALWAYS);
          }
          this.back(at);
          continue;
        }
        // The thread that came here goes on first, then the others in order.
        const last = frames[at + F_LAST];
        const goesOn = hasThread(frames, at + F_TODO, last) && !hasThread(frames, at + F_DONE, last);
        thread = goesOn ? last : left;
        addThread(frames, at + F_DONE, thread);
        frames[at + F_THREAD] = thread;
        frames[at + F_PICKS] = pickCount(machine, thread);
        pick = 0;
      }
      frames[at + F_PICK] = pick;

      const known = mayAccess === null ? 0 : mayAccess.accesses;
      const outcome = stack.take(thread, pick);
      this.transitions++;
      if (bound !== null) {
        frames = stack.frames;
        frames[at + F_VISITS_HASH] = bound.hash;
        copySet(frames, at + F_CUT, 0, bound.cut);
        frames[at + F_VISIT] = bound.arrive(thread);
      }
      if (this.isStopped || (this.transitions & (POLL - 1)) === 0) {
        // While a table doubles, the old one is still there.
        const bytes = 1.5 * (seen.bytes + stack.bytes + closed.byteLength + openStates.byteLength);
        if (this.isStopped || listener.poll(seen.count, this.transitions, bytes)) {
          this.states = seen.count;
          return 'stopped';
        }
      }
      // The threads to try were chosen by what was known of this step: choose again on coming back.
      if (mayAccess !== null && mayAccess.accesses !== known && frames[at + F_KNOWN] >= 0) {
        copySet(frames, at + F_TODO, at + F_ENABLED);
        frames[at + F_KNOWN] = 0;
      }

      if (outcome === FAULTED) {
        copySet(frames, at + F_TODO, at + F_ENABLED);
        frames[at + F_KNOWN] = -1;
        listener.fault(thread);
      } else {
        const before = seen.count;
        const number =
          bound === null
            ? seen.put(stack.key0, stack.key1)
            : seen.put(stack.key0 ^ bound.hash, stack.key1 ^ Math.imul(bound.hash, 0x297a2d39));
        if (number === before) {
          if (number >= closed.length) closed = doubled(closed);
          let canGo = stack.look();
          // Who is cut off could go on: this is no end of a run.
          const isCut = bound !== null && canGo && meets(stack.enabled, 0, bound.cut);
          if (isCut) {
            removeAll(stack.enabled, 0, bound.cut);
            canGo = !isEmpty(stack.enabled, 0);
          }
          const isTooLong = canGo && stack.depth >= longest;
          const endsHere = leftOut?.endsHere(machine) === true;
          if (canGo && !isTooLong && !endsHere) {
            at = this.push(number, thread);
            frames = stack.frames;
            if (openTop === openStates.length) openStates = doubled(openStates);
            openStates[openTop++] = number;
            continue;
          }
          closed[number] = 1;
          if (isTooLong) listener.tooLong();
          else if (!isCut && !endsHere) listener.end();
        } else if (closed[number] === 0) {
          if (number < frames[at + F_LOW]) frames[at + F_LOW] = number;
          addThread(frames, at + F_MOVED, thread);
          copySet(frames, at + F_TODO, at + F_ENABLED);
          frames[at + F_KNOWN] = -1;
        }
      }
      this.back(at);
    }
    this.states = seen.count;
    return 'done';
  }

  /** Back to the state of a frame, before the step that was taken from it. */
  private back(at: number): void {
    const { stack, bound } = this;
    stack.back(at);
    const { frames } = stack;
    if (bound === null) return;
    bound.leave(frames[at + F_VISIT], frames[at + F_VISITS_HASH]);
    copySet(bound.cut, 0, at + F_CUT, frames);
  }

  /** The set of threads that move in the component whose first state the machine is in stands there. */
  private lookForLivelock(moved: number): void {
    const { machine, listener, stack, points, leftOut } = this;
    if (this.isStopped || leftOut?.isRefuted) return;
    const isBounded = leftOut && ((at: Machine, thread: number) => leftOut.isBounded(at, thread));
    const states = statesFrom(machine, points, {
      moves: (thread) => hasThread(stack.frames, moved, thread),
      most: leftOut?.cycleStates ?? MAX_CYCLE_STATES,
      isBounded,
      meet: (_, state) => !this.stopsAt(state),
    });
    if (leftOut !== undefined) leftOut.cycleStates -= states?.length ?? leftOut.cycleStates;
    if (states === null) return this.isStopped ? undefined : listener.tooManyStates();
    const cycles = fairCycles(states);
    const path = stack.path().slice(0, -1);
    for (const cycle of cycles) listener.livelock([...path, ...cyclePath(states, cycle.states)], cycle);
    if (cycles.length === 0 && (leftOut === undefined || hasRound(states)))
      listener.starves(path, lastThread(stack.frames, moved));
  }

  /** Also while it looks for a round it is asked whether to go on. */
  private stopsAt(state: number): boolean {
    const { seen, stack, transitions } = this;
    stack.cost++;
    const isTime = (state & (POLL - 1)) === POLL - 1;
    this.isStopped ||= isTime && this.listener.poll(seen.count, transitions, stack.bytes + seen.bytes);
    return this.isStopped;
  }

  /** A frame for the state the machine is in, with the threads to try. */
  private push(state: number, last: number): number {
    const { stack, sets } = this;
    const at = stack.push(state);
    const { frames } = stack;
    frames[at + F_LOW] = state;
    clear(frames, at + F_MOVED);
    copySet(frames, at + F_ALWAYS, at + F_ENABLED);
    frames[at + F_LAST] = last;
    sets?.choose(frames, at, last);
    frames[at + F_KNOWN] = this.mayAccess?.version ?? 0;
    return at;
  }
}
