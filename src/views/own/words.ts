/** What the strip and the marks of one's own program say: never more than a search has shown. */
import type { Diagnostic, Schedule, WeakJudgement } from '../../engine';
import type { AskedQuery, Assessment, Exercise, Explored, Pending } from '../../session';
import { type QuickFix, quickFixOf } from '../code/quick-fix';
import { progressOf, weakWords, wordsOf } from '../interleavings/words';
import { counted, grouped } from '../parts/counts';
import type { IconName } from '../parts/Icon';
import { pastedAs } from './pasted';

export interface StripWords {
  readonly tone: 'fail' | 'pass' | 'wait' | 'ready';
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}

/** `explored` is of the text as it stands; undefined while nobody has begun. `weak`: what C++ allows, if the text names weaker memory orders. */
export function strip(
  explored: Explored | undefined,
  source: string,
  weak?: Pending<WeakJudgement>,
): StripWords {
  if (explored === undefined)
    return {
      tone: 'ready',
      icon: 'wait',
      title: 'Trying every order',
      text: 'As soon as it has been compiled.',
    };
  const { answer, lines } = wordsOf(explored);
  if (answer === null && explored.phase === 'exploring')
    return {
      tone: 'ready',
      icon: 'wait',
      title: 'Trying every order',
      text: [progressOf(explored), ...lines].join(' '),
    };
  const text = [...lines, ...noInput(source)].join(' ');
  if (answer === null) return { tone: 'wait', icon: 'warn', title: 'No failing run was found so far.', text };
  if (answer.fails) return { tone: 'fail', icon: 'x', title: answer.text, text };
  return weak === undefined
    ? { tone: 'pass', icon: 'check', title: answer.text, text }
    : withOrders(weak, text);
}

/** Of a program of which no interleaving fails, but that names weaker memory orders: what they allow decides. */
function withOrders(weak: Pending<WeakJudgement>, text: string): StripWords {
  const interleavings = `No interleaving fails where all atomics are sequentially consistent. ${text}`;
  if (weak === 'asked')
    return { tone: 'ready', icon: 'wait', title: 'Trying what the memory orders allow', text: interleavings };
  if (weak === 'lost')
    return {
      tone: 'wait',
      icon: 'warn',
      title: 'What the memory orders allow is not known.',
      text: interleavings,
    };
  const { fails, answer, lines } = weakWords(weak);
  if (fails)
    return {
      tone: 'fail',
      icon: 'x',
      title: 'The memory orders allow an execution that fails (RC11).',
      text: [...lines, interleavings].join(' '),
    };
  return weak.complete
    ? {
        tone: 'pass',
        icon: 'check',
        title: 'Nothing fails, with the memory orders as they are (RC11).',
        text: [`${answer}.`, ...lines, text].join(' '),
      }
    : {
        tone: 'wait',
        icon: 'warn',
        title: 'No failing run was found so far.',
        text: `${answer}. ${interleavings}`,
      };
}

/** A question and its answer: never without the memory for which it holds. */
export function queryWords({ query: { line, condition }, entry, result, weak }: AskedQuery): StripWords {
  const there = line === null ? `at the end of ${entry}` : `when somebody comes to line ${line}`;
  const what = condition === null ? `line ${line} is reached` : `\`${condition}\` holds ${there}`;
  const order = `in which ${what}`;
  if (result === 'asked')
    return {
      tone: 'ready',
      icon: 'wait',
      title: `Looking for an order ${order}`,
      text: 'Every order is tried.',
    };
  if (result === 'lost')
    return {
      tone: 'wait',
      icon: 'warn',
      title: 'There is no answer.',
      text: 'The search ended without one: ask again.',
    };
  switch (result.answer) {
    case 'refused':
      return { tone: 'fail', icon: 'x', title: 'That cannot be asked.', text: `${result.why}.` };
    case 'yes':
      return {
        tone: 'ready',
        icon: 'flag',
        title: `There is an order ${order}.`,
        text: leadsThere(result.schedule),
      };
    default: {
      const tried =
        result.answer === 'no'
          ? `every one was tried: ${grouped(result.states)} states.`
          : `not every one was tried: the search stopped at ${grouped(result.states)} states.`;
      return weak === null
        ? underSc(result.answer, order, tried)
        : underBoth(weak, result.answer, order, tried);
    }
  }
}

/** Of a program that names no weaker order. */
const underSc = (answer: 'no' | 'unknown', order: string, tried: string): StripWords => ({
  ...(answer === 'no'
    ? { tone: 'pass', icon: 'check', title: `There is no order ${order}.` }
    : { tone: 'wait', icon: 'warn', title: `No order ${order} was found.` }),
  text: `With sequentially consistent memory, as no weaker order is named, ${tried}`,
});

