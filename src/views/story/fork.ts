/** How the current line differs from the story's, for the strip: pure. */
import type { Finding, Schedule } from '../../engine';
import {
  type Beat,
  type Branch,
  beatEnd,
  nounOf,
  type Question,
  type Reply,
  type Standing,
} from '../../session';
import { failWords } from '../parts/counts';

export interface ForkWords {
  readonly title: string;
  /** The line was opened whole, as a failing run or from a link; else the user stepped away. */
  readonly opened: boolean;
  /** The step after which it differs; null where there is no story to compare with. */
  readonly step: number | null;
  /** Who took the steps since then; at most SHOWN of them. */
  readonly steps: readonly { readonly step: number; readonly thread: number }[];
  /** How many more there were. */
  readonly more: number;
}

const SHOWN = 12;

export function forkOf(
  branches: readonly Branch[],
  branch: number,
  slug: string,
  schedule: Schedule,
): ForkWords {
  const current = branches.find(({ id }) => id === branch);
  const story = branches.find((line) => line.name === 'story' && line.slug === slug && line.id !== branch);
  const step = story
    ? common(story.schedule, schedule)
    : current && current.forkedAt > 0
      ? current.forkedAt
      : null;
  const opened =
    current !== undefined && current.forkedAt === 0 && !/^(story|first line)$/.test(current.name);
  const title = opened
    ? sentence(current.name)
    : step === null
      ? 'Your own run'
      : `You left the story at step ${step}`;
  if (step === null) return { title, opened, step, steps: [], more: 0 };
  const since = schedule.choices
    .slice(step)
    .map(({ thread }, index) => ({ step: step + index + 1, thread: thread as number }));
  return { title, opened, step, steps: since.slice(0, SHOWN), more: Math.max(0, since.length - SHOWN) };
}

const sentence = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

/** The question that the line was left at, or on the way from it to the next part; null where there was none. */
export function askedAt(part: Beat | undefined, variant: string, step: number | null): Question | null {
  const here = part?.question !== undefined && part.variant === variant && beatEnd(part) <= (step ?? -1);
  return here ? part.question : null;
}

/** What stands above the words of a reply: a way that is as right as the story's is told as one. */
export const replyTitles: { readonly [Fate in Reply['fate']]: string } = {
  reached: 'You got there by another way',
  can: 'This can be a way there',
  cannot: 'This way does not lead there',
  unknown: 'A way of your own',
};

/** What came of a run in another variant, and what its other orders come to: that one of them goes well says little. `standing`: of that variant. */
export function replayWords(variant: string, failed: Finding | null, standing: Standing | null): string {
  const run = `Your run, replayed in ${variant}:`;
  if (failed !== null) return `${run} it fails here too, in step ${failed.step}.`;
  const count = standing?.count;
  const others =
    count?.exact === true
      ? `of all its orders, ${failWords(count.failing, count.executions)}`
      : standing?.fails
        ? 'other orders fail'
        : 'its other orders are not known yet';
  return `${run} no failure in this order; ${others}.`;
}

/** What a step away from a question is worth, in words. `outcome`: what the question asks for, 'the crash'; `noun`: what is counted, 'order'. */
export function replyWords(reply: Reply, outcome: string, noun: string): string {
  switch (reply.fate) {
    case 'reached':
      return `That is an answer: here is ${outcome}, in step ${reply.finding.step}, by another order than the story’s.`;
    case 'can': {
      const { orders, left } = reply;
      if (left === 1) return `That is an answer: the one ${noun} that can follow ends in ${outcome}.`;
      const all = orders === left ? `All ${left}` : `${orders} of the ${left}`;
      return `That can be an answer: ${all} ${noun}s that can follow end in ${outcome}. Step on to get there.`;
    }
    case 'cannot': {
      const none = `After that no ${noun} ends in ${outcome}`;
      return `${none}${otherwise(reply, noun)}. Go back to the story and try again.`;
    }
    default:
      return `Whether that can still lead to ${outcome} is known when all interleavings have been explored.`;
  }
}

/** What it comes to in place of that, where that is a failure too. */
function otherwise({ left, failing, kind }: Extract<Reply, { fate: 'cannot' }>, noun: string): string {
  if (failing === 0) return '';
  const what = kind === null ? 'another failure' : `another failure: ${nounOf(new Set([kind]))}`;
  if (left === 1) return `; the one ${noun} that can follow ends in ${what}`;
  return `; ${failing === left ? `all ${left}` : `${failing} of the ${left}`} ${noun}s that can follow end in ${what}`;
}

function common(a: Schedule, b: Schedule): number {
  const differs = b.choices.findIndex(
    ({ thread, pick }, index) => thread !== a.choices[index]?.thread || pick !== a.choices[index].pick,
  );
  return differs < 0 ? b.choices.length : differs;
}
