/**
 * The explorer: every interleaving of a program, by merging equal states. What can be found is found by passes that are repeated until
 * nothing is learned any more: the first stops only at synchronisation; accesses found racing become stopping points (a program
 * without races behaves as if its steps were the synchronisations alone: Adve & Hill, "Weak ordering", ISCA 1990); words that
 * turn out to be shared, and what threads may yet touch, are claims that a later pass uses and checks.
 */
import { createRng } from '../../base/rng';
import { FAULT_KINDS, FAULT_LIMIT, type FindingKind } from '../bytecode/fault';
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
import { alwaysStopping, hasLiveBlocks, unsettledThread } from '../machine/local';
import { nonpreemptive } from '../schedule/nonpreemptive';
import { random } from '../schedule/random';
import { run } from '../schedule/run';
import type { Choice } from '../schedule/schedule';
import { Cells } from './cells';
import { Futures } from './futures';
import { LockSets } from './locksets';
import { findMinimal } from './minimal';
import { Pass, type Sink } from './pass';
import { coarsen } from './replay';
import { type Setup, setUp } from './setup';
import { stopsAt } from './stops';
import { kindOfStuck, whyStuck } from './stuck';
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
/** Runs to learn from before a pass, at most and in a row without news; steps of each. */
const REHEARSALS = 48;
const ENOUGH = 8;
const REHEARSAL_STEPS = 400;
const MAX_FINDINGS = 256;

export function explore(program: Program, limits: SearchLimits = {}): Verdict {
  return new Exploration(program, limits).explore();
}

class Exploration implements Sink {
  private readonly program: Program;
  private readonly limits: SearchLimits;
  private readonly machine: Machine;
  /** Led along schedules while the other one stands in the middle of a search. */
  private readonly scratch: Machine;
  private readonly cells: Cells;
  private readonly setup: Setup;
  private readonly contended = new Set<Pc>();
  private visible: Uint8Array;
  private always: Uint8Array;
  private pass: Pass | null = null;
  private findings = new Map<string, SearchFinding>();
  private readonly livelocks = new Set<string>();
  private news = false;
  private rehearsing = false;
  private cellsBefore = 0;
  private limit: Limit | null = null;
  private counted = 0;

  constructor(program: Program, limits: SearchLimits) {
    this.program = program;
    this.limits = limits;
    this.machine = createMachine(program);
    this.scratch = createMachine(program);
    this.cells = new Cells(this.machine);
    this.visible = this.table();
    this.always = alwaysStopping(this.visible);
    this.setup = setUp(this.machine, this.visible);
  }

  explore(): Verdict {
    let passes = 0;
    let complete = false;
    let states = 0;
    let transitions = 0;
    while (!complete && this.limit === null) {
      this.prepare();
      const { pass } = this;
      if (pass === null) break;
      while (this.limit === null) {
        passes++;
        this.findings.clear();
        this.livelocks.clear();
        const before = pass.transitions;
        const end = pass.run();
        this.counted += pass.transitions - before;
        states = pass.states;
        transitions = pass.transitions - before;
        restore(this.machine, this.setup.state);
        if (end === 'threads') this.limit = 'threads';
        if (this.news || this.cells.count > this.cellsBefore) break;
        if (end === 'done' && !pass.futures?.outdated()) {
          complete = this.limit === null;
          break;
        }
      }
    }
    if (!this.has('deadlock')) this.predict();
    const found = [...this.findings.values()].sort(byGravity);
    const worst = found[0]?.kind ?? 'clean';
    const minimal =
      found.length > 0 && found[0].reached && !this.limits.noMinimal ? this.simplest(found[0]) : null;
    return {
      kind: worst,
      complete,
      limit: this.limit,
      states,
      transitions,
      allTransitions: this.counted,
      passes,
      visible: [...this.contended].sort((a, b) => a - b),
      findings: found,
      minimal,
    };
  }

  /** A pass with all that is known by now, warmed up by runs; those alone tell most of what there is to learn. */
  private prepare(): void {
    for (let round = 0; round < 64; round++) {
      this.news = false;
      this.visible = this.table();
      this.always = alwaysStopping(this.visible);
      restore(this.machine, this.setup.state);
      const locks = new LockSets();
      this.cellsBefore = this.cells.count;
      const futures = this.limits.full ? null : new Futures(this.machine, this.cells.count + 32, locks);
      this.pass = new Pass(this.machine, this.always, this.cells, locks, futures, this);
      this.rehearsing = true;
      let quiet = 0;
      for (let i = 0; i < REHEARSALS && quiet < ENOUGH; i++) {
        const known = futures?.version ?? 0;
        this.pass.rehearse(policy(i), REHEARSAL_STEPS);
        quiet = futures !== null && futures.version === known ? quiet + 1 : 0;
        if (futures === null && i > ENOUGH) break;
      }
      this.rehearsing = false;
      futures?.settle();
      if (!this.news && this.cells.count === this.cellsBefore) return;
    }
  }

  private table(): Uint8Array {
    return stopsAt(this.program, this.contended, this.limits.granularity ?? 'sync');
  }

