/** All detectors, fed as a run is recorded; what they found is put into words when somebody asks. */
import { distinctBy } from '../../base/distinct';
import { eventKind, lockEdgeOf, nextEvent } from '../bytecode/event';
import type { FindingKind } from '../bytecode/fault';
import { cycles, type Deadlock, stuck, type Wait, waitsNow } from '../detect/deadlock';
import { deadlockFinding, spinDeadlockFinding } from '../detect/deadlock-finding';
import type { Finding } from '../detect/finding';
import { Holds } from '../detect/holds';
import { type Leak, leakFinding, leakOf, threadLeakFinding, unjoined } from '../detect/leaks';
import { faultFinding, faultOf } from '../detect/lifetimes';
import { type Livelock, livelock, livelockFinding, Recurrence } from '../detect/livelock';
import { LockOrder } from '../detect/lock-order';
import { inversionFinding } from '../detect/lock-order-finding';
import { earlyEndFinding, raceFinding } from '../detect/race-finding';
import { type Race, Races, sideOf } from '../detect/races';
import type { Scene } from '../detect/scene';
import { outlookOf } from '../detect/waiters';
import { lineAt, spanAt } from '../inspect/source';
import { checkpoint, createMachine, isProcessOver, type Machine, restore, runStatus } from '../machine';
import { unsettledThread } from '../machine/local';
import { PartialExecution } from '../rc11/partial-execution';
import { unsynchronized } from '../rc11/unsynchronized';
import { isFairCircle } from './circle';
import type { Cursor, Recorder } from './record';

/**
 * Whether the step just taken went in circles: 'livelock', everybody did for ever; 'over', everybody who is left, until the process
 * ends, which nobody keeps from it; 'spin', only the thread that took it.
 */
export type Circles = 'none' | 'spin' | 'livelock' | 'over';

export class Findings {
  private readonly recorder: Recorder;
  private readonly machine: Machine;
  private races: Races;
  /** Of a run under RC11: the execution that it is at the end of the record, wherever the machine is led afterwards. */
  private partial: PartialExecution | null = null;
  private lockOrder: LockOrder;
  private holds = new Holds();
  private readonly recurrence = new Recurrence();
  private deadlocks: Deadlock[] = [];
  private livelock: Livelock | null = null;
  /** Led along the record to look at circles; there is none before the first of them. */
  private walker: Cursor | null = null;
  private leak: Leak | null = null;
  /** Whether nobody keeps the process from ending, and nothing went wrong. */
  private isOver = false;
  /** Steps taken in. */
  private fed = 0;
  private told: readonly Finding[] | null = null;

  constructor(recorder: Recorder) {
    this.recorder = recorder;
    this.machine = recorder.main.machine;
    this.races = this.newRaces();
    this.lockOrder = new LockOrder(this.machine.program.code);
    this.recurrence.feed(this.machine, 0);
  }

  /** The last step of the record, with the machine right behind it. */
  feed(): Circles {
    this.told = null;
    const step = this.recorder.length;
    this.partial = this.recorder.main.weak?.partial ?? null;
    this.follow(step);
    this.watchWaits(step);
    const { machine } = this;
    this.isOver = runStatus(machine) !== 'failed' && isProcessOver(machine);
    this.leak = this.isOver ? leakOf(machine, step) : null;
    return this.watchCircles(step);
  }

  /** The record was cut. What needs only events is fed again; what needed the state of each step is kept. */
  truncate(length: number): void {
    this.told = null;
    this.leak = null;
    this.isOver = false;
    this.partial = this.recorder.main.weak?.partial ?? null;
    this.races = this.newRaces();
    this.lockOrder = new LockOrder(this.machine.program.code);
    this.holds = new Holds();
    this.fed = 0;
    while (this.fed < length) this.follow(this.fed + 1);
    this.recurrence.truncate(length);
    this.deadlocks = this.deadlocks.filter(({ waits }) => waits[0].site.step <= length);
    if (this.livelock !== null && this.livelock.step > length) this.livelock = null;
  }

  /** Everything found, earliest first. */
  inWords(scene: Scene): readonly Finding[] {
    this.told ??= this.tell(scene);
    return this.told;
  }

  private tell(scene: Scene): Finding[] {
    const { recorder } = this;
    const fault = faultOf(recorder);
    const races = this.racesNow(scene);
    const found = [
      ...(fault ? [faultFinding(scene, fault)] : []),
      ...this.deadlocks.map((deadlock) => deadlockFinding(scene, deadlock)),
      ...this.circles().map((circle) =>
        circle.shutOut.length > 0 ? spinDeadlockFinding(scene, circle) : livelockFinding(scene, circle),
      ),
      ...distinct(races.found.map((race) => raceFinding(scene, race))),
      ...(this.leak ? [leakFinding(scene, this.leak)] : []),
    ];
    if (this.isOver && unsettledThread(this.machine) >= 0)
      found.push(...unjoined(recorder).map((started) => threadLeakFinding(scene, started, recorder.length)));
    // What came true says more than what could: a use after free,
    if (!found.some(({ kind }) => LATE.has(kind))) {
      found.push(...distinct(races.ends.map((race) => earlyEndFinding(scene, race))));
    }
    // or a deadlock.
    if (!found.some(({ kind }) => kind === 'deadlock' || kind === 'lost-wakeup')) {
      found.push(...this.lockOrder.found.map((inversion) => inversionFinding(scene, inversion)));
    }
    return found.sort((a, b) => a.step - b.step);
  }

