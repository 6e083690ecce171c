/**
 * The explorer: every interleaving of a program, by merging equal states (states/). What the passes meet becomes findings, each with
 * the schedule that leads there.
 */
import { FAULT_LIMIT, type FindingKind, kindOfFault } from '../bytecode/fault';
import type { Pc, Program, ThreadId } from '../bytecode/program';
import { leakOf } from '../detect/leaks';
import { LockOrder } from '../detect/lock-order';
import {
  blockedOn,
  createMachine,
  faultOf,
  lineAt,
  logEnd,
  logStart,
  type Machine,
  MORE,
  nextPc,
  restore,
  runStatus,
  spanAt,
  threadCount,
  userPc,
} from '../machine';
import { unsettledThread } from '../machine/local';
import { nonpreemptive } from '../schedule/nonpreemptive';
import { countPreemptions } from '../schedule/preemption';
import { random } from '../schedule/random';
import { run } from '../schedule/run';
import type { Choice, Granularity, Schedule } from '../schedule/schedule';
import { Board } from '../states/board';
import { type ClosureResult, type ClosureTask, type Look, sharedBytes, takePart } from '../states/closure';
import { type Closing, type Listener, Passes } from '../states/passes';
import { contendedIn, stopsAt } from '../states/stops';
import { findLasso } from './lasso';
import { findMinimal } from './minimal';
import { scheduleOf } from './replay';
import { kindOfRound, kindOfStuck, whyStuck } from './stuck';
import {
  GRAVITY,
  type Limit,
  type Minimal,
  type SearchFinding,
  type SearchLimits,
  type Verdict,
} from './verdict';

const MAX_STATES = 4_000_000;
const MAX_MEMORY = 512 * 2 ** 20;
const MAX_FINDINGS = 256;
/** To hand out work and to collect it again takes as long as some 10,000 transitions. */
const LARGE = 1 << 15;

/** Alone, in this thread. */
export function explore(program: Program, limits: SearchLimits = {}): Verdict {
  const search = new Exploration(program, limits).explore();
  let next = search.next();
  while (!next.done) {
    const result = takePart(next.value, new ArrayBuffer(sharedBytes(next.value)), lookOf(limits));
    next = search.next(result === null ? [] : [result]);
  }
  return next.value;
}

/** Goes through a task with others, looking up now and then; answers what all who took part found. */
export type Together = (task: ClosureTask, look: Look) => Promise<readonly ClosureResult[]>;

/** The same with others to help where a search is large, and with the same answer. */
export async function exploreTogether(
  program: Program,
  limits: SearchLimits,
  together: Together,
): Promise<Verdict> {
  const search = new Exploration(program, limits).explore();
  let next = search.next();
  while (!next.done) next = search.next(await together(next.value, lookOf(limits)));
  return next.value;
}

/** What one of those who take part in a task looks at on behalf of all. */
const lookOf =
  ({ shouldStop, onProgress }: SearchLimits): Look =>
  (states, transitions) => {
    onProgress?.(states, transitions);
    return shouldStop?.() ?? false;
  };

class Exploration implements Listener {
  private readonly program: Program;
  private readonly limits: SearchLimits;
  private readonly granularity: Granularity;
  private readonly passes: Passes;
  private readonly machine: Machine;
  /** Led along schedules while the other one stands in the middle of a search. */
  private readonly scratch: Machine;
  private readonly findings = new Map<string, SearchFinding>();
  private limit: Limit | null = null;

  constructor(program: Program, limits: SearchLimits) {
    const { granularity = 'sync', full = false } = limits;
    this.program = program;
    this.limits = limits;
    this.granularity = granularity;
    const { states = MAX_STATES, memory = MAX_MEMORY, large = LARGE } = limits;
    const closure = Board.bytes(states) < memory / 2 ? states : 0;
    const options = { granularity, full, budget: Number.POSITIVE_INFINITY, closure, large };
    this.passes = new Passes(program, contendedIn(program), options, this);
    this.machine = this.passes.machine;
    this.scratch = createMachine(program);
  }

