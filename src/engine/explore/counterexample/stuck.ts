/**
 * What only the past of a run tells: whether a thread that waits for ever has missed its notify, and which locks were taken in which order.
 * The schedule is run again for it.
 */
import { doubled } from '../../../base/doubled';
import { initially } from '../../../base/sizes';
import { eventKind, lockEdgeOf, nextEvent } from '../../bytecode/event';
import type { FindingKind } from '../../bytecode/fault';
import { CHOOSE } from '../../bytecode/opcodes';
import type { Program } from '../../bytecode/program';
import { mayRun } from '../../bytecode/reachable';
import { cycles, type Deadlock, stuck, waitsNow } from '../../detect/deadlock';
import type { History } from '../../detect/history';
import { Holds } from '../../detect/holds';
import { shutOut } from '../../detect/livelock';
import { outlookOf } from '../../detect/waiters';
import { logEnd, logStart, type Machine, restore, type SchedulePoints } from '../../machine';
import type { Choice } from '../../schedule/schedule';
import type { Setup } from '../steps/setup';
import { type Observer, Stepper } from '../steps/stepper';

/** The past of a run that is short, kept in full, and the locks that are held at its end. */
class Past implements History, Observer {
  log = new Int32Array(initially(4096));
  readonly holds = new Holds();
  private readonly machine: Machine;
  private readonly threads: number[] = [0];
  private readonly starts: number[] = [0, 0];
  /** Events of the last step. */
  private events = 0;

  constructor(machine: Machine) {
    this.machine = machine;
  }

  get length(): number {
    return this.threads.length - 1;
  }
  threadAt(index: number): number {
    return this.threads[index];
  }
  startOf(index: number): number {
    return this.starts[index];
  }

  observe(thread: number, first: boolean): void {
    const { machine, holds } = this;
    const { words } = machine;
    if (first) {
      this.threads.push(thread);
      this.starts.push(this.starts[this.starts.length - 1]);
      this.events = 0;
    }
    this.add(words.subarray(logStart(machine), logEnd(machine)));
    for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(words, at)) {
      const kind = eventKind(words[at]);
      const ref = { thread, pc: words[at + 1], step: this.length, event: this.events++ };
      if (lockEdgeOf(kind) !== 0) holds.feed(ref, kind, words[at + 2]);
    }
  }

  private add(log: Int32Array): void {
    const last = this.starts.length - 1;
    const at = this.starts[last];
    if (at + log.length > this.log.length) this.log = doubled(this.log, at + log.length);
    this.log.set(log, at);
    this.starts[last] = at + log.length;
  }
}

/** What the threads wait for at the end of a schedule for ever, with the machine where it begins. */
export function whyStuck(machine: Machine, points: SchedulePoints, path: readonly Choice[]): Deadlock[] {
  const { past, waits } = follow(machine, points, path);
  return stuck(past, waits, (wait) => outlookOf(machine, points, past, wait));
}

/**
 * Whether threads that go round for ever are a livelock or shut somebody out: a deadlock. The path leads, from where the machine
 * stands, to a state of their rounds; bits tell who moves in these and who can anywhere in them.
 */
export function kindOfCycle(
  machine: Machine,
  points: SchedulePoints,
  path: readonly Choice[],
  moved: number,
  able: number,
): 'deadlock' | 'livelock' {
  const { waits } = follow(machine, points, path);
  const never = waits.filter(({ site }) => (able & (1 << site.thread)) === 0);
  const out = shutOut(never, ({ thread }) => (moved & (1 << thread)) !== 0);
  return out.length > 0 || cycles(waits).length > 0 ? 'deadlock' : 'livelock';
}

const CHOOSING =
  'A thread goes round here as long as its input is always the same, or a scheduler never fair to the others: no program whose inputs change does so for ever.';
const UNFAIR =
  'A thread goes round here and gives back each time what another one waits for: only a lock or a scheduler that is never fair to the other keeps it waiting.';

/** Inputs that may have several values. */
const CHOICES: ReadonlySet<number> = new Set([CHOOSE]);

/** Why a round goes on of which a fair scheduler, or another input, would make an end. */
export const whyUnfair = (program: Program): string => (mayRun(program, CHOICES) ? CHOOSING : UNFAIR);

/** Takes the steps; the past they make, and who waits then. */
function follow(machine: Machine, points: SchedulePoints, path: readonly Choice[]) {
  const past = new Past(machine);
  new Stepper(machine, points).follow(path, past);
  return { past, waits: waitsNow(machine, past.holds, past.length) };
}

/**
 * What a run ends in, as far as its last state tells it: threads that wait for each other ('cycle'), or for what nobody is left to do
 * ('wait'). Whether the latter is a deadlock or a lost wakeup only the way there tells; kindOfStuck asks it.
 */
export type Ending = Exclude<FindingKind, 'deadlock' | 'lost-wakeup'> | 'cycle' | 'wait';

export const endingOfStuck = (deadlocks: readonly Deadlock[]): Ending =>
  deadlocks[0]?.cycle ? 'cycle' : 'wait';

/** What an ending is called that a run behind the set-up comes to. `machine` is free to be led anywhere. */
export function kindOfEnding(
  machine: Machine,
  setup: Setup,
  points: SchedulePoints,
  ending: Ending,
  path: readonly Choice[],
): FindingKind {
  if (ending !== 'cycle' && ending !== 'wait') return ending;
  restore(machine, setup.state);
  return kindOfStuck(whyStuck(machine, points, path));
}

export const kindOfStuck = (deadlocks: readonly Deadlock[]): FindingKind => deadlocks[0]?.kind ?? 'deadlock';
