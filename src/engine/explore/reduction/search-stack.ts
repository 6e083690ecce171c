/**
 * The stack of a depth-first search through the states of a program: one step further, and back again. What a search knows of a state on
 * the way stands in a frame, in one Int32Array; behind the words named here a frame has those of the search that uses it.
 */
import { doubled } from '../../../base/doubled';
import { initially } from '../../../base/sizes';
import { logEnd, logStart, type Machine, type SchedulePoints } from '../../machine';
import { SEARCHED_THREADS } from '../../machine/local';
import type { Choice } from '../../schedule/schedule';
import { enabledThreads, type Observer, ReversibleStepper } from '../steps/stepper';
import { AccessObserver, type Knowledge } from './access-observer';
import { type AccessWindows, LIVE_WORDS, type OnRace } from './access-windows';

/** Two to this power words of log cost as much as a step. */
const LOG_OF_A_STEP = 6;
/** And so many instructions. */
const INSTRUCTIONS_OF_A_STEP = 10;

// A frame; what it is for is said by who fills it in. Behind these the saved `live` words of the threads.
export const F_STATE = 0;
export const F_ENABLED = 1;
/** Threads to try, and those tried. */
export const F_TODO = 2;
export const F_DONE = 3;
/** The step that is being taken, and how many ways it has. */
export const F_THREAD = 4;
export const F_PICK = 5;
export const F_PICKS = 6;
const F_MARK = 7;
const F_HASH0 = 8;
const F_HASH1 = 9;
const F_TOP = 10;
const F_THREADS = 11;
const F_KEY = 12;
/** Threads of which something else is known since this state; only theirs has to be put back. */
const F_CHANGED = 13;
/** From here on a search has words of its own. */
export const F_OWN = 14;
const OWN_WORDS = 8;
const F_LIVE = F_OWN + OWN_WORDS;

export class SearchStack implements Observer {
  frames: Int32Array;
  readonly stride: number;
  /** More threads than this cannot be told apart in one word. */
  readonly maxThreads: number;
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
    this.maxThreads = Math.min(SEARCHED_THREADS, machine.layout.limits.threads);
    this.stride = F_LIVE + LIVE_WORDS * this.maxThreads;
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

  /** A bit for each thread that can step. */
  enabled(): number {
    return enabledThreads(this.machine);
  }

  /** One step of a thread, seen by journal and windows; answers the outcome. */
  take(thread: number, pick: number): number {
    const { machine, observer } = this;
    this.thread = thread;
    observer.begin(thread);
    const outcome = this.stepper.take(thread, pick, this);
    this.cost += (machine.longest - machine.budget) >> INSTRUCTIONS_OF_A_STEP;
    observer.arrive(thread);
    this.frames[this.top + F_CHANGED] |= observer.changed;
    observer.changed = 0;
    return outcome;
  }

  observe(thread: number, first: boolean): void {
    const { machine } = this;
    this.cost += 1 + ((logEnd(machine) - logStart(machine)) >> LOG_OF_A_STEP);
    this.observer.observe(thread, first);
  }

  /** A new frame for the state the machine is in, no thread tried; answers where it is. Moves `frames` as it grows. */
  push(state: number, enabled: number): number {
    const { windows, stride } = this;
    const { journal } = this.stepper;
    const at = this.depth * stride;
    if (at + stride > this.frames.length) {
      this.frames = doubled(this.frames);
    }
    const { frames } = this;
    frames[at + F_STATE] = state;
    frames[at + F_ENABLED] = enabled;
    frames[at + F_TODO] = enabled;
    frames[at + F_DONE] = 0;
    frames[at + F_THREAD] = 0;
    frames[at + F_PICK] = 0;
    frames[at + F_PICKS] = 0;
    frames[at + F_MARK] = journal.mark;
    frames[at + F_HASH0] = journal.hash0;
    frames[at + F_HASH1] = journal.hash1;
    frames[at + F_TOP] = windows.top;
    frames[at + F_THREADS] = windows.threads;
    frames[at + F_KEY] = windows.key;
    frames[at + F_CHANGED] = 0;
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
    if (top > 0) frames[this.top + F_CHANGED] |= frames[top + F_CHANGED];
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
    for (let left = frames[at + F_CHANGED]; left !== 0; left &= left - 1) {
      const from = (31 - Math.clz32(left & -left)) * LIVE_WORDS;
      for (let i = from; i < from + LIVE_WORDS; i++) live[i] = frames[at + F_LIVE + i];
    }
    frames[at + F_CHANGED] = 0;
  }
}
