import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import before from './before.cpp?raw';
import earlyTail from './early-tail.cpp?raw';
import headOnly from './head-only.cpp?raw';
import landed from './landed.cpp?raw';
import seqCst from './seq-cst.cpp?raw';
import storesOnly from './stores-only.cpp?raw';
import { summary } from './summary.ts';
import tailOnly from './tail-only.cpp?raw';

const story: readonly Beat[] = [
  {
    title: 'Two indices, two owners',
    text: 'writer writes a slot and moves the tail, reader reads a slot and moves the head. Each index is stored by one thread and read by both.',
    variant: 'before',
    schedule: '.a3',
    goal: 'main has started writer and reader; neither has taken a step',
    claims: [
      { thread: 'writer', state: 'ready' },
      { thread: 'reader', state: 'ready' },
    ],
    lines: ['slots[at % 2] = value;', 'tail.store(', 'while (tail.load(', 'int value = slots[at % 2];'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
      because: 'reader has to read what writer wrote, and nothing orders the two.',
    },
  },
  {
    title: 'A number is put',
    text: 'writer has written the first slot and has moved the tail. The slot belongs to reader now, as soon as it sees the new tail.',
    variant: 'before',
    schedule: '.a3b4',
    goal: 'writer has stored 1 to tail; reader has not begun',
    claims: [
      { thread: 'writer', state: 'ready', line: 'int at = tail.load(' },
      { thread: 'reader', state: 'ready' },
    ],
    lines: ['slots[at % 2] = value;', 'tail.store('],
    question: {
      text: 'Which thread must run now for this to go wrong?',
      answer: 'reader',
      hint: 'The slot has to be read.',
    },
  },
  {
    title: 'Taken, but not published',
    text: 'reader has seen the tail move and has read the slot. The tail is relaxed, so that the write of the slot does not happen before the read: a data race.',
    variant: 'before',
    schedule: '.a3b4c3',
    goal: 'reader has loaded tail: 1, and has read slots[0]; the race is found',
    claims: [{ thread: 'reader', state: 'ready', line: 'head.store(', finding: 'data-race' }],
    lines: ['slots[at % 2] = value;', 'tail.store(', 'while (tail.load(', 'int value = slots[at % 2];'],
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'Release and acquire for the tail', variant: 'tail-only' },
        { text: 'Release and acquire for the head', variant: 'head-only' },
        { text: 'Store both release', variant: 'stores-only' },
        { text: 'Release and acquire for both', variant: 'landed' },
      ],
      because: 'A full slot is handed over by the tail, and an empty one back by the head.',
    },
  },
  {
    title: 'The way back',
    text: 'The tail is right now, and the head is still relaxed. reader has taken the first number, and writer writes the same slot anew: nothing orders that behind the read.',
    variant: 'tail-only',
    schedule: '.a3b6c4b3',
    goal: 'reader has stored 1 to head, writer has loaded head: 1 and has written slots[0] again; the race is found',
    claims: [{ thread: 'writer', state: 'ready', finding: 'data-race' }],
    lines: ['tail.store(', 'while (tail.load('],
    aside: true,
  },
  {
    title: 'The fix: handed over, both ways',
    text: 'Each index is stored release by its owner and loaded acquire by the other thread. So each slot is handed over with what was done to it, full and empty.',
    variant: 'landed',
    schedule: '.a3b6c4b3',
    goal: 'the same steps: writer has loaded head: 1 and has written slots[0] again',
    claims: [
      { thread: 'writer', state: 'ready' },
      { thread: 'reader', state: 'ready' },
    ],
    lines: ['while (at - head.load(', 'tail.store(', 'while (tail.load(', 'head.store('],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong:
    'An index hands its slot over only if it is stored release and loaded acquire, and there are two of them.',
  evidence: [],
  hardware: {
    x86: 'It keeps stores in order, loads in order, and no store comes before an earlier load: plain moves do for the right program. Of the relaxed one only the compiler can swap the accesses.',
    arm: 'It may show the new tail before the slot, and the new head before the slot was read. stlr and ldar, or ldapr, forbid both.',
  },
  variants: variantsOf(summary, {
    before: { sentence: 'All operations on both indices are relaxed.', source: before, story },
    'tail-only': {
      sentence: 'The tail is stored release and loaded acquire; the head stays relaxed.',
      source: tailOnly,
    },
    'head-only': {
      sentence: 'The head is stored release and loaded acquire; the tail stays relaxed.',
      source: headOnly,
    },
    'stores-only': { sentence: 'Both indices are stored release, and loaded relaxed.', source: storesOnly },
    'early-tail': {
      sentence: 'The orders are right, but the tail is moved before the slot is written.',
      source: earlyTail,
    },
    landed: {
      sentence: 'Each index is stored release by its owner, and loaded acquire by the other thread.',
      source: landed,
    },
    'seq-cst': {
      sentence: 'All operations on both indices are seq_cst.',
      source: seqCst,
      cost: 'On x86 each move of an index becomes a locked exchange: rings are made not to pay for that.',
    },
  }),
};
