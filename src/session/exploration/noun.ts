/** What failures, and what can still come of a run, are called in a sentence. */
import type { Continuations, FindingKind } from '../../engine';

const CRASHES: readonly FindingKind[] = [
  'null-dereference',
  'use-after-free',
  'stack-use-after-scope',
  'double-free',
  'out-of-bounds',
  'uninitialized-read',
  'division-by-zero',
];
/** Of each kind that has a name; of the kinds of crash, their own. */
const NOUNS: { readonly [Kind in FindingKind]?: string } = {
  'null-dereference': 'the null dereference',
  'use-after-free': 'the use after free',
  'double-free': 'the double free',
  'data-race': 'the data race',
  'assertion-failure': 'the failed assertion',
  terminate: 'std::terminate',
  deadlock: 'the deadlock',
  'lost-wakeup': 'the lost wakeup',
  livelock: 'the livelock',
  'memory-leak': 'the leak',
};

/** 'the use after free', 'the deadlock'; of several kinds 'the crash', where each is one; what has no name is 'a failing run'. */
export function nounOf(kinds: ReadonlySet<FindingKind>): string {
  const [kind, ...more] = kinds;
  if (kind === undefined) return 'a failing run';
  if (more.length === 0 && NOUNS[kind] !== undefined) return NOUNS[kind];
  return [...kinds].every((each) => CRASHES.includes(each)) ? 'the crash' : 'a failing run';
}

/** '45 orders can follow; 21 of them fail.' */
export function continuationWords({ left, failing }: Continuations, noun: 'order' | 'execution'): string {
  const what = left === 1 ? `One ${noun} can follow` : `${left} ${noun}s can follow`;
  if (failing === 0) return `${what}, and ${left === 1 ? 'it does not fail' : 'none of them fails'}.`;
  if (failing === left) return `${what}, and ${left === 1 ? 'it fails' : 'all of them fail'}.`;
  return `${what}; ${failing} of them ${failing === 1 ? 'fails' : 'fail'}.`;
}