  /** None beside a deadlock that came first: who goes round there waits for what its threads would do. */
  private circles(): Livelock[] {
    const { livelock, deadlocks } = this;
    if (livelock === null || deadlocks.some(({ waits }) => waits[0].site.step <= livelock.step)) return [];
    return [livelock];
  }

  /** By happens-before: of the machine's own events, or of the execution graph where memory is weaker. */
  private racesNow(scene: Scene): Pick<Races, 'found' | 'ends'> {
    return this.partial === null ? this.races : weakRaces(this.partial, scene);
  }

  private newRaces(): Races {
    return Races.of(this.machine);
  }

  private follow(step: number): void {
    const { recorder } = this;
    const { log } = recorder;
    const thread = recorder.threadAt(step);
    const from = recorder.startOf(step);
    const to = recorder.startOf(step + 1);
    this.races.feed(step, thread, log, from, to);
    this.lockOrder.feed(step, thread, log, from, to);
    for (let at = from, event = 0; at < to; at = nextEvent(log, at), event++) {
      const kind = eventKind(log[at]);
      if (lockEdgeOf(kind) !== 0)
        this.holds.feed({ thread, pc: log[at + 1], step, event }, kind, log[at + 2]);
    }
    this.fed = step;
  }

  private watchWaits(step: number): void {
    const waits = waitsNow(this.machine, this.holds, step);
    const found = runStatus(this.machine) === 'stuck' ? this.stuck(waits) : cycles(waits);
    for (const deadlock of found) {
      if (!this.deadlocks.some((known) => sameThreads(known, deadlock))) this.deadlocks.push(deadlock);
    }
  }

  /** Waiters are asked on a machine of their own: this one may be shared with real threads. */
  private stuck(waits: readonly Wait[]): Deadlock[] {
    const { machine, recorder } = this;
    const copy = createMachine(machine.program, { limits: machine.layout.limits });
    restore(copy, checkpoint(machine));
    return stuck(recorder, waits, (wait) => outlookOf(copy, recorder.points, recorder, wait));
  }

  private watchCircles(step: number): Circles {
    const ago = this.recurrence.feed(this.machine, step);
    if (ago === 0) return 'none';
    // Who reads what is old will read what is newer: that is no circle.
    for (let k = step - ago + 1; k <= step; k++) if (this.readsOld(k)) return 'spin';
    if (this.livelock === null) {
      const waits = waitsNow(this.machine, this.holds, step);
      const circle = livelock(this.machine, step, ago, (k) => this.recorder.threadAt(k), waits);
      if (circle !== null && isProcessOver(this.machine)) return 'over';
      if (circle !== null && this.isFair(circle)) this.livelock = circle;
    }
    return this.livelock === null ? 'spin' : 'livelock';
  }

  private readsOld(step: number): boolean {
    return this.recorder.main.weak !== null && this.recorder.pickAt(step) > 0;
  }

  private isFair({ since, step }: Livelock): boolean {
    const { machine, recorder } = this;
    const { program, layout } = machine;
    this.walker ??= recorder.cursor(createMachine(program, { limits: layout.limits }));
    return isFairCircle(recorder, this.walker, since, step);
  }
}

/** What the graph of a run leaves unordered. */
function weakRaces(partial: PartialExecution, scene: Scene): Pick<Races, 'found' | 'ends'> {
  const { program } = scene;
  const all = partial.races.map((pair): Race => {
    const { address, now, before } = pair;
    const why = unsynchronized(pair, partial, {
      line: (pc) => lineAt(program, spanAt(program, pc)),
      name: ({ location }) =>
        scene.thingAt(now, PartialExecution.addressOf(location ?? '')).name || 'an atomic',
    });
    return { address, now: sideOf(now), before: sideOf(before), why };
  });
  const isEnd = ({ now, before }: Race): boolean => now.ends || before.ends;
  return { found: all.filter((race) => !isEnd(race)), ends: all.filter(isEnd) };
}

/** Something was used when it was gone. */
const LATE: ReadonlySet<FindingKind> = new Set(['use-after-free', 'stack-use-after-scope', 'double-free']);

const sameThreads = (a: Deadlock, b: Deadlock): boolean =>
  a.waits.map((wait) => wait.site.thread).join() === b.waits.map((wait) => wait.site.thread).join();

/** A statement is several instructions (`x++` reads and writes): one race for each pair of lines and each thing is enough. */
function distinct(races: readonly Finding[]): Finding[] {
  return distinctBy(races, ({ report, places }) => {
    const lines = places.map(({ frames }) => frames[0].line).sort((a, b) => a - b);
    return `${lines.join()} ${report.slice(0, report.indexOf('\n'))}`;
  });
}
