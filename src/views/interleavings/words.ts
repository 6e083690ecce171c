/** What is known of all interleavings, in words: never more than a search has shown. */
import {
  type Bounded,
  decodeSchedule,
  type Execution,
  explosionWords,
  type FindingKind,
  type TraceView,
  type Verdict,
  type Weakest,
  type WeakJudgement,
} from '../../engine';
import type { Explored } from '../../session';
import type { ChipProps } from '../parts/Chip';
import { failWords, grouped, counted as numbered } from '../parts/counts';
import { findingTitles } from '../parts/findings';
import type { Cell, Leaf } from './layout';

/** Under the icons of the chips: what a search is, while it is one and after. */
export function chipOf(explored: Explored | undefined): ChipProps {
  if (explored === undefined) return { tone: 'done', icon: 'ready', children: 'not explored' };
  switch (explored.phase) {
    case 'exploring':
      return { tone: 'ready', icon: 'wait', children: 'exploring…' };
    case 'failed':
      return { tone: 'wait', icon: 'warn', children: 'no answer' };
    default:
      return explored.verdict?.complete
        ? { tone: 'pass', icon: 'check', children: 'complete' }
        : { tone: 'wait', icon: 'warn', children: boundOf(explored) };
  }
}

/** 'bounded: 87 runs' */
function boundOf({ verdict, states }: Explored): string {
  const { executions = 0, endless = false } = verdict?.count ?? {};
  const runs = endless ? 0 : executions;
  return runs > 0 ? `bounded: ${grouped(runs)} runs` : `bounded: ${grouped(states)} states`;
}

/** '21 of 45 fail'; '' where nothing was counted. */
export function sharesOf(explored: Explored | undefined): string {
  if (explored?.phase === 'counting') return 'counting…';
  const count = explored?.verdict?.count;
  if (count?.endless) return 'cannot be counted';
  if (count === undefined || count.executions === 0) return '';
  return failWords(count.failing, count.executions, count.exact ? '' : 'the first ');
}

/** '1 preemption is enough'; '' where nothing fails. */
export function fewestOf(verdict: Verdict | null): string {
  const minimal = verdict?.minimal;
  if (minimal == null) return '';
  const { preemptions, proven } = minimal;
  if (preemptions === 0) return 'no preemption is needed';
  return `${preemptions} preemption${preemptions === 1 ? ' is' : 's are'} enough${proven ? '' : ' so far'}`;
}

/** 'this is run 23 of 45', or how many are left; `left` are indices, `own` a place from 0. */
export function whereWords(
  { verdict }: Explored,
  left: readonly number[] | null,
  own: number | null,
): string {
  const executions = verdict?.executions ?? [];
  if (left === null) return '';
  if (own !== null && left.length === 1) return `this is run ${own + 1} of ${grouped(executions.length)}`;
  if (left.length === 0) return 'this run is not among those listed';
  const failing = left.filter((index) => executions[index].kind !== null).length;
  const can = `${grouped(left.length)} ${left.length === 1 ? 'order' : 'orders'} can follow`;
  return failing === 0
    ? `${can}; none of them fails`
    : `${can}; ${grouped(failing)} of them ${failing === 1 ? 'fails' : 'fail'}`;
}

/** Of runs that nobody planned, of which the picture marks what they were. */
export const metWords = (met: number, all: number): string =>
  met === all ? 'Free runs have met all of them.' : `Free runs have met ${met} of ${grouped(all)}: the dots.`;

/** Of a cell of the icicle, for who cannot see it. */
export function cellWords(
  { thread, branch, failing, first, end }: Cell,
  nameOf: (thread: number) => string,
  executions: readonly Execution[],
): string {
  const below = `${failWords(failing, end - first)} below`;
  if (thread === null) return `several choices, ${below}`;
  const line = executions[branch.example].lines[branch.from - 1];
  return `${nameOf(thread)} takes step ${branch.from}, line ${line}: ${below}`;
}

