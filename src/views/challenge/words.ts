/** What a challenge says: pure. The judge is the explorer, and what it has not found out nobody claims to know. */
import type { Finding, MemoryModel, Snapshot } from '../../engine';
import { type Explored, neverFails, type SessionState, type Standing } from '../../session';
import { counted, grouped } from '../parts/counts';
import { findingTitles } from '../parts/findings';

export interface Attempt {
  readonly challenge: SessionState['challenge'];
  /** Of the steps taken so far. */
  readonly preemptions: number;
  readonly steps: number;
  readonly broken: { readonly finding: Finding; readonly preemptions: number } | null;
  readonly status: Snapshot['status'];
  readonly explored: Explored | undefined;
  /** The memory that the program is judged under, and what is known of it. */
  readonly memory: MemoryModel;
  readonly standing: Standing | null;
  readonly best: number | 'safe' | undefined;
}

export interface ChallengeWords {
  readonly tone: 'fail' | 'pass' | null;
  readonly title: string;
  readonly text: string;
  /** 'Par: 1 preemption', 'You: 0 preemptions, 3 steps' */
  readonly facts: readonly string[];
}

export function challengeWords(attempt: Attempt): ChallengeWords {
  const { preemptions, steps, best, explored, memory } = attempt;
  // Under RC11 it is what is read that counts, and not how often one leaves a thread.
  if (memory === 'rc11') return { ...outcome(attempt), facts: [`You: ${counted(steps, 'step')}`] };
  const facts = [
    ...(attempt.broken === null && best === undefined ? [] : parFact(explored)),
    `You: ${counted(preemptions, 'preemption')}, ${counted(steps, 'step')}`,
  ];
  if (typeof best === 'number') facts.push(`Your best: ${counted(best, 'preemption')}`);
  return { ...outcome(attempt), facts };
}

type Outcome = Pick<ChallengeWords, 'tone' | 'title' | 'text'>;

function outcome(attempt: Attempt): Outcome {
  const { broken, challenge, status, steps, explored, memory } = attempt;
  if (broken !== null) {
    const { finding, preemptions } = broken;
    const what = `${findingTitles[finding.kind]} at step ${finding.step}`;
    const par = `, with ${counted(preemptions, 'preemption')}. ${againstPar(preemptions, explored)}`;
    return { tone: 'fail', title: 'You broke it', text: `${what}${memory === 'rc11' ? '.' : par}` };
  }
  if (challenge === 'claimed') return claim(attempt);
  if (steps > 0 && status === 'finished')
    return {
      tone: null,
      title: 'It went well this time',
      text: 'All threads have ended and nothing failed. Step back and let another thread run earlier, or start again.',
    };
  return {
    tone: null,
    title: 'Make it fail',
    text: memory === 'rc11' ? CHOOSE_READS : CHOOSE_ORDER,
  };
}

const CHOOSE_ORDER =
  'You are the scheduler. Step the threads in any order until something goes wrong. A preemption is to leave a thread that could go on: do it as seldom as you can. Or can it not fail at all?';
const CHOOSE_READS =
  'You choose which thread steps, and which of its possible stores each load reads. Step until something goes wrong. Or can it not fail at all?';

function claim({ explored, memory, standing }: Attempt): Outcome {
  const verdict = explored?.verdict ?? null;
  if (memory === 'rc11') return claimOfRc11(standing);
  if (verdict !== null && neverFails(verdict)) {
    const notes = verdict.notes.map(({ text }) => ` Note: ${text}`).join('');
    return { tone: 'pass', title: 'Right, it cannot fail', text: `${allTried(verdict)} none fails.${notes}` };
  }
  const minimal = verdict?.minimal ?? null;
  if (minimal !== null)
    return { tone: 'fail', title: 'It can', text: `Par is ${minimal.preemptions}. Try again.` };
  const why =
    verdict === null
      ? 'The explorer is still looking.'
      : `The explorer tried ${grouped(verdict.states)} states, found no failing run, and did not get to the end.`;
  return { tone: null, title: 'Nobody knows yet', text: why };
}

function claimOfRc11(standing: Standing | null): Outcome {
  if (standing === null)
    return { tone: null, title: 'Nobody knows yet', text: 'The explorer is still looking.' };
  const { fails, complete, count } = standing;
  const all = counted(count?.executions ?? 0, 'execution');
  if (fails) return { tone: 'fail', title: 'It can', text: 'Some execution fails. Try again.' };
  return complete
    ? {
        tone: 'pass',
        title: 'Right, it cannot fail',
        text: `Under RC11 there ${is(count)} ${all}, and none fails.`,
      }
    : { tone: null, title: 'Nobody knows yet', text: `None of ${all} fails, and not all were tried.` };
}

const is = (count: Standing['count']): string => (count?.executions === 1 ? 'is' : 'are');

function allTried({ count, states }: NonNullable<Explored['verdict']>): string {
  if (count?.exact !== true) return `All interleavings were tried (${grouped(states)} states):`;
  return count.executions === 1
    ? 'The only interleaving was tried:'
    : `All ${grouped(count.executions)} interleavings were tried:`;
}

function againstPar(preemptions: number, explored: Explored | undefined): string {
  const minimal = explored?.verdict?.minimal ?? null;
  if (minimal === null) return stillLooking(explored) ? 'The explorer is still looking for the fewest.' : '';
  if (preemptions > minimal.preemptions) return `Par is ${minimal.preemptions}: try with fewer.`;
  return preemptions === minimal.preemptions
    ? `That is par${minimal.proven ? ': with fewer nothing fails' : ''}.`
    : `The explorer knew of none with fewer than ${minimal.preemptions}.`;
}

function parFact(explored: Explored | undefined): string[] {
  const minimal = explored?.verdict?.minimal ?? null;
  if (minimal !== null)
    return [`Par: ${counted(minimal.preemptions, 'preemption')}${minimal.proven ? '' : ' at most'}`];
  if (stillLooking(explored)) return ['Par: the explorer is still looking'];
  return [];
}

const stillLooking = (explored: Explored | undefined): boolean =>
  explored === undefined || explored.phase === 'exploring';
