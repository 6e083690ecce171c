/**
 * The stack of a depth-first search through the states of a program: one step further, and back again. What a search knows of a state on
 * the way stands in a frame, in one Int32Array; behind the words named here a frame has those of the search that uses it.
 */
import { doubled } from '../../../base/doubled';
import { initially } from '../../../base/sizes';
import { logEnd, logStart, type Machine, type SchedulePoints } from '../../machine';
import type { Choice } from '../../schedule/schedule';
import { type Observer, ReversibleStepper } from '../steps/stepper';
import {
  addAll,
  clear,
  copySet,
  enabledThreads,
  nextThread,
  removeThread,
  SET_WORDS,
  threadSets,
} from '../steps/thread-sets';
import { AccessObserver, type Knowledge } from './access-observer';
import { type AccessWindows, LIVE_WORDS, type OnRace } from './access-windows';

/** Two to this power words of log cost as much as a step. */
const LOG_OF_A_STEP = 6;
/** And so many instructions. */
const INSTRUCTIONS_OF_A_STEP = 10;

// A frame; what it is for is said by who fills it in. Behind these the saved `live` words of the threads. Sets of threads first.
export const F_ENABLED = 0;
/** Threads to try, and those tried. */
export const F_TODO = SET_WORDS;
export const F_DONE = 2 * SET_WORDS;
/** Threads of which something else is known since this state; only theirs has to be put back. */
const F_CHANGED = 3 * SET_WORDS;
export const F_STATE = 4 * SET_WORDS;
/** The step that is being taken, and how many ways it has. */
export const F_THREAD = F_STATE + 1;
export const F_PICK = F_STATE + 2;
export const F_PICKS = F_STATE + 3;
const F_MARK = F_STATE + 4;
const F_HASH0 = F_STATE + 5;
const F_HASH1 = F_STATE + 6;
const F_TOP = F_STATE + 7;
const F_THREADS = F_STATE + 8;
const F_KEY = F_STATE + 9;
/** From here on a search has words of its own. */
export const F_OWN = F_STATE + 10;
const OWN_WORDS = 5 + 3 * SET_WORDS;
const F_LIVE = F_OWN + OWN_WORDS;

export class SearchStack implements Observer {
  frames: Int32Array;
  readonly stride: number;
  /** The threads that can step in the state that is to be pushed. */
  readonly enabled = threadSets(1);
  /** Frames, and so the steps of the run up to here. */
  depth = 0;
  /** Steps taken; one that logs or computes much counts for several. */
  cost = 0;
  private readonly stepper: ReversibleStepper;
  readonly windows: AccessWindows;
  private readonly observer: AccessObserver;
  private readonly machine: Machine;
  private thread = 0;

  /** The machine stands where the walk begins, with only main running; `points` hold when alone. */
  constructor(
    machine: Machine,
    points: SchedulePoints,
    known: Knowledge,
    onRace: (pc: number, otherPc: number, thread: number, race: boolean) => void,
  ) {
    this.machine = machine;
    this.stepper = new ReversibleStepper(machine, points);
    const met: OnRace = (pc, otherPc, race) => onRace(pc, otherPc, this.thread, race);
    this.observer = new AccessObserver(machine, points, known, met);
    this.windows = this.observer.windows;
    this.stride = F_LIVE + LIVE_WORDS * machine.layout.limits.threads;
    this.frames = new Int32Array(this.stride * initially(64));
  }

  /** Of what grows. */
  get bytes(): number {
    return this.stepper.journal.bytes + this.windows.entries.byteLength + this.frames.byteLength;
  }

  /** The two words of the state's hash: what the machine holds, and what the windows do. */
  get key0(): number {
    return this.stepper.journal.hash0 ^ this.windows.key;
  }
  get key1(): number {
    return this.stepper.journal.hash1 ^ Math.imul(this.windows.key, 0x1b873593);
  }

  /** The steps from the beginning to where the machine stands now, the running one included. */
  path(): Choice[] {
    const found: Choice[] = [];
    for (let i = 0; i < this.depth; i++) {
      const at = i * this.stride;
      found.push({ thread: this.frames[at + F_THREAD] as Choice['thread'], pick: this.frames[at + F_PICK] });
    }
    return found;
  }

  /** Looks which threads can step where the machine is; whether any can. */
  look(): boolean {
    return enabledThreads(this.machine, this.enabled, 0);
  }

  /** One step of a thread, seen by journal and windows; answers the outcome. */
  take(thread: number, pick: number): number {
    const { machine, observer } = this;
    this.thread = thread;
    observer.begin(thread);
    const outcome = this.stepper.take(thread, pick, this);
    this.cost += (machine.longest - machine.budget) >> INSTRUCTIONS_OF_A_STEP;
    observer.arrive(thread);
    addAll(this.frames, this.top + F_CHANGED, 0, observer.changed);
    clear(observer.changed, 0);
    return outcome;
  }

  observe(thread: number, first: boolean): void {
    const { machine } = this;
    this.cost += 1 + ((logEnd(machine) - logStart(machine)) >> LOG_OF_A_STEP);
    this.observer.observe(thread, first);
  }

  /** A new frame for the state the machine is in, all of `enabled` to be tried; answers where it is. Moves `frames` as it grows. */
  push(state: number): number {
    const { windows, stride } = this;
    const { journal } = this.stepper;
    const at = this.depth * stride;
    if (at + stride > this.frames.length) {
      this.frames = doubled(this.frames);
    }
    const { frames } = this;
    frames[at + F_STATE] = state;
    copySet(frames, at + F_ENABLED, 0, this.enabled);
    copySet(frames, at + F_TODO, 0, this.enabled);
    clear(frames, at + F_DONE);
    clear(frames, at + F_CHANGED);
    frames[at + F_THREAD] = 0;
    frames[at + F_PICK] = 0;
    frames[at + F_PICKS] = 0;
    frames[at + F_MARK] = journal.mark;
    frames[at + F_HASH0] = journal.hash0;
    frames[at + F_HASH1] = journal.hash1;
    frames[at + F_TOP] = windows.top;
    frames[at + F_THREADS] = windows.threads;
    frames[at + F_KEY] = windows.key;
    const { live } = windows;
    const count = windows.threads * LIVE_WORDS;
    for (let i = 0; i < count; i++) frames[at + F_LIVE + i] = live[i];
    this.depth++;
    return at;
  }

  /** Where the last frame is. */
  get top(): number {
    return (this.depth - 1) * this.stride;
  }

  /** Forgets the last frame; answers where the one before it is: below 0, there is none. */
  pop(): number {
    const { frames, top } = this;
    this.depth--;
    if (top > 0) addAll(frames, this.top + F_CHANGED, top + F_CHANGED);
    return this.top;
  }

  /** Back to the state of a frame: machine, threads, windows and nodes. */
  back(at: number): void {
    const { frames, windows } = this;
    this.stepper.journal.undo(frames[at + F_MARK], frames[at + F_HASH0], frames[at + F_HASH1]);
    const { live } = windows;
    windows.top = frames[at + F_TOP];
    windows.threads = frames[at + F_THREADS];
    windows.key = frames[at + F_KEY];
    const changed = at + F_CHANGED;
    for (let thread = nextThread(frames, changed, 0); thread >= 0; thread = nextThread(frames, changed, 0)) {
      removeThread(frames, changed, thread);
      const from = thread * LIVE_WORDS;
      for (let i = from; i < from + LIVE_WORDS; i++) live[i] = frames[at + F_LIVE + i];
    }
  }
}
