/**
 * The proof that nothing goes wrong: all states that the persistent sets lead to, by what is known of the threads beforehand. What a
 * state is expanded by depends on that state alone, so that the same states are met in whatever order, by however many workers
 * (work-pool.ts), and their number is the same. It is given up at the first defect: to tell of that is the business of a pass.
 *
 * A thread that goes round in its own graph must not keep others waiting for ever: where the chosen threads could take a step back
 * in it, all are tried ("sticky" steps: Kurshan, Levin, Minea, Peled, Yenigün, "Static partial order reduction", TACAS 1998).
 * What was learned on the way counts afterwards: if it would have led to other choices, the proof has to be done again.
 */
import type { Program } from '../../bytecode/program';
import { endedWell } from '../../detect/leaks';
import {
  choices,
  createMachine,
  FAULTED,
  type Machine,
  restore,
  type SchedulePoints,
  stopsAt,
} from '../../machine';
import { DEFAULT_STEP_LIMIT } from '../../schedule/run';
import { LIVE_WORDS, NODE } from '../reduction/access-window';
import { LockSets } from '../reduction/lock-sets';
import { type Facts, Futures, type Question } from '../reduction/may-access';
import { PersistentSets } from '../reduction/persistent-sets';
import {
  F_DONE,
  F_ENABLED,
  F_PICK,
  F_PICKS,
  F_STATE,
  F_THREAD,
  F_TODO,
  Walk,
} from '../reduction/search-path';
import { Cells, type Touched } from '../reduction/shared-words';
import { Rounds, sameWay, type Way, wayOf } from './thread-cycles';
import { Board, type End } from './work-pool';

export interface ClosureTask {
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

export interface ClosureResult {
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
  readonly asked: readonly Question[];
  /** Pcs whose order matters and at which steps do not stop yet. */
  readonly stops: readonly number[];
  readonly rounds: Int32Array;
}

/** Now and then while it goes on, for the one who is asked; true ends it. */
export type Look = (states: number, transitions: number) => boolean;

/**
 * States in which a thread that can step stands where it was never seen to: all threads have to be tried there, and in what follows. More
 * of them make a closure larger than a pass, which learns on its way.
 */
const MAX_BLIND = 1 << 16;

/** Transitions between two looks at the others, and at the clock. */
const GLANCE = 64;
const POLL = 2048;

/** Bytes of what all share who take part in a task; zeros at first. */
export const sharedBytes = ({ states }: ClosureTask): number => Board.bytes(states);

/** Takes part in a task until all is done; null if it came too late. */
export function takePart(
  task: ClosureTask,
  buffer: ArrayBufferLike,
  look: Look | null,
): ClosureResult | null {
  const board = new Board(buffer, task.states);
  return board.join() ? new Closure(task, board, look).run() : null;
}

class Closure {
  private readonly board: Board;
  private readonly look: Look | null;
  private readonly machine: Machine;
  private readonly cells: Cells;
  /** What the choices go by, and what was seen since. */
  private readonly frozen: Futures;
  private readonly learner: Futures;
  private readonly before: number;
  private readonly walk: Walk;
  private readonly sets: PersistentSets;
  private readonly way: Way;
  private readonly rounds = new Rounds();
  private readonly stops = new Set<number>();
  private states = 0;
  private blind = 0;
  private transitions = 0;

  constructor({ program, start, points, touched, facts }: ClosureTask, board: Board, look: Look | null) {
    this.board = board;
    this.look = look;
    const machine = createMachine(program);
    restore(machine, start);
    this.machine = machine;
    const cells = new Cells(machine);
    cells.freeze(touched);
    this.cells = cells;
    const locks = new LockSets();
    const futures = (): Futures => {
      const known = new Futures(machine, 32 * facts.width, locks);
      known.learn([facts]);
      return known;
    };
    this.frozen = futures();
    this.learner = futures();
    this.before = this.learner.version;
    this.way = wayOf(this.frozen.facts());
    this.walk = new Walk(machine, points, cells, locks, this.learner, (pc, otherPc, _thread, race) => {
      for (const each of [pc, otherPc]) if (each >= 0 && !stopsAt(points, each)) this.stops.add(each);
      if (race) board.finish('found');
    });
    this.sets = new PersistentSets(machine, this.walk.watcher, cells, this.frozen);
  }

  run(): ClosureResult {
    const { board, walk, learner } = this;
    const enabled = walk.enabled();
    walk.push(0, 0);
    if (board.me === 0) {
      const number = board.enter(walk.key0, walk.key1);
      this.states++;
      if (enabled !== 0) this.push(number, enabled);
      else if (!endedWell(this.machine)) board.finish('found');
      this.explore();
    }
    for (let gift = this.next(); gift !== null; gift = this.next()) {
      this.accept(gift);
      this.explore();
    }
    this.tell();
    return {
      end: board.end,
      members: board.members,
      states: board.states,
      transitions: board.steps,
      touched: this.cells.touched(),
      facts: learner.version === this.before ? null : learner.facts(),
      asked: this.frozen.asked(),
      stops: [...this.stops],
      rounds: this.rounds.words(),
    };
  }

