/**
 * Makes the runs of a series, one after the other, and judges each. Where threads run at once the coordinator has main's: it puts the Memory
 * back to where the set-up left it, takes main's steps, and waits until the workers that main's steps have started are out of the run.
 */
import { InternalError } from '../../base/assert';
import {
  createMachine,
  type FailedStep,
  hashState,
  LONGEST_STEP,
  type Machine,
  type Program,
  pct,
  random,
  restore,
  Sampler,
  type SchedulePoints,
  type Scheduler,
  sticky,
  threadCount,
} from '../../engine';
import { isAtOnce, type Series } from './client';
import {
  type Control,
  CUT,
  clearRun,
  failedOf,
  GOING,
  MAX_TICKETS,
  MAX_WORKERS,
  OVER,
  RESTED,
  RUN,
  SEED,
  ticketsOf,
  UNSTAFFED,
  VOID,
  WORKERS,
  YIELDS,
} from './control';
import { Counting } from './counting';
import type { SharedRun, TallyNews } from './protocol';
import { endRun, FreeThread, LONGEST_RUN, type Words, wakeParked } from './thread';

/** ms between two looks whether all workers are out of the run. */
const REST = 1;
/** ms that a worker may take to leave a run that was ended; one that needs more is lost. */
const LOST_AFTER = 3000;
/** Operations of which one is held up, where the user wants pressure. */
const HELD_UP = 8;
/** Steps that a thread takes before another has its time, on average, where there is one processor. */
const SLICE = 32;

/** ran: the run is counted. wanted: it is not, as more workers are needed. lost: a worker did not come back. */
export type Ran = 'ran' | 'wanted' | 'lost';

export class Coordinator {
  readonly sampler: Sampler;
  /** Null where no threads can run at once. */
  readonly shared: SharedRun | null;
  /** Threads of the largest run so far. */
  threads: number;
  private readonly control: Control | null;
  private readonly machine: Machine | null;
  private readonly main: FreeThread | null;
  private counting: Counting;
  private series: Series | null = null;
  private made = 0;
  private readonly room = new Int32Array(MAX_TICKETS);
  /** Steps of a run, as far as one was made before any series. */
  private readonly trial: number;

  constructor(program: Program, searched: SchedulePoints | null, control: Control | null) {
    this.sampler = searched === null ? new Sampler(program) : new Sampler(program, searched);
    this.trial = this.sampler.draw(random(1), this.room).steps.length;
    this.counting = new Counting(this.sampler, this.trial);
    this.threads = this.sampler.threads;
    this.control = control;
    this.machine = control === null ? null : sharedMachine(program, 0);
    this.main = null;
    this.shared = null;
    if (control === null || this.machine === null) return;
    const { points } = this.sampler;
    this.main = new FreeThread(control, this.machine, points, 0);
    this.shared = { program, points, memory: this.machine.words.buffer as SharedArrayBuffer };
  }

  begin(series: Series): void {
    this.series = series;
    this.made = 0;
    this.counting = new Counting(this.sampler, this.trial);
  }

  get isOver(): boolean {
    return this.series === null || this.made >= this.series.runs;
  }

  /** What the series has come to since it was asked last. */
  news = (ms: number): TallyNews => this.counting.news(ms, this.threads);

  /** One run. */
  run(): Ran {
    const { series } = this;
    if (series === null) return 'ran';
    const ran = isAtOnce(series.pressure) ? this.runAtOnce(series) : this.draw(series);
    if (ran === 'ran') this.made++;
    return ran;
  }

  private draw(series: Series): Ran {
    const { sampler, counting } = this;
    const seed = series.seed + this.made;
    counting.add(sampler.draw(policyOf(series, seed, counting.longest), this.room), null);
    this.threads = Math.max(this.threads, sampler.threads);
    return 'ran';
  }

  private runAtOnce({ pressure, seed }: Series): Ran {
    const { control, machine, main, sampler, counting } = this;
    if (control === null || machine === null || main === null)
      throw new InternalError('no threads can run at once here');
    restore(machine, sampler.setup.state);
    clearRun(control, MAX_WORKERS);
    control[YIELDS] = pressure === 'yields' ? HELD_UP : 0;
    control[SEED] = seed + this.made;
    control[RUN]++;
    const start = performance.now();
    main.run();
    Atomics.add(control, RESTED, 1);
    if (!isAtRest(control, machine, start)) return 'lost';
    this.threads = Math.max(this.threads, threadCount(machine));
    if (control[OVER] === UNSTAFFED) return 'wanted';
    hashState(machine);
    counting.add({ ...recordedIn(control), cut: control[OVER] === CUT }, machine.hash);
    return 'ran';
  }
}

/** Waits until all workers are out of the run that began at `start`; false if one does not come back. */
function isAtRest(control: Control, machine: Machine, start: number): boolean {
  const words = machine.words as Words;
  for (;;) {
    const rested = Atomics.load(control, RESTED);
    if (rested >= Math.min(threadCount(machine), control[WORKERS])) return true;
    if (Atomics.wait(control, RESTED, rested, REST) !== 'timed-out') continue;
    const ms = performance.now() - start;
    if (ms > LONGEST_RUN) endRun(control, words, CUT);
    if (ms > LONGEST_RUN + LOST_AFTER) return false;
    // One may have been about to wait when it was to be woken.
    if (Atomics.load(control, OVER) !== GOING) wakeParked(control, words);
  }
}

/** A machine on the Memory of threads that run at once; the first one makes it. */
export function sharedMachine(program: Program, thread: number, buffer?: SharedArrayBuffer): Machine {
  const logs = { index: thread, count: MAX_WORKERS };
  const machine = createMachine(program, buffer === undefined ? { shared: true, logs } : { buffer, logs });
  machine.longest = LONGEST_STEP;
  return machine;
}

function recordedIn(control: Control): { steps: Int32Array; failed: FailedStep[] } {
  const tickets = ticketsOf(control);
  const steps = tickets.includes(VOID) ? tickets.filter((ticket) => ticket !== VOID) : tickets;
  const failed: FailedStep[] = [];
  for (let thread = 0; thread < MAX_WORKERS; thread++) {
    const word = control[failedOf(thread)];
    if (word === 0) continue;
    const ticket = (word >> 1) - 1;
    const voids = tickets.subarray(0, ticket).filter((each) => each === VOID).length;
    failed.push({ at: ticket - voids, begun: (word & 1) === 1 });
  }
  return { steps, failed };
}

function policyOf({ pressure, depth }: Series, seed: number, steps: number): Scheduler {
  switch (pressure) {
    case 'pct':
      return pct(seed, { depth, steps });
    case 'one-core':
      return sticky(seed, SLICE);
    default:
      return random(seed);
  }
}
