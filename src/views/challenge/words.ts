/** What a challenge says: pure. The judge is the explorer, and what it has not found out nobody claims to know. */
import type { Finding, Snapshot } from '../../engine';
import { type Explored, neverFails, type SessionState } from '../../session';
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
  const { preemptions, steps, best, explored } = attempt;
  const facts = [
    ...(attempt.broken === null && best === undefined ? [] : parFact(explored)),
    `You: ${counted(preemptions, 'preemption')}, ${counted(steps, 'step')}`,
  ];
  if (typeof best === 'number') facts.push(`Your best: ${counted(best, 'preemption')}`);
  return { ...outcome(attempt), facts };
}

function outcome({
  broken,
  challenge,
  status,
  steps,
  explored,
}: Attempt): Pick<ChallengeWords, 'tone' | 'title' | 'text'> {
  if (broken !== null) {
    const what = `${findingTitles[broken.finding.kind]} at step ${broken.finding.step}, with ${counted(broken.preemptions, 'preemption')}.`;
    return {
      tone: 'fail',
      title: 'You broke it',
      text: `${what} ${againstPar(broken.preemptions, explored)}`,
    };
  }
  if (challenge === 'claimed') return claim(explored);
  if (steps > 0 && status === 'finished')
    return {
      tone: null,
      title: 'It went well this time',
      text: 'All threads have ended and nothing failed. Step back and let another thread run earlier, or start again.',
    };
  return {
    tone: null,
    title: 'Make it fail',
    text: 'You are the scheduler. Step the threads in any order until something goes wrong. A preemption is to leave a thread that could go on: do it as seldom as you can. Or can it not fail at all?',
  };
}

function claim(explored: Explored | undefined): ReturnType<typeof outcome> {
  const verdict = explored?.verdict ?? null;
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