  *explore(): Closing<Verdict> {
    const { passes } = this;
    const end = yield* passes.run();
    if (end === 'stopped') this.limit ??= 'stopped';
    if (end === 'threads') this.limit ??= 'threads';
    if (!this.has('deadlock')) this.predict();
    const found = [...this.findings.values()].sort(byGravity);
    const worst = found[0]?.kind ?? 'clean';
    const ends = found.find((finding) => finding.kind === worst && !this.isRound(finding));
    let minimal: Minimal | null = null;
    found.forEach((finding, rank) => {
      // Once round by one thread does not show that all go round: only the simplest schedule does.
      const round = this.isRound(finding);
      if (!(round || finding === ends) || !finding.reached || this.limits.noMinimal) return;
      const simplest = this.simplest(finding);
      if (finding.kind === worst) minimal = simpler(simplest, minimal);
      if (round) found[rank] = { ...finding, schedule: simplest.schedule };
    });
    return {
      kind: worst,
      complete: this.limit === null,
      limit: this.limit,
      states: passes.states,
      transitions: passes.transitions,
      allTransitions: passes.allTransitions,
      passes: passes.passes,
      visible: [...passes.contended].sort((a, b) => a - b),
      findings: found,
      minimal,
    };
  }

  begin(): void {
    this.findings.clear();
    this.limit = null;
  }

  get isClean(): boolean {
    return this.findings.size === 0 && this.limit === null;
  }

  race(pc: number, otherPc: number, thread: number, race: boolean): void {
    if (race)
      this.find('data-race', `${Math.min(pc, otherPc)} ${Math.max(pc, otherPc)}`, thread, pc as Pc, '');
  }

  fault(thread: number): void {
    const fault = faultOf(this.machine);
    if (fault === null) return;
    if (fault.kind === FAULT_LIMIT) {
      this.limit ??= 'machine';
      return;
    }
    const kind = kindOfFault(fault.kind, fault.text);
    this.find(kind, `${fault.pc}`, thread, userPc(this.machine, thread) as Pc, fault.text);
  }

  end(): void {
    const { machine } = this;
    const status = runStatus(machine);
    if (status === 'stuck') {
      const waiting: string[] = [];
      for (let t = 0; t < threadCount(machine); t++)
        if (blockedOn(machine, t) !== null) waiting.push(`${t}@${nextPc(machine, t)}`);
      const key = waiting.join();
      if (this.has(`deadlock ${key}`, true) || this.has(`lost-wakeup ${key}`, true)) return;
      restore(this.scratch, this.passes.setup.state);
      const why = whyStuck(this.scratch, this.passes.always, this.passes.path());
      const thread = why[0]?.waits[0]?.site.thread ?? 0;
      this.find(kindOfStuck(why), key, thread, userPc(machine, thread) as Pc, '');
      return;
    }
    if (status !== 'finished') return;
    const leak = leakOf(machine, 0);
    if (leak !== null) {
      const [block] = leak.blocks;
      this.find('memory-leak', leak.blocks.map((each) => each.pc).join(), block.thread, block.pc as Pc, '');
    }
    const unsettled = unsettledThread(machine);
    if (unsettled >= 0) this.find('thread-leak', `${unsettled}`, unsettled, 0 as Pc, '');
  }

  tooLong(): void {
    this.limit ??= 'machine';
  }

  livelock(path: readonly Choice[], moved: number, able: number): void {
    restore(this.scratch, this.passes.setup.state);
    const kind = kindOfRound(this.scratch, this.passes.always, path, moved, able);
    // One of each kind is enough: which threads take part is told by the simplest schedule.
    if (this.findings.has(kind)) return;
    this.add(kind, kind, path[path.length - 1].thread, 0 as Pc, '', path);
  }

  /** Of threads that go round for ever: kept under its bare kind, where others have a place too. */
  private isRound(finding: SearchFinding): boolean {
    return this.findings.get(finding.kind) === finding;
  }