  race(_address: number, pc: number, otherPc: number, thread: number, other: number, race: boolean): void {
    for (const each of [pc, otherPc] as Pc[]) {
      if (each < 0 || this.visible[each] !== 0 || this.contended.has(each)) continue;
      this.contended.add(each);
      this.news = true;
    }
    if (!race || this.rehearsing) return;
    // Whatever of the two has an instruction.
    const [at, who] = pc >= 0 ? [pc, thread] : [otherPc, other];
    if (at < 0) return;
    const key = `${Math.min(pc, otherPc)} ${Math.max(pc, otherPc)}`;
    this.find('data-race', key, who, at as Pc, '');
  }

  fault(thread: number): void {
    const fault = faultOf(this.machine);
    if (fault === null) return;
    if (fault.kind === FAULT_LIMIT) {
      this.limit ??= 'machine';
      return;
    }
    const kind = FAULT_KINDS[fault.kind] ?? 'limit';
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
      restore(this.scratch, this.setup.state);
      const why = whyStuck(this.scratch, this.always, this.pass!.path());
      const thread = why[0]?.waits[0]?.site.thread ?? 0;
      this.find(kindOfStuck(why), key, thread, userPc(machine, thread) as Pc, '');
      return;
    }
    if (status !== 'finished') return;
    if (hasLiveBlocks(machine)) {
      const leak = leakOf(machine, 0);
      if (leak !== null) {
        const [block] = leak.blocks;
        this.find('memory-leak', leak.blocks.map((each) => each.pc).join(), block.thread, block.pc as Pc, '');
      }
    }
    const unsettled = unsettledThread(machine);
    if (unsettled >= 0) this.find('thread-leak', `${unsettled}`, unsettled, 0 as Pc, '');
  }

  livelock(path: readonly Choice[], state0: number, state1: number): void {
    this.livelocks.add(`${state0} ${state1}`);
    const thread = path[path.length - 1].thread;
    const key = `livelock ${thread}`;
    if (this.findings.has(key)) return;
    this.add(key, 'livelock', thread, 0 as Pc, '', path);
  }

  poll(states: number, transitions: number, bytes: number): boolean {
    const { states: most = MAX_STATES, memory = MAX_MEMORY, shouldStop, onProgress } = this.limits;
    onProgress?.(states, transitions);
    if (this.news || this.cells.count > this.cellsBefore) return true;
    if (states >= most) this.limit = 'states';
    else if (bytes >= memory) this.limit = 'memory';
    else if (shouldStop?.()) this.limit = 'stopped';
    return this.limit !== null;
  }

  private has(key: string, exact = false): boolean {
    if (exact) return this.findings.has(key);
    for (const { kind } of this.findings.values()) if (kind === key) return true;
    return false;
  }

  private find(kind: FindingKind, at: string, thread: number, pc: Pc, text: string): void {
    const key = `${kind} ${at}`;
    if (this.findings.has(key) || this.findings.size >= MAX_FINDINGS) return;
    this.add(key, kind, thread, pc, text, this.pass?.path() ?? []);
  }

  private add(
    key: string,
    kind: FindingKind,
    thread: number,
    pc: Pc,
    text: string,
    path: readonly Choice[],
  ): void {
    const choices = coarsen(this.scratch, this.setup, path, this.always, this.visible);
    this.findings.set(key, {
      kind,
      reached: true,
      thread: thread as ThreadId,
      pc,
      line: lineAt(this.program, spanAt(this.program, pc)),
      text,
      schedule: { granularity: this.limits.granularity ?? 'sync', choices },
    });
  }

  /** Lock orders that could have led to a deadlock, from runs that had none. */
  private predict(): void {
    const { scratch, program } = this;
    for (let i = 0; i < 6; i++) {
      restore(scratch, this.setup.state);
      const order = new LockOrder(program.code);
      const choices: Choice[] = [...this.setup.path];
      run(
        scratch,
        i === 0 ? nonpreemptive : random(i),
        this.visible,
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
          schedule: { granularity: this.limits.granularity ?? 'sync', choices },
        });
      }
    }
  }

  private simplest(worst: SearchFinding): Minimal {
    const { scratch: machine, setup, visible, always, cells, livelocks, limits } = this;
    return findMinimal({ machine, setup, visible, always, cells, finding: worst, livelocks, limits });
  }
}

function byGravity(a: SearchFinding, b: SearchFinding): number {
  if (a.reached !== b.reached) return a.reached ? -1 : 1;
  return GRAVITY.indexOf(a.kind) - GRAVITY.indexOf(b.kind);
}

/** Who runs in the i-th rehearsal: no switches by different priorities first, then at random. */
function policy(index: number): (ready: number) => number {
  const lowest = (set: number): number => 31 - Math.clz32(set & -set);
  const highest = (set: number): number => 31 - Math.clz32(set);
  if (index === 0) return lowest;
  if (index === 1) return highest;
  const rng = createRng(index);
  let last = 0;
  const stay = index % 3;
  return (ready) => {
    if (stay > 0 && (ready & (1 << last)) !== 0 && rng.int(4 * stay) > 0) return last;
    let skip = rng.int(32);
    let set = ready;
    for (; skip > 0; skip--) {
      set &= set - 1;
      if (set === 0) set = ready;
    }
    last = lowest(set);
    return last;
  };
}
