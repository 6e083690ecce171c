/** What an exploration under RC11 found, in words: each way to fail, and the execution that shows it. */
import { type FindingKind, GRAVITY, kindOfFault } from '../../bytecode/fault';
import type { Program } from '../../bytecode/program';
import { Names } from '../../inspect/names';
import { lineAt, spanAt } from '../../inspect/source';
import { createMachine, faultOf, type Machine, nextPc, restore, threadCount, userPc } from '../../machine';
import type { GraphEvent } from '../../rc11/execution-graph';
import { ORDER_NAMES } from '../../rc11/orders';
import { PartialExecution } from '../../rc11/partial-execution';
import { unsynchronized } from '../../rc11/unsynchronized';
import { encodeSchedule } from '../../schedule/encode';
import type { Choice } from '../../schedule/schedule';
import {
  exploreWeak,
  type Path,
  type WeakExecution,
  type WeakLimits,
  type WeakRace,
  type WeakVerdict,
} from './search';

export interface WeakFinding {
  readonly kind: FindingKind;
  readonly line: number;
  readonly thread: string;
  readonly text: string;
  /** It, step by step (schedule/encode.ts). */
  readonly schedule: string;
  /** What the threads did with atomics and fences, in an order in which it can have happened. */
  readonly run: readonly WeakStep[];
}
export interface WeakStep {
  readonly thread: string;
  readonly line: number;
  readonly text: string;
}

export interface WeakJudgement extends Omit<WeakVerdict, 'races' | 'failures'> {
  /** 'limit': not complete, and nothing found. */
  readonly verdict: FindingKind | 'clean';
  /** Each way to fail, gravest first: the first is the verdict. */
  readonly failures: readonly WeakFinding[];
}

/** All executions of a program under RC11, in words. */
export function judgeWeak(program: Program, limits: WeakLimits = {}): WeakJudgement {
  const { races, failures: met, ...rest } = exploreWeak(program, limits);
  const failures = findingsOf(program, races, met);
  return { ...rest, verdict: failures[0]?.kind ?? (rest.complete ? 'clean' : 'limit'), failures };
}

function findingsOf(
  program: Program,
  races: readonly WeakRace[],
  failures: readonly WeakExecution[],
): WeakFinding[] {
  const teller = new Teller(program);
  const found = [...failures.map((each) => teller.failure(each)), ...races.map((each) => teller.race(each))];
  const places = new Set<string>();
  return found
    .filter(({ kind, line }) => !places.has(`${kind} ${line}`) && places.add(`${kind} ${line}`))
    .sort((a, b) => GRAVITY.indexOf(a.kind) - GRAVITY.indexOf(b.kind));
}

class Teller {
  private readonly program: Program;
  private readonly machine: Machine;
  private names: Names;

  constructor(program: Program) {
    this.program = program;
    this.machine = createMachine(program);
    this.names = new Names(program);
  }

  failure({ end, partial, state, path }: WeakExecution): WeakFinding {
    this.stand(state);
    const shown = { schedule: scheduleOf(path), run: this.run(partial) };
    const fault = faultOf(this.machine);
    if (end === 'fault' && fault !== null) {
      const kind = kindOfFault(fault.kind, fault.text);
      const line = this.line(userPc(this.machine, fault.thread));
      const thread = this.thread(fault.thread);
      const what = fault.text === '' ? '' : `: ${fault.text}`;
      return {
        kind,
        line,
        thread,
        text: `${thread} stops in line ${line}: ${kind.replaceAll('-', ' ')}${what}.`,
        ...shown,
      };
    }
    const left = this.unfinished();
    const [first = 0] = left;
    const line = this.line(userPc(this.machine, first));
    const who = left.map(
      (thread) => `${this.thread(thread)} (line ${this.line(userPc(this.machine, thread))})`,
    );
    const [kind, text] =
      end === 'spinning'
        ? ([
            'livelock',
            `${who.join(', ')}: whatever is read there, even what is newest, nobody goes on.`,
          ] as const)
        : (['deadlock', `${who.join(', ')}: each waits, and nobody is left who could end that.`] as const);
    return { kind, line, thread: this.thread(first), text, ...shown };
  }

  private unfinished(): number[] {
    const { machine } = this;
    return Array.from({ length: threadCount(machine) }, (_, thread) => thread).filter(
      (thread) => nextPc(machine, thread) >= 0,
    );
  }

  race({ pair, partial, state, path }: WeakRace): WeakFinding {
    this.stand(state);
    const { now, before } = pair;
    const [line, other] = [this.line(now.at), this.line(before.at)];
    const thread = this.thread(now.thread);
    const what = this.names.at(this.machine, pair.address) || 'a variable';
    const why = unsynchronized(pair, partial, {
      line: (pc) => this.line(pc),
      name: (event) => this.name(event),
    });
    const text = `Nothing orders what ${this.thread(before.thread)} does to ${what} in line ${other} and what ${thread} does to it in line ${line}.${why && ` ${why}`}`;
    return {
      kind: 'data-race',
      line,
      thread,
      text,
      schedule: scheduleOf(path, now.step),
      run: this.run(partial, now.step),
    };
  }

  private run({ graph }: PartialExecution, steps = Number.POSITIVE_INFINITY): WeakStep[] {
    const done = graph.all.filter(({ step }) => step <= steps);
    return done.map((event) => ({
      thread: this.thread(event.thread),
      line: this.line(event.pc),
      text: this.said(event),
    }));
  }

  private said(event: GraphEvent): string {
    const order = ORDER_NAMES[event.order];
    if (event.kind === 'fence') return `fence (${order})`;
    const name = this.name(event);
    const from = event.source === null ? '' : this.origin(event.source);
    const value = numberIn(event.words);
    if (event.kind === 'write') return `stores ${name} = ${value} (${order})`;
    if (event.kind === 'read') return `reads ${name} = ${value} (${order}), ${from}`;
    return `changes ${name} from ${numberIn(event.source?.words ?? [])} to ${value} (${order}), ${from}`;
  }

  private origin({ thread, pc }: GraphEvent): string {
    return thread < 0 ? 'as it was at first' : `from ${this.thread(thread)}, line ${this.line(pc)}`;
  }

  private name({ location }: GraphEvent): string {
    return this.names.at(this.machine, PartialExecution.addressOf(location ?? '')) || 'an atomic';
  }

  private stand(state: Int32Array): void {
    restore(this.machine, state);
    this.names = new Names(this.program).observe(this.machine);
  }

  private thread(thread: number): string {
    return this.names.thread(thread);
  }

  private line(pc: number): number {
    return lineAt(this.program, spanAt(this.program, pc));
  }
}

/** Of its first `steps` steps, if they are not all wanted. */
function scheduleOf(path: Path | null, steps?: number): string {
  const choices: Choice[] = [];
  for (let at = path; at !== null; at = at.before) choices.push(at.choice);
  return encodeSchedule({ granularity: 'rc11', choices: choices.reverse().slice(0, steps) });
}

/** One word is an int, two are a 64-bit integer: what else they may be, they do not say. */
const numberIn = ([low = 0, high]: readonly number[]): string =>
  high === undefined ? `${low}` : `${(BigInt(high) << 32n) | BigInt(low >>> 0)}`;
