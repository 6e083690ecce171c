/** What failures are called in a sentence. */
import type { FindingKind } from '../../engine';

const CRASHES: readonly FindingKind[] = [
  'null-dereference',
  'use-after-free',
  'stack-use-after-scope',
  'double-free',
  'out-of-bounds',
  'uninitialized-read',
  'division-by-zero',
];
const NOUNS: { readonly [Kind in FindingKind]?: string } = {
  'data-race': 'the data race',
  'assertion-failure': 'the failed assertion',
  terminate: 'std::terminate',
  deadlock: 'the deadlock',
  'lost-wakeup': 'the lost wakeup',
  livelock: 'the livelock',
  'memory-leak': 'the leak',
};

/** 'the crash', 'the deadlock'; what has several names, or none, is 'a failing run'. */
export function nounOf(kinds: ReadonlySet<FindingKind>): string {
  const [kind, ...more] = kinds;
  if (kind === undefined) return 'a failing run';
  if ([...kinds].every((each) => CRASHES.includes(each))) return 'the crash';
  return more.length > 0 ? 'a failing run' : (NOUNS[kind] ?? 'a failing run');
}
