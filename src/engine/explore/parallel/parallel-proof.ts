/**
 * The proof that nothing goes wrong: all states that the persistent sets lead to, by what is known of the threads beforehand. What a
 * state is expanded by depends on that state alone, so that the same states are met in whatever order, by however many workers
 * (work-pool.ts), and their number is the same. It is given up at the first defect: to tell of that is the business of a reduced search (reduced-dfs.ts).
 *
 * A thread that goes round in its own graph must not keep others waiting for ever: where the chosen threads could take a step back
 * in it, all are tried ("sticky" steps: Kurshan, Levin, Minea, Peled, Yenigün, "Static partial order reduction", TACAS 1998).
 * What was learned on the way counts afterwards: if it would have led to other choices, the proof has to be done again.
 *
 *     each worker, until no task is left and nobody has one:
 *       take a task (a path, and a thread to try behind it), and lead the machine along the path
 *       go through what is behind it depth first, each state s by
 *         T := a persistent set of s, by the facts that all began with;  if one of T may close a cycle of its own graph:  T := all enabled
 *         put each state that a step of T leads to into the table of all workers, and go on from it if it was not there
 *       whenever another worker has nothing to do:  give it a thread still to be tried, of the lowest state on the stack that has one
 *     at the end:  whoever learned what would have made any T larger, has proven nothing (isCovered)
 */
import type { Program } from '../../bytecode/program';
import { endedWell } from '../../detect/ends';
import {
  createMachine,
  FAULTED,
  type Machine,
  pickCount,
  restore,
  type SchedulePoints,
  stopsAt,
} from '../../machine';
import { longestRun } from '../../schedule/run';
import { LIVE_WORDS, NODE } from '../reduction/access-windows';
import { LockSets } from '../reduction/lock-sets';
import { type Facts, MayAccess, type ReachQuery } from '../reduction/may-access';
import { PersistentSets } from '../reduction/persistent-sets';
import {
  F_DONE,
  F_ENABLED,
  F_PICK,
  F_PICKS,
  F_STATE,
  F_THREAD,
  F_TODO,
  SearchStack,
} from '../reduction/search-stack';
import { SharedWords, type Touched } from '../reduction/shared-words';
import {
  addThread,
  clear,
  copySet,
  isWithin,
  lastBeyond,
  leastBeyond,
  someThread,
} from '../steps/thread-sets';
import { CycleSteps, sameCycles, type ThreadCycles, threadCyclesOf } from './thread-cycles';
import { type End, WorkPool } from './work-pool';

export interface ProofInput {
  readonly program: Program;
  /** Where it begins: a checkpoint. */
  readonly start: Int32Array;
  /** Where steps stop, always. */
  readonly points: SchedulePoints;
  readonly touched: Touched;
  readonly facts: Facts;
  /** It is given up beyond so many. */
  readonly states: number;
}

export interface ProofResult {
  /** How it ended for all, and how many took part. */
  readonly end: End;
  readonly members: number;
  /** Of all, as far as they had told when this one was done. */
  readonly states: number;
  readonly transitions: number;
  /** Of this one: what it learned beyond the task; null if nothing. */
  readonly touched: Touched;
  readonly facts: Facts | null;
  /** What its choices went by, of the nodes as the task's facts number them for who learns them first. */
  readonly asked: readonly ReachQuery[];
  /** Pcs whose order matters and at which steps do not stop yet. */
  readonly stops: readonly number[];
  readonly cycleSteps: Int32Array;
}

/** Now and then while it goes on, for the one who is asked; true ends it. */
export type Look = (states: number, transitions: number) => boolean;

/**
 * States in which a thread that can step stands where it was never seen to: all threads have to be tried there, and in what follows. More
 * of them make a proof larger than a reduced search, which learns on its way.
 */
const MAX_BLIND = 1 << 16;

/** Transitions between two looks at the others, and at the clock. */
const GLANCE = 64;
const POLL = 2048;

/** Bytes of what all share who take part in a task; zeros at first. */
export const sharedBytes = ({ states }: ProofInput): number => WorkPool.bytes(states);