export function leafWords(
  { first, end }: Leaf,
  order: readonly number[],
  executions: readonly Execution[],
): string {
  const runs = order.slice(first, end).map((index) => executions[index]);
  if (runs.length === 1) return `Run ${first + 1} of ${order.length}: ${endWords(runs[0])}`;
  const failing = runs.filter(({ kind }) => kind !== null).length;
  return `Runs ${first + 1} to ${end} of ${order.length}: ${failWords(failing, runs.length)}`;
}

export const endWords = ({ kind }: Execution): string =>
  kind === null ? 'passes' : findingTitles[kind].toLowerCase();

/** 'M3 B6 W17 B': the threads in turn, with the steps each takes. */
export function turnsOf({ schedule }: Execution, threads: TraceView['threads']): string {
  const turns: { thread: number; steps: number }[] = [];
  for (const { thread } of decodeSchedule(schedule).schedule.choices) {
    const last = turns.at(-1);
    if (last?.thread === thread) last.steps++;
    else turns.push({ thread, steps: 1 });
  }
  const letter = (thread: number): string => threads.find(({ id }) => id === thread)?.letter ?? `T${thread} `;
  return turns.map(({ thread, steps }) => `${letter(thread)}${steps === 1 ? '' : steps}`).join(' ');
}

/** Why of a program that names no weaker order nothing else has to be tried. */
export const scAlone = (source: string): string =>
  /\batomic/.test(source)
    ? 'All atomics are sequentially consistent here: without a data race C++ allows nothing else.'
    : 'No atomics here: without a data race C++ allows nothing else.';

const ROBUST =
  'Threads share nothing but one atomic: whatever orders are named, every execution is an interleaving, and of these none fails.';

/** The answer about all executions under RC11, and what there is to say of it. */
export function weakWords({
  verdict,
  counted,
  strengthened,
  executions,
  failing,
  sequential,
  failures,
}: WeakJudgement): {
  readonly fails: boolean;
  readonly answer: string;
  readonly lines: readonly string[];
} {
  const all = `${counted ? '' : 'at least '}${numbered(executions, 'execution')}`;
  const [first] = failures;
  const fewer =
    counted && sequential < executions
      ? [`Sequential consistency allows ${grouped(sequential)} of these ${grouped(executions)}.`]
      : [];
  if (first !== undefined)
    return {
      fails: true,
      answer:
        failing === 0
          ? 'The memory orders allow an execution that fails'
          : `With these memory orders ${failing} of ${all} ${failing === 1 ? 'fails' : 'fail'}`,
      lines: [`${findingTitles[first.kind]}.`, first.text, ...fewer],
    };
  return verdict === 'clean'
    ? counted
      ? { fails: false, answer: `No execution under RC11 fails: ${all}`, lines: fewer }
      : { fails: false, answer: 'No execution under RC11 fails', lines: [ROBUST] }
    : {
        fails: false,
        answer: `Nothing failed in ${all}; the rest is unknown`,
        lines: strengthened
          ? [
              'Operations on atomics of a class type were executed as seq_cst: their weaker orders may allow more.',
            ]
          : [],
      };
}

export interface VerdictWords {
  /** The answer; null while there is none. */
  readonly answer: { readonly fails: boolean; readonly text: string } | null;
  /** How it is known. */
  readonly lines: readonly string[];
}

/** `compiles`: false while the text on the page does not. */
export function wordsOf(explored: Explored | undefined, compiles = true): VerdictWords {
  if (explored === undefined) {
    const when = compiles ? 'nothing else is under way' : 'the program compiles';
    return { answer: null, lines: [`Explored as soon as ${when}.`] };
  }
  const { phase, verdict } = explored;
  const notes = (verdict?.notes ?? []).map(({ text }) => `Note: ${text}`);
  const known = phase === 'exploring' ? soFar(explored) : [coverage(explored)];
  return { answer: answerOf(explored), lines: [...known, ...fewest(verdict), ...large(explored), ...notes] };
}

