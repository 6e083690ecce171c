/** Programs to begin with: what everybody who learns about threads meets once, wrong and right. Real C++ files, one folder each. */

import { chunk } from '../base/chunk';
import type { FindingKind } from '../engine';

export interface Starter {
  /** Names the folder, and in a link the wrong form. */
  readonly slug: string;
  readonly title: string;
  /** What goes wrong in the wrong form. */
  readonly sentence: string;
  /** The gravest finding of the wrong form; the right one has none. */
  readonly verdict: FindingKind;
  /** Only an empty one, to be filled, has no right form. */
  readonly hasRight: boolean;
}

export interface Form {
  /** In a link. */
  readonly slug: string;
  readonly title: string;
  readonly source: string;
}

const starter = (slug: string, title: string, verdict: FindingKind, sentence: string): Starter => ({
  ...{ slug, title, verdict, sentence },
  hasRight: slug !== EMPTY,
});

const EMPTY = 'empty';
const RIGHT = '-right';

/** In the order of lists, the one to be filled first. */
export const starters: readonly Starter[] = [
  starter(EMPTY, 'Untitled', 'assertion-failure', 'Two threads, one counter: a frame to write into.'),
  starter(
    'bank-account',
    'Bank account',
    'assertion-failure',
    'The check and the withdrawal are two critical sections.',
  ),
  starter('bounded-buffer', 'Bounded buffer', 'assertion-failure', 'Who is woken does not look again.'),
  starter(
    'dining-philosophers',
    'Dining philosophers',
    'deadlock',
    'Each holds a fork and waits for the other one.',
  ),
  starter(
    'readers-writers',
    'Readers and writers',
    'assertion-failure',
    'Readers keep writers out, but not each other.',
  ),
  starter(
    'double-checked-locking',
    'Double-checked locking',
    'data-race',
    'The first look is without the lock.',
  ),
  starter(
    'thread-pool',
    'Thread pool with shutdown',
    'lost-wakeup',
    'The flag is set between a look and a wait.',
  ),
  starter(
    'aba-stack',
    'ABA on a stack',
    'assertion-failure',
    'The head is what it was, and the rest is not.',
  ),
  starter(
    'spsc-ring',
    'Ring of one producer',
    'assertion-failure',
    'A place is announced before anything lies in it.',
  ),
  starter(
    'barrier-twice',
    'Barrier used twice',
    'deadlock',
    'Who is quick closes it before the others have left.',
  ),
  starter('ticket-lock', 'Ticket lock', 'assertion-failure', 'Two threads draw the same ticket.'),
  starter(
    'peterson',
    'Peterson’s algorithm',
    'assertion-failure',
    'Each gives way before it says what it wants.',
  ),
  starter(
    'shared-ptr',
    'A shared_ptr published',
    'use-after-free',
    'The count is safe, the variable is not.',
  ),
  starter('observer', 'Observer removed', 'use-after-free', 'It is gone when its turn to be notified comes.'),
];

/** Both forms of the starting point that a link names by one of them; of an unknown name the empty one, under that name. */
export async function loadStarter(
  slug: string,
): Promise<{ readonly title: string; readonly forms: readonly Form[] }> {
  const { sourceOf } = await chunk(import('./sources'));
  const base = slug.endsWith(RIGHT) ? slug.slice(0, -RIGHT.length) : slug;
  const found = starters.find((each) => each.slug === base);
  if (found === undefined || !found.hasRight)
    return { title: starters[0].title, forms: [{ slug, title: 'Start', source: sourceOf(EMPTY, 'wrong') }] };
  return {
    title: found.title,
    forms: [
      { slug: base, title: 'Wrong', source: sourceOf(base, 'wrong') },
      { slug: base + RIGHT, title: 'Right', source: sourceOf(base, 'right') },
    ],
  };
}
