import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import acqRel from './acq-rel.cpp?raw';
import acquireOnly from './acquire-only.cpp?raw';
import before from './before.cpp?raw';
import fenceOnly from './fence-only.cpp?raw';
import landed from './landed.cpp?raw';
import loadAgain from './load-again.cpp?raw';
import releaseOnly from './release-only.cpp?raw';
import seqCst from './seq-cst.cpp?raw';
import { summary } from './summary.ts';
import twoSteps from './two-steps.cpp?raw';

const story: readonly Beat[] = [
  {
    title: 'Two owners',
    text: 'ann and ben each write a half of the block, and then drop their reference. The count is atomic, so that exactly one of them finds that it was the last.',
    variant: 'before',
    schedule: '.a3',
    goal: 'main has started ann and ben; neither has taken a step',
    claims: [
      { thread: 'ann', state: 'ready' },
      { thread: 'ben', state: 'ready' },
    ],
    lines: ['block->owners.fetch_sub(', 'delete block;', 'block->left = 1;', 'block->right = 1;'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
      because: 'Whoever is last, nothing orders the write of the other one before the delete.',
    },
  },
  {
    title: 'ann is about to let go',
    text: 'ann has written its half and drops its reference next. The decrement is relaxed: it tells ben the new count, and nothing of the write.',
    variant: 'before',
    schedule: '.a3b',
    goal: 'ann has written left and decrements owners next; ben has not begun',
    claims: [
      { thread: 'ann', state: 'ready', line: 'block->owners.fetch_sub(' },
      { thread: 'ben', state: 'ready' },
    ],
    lines: ['delete block;', 'block->left = 1;'],
    question: {
      text: 'Who has to drop its reference first for this to go wrong?',
      answer: 'ann',
      hint: 'Whoever is last deletes the block. Is it safe if that is ann?',
    },
  },
  {
    title: 'Deleted, and perhaps still written',
    text: 'ben was the last, and deletes the block. The destructor reads what ann wrote, and nothing orders the two: on another processor the write may come after the block is gone.',
    variant: 'before',
    schedule: '.a3b2c2a2',
    goal: 'ben has decremented owners to 0 and has deleted the block, main has joined both; the race is found',
    claims: [{ thread: 'ben', state: 'finished', finding: 'data-race' }],
    lines: ['block->owners.fetch_sub(', 'delete block;', 'block->left = 1;', 'assert(left + right == 2);'],
  },
  {
    title: 'What would be enough?',
    text: 'Here a full fence stands before the delete, and the decrement is as relaxed as it was. It is one of four changes that look as if they could be enough.',
    variant: 'fence-only',
    schedule: '.a3',
    goal: 'main has started ann and ben; neither has taken a step',
    claims: [
      { thread: 'ann', state: 'ready' },
      { thread: 'ben', state: 'ready' },
    ],
    lines: ['std::atomic_thread_fence('],
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'Decrement release', variant: 'release-only' },
        { text: 'Decrement acquire', variant: 'acquire-only' },
        { text: 'A seq_cst fence before the delete', variant: 'fence-only' },
        { text: 'Decrement release, and an acquire fence before the delete', variant: 'landed' },
      ],
      because:
        'Each owner has to release what it did, and the last one to acquire that. A fence before the delete alone does nothing for the writes of the other owner.',
    },
    aside: true,
  },
  {
    title: 'The fix: release each, acquire once',
    text: 'Each decrement releases what its owner did before. Only the last one has to acquire that, and does so with a fence before it deletes.',
    variant: 'landed',
    schedule: '.a3b2c2',
    goal: 'ben has decremented owners to 0, has deleted the block and finished',
    claims: [
      { thread: 'ann', state: 'finished' },
      { thread: 'ben', state: 'finished' },
    ],
    lines: ['block->owners.fetch_sub(', 'std::atomic_thread_fence('],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong:
    'The last owner has to know what all others did: a relaxed decrement tells it only that they are gone.',
  evidence: [],
  hardware: {
    x86: 'Every decrement is a locked instruction, which is a full barrier. Of the relaxed program only the compiler can still move the write behind it.',
    arm: 'It may do the write after the relaxed decrement, when the other owner has freed the block already. Release and the acquire fence (dmb ishld) forbid that.',
  },
  variants: variantsOf(summary, {
    before: { sentence: 'The count is decremented relaxed.', source: before, story },
    'release-only': { sentence: 'The decrement is release.', source: releaseOnly },
    'acquire-only': { sentence: 'The decrement is acquire.', source: acquireOnly },
    'fence-only': {
      sentence: 'The decrement is relaxed, with a seq_cst fence before the delete.',
      source: fenceOnly,
    },
    'two-steps': { sentence: 'The count is loaded and stored in two steps.', source: twoSteps },
    landed: {
      sentence: 'The decrement is release, with an acquire fence before the delete.',
      source: landed,
    },
    'acq-rel': {
      sentence: 'The decrement is acq_rel.',
      source: acqRel,
      cost: 'Every owner acquires, though only the last one needs to.',
    },
    'load-again': {
      sentence: 'The decrement is release; who drops the last one loads the count once more, acquire.',
      source: loadAgain,
      cost: 'A second access to the count, by the last owner only.',
    },
    'seq-cst': {
      sentence: 'The decrement is seq_cst, as it is where no order is named.',
      source: seqCst,
      cost: 'Every owner acquires, and all counts stand in one order, which nobody needs.',
    },
  }),
};