/** While it is explored: what was met, or within which bounds nothing is. */
function soFar({ verdict, met, bounded }: Explored): string[] {
  if (verdict !== null) return [];
  if (met !== null) return [`Met in line ${met.line}; the simplest such run is still being looked for.`];
  const none = within(bounded);
  return none === '' ? [] : [`${none} The other orders are still being tried.`];
}

/** Why not every order could be tried, or may not be. */
function large({ phase, verdict, met, explosion }: Explored): string[] {
  const why = phase === 'exploring' ? explosion : (verdict?.explosion ?? null);
  return why === null || met !== null ? [] : [explosionWords(why)];
}

function answerOf({ verdict, met }: Explored): VerdictWords['answer'] {
  const failing = verdict?.findings.find(({ reached }) => reached) ?? (verdict === null ? met : null);
  if (failing) return { fails: true, text: failsWords(verdict, failing.kind) };
  return verdict?.complete ? { fails: false, text: 'No interleaving fails.' } : null;
}

/** How many fail is only said where all were counted: 'some' are one at least. */
function failsWords(verdict: Explored['verdict'], gravest: FindingKind): string {
  const { executions = 0, failing = 0, exact = false } = verdict?.count ?? {};
  if (!exact || executions === 0 || failing < executions)
    return `Some interleavings end in ${failures[gravest]}.`;
  // What every one of them may have comes before what takes the scheduler most.
  const kinds = (verdict?.failures ?? []).toSorted((a, b) => a.preemptions - b.preemptions);
  const ways = kinds.length === 0 ? failures[gravest] : kinds.map(({ kind }) => failures[kind]).join(' or ');
  return `${executions === 1 ? 'The only' : 'Every'} interleaving ends in ${ways}.`;
}

/** Executions that differ in the order of dependent operations: what 'n of m interleavings' counts. */
function counted({ count }: NonNullable<Explored['verdict']>): string {
  // Where the first one is too long to be gone through, nothing was counted.
  if (count === undefined || (count.executions === 0 && !count.endless)) return '';
  const { executions, failing, exact, rounds, endless } = count;
  if (endless) return ' Distinct interleavings cannot be counted: a thread may go round any number of times.';
  const waits = rounds ? ' Rounds in which a thread only waits are not counted.' : '';
  const all = `${exact ? '' : 'at least '}${grouped(executions)} distinct interleaving${executions === 1 ? '' : 's'}`;
  return failing === 0
    ? ` There ${executions === 1 ? 'is' : 'are'} ${all}.${waits}`
    : ` ${grouped(failing)} of ${all} fail.${waits}`;
}

function coverage(explored: Explored): string {
  const { phase, states, verdict } = explored;
  if (phase === 'failed') return 'The search ended without an answer. Stepping works the same.';
  const some = `${grouped(states)} states`;
  if (verdict === null) return `Stopped at ${some}, before there was an answer.`;
  if (verdict.complete) {
    const subject = answerOf(explored)?.fails ? 'Every interleaving' : 'Every one';
    return `${subject} was covered: ${some}.${counted(verdict)}`;
  }
  const few = within(verdict.bounded);
  const none = answerOf(explored)?.fails
    ? ''
    : ` No failing run among what was covered.${few === '' ? '' : ` ${few}`}`;
  const { limit, limitLine } = verdict;
  const where = limitLine === null ? '' : ` (line ${limitLine})`;
  const how =
    limit === null || limit === 'stopped' ? `Stopped at ${some}` : `${bounds[limit]}${where}, after ${some}`;
  return `${how}: not every interleaving was covered.${none}${advice[limit ?? 'stopped'] ?? ''}`;
}

/** Of what was covered that was all within some bounds. */
function within(bounded: Bounded | null): string {
  const { preemptions = null, rounds = null } = bounded ?? {};
  const few =
    preemptions === null
      ? []
      : [
          preemptions === 0
            ? 'without preemptions'
            : `with ${preemptions} preemption${preemptions === 1 ? '' : 's'} or fewer`,
        ];
  const first =
    rounds === null ? [] : [`in the first ${rounds === 1 ? 'round' : `${rounds} rounds`} of each loop`];
  const all = [...few, ...first];
  return all.length === 0 ? '' : `Nothing fails ${all.join(', nor ')}.`;
}

