import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import before from './before.cpp?raw';
import flagFirst from './flag-first.cpp?raw';
import landed from './landed.cpp?raw';
import lockBoth from './lock-both.cpp?raw';
import lockToWrite from './lock-to-write.cpp?raw';
import { summary } from './summary.ts';
import volatileFlag from './volatile.cpp?raw';

const story: readonly Beat[] = [
  {
    title: 'A letter and a flag',
    text: 'writer writes a letter and then sets a flag. reader checks the flag and reads the letter only if it is set.',
    variant: 'before',
    schedule: 'a3',
    goal: 'main has started writer and reader; neither has taken a step',
    claims: [
      { thread: 'writer', state: 'ready' },
      { thread: 'reader', state: 'ready' },
    ],
    lines: ['letter = 7;', 'sent = true;', 'if (sent)'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
      because: 'The accesses to the flag race, whether reader finds it set or not.',
    },
  },
  {
    title: 'The letter is written',
    text: 'writer has written the letter and sets the flag next. In the source, and in this thread, the letter comes first.',
    variant: 'before',
    schedule: 'a3b2',
    goal: 'writer has written letter and writes sent next; reader has not begun',
    claims: [
      { thread: 'writer', state: 'ready', line: 'sent = true;' },
      { thread: 'reader', state: 'ready' },
    ],
    lines: ['letter = 7;'],
    question: {
      text: 'Either way it is a data race. Which thread must run now for reader to see the flag set?',
      answer: 'writer',
      hint: 'The flag is not set yet.',
    },
  },
  {
    title: 'Seen, but not ordered',
    text: 'reader has read a flag that another thread wrote, and nothing orders the two accesses. Here the letter is there; a compiler or a processor may make the flag visible before the letter.',
    variant: 'before',
    schedule: 'a3b3c2',
    goal: 'reader has read sent; the race is found',
    claims: [
      { thread: 'reader', state: 'ready', line: 'assert(letter == 7);', finding: 'data-race' },
      { thread: 'writer', state: 'finished' },
    ],
    lines: ['if (sent)', 'sent = true;'],
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'Make the flag volatile', variant: 'volatile' },
        { text: 'Make the flag atomic, and set it after the letter', variant: 'landed' },
        { text: 'Make the flag atomic, and set it before the letter', variant: 'flag-first' },
        { text: 'Write both under a lock', variant: 'lock-to-write' },
      ],
      because: 'An atomic store publishes what was written before it, to whoever reads that store.',
    },
  },
  {
    title: 'The fix: the flag publishes',
    text: 'An atomic store synchronizes with the load that reads it: everything writer did before the store happens before what reader does after the load. The letter itself need not be atomic.',
    variant: 'landed',
    schedule: 'a3b2c2',
    goal: 'reader has seen the flag, has read the letter and finished',
    claims: [
      { thread: 'writer', state: 'finished' },
      { thread: 'reader', state: 'finished' },
    ],
    lines: ['std::atomic<bool> sent = false;', 'sent = true;', 'if (sent)'],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'A plain flag orders nothing: a thread that sees it set need not see what was written before it.',
  evidence: [],
  variants: variantsOf(summary, {
    before: { sentence: 'A plain bool says that the letter is ready.', source: before, story },
    volatile: { sentence: 'The flag is volatile.', source: volatileFlag },
    'lock-to-write': {
      sentence: 'Letter and flag are written under a lock, but the flag is read without it.',
      source: lockToWrite,
    },
    'flag-first': {
      sentence: 'The flag is atomic, but it is set before the letter is written.',
      source: flagFirst,
    },
    landed: { sentence: 'The flag is atomic, and is set after the letter has been written.', source: landed },
    'lock-both': { sentence: 'Letter and flag are written and read under one lock.', source: lockBoth },
  }),
};