  /** Depth first through the frames on the stack, but for the lowest, which is the beginning for every gift. */
  private explore(): void {
    const { machine, walk, board, rounds } = this;
    const { watcher } = walk;
    const { component } = this.way;
    const { live } = watcher;
    let { frames } = walk;
    let at = walk.top;
    while (at > 0) {
      let thread = frames[at + F_THREAD];
      let pick = frames[at + F_PICK] + 1;
      if (pick >= frames[at + F_PICKS]) {
        const left = frames[at + F_TODO] & ~frames[at + F_DONE];
        if (left === 0) {
          at = walk.pop();
          walk.back(at);
          continue;
        }
        thread = 31 - Math.clz32(left & -left);
        frames[at + F_DONE] |= 1 << thread;
        frames[at + F_THREAD] = thread;
        frames[at + F_PICKS] = choices(machine, thread);
        pick = 0;
      }
      frames[at + F_PICK] = pick;
      const from = component[live[thread * LIVE_WORDS + NODE]];
      const outcome = walk.take(thread, pick);
      this.transitions++;
      if ((this.transitions & (GLANCE - 1)) === 0) {
        if ((this.transitions & (POLL - 1)) === 0) this.tell();
        if (board.isOver) return;
        if (board.isWanted) this.give();
      }
      if (outcome === FAULTED || watcher.threads >= walk.maxThreads || walk.depth >= DEFAULT_STEP_LIMIT)
        return board.finish('found');
      const number = board.enter(walk.key0, walk.key1);
      // Only steps within a component of the thread's own graph can be part of a circle of states.
      if (from > 0 && component[live[thread * LIVE_WORDS + NODE]] === from)
        rounds.add(frames[at + F_STATE], number < 0 ? -1 - number : number, thread, frames[at + F_ENABLED]);
      if (number >= 0) {
        this.states++;
        const enabled = walk.enabled();
        if (enabled !== 0) {
          at = this.push(number, enabled);
          frames = walk.frames;
          continue;
        }
        if (!endedWell(machine)) board.finish('found');
      }
      walk.back(at);
    }
  }

  /** A frame for the state the machine is in, with the threads to try. */
  private push(number: number, enabled: number): number {
    const { walk, sets, way, frozen } = this;
    const { live } = walk.watcher;
    const at = walk.push(number, enabled);
    let todo = sets.choose(enabled, -1, 0);
    if (todo === enabled) {
      let isBlind = false;
      for (let left = enabled; left !== 0; left &= left - 1)
        if (!frozen.isKnown(live[(31 - Math.clz32(left & -left)) * LIVE_WORDS + NODE])) isBlind = true;
      if (isBlind) this.blind++;
    } else {
      for (let left = todo; left !== 0; left &= left - 1) {
        const thread = 31 - Math.clz32(left & -left);
        if (way.leadsBack[live[thread * LIVE_WORDS + NODE]] !== 0) todo = enabled;
      }
    }
    walk.frames[at + F_TODO] = todo;
    return at;
  }

  /** Gives a thread away that is still to be tried: of the first state on the way that has one, since most is behind that. */
  private give(): void {
    const { walk, board } = this;
    const { frames, stride, top } = walk;
    for (let at = stride; at <= top; at += stride) {
      const left = frames[at + F_TODO] & ~frames[at + F_DONE];
      if (left === 0) continue;
      const thread = 31 - Math.clz32(left);
      const gift = [frames[at + F_STATE], thread];
      for (let i = stride; i < at; i += stride) gift.push(frames[i + F_THREAD], frames[i + F_PICK]);
      if (board.give(gift)) frames[at + F_DONE] |= 1 << thread;
      return;
    }
  }

  /** Leads the machine to the state of a gift; there is nothing left to try on the way there. */
  private accept(gift: Int32Array): void {
    const { walk } = this;
    for (let i = 2; i < gift.length; i += 2) {
      const at = walk.push(0, 0);
      walk.frames[at + F_THREAD] = gift[i];
      walk.frames[at + F_PICK] = gift[i + 1];
      walk.take(gift[i], gift[i + 1]);
    }
    const at = walk.push(gift[0], walk.enabled());
    walk.frames[at + F_TODO] = 1 << gift[1];
  }

  private next(): Int32Array | null {
    this.tell();
    return this.board.take(() => this.tell());
  }

  private tell(): void {
    const { board, look } = this;
    board.report(this.states, this.transitions, this.rounds.count, this.blind);
    if (board.blind > MAX_BLIND) board.finish('blind');
    if (look?.(board.states, board.steps)) board.finish('stopped');
  }
}

/** Whether the choices of a closure would have been no others with what was learned by all who took part. */
export function isCovered(
  machine: Machine,
  { facts }: ClosureTask,
  results: readonly ClosureResult[],
): boolean {
  const news = results.flatMap((each) => each.facts ?? []);
  if (news.length === 0) return true;
  const [before, after] = [[], news].map((more) => {
    const futures = new Futures(machine, 32 * facts.width, new LockSets());
    futures.learn([facts]);
    futures.learn(more);
    return futures;
  });
  if (after.touchesMore(before)) return false;
  if (results.some(({ asked }) => asked.some((question) => after.exceeds(before, question)))) return false;
  return sameWay(wayOf(before.facts()), wayOf(after.facts()));
}