/** Of one that does: what they allow decides. `tried`: of the orders of sequentially consistent memory. */
function underBoth(
  weak: NonNullable<AskedQuery['weak']>,
  answer: 'no' | 'unknown',
  order: string,
  tried: string,
): StripWords {
  const sc = `With sequentially consistent memory there is no such order: ${tried}`;
  const none = answer === 'no' ? sc : `With sequentially consistent memory none was found: ${tried}`;
  if (weak === 'asked')
    return {
      tone: 'ready',
      icon: 'wait',
      title: `Looking for a run ${order}`,
      text: `What the weaker memory orders allow is being tried. ${none}`,
    };
  if (weak !== 'lost' && weak.answer === 'yes')
    return {
      tone: 'ready',
      icon: 'flag',
      title: `The memory orders allow a run ${order}.`,
      text: `${leadsThere(weak.schedule)} ${none}`,
    };
  if (weak !== 'lost' && weak.answer === 'no' && answer === 'no')
    return {
      tone: 'pass',
      icon: 'check',
      title: `There is no run ${order}.`,
      text: `${sc} The memory orders allow none either: every execution was tried, ${grouped(weak.executions)} of them.`,
    };
  return {
    tone: 'wait',
    icon: 'warn',
    title: `No run ${order} was found.`,
    text: `${unknownWords(weak)} ${none}`,
  };
}

function unknownWords(weak: Exclude<NonNullable<AskedQuery['weak']>, 'asked'>): string {
  if (weak === 'lost') return 'Whether the weaker memory orders allow one is not known.';
  if (weak.answer === 'no') return 'The memory orders allow none.';
  return weak.answer === 'unknown' && weak.why === 'read'
    ? 'Whether the weaker memory orders allow one is not known: what the question reads is written at the same time, or cannot be read there.'
    : 'Whether the weaker memory orders allow one is not known: not every execution was tried.';
}

function leadsThere({ choices: { length } }: Schedule): string {
  return `A run of ${counted(length, 'step')} leads there. The last of them does it.`;
}

const noInput = (source: string): string[] =>
  /\b(?:cin|scanf|getchar|fgets)\b/.test(source)
    ? ['There is no input here: what is read is at its end at once. Write the values into the program.']
    : [];

/** Of an exercise: what is asked, or the last hint that was asked for; once it was handed in, what came of it. */
export function exerciseWords(
  { task, hints }: Exercise,
  assessment: Assessment | null,
  shown: number,
): StripWords {
  if (assessment?.accepted) return { tone: 'pass', icon: 'check', title: 'Accepted', text: assessment.text };
  if (assessment !== null) return { tone: 'fail', icon: 'x', title: 'Not accepted', text: assessment.text };
  const hint = hints[shown - 1];
  if (hint !== undefined) return { tone: 'ready', icon: 'flag', title: `Hint ${shown}`, text: hint };
  const text = task === '' ? USUAL_TASK : task;
  return { tone: 'ready', icon: 'flag', title: 'Fix it yourself', text };
}
const USUAL_TASK =
  'Change the program until every order was tried and none fails. The shaded lines have to stay as they are, and it must still do its work.';

export interface Problems {
  readonly title: string;
  readonly first: { readonly place: string; readonly text: string; readonly start: number };
  /** 'and 2 more'; '' where there are none. */
  readonly more: string;
  /** Of the first, where one is certain. */
  readonly fix: QuickFix | null;
}

export function problemsOf(diagnostics: readonly Diagnostic[], source: string): Problems {
  const pasted = pastedAs(source, diagnostics);
  if (pasted !== null) {
    const { title, text, at, fix } = pasted;
    return { title, first: { place: `line ${lineOf(source, at)}`, text, start: at }, more: '', fix };
  }
  const sorted = diagnostics.toSorted((a, b) => a.span.file - b.span.file || a.span.start - b.span.start);
  const [{ span, message, hint }] = sorted;
  const own = span.file === 0;
  const others = sorted.length - 1;
  return {
    title: sorted.every(({ unsupported }) => unsupported) ? 'Not in the subset' : 'Does not compile',
    first: {
      place: own ? `line ${lineOf(source, span.start)}` : 'a header',
      text: hint === '' ? `${message}.` : `${message}. ${hint}.`,
      start: own ? span.start : 0,
    },
    more: others === 0 ? '' : `And ${others} more.`,
    fix: quickFixOf(sorted[0], diagnostics, source),
  };
}

const lineOf = (source: string, at: number): number => source.slice(0, at).split('\n').length;