  poll(states: number, transitions: number, bytes: number): boolean {
    const { states: most = MAX_STATES, memory = MAX_MEMORY, shouldStop, onProgress } = this.limits;
    onProgress?.(states, transitions);
    const met: Limit | null =
      states >= most ? 'states' : bytes >= memory ? 'memory' : shouldStop?.() ? 'stopped' : null;
    this.limit = met ?? this.limit;
    return met !== null;
  }

  private has(key: string, exact = false): boolean {
    if (exact) return this.findings.has(key);
    for (const { kind } of this.findings.values()) if (kind === key) return true;
    return false;
  }

  private find(kind: FindingKind, at: string, thread: number, pc: Pc, text: string): void {
    const key = `${kind} ${at}`;
    if (this.findings.has(key) || this.findings.size >= MAX_FINDINGS) return;
    this.add(key, kind, thread, pc, text, this.passes.path());
  }

  private add(
    key: string,
    kind: FindingKind,
    thread: number,
    pc: Pc,
    text: string,
    path: readonly Choice[],
  ): void {
    this.findings.set(key, {
      kind,
      reached: true,
      thread: thread as ThreadId,
      pc,
      line: lineAt(this.program, spanAt(this.program, pc)),
      text,
      schedule: this.scheduleOf(path),
    });
  }

  private scheduleOf(choices: readonly Choice[]): Schedule {
    const { program, scratch, granularity, passes } = this;
    const { setup, stopping: contended } = passes;
    return scheduleOf(program, scratch, { setup, choices, contended, granularity });
  }

  /** Lock orders that could have led to a deadlock, from runs that had none. */
  private predict(): void {
    const { scratch, program, granularity } = this;
    const visible = stopsAt(program, granularity);
    for (let i = 0; i < 6; i++) {
      restore(scratch, this.passes.setup.state);
      const order = new LockOrder(program.code);
      const choices: Choice[] = [...this.passes.setup.path];
      run(
        scratch,
        i === 0 ? nonpreemptive : random(i),
        visible,
        (thread, pick, outcome) => {
          if (outcome !== MORE) choices.push({ thread, pick });
          order.feed(choices.length, thread, scratch.words, logStart(scratch), logEnd(scratch));
          return 'go';
        },
        { limit: 5000 },
      );
      if (runStatus(scratch) !== 'finished') continue;
      for (const inversion of order.found) {
        const { wanted } = inversion[0];
        const key = `lock-order-inversion ${wanted.pc}`;
        if (this.findings.has(key)) continue;
        this.findings.set(key, {
          kind: 'lock-order-inversion',
          reached: false,
          thread: wanted.thread as ThreadId,
          pc: wanted.pc as Pc,
          line: lineAt(program, spanAt(program, wanted.pc as Pc)),
          text: '',
          schedule: { granularity, choices },
        });
      }
    }
  }

  private simplest(finding: SearchFinding): Minimal {
    const { program, scratch: machine, passes, limits } = this;
    const { setup, always, cells } = passes;
    const { kind } = finding;
    const found =
      this.isRound(finding) && (kind === 'livelock' || kind === 'deadlock')
        ? findLasso(machine, setup, always, kind)
        : findMinimal({ machine, setup, always, cells, finding, limits });
    const schedule = found === null ? finding.schedule : this.scheduleOf(found.path);
    const { granularity, choices } = schedule;
    return {
      kind: finding.kind,
      preemptions: found?.preemptions ?? countPreemptions(program, choices, stopsAt(program, granularity)),
      steps: choices.length,
      schedule,
      proven: found !== null,
    };
  }
}

function simpler(a: Minimal, b: Minimal | null): Minimal {
  if (b === null) return a;
  const less = a.preemptions - b.preemptions || a.steps - b.steps;
  return { ...(less < 0 ? a : b), proven: a.proven && b.proven };
}

function byGravity(a: SearchFinding, b: SearchFinding): number {
  if (a.reached !== b.reached) return a.reached ? -1 : 1;
  return GRAVITY.indexOf(a.kind) - GRAVITY.indexOf(b.kind);
}