/** What to do about it. */
const advice: Partial<Record<NonNullable<Verdict['limit']>, string>> = {
  threads: ' Start fewer: a program has 64 threads here, main among them.',
  stack: ' Recurse less deep, or let large arrays be vectors.',
  heap: ' Keep less: every object of a run has to be held for each state.',
  step: ' Let it wait for something, or count its rounds.',
  run: ' Let its loops go round less often.',
};

/** Before the line and the number of states. */
const bounds: Record<Exclude<Verdict['limit'], null | 'stopped'>, string> = {
  states: 'At its limit of states',
  memory: 'At its limit of memory',
  bound: 'At the bound that was asked for',
  threads: 'At a run with too many threads',
  stack: 'At a run that needs more stack than a thread has',
  heap: 'At a run that needs more heap than there is',
  step: 'At a run with a loop that does not end and never lets others in',
  run: 'At a run that needs more steps than it may take',
};

function fewest(verdict: Verdict | null): string[] {
  const minimal = verdict?.minimal;
  if (verdict == null || minimal == null) return [];
  const kinds = kindsOf(verdict);
  const { preemptions, proven } = minimal;
  if (preemptions === 0) return kinds.length === 0 ? ['No preemption is needed.'] : kinds;
  const enough = `${preemptions} preemption${preemptions === 1 ? ' is' : 's are'} enough${kinds.length === 0 ? '' : ' for one of them'}`;
  const fewer = kinds.length === 0 ? ', proven.' : '; with fewer nothing fails, proven.';
  return [...kinds, proven ? `${enough}${fewer}` : `${enough}; whether fewer are is not known.`];
}

/** 'There are 2 kinds of failure: a use after free with 2 preemptions, a double free with 1.' Nothing where there is one. */
function kindsOf({ failures: all }: Verdict): string[] {
  if (all.length < 2) return [];
  const each = all.map(({ kind, preemptions, proven }, i) => {
    const unit = i === 0 ? ` preemption${preemptions === 1 ? '' : 's'}` : '';
    if (preemptions === 0) return `${failures[kind]} without preemption`;
    return `${failures[kind]} with ${preemptions}${unit}${proven ? '' : ' at most'}`;
  });
  return [`There are ${all.length} kinds of failure: ${each.join(', ')}.`];
}

/** '12,345 states and 45,678 transitions so far' */
export const progressOf = ({ states, transitions }: Explored): string =>
  `${grouped(states)} states and ${grouped(transitions)} transitions so far.`;

/** Whether to go on makes sense: a larger search may tell more. */
export const mayGoFurther = ({ phase, verdict, further }: Explored): boolean =>
  phase === 'stopped' ||
  phase === 'failed' ||
  (phase === 'done' && !further && (verdict?.limit === 'states' || verdict?.limit === 'memory'));

const failures: Record<FindingKind, string> = {
  'data-race': 'a data race',
  'assertion-failure': 'a failed assertion',
  terminate: 'a call of std::terminate',
  deadlock: 'a deadlock',
  'lock-order-inversion': 'a lock order inversion',
  'use-after-free': 'a use after free',
  'stack-use-after-scope': 'a use after scope',
  'double-free': 'a double free',
  'null-dereference': 'a null dereference',
  'out-of-bounds': 'an access out of bounds',
  'uninitialized-read': 'an uninitialised read',
  'division-by-zero': 'a division by zero',
  'memory-leak': 'a memory leak',
  'thread-leak': 'a thread leak',
  'mutex-misuse': 'a misuse of a mutex',
  livelock: 'a livelock',
  'lost-wakeup': 'a lost wakeup',
  limit: 'a limit of the visualizer',
};

/** Of a text none of whose orders can give way. */
export const noneWeaker = ({ orders }: Weakest): string =>
  orders === 0
    ? 'The text names no order that is stronger than relaxed.'
    : `No weaker order was proven right in ${orders === 1 ? 'the one place' : `any of the ${orders} places`}.`;
