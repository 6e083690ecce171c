/**
 * The distinct executions one by one, each with a schedule that leads there, what it ends in and the numbers of its events:
 * for those who draw them all. In the order met, which is always the same.
 */
import { type FindingKind, kindOfFault } from '../bytecode/fault';
import type { Pc, Program } from '../bytecode/program';
import { leakOf } from '../detect/leaks';
import { Races } from '../detect/races';
import {
  blockOf,
  canStep,
  createMachine,
  faultOf,
  lineAt,
  logEnd,
  logStart,
  MORE,
  reset,
  runStatus,
  spanAt,
  step,
  userPc,
  visibleTable,
  choices as ways,
} from '../machine';
import { unsettledThread } from '../machine/local';
import { encodeSchedule } from '../schedule/encode';
import type { Choice, Schedule } from '../schedule/schedule';
import { setUp } from '../states/setup';
import { stopsAt } from '../states/stops';
import { type Count, countExecutions } from './count';
import { type EventNumber, eventsOf } from './orders';
import { scheduleOf } from './replay';
import { kindOfStuck, whyStuck } from './stuck';
import type { Verdict } from './verdict';

export interface Execution {
  /** As in a link. */
  readonly schedule: string;
  /** Of each step, the user's line it begins in. */
  readonly lines: readonly number[];
  /** What it ends in, or the race it has; null if nothing is wrong with it. */
  readonly kind: FindingKind | null;
  /** Of this schedule: another one of the same execution may need fewer. */
  readonly preemptions: number;
  readonly events: readonly EventNumber[];
}

export interface Executions {
  readonly count: Count;
  /** All, unless there are more than were asked for, or the search was stopped. */
  readonly list: readonly Execution[];
}

export interface ListLimits {
  /** Executions to count, and of these to list. */
  readonly counted: number;
  readonly listed: number;
  readonly shouldStop?: () => boolean;
}

/**
 * What `verdict` knows of the program is where steps stop, and a schedule of one of the executions that is better to look at than the
 * one that is met: the simplest failing one. Where it is not complete the count is not either.
 */
export function listExecutions(
  program: Program,
  verdict: Pick<Verdict, 'visible' | 'complete' | 'minimal'>,
  limits: ListLimits,
): Executions {
  const { counted, listed, shouldStop } = limits;
  const contended = verdict.visible;
  const paths: (readonly Choice[])[] = [];
  const count = countExecutions(program, contended, {
    executions: counted,
    ...(shouldStop && { shouldStop }),
    onExecution: (path) => {
      if (paths.length < listed) paths.push(path);
    },
  });
  const writer = new Writer(program, contended);
  const found = new Map<string, Execution>();
  let written = 0;
  for (const path of paths) {
    if (written > 0 && shouldStop?.()) break;
    const execution = writer.write(path);
    written++;
    const key = keyOf(execution);
    if (!found.has(key)) found.set(key, execution);
  }
  if (verdict.minimal !== null) {
    const execution = writer.describe(verdict.minimal.schedule);
    const key = keyOf(execution);
    if (found.has(key)) found.set(key, execution);
  }
  const list = [...found.values()];
  const failing = list.filter(({ kind }) => kind !== null).length;
  // Counting looks only at how an execution ends, and has met some of them twice; who sees all of them knows better.
  if (written === count.executions) {
    const exact = count.exact && verdict.complete;
    return { count: { ...count, executions: list.length, failing, exact }, list };
  }
  return { count: { ...count, failing: Math.max(count.failing, failing), exact: false }, list };
}

const keyOf = ({ events }: Execution): string => [...events].sort((a, b) => a - b).join();

class Writer {
  private readonly program: Program;
  private readonly contended: readonly Pc[];
  private readonly machine: ReturnType<typeof createMachine>;
  private readonly setup: ReturnType<typeof setUp>;
  private readonly races: Races;

  constructor(program: Program, contended: readonly Pc[]) {
    this.program = program;
    this.contended = contended;
    this.machine = createMachine(program);
    this.setup = setUp(this.machine, visibleTable(program, new Set(contended)));
    this.races = new Races((block) => blockOf(this.machine, block)?.words ?? 1);
  }

  write(path: readonly Choice[]): Execution {
    const { program, machine, setup, contended } = this;
    return this.describe(
      scheduleOf(program, machine, { setup, contended, choices: path, granularity: 'sync' }),
    );
  }

  describe({ granularity, choices }: Schedule): Execution {
    const { program, contended, machine, races } = this;
    const visible = stopsAt(program, granularity);
    const lines: number[] = [];
    let preemptions = 0;
    let last = 0;
    reset(machine);
    races.reset();
    const taken = choices.map(({ thread, pick: wanted }, i): Choice => {
      const pick = Math.min(wanted, ways(machine, thread) - 1);
      if (thread !== last && canStep(machine, last)) preemptions++;
      last = thread;
      lines.push(lineAt(program, spanAt(program, userPc(machine, thread) as Pc)));
      let outcome: number;
      do {
        outcome = step(machine, thread, pick, visible);
        races.feed(i + 1, thread, machine.words, logStart(machine), logEnd(machine));
      } while (outcome === MORE);
      return { thread, pick };
    });
    const line = { granularity, choices: taken };
    const kind = this.kindOfEnd(taken, visible) ?? (races.found.length > 0 ? 'data-race' : null);
    return {
      ...{ schedule: encodeSchedule(line), lines, kind, preemptions },
      events: eventsOf(program, contended, line),
    };
  }

  private kindOfEnd(choices: readonly Choice[], visible: Uint8Array): FindingKind | null {
    const { machine, program } = this;
    const fault = faultOf(machine);
    if (fault !== null) return kindOfFault(fault.kind, fault.text);
    if (runStatus(machine) === 'stuck')
      return kindOfStuck(whyStuck(createMachine(program), visible, choices));
    if (leakOf(machine, 0) !== null) return 'memory-leak';
    return unsettledThread(machine) >= 0 ? 'thread-leak' : null;
  }
}
