import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import acquireOnly from './acquire-only.cpp?raw';
import atomicMessage from './atomic-message.cpp?raw';
import before from './before.cpp?raw';
import fences from './fences.cpp?raw';
import landed from './landed.cpp?raw';
import lateFence from './late-fence.cpp?raw';
import releaseOnly from './release-only.cpp?raw';
import seqCst from './seq-cst.cpp?raw';
import { summary } from './summary.ts';

const story: readonly Beat[] = [
  {
    title: 'A message and a flag',
    text: 'sender writes a message and then sets an atomic flag. receiver reads the message only where it finds the flag set. Both operations on the flag are relaxed.',
    variant: 'before',
    schedule: '.a3',
    goal: 'main has started sender and receiver; neither has taken a step',
    claims: [
      { thread: 'sender', state: 'ready' },
      { thread: 'receiver', state: 'ready' },
    ],
    lines: ['message = 42;', 'ready.store(', 'ready.load(', 'assert(message == 42);'],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
      because:
        'Where receiver finds the flag set it reads the message, and nothing orders that behind the write.',
    },
  },
  {
    title: 'The message is written',
    text: 'sender has written the message, and sets the flag next. receiver has not begun; it reads the message only where it finds the flag set.',
    variant: 'before',
    schedule: '.a3b',
    goal: 'sender has written message and stores ready next; receiver has not begun',
    claims: [
      { thread: 'sender', state: 'ready', line: 'ready.store(' },
      { thread: 'receiver', state: 'ready' },
    ],
    lines: ['message = 42;', 'ready.load('],
    question: {
      text: 'Which thread must run now for receiver to read the message?',
      answer: 'sender',
      hint: 'receiver looks at the flag once.',
    },
  },
  {
    title: 'Seen, but not ordered',
    text: 'receiver has read the flag that sender stored, and then the message. The relaxed store does not synchronize with the relaxed load. So the two accesses to the message are a data race.',
    variant: 'before',
    schedule: '.a3b2c2',
    goal: 'receiver has loaded ready: true, and has read message; the race is found',
    claims: [{ thread: 'receiver', state: 'finished', finding: 'data-race' }],
    lines: ['message = 42;', 'ready.store(', 'ready.load(', 'assert(message == 42);'],
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'Store the flag release', variant: 'release-only' },
        { text: 'Load the flag acquire', variant: 'acquire-only' },
        { text: 'Make the message atomic', variant: 'atomic-message' },
        { text: 'Store release and load acquire', variant: 'landed' },
      ],
      because: 'A release store synchronizes only with an acquire load that reads it: it takes both.',
    },
  },
  {
    title: 'What receiver may read',
    text: 'An atomic message is no data race. But receiver has seen the flag set and still reads the 0 from the start: with relaxed orders each location is seen in an order of its own.',
    variant: 'atomic-message',
    schedule: '.a3b3c2c-1',
    goal: 'receiver has loaded ready: true and then message: 0; the assertion fails',
    claims: [{ thread: 'receiver', state: 'crashed', finding: 'assertion-failure' }],
    lines: ['message.store(42', 'assert(message.load('],
    aside: true,
  },
  {
    title: 'The fix: release and acquire',
    text: 'The release store synchronizes with the acquire load that reads it. All that sender did before the store happens before all that receiver does behind the load.',
    variant: 'landed',
    schedule: '.a3b2c2',
    goal: 'receiver has loaded ready: true, has read message and finished',
    claims: [
      { thread: 'sender', state: 'finished' },
      { thread: 'receiver', state: 'finished' },
    ],
    lines: ['ready.store(', 'ready.load('],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'A relaxed flag tells that it was set, and nothing of what was written before it.',
  evidence: [],
  hardware: {
    x86: 'It keeps stores in order, and loads too: release and acquire are plain moves. Of the relaxed program only the compiler can still swap the accesses.',
    arm: 'It may swap the two stores, and the two loads, so the processor can show it. Release becomes stlr and acquire ldar or ldapr, which forbid that.',
  },
  variants: variantsOf(summary, {
    before: { sentence: 'The flag is atomic, and is stored and loaded relaxed.', source: before, story },
    'release-only': { sentence: 'The store is release, and the load stays relaxed.', source: releaseOnly },
    'acquire-only': { sentence: 'The load is acquire, and the store stays relaxed.', source: acquireOnly },
    'atomic-message': {
      sentence: 'The message is atomic too, and everything stays relaxed.',
      source: atomicMessage,
    },
    'late-fence': {
      sentence: 'There are fences, but that of sender stands behind the store of the flag.',
      source: lateFence,
    },
    landed: { sentence: 'The flag is stored release and loaded acquire.', source: landed },
    fences: {
      sentence:
        'The flag is relaxed, with a release fence before the store and an acquire fence behind the load.',
      source: fences,
      cost: 'A fence orders more than the one store or load that needs it.',
    },
    'seq-cst': {
      sentence: 'The flag is sequentially consistent, as it is where no order is named.',
      source: seqCst,
      cost: 'It orders the flag among all other seq_cst operations too, which nobody needs here; on x86 the store becomes a locked exchange.',
    },
  }),
};