/** Takes part in a task until all is done; null if it came too late. */
export function takePart(task: ProofInput, buffer: ArrayBufferLike, look: Look | null): ProofResult | null {
  const pool = new WorkPool(buffer, task.states);
  return pool.join() ? new ParallelProof(task, pool, look).run() : null;
}

class ParallelProof {
  private readonly pool: WorkPool;
  private readonly look: Look | null;
  private readonly machine: Machine;
  private readonly shared: SharedWords;
  /** What the choices go by, and what was seen since. */
  private readonly frozen: MayAccess;
  private readonly learner: MayAccess;
  private readonly before: number;
  private readonly stack: SearchStack;
  private readonly sets: PersistentSets;
  private readonly cycles: ThreadCycles;
  private readonly cycleSteps = new CycleSteps();
  private readonly stops = new Set<number>();
  private states = 0;
  private blind = 0;
  private transitions = 0;

  constructor({ program, start, points, touched, facts }: ProofInput, pool: WorkPool, look: Look | null) {
    this.pool = pool;
    this.look = look;
    const machine = createMachine(program);
    restore(machine, start);
    this.machine = machine;
    const shared = new SharedWords(machine);
    shared.freeze(touched);
    this.shared = shared;
    const locks = new LockSets();
    const fresh = (): MayAccess => {
      const mayAccess = new MayAccess(machine, facts.width, locks);
      mayAccess.learn([facts]);
      return mayAccess;
    };
    this.frozen = fresh();
    this.learner = fresh();
    this.before = this.learner.version;
    this.cycles = threadCyclesOf(this.frozen.facts());
    const known = { shared, locks, mayAccess: this.learner };
    this.stack = new SearchStack(machine, points, known, (pc, otherPc, _thread, race) => {
      for (const each of [pc, otherPc]) if (each >= 0 && !stopsAt(points, each)) this.stops.add(each);
      if (race) pool.finish('found');
    });
    this.sets = new PersistentSets(machine, this.stack.windows, { ...known, mayAccess: this.frozen });
  }

  run(): ProofResult {
    const { pool, stack, learner } = this;
    const canGo = stack.look();
    stack.push(0);
    if (pool.me === 0) {
      pool.put(stack.key0, stack.key1);
      this.states++;
      if (canGo) this.push(pool.index);
      else if (!endedWell(this.machine)) pool.finish('found');
      this.explore();
    }
    for (let task = this.next(); task !== null; task = this.next()) {
      this.accept(task);
      this.explore();
    }
    this.tell();
    return {
      end: pool.end,
      members: pool.members,
      states: pool.states,
      transitions: pool.steps,
      touched: this.shared.touched(),
      facts: learner.version === this.before ? null : learner.facts(),
      asked: this.frozen.asked(),
      stops: [...this.stops],
      cycleSteps: this.cycleSteps.words(),
    };
  }

  /** Depth first through the frames on the stack, but for the lowest, which is the beginning for every task. */
  private explore(): void {
    const { machine, stack, pool, cycleSteps } = this;
    const { component } = this.cycles;
    const { live } = stack.windows;
    const longest = longestRun(machine.program);
    let { frames } = stack;
    let at = stack.top;
    while (at > 0) {
      let thread = frames[at + F_THREAD];
      let pick = frames[at + F_PICK] + 1;
      if (pick >= frames[at + F_PICKS]) {
        thread = leastBeyond(frames, at + F_TODO, at + F_DONE);
        if (thread < 0) {
          at = stack.pop();
          stack.back(at);
          continue;
        }
        addThread(frames, at + F_DONE, thread);
        frames[at + F_THREAD] = thread;
        frames[at + F_PICKS] = pickCount(machine, thread);
        pick = 0;
      }
      frames[at + F_PICK] = pick;
      const from = component[live[thread * LIVE_WORDS + NODE]];
      const outcome = stack.take(thread, pick);
      this.transitions++;
      if ((this.transitions & (GLANCE - 1)) === 0) {
        if ((this.transitions & (POLL - 1)) === 0) this.tell();
        if (pool.isOver) return;
        if (pool.isWanted) this.give();
      }
      if (outcome === FAULTED || stack.depth >= longest) return pool.finish('found');
      const isSeen = pool.put(stack.key0, stack.key1);
      // Only steps within a component of the thread's own graph can be part of a cycle of states.
      if (from > 0 && component[live[thread * LIVE_WORDS + NODE]] === from)
        cycleSteps.add(frames[at + F_STATE], pool.index, thread, frames, at + F_ENABLED);
      if (!isSeen) {
        this.states++;
        if (stack.look()) {
          at = this.push(pool.index);
          frames = stack.frames;
          continue;
        }
        if (!endedWell(machine)) pool.finish('found');
      }
      stack.back(at);
    }
  }

  /** A frame for the state the machine is in, with the threads to try. */
  private push(number: number): number {
    const { stack, sets, cycles, frozen } = this;
    const { live } = stack.windows;
    const at = stack.push(number);
    const { frames } = stack;
    sets.choose(frames, at, -1);
    const nodeOf = (thread: number): number => live[thread * LIVE_WORDS + NODE];
    if (isWithin(frames, at + F_ENABLED, at + F_TODO)) {
      if (someThread(frames, at + F_ENABLED, (thread) => !frozen.isKnown(nodeOf(thread)))) this.blind++;
    } else if (someThread(frames, at + F_TODO, (thread) => cycles.closes[nodeOf(thread)] !== 0))
      copySet(frames, at + F_TODO, at + F_ENABLED);
    return at;
  }

  /** Gives a thread away that is still to be tried: of the first state on the way that has one, since most is behind that. */
  private give(): void {
    const { stack, pool } = this;
    const { frames, stride, top } = stack;
    for (let at = stride; at <= top; at += stride) {
      const thread = lastBeyond(frames, at + F_TODO, at + F_DONE);
      if (thread < 0) continue;
      const task = [frames[at + F_STATE], thread];
      for (let i = stride; i < at; i += stride) task.push(frames[i + F_THREAD], frames[i + F_PICK]);
      if (pool.give(task)) addThread(frames, at + F_DONE, thread);
      return;
    }
  }

  /** Leads the machine to the state of a task; there is nothing left to try on the way there. */
  private accept(task: Int32Array): void {
    const { stack } = this;
    for (let i = 2; i < task.length; i += 2) {
      const at = stack.push(0);
      stack.frames[at + F_THREAD] = task[i];
      stack.frames[at + F_PICK] = task[i + 1];
      stack.take(task[i], task[i + 1]);
    }
    stack.look();
    const at = stack.push(task[0]);
    clear(stack.frames, at + F_TODO);
    addThread(stack.frames, at + F_TODO, task[1]);
  }

  private next(): Int32Array | null {
    this.tell();
    return this.pool.take(() => this.tell());
  }

  private tell(): void {
    const { pool, look } = this;
    pool.report(this.states, this.transitions, this.cycleSteps.count, this.blind);
    if (pool.blind > MAX_BLIND) pool.finish('blind');
    if (look?.(pool.states, pool.steps)) pool.finish('stopped');
  }
}

/** Whether the choices of a proof would have been no others with what was learned by all who took part. */
export function isCovered(machine: Machine, { facts }: ProofInput, results: readonly ProofResult[]): boolean {
  const news = results.flatMap((each) => each.facts ?? []);
  if (news.length === 0) return true;
  const [before, after] = [[], news].map((more) => {
    const mayAccess = new MayAccess(machine, facts.width, new LockSets());
    mayAccess.learn([facts]);
    mayAccess.learn(more);
    return mayAccess;
  });
  if (after.touchesMore(before)) return false;
  if (results.some(({ asked }) => asked.some((question) => after.exceeds(before, question)))) return false;
  return sameCycles(threadCyclesOf(before.facts()), threadCyclesOf(after.facts()));
}
