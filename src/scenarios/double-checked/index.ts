import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import acquireOnly from './acquire-only.cpp?raw';
import alwaysLock from './always-lock.cpp?raw';
import before from './before.cpp?raw';
import landed from './landed.cpp?raw';
import noSecondCheck from './no-second-check.cpp?raw';
import plain from './plain.cpp?raw';
import releaseOnly from './release-only.cpp?raw';
import seqCst from './seq-cst.cpp?raw';
import staticLocal from './static-local.cpp?raw';
import { summary } from './summary.ts';

const story: readonly Beat[] = [
  {
    title: 'Made once, found often',
    text: 'ann and ben need the same object. Who finds no pointer locks, looks again and makes it; who finds one uses the object without a lock.',
    variant: 'before',
    schedule: '.a3',
    goal: 'main has started ann and ben; neither has taken a step',
    claims: [
      { thread: 'ann', state: 'ready' },
      { thread: 'ben', state: 'ready' },
    ],
    lines: [
      'Config* found = instance.load(',
      'found = new Config{8};',
      'instance.store(found',
      'assert(get()->size == 8);',
    ],
    predict: {
      kind: 'fate',
      text: 'How can it end from here?',
      because: 'It goes well where both take the lock: that orders them.',
    },
  },
  {
    title: 'ann is making it',
    text: 'ann holds the lock, has made the object and stores the pointer next. ben has done nothing yet.',
    variant: 'before',
    schedule: '.a3b4',
    goal: 'ann holds making and stores instance next; ben has not begun',
    claims: [
      { thread: 'ann', state: 'ready', line: 'instance.store(found' },
      { thread: 'ben', state: 'ready' },
    ],
    lines: ['Config* found = instance.load(', 'found = new Config{8};'],
    question: {
      text: 'Which thread must run now for ben to find the object without the lock?',
      answer: 'ann',
      hint: 'ben finds only what has been stored.',
    },
  },
  {
    title: 'Found, and perhaps not made',
    text: 'ben has found the pointer, and uses the object without the lock. Nothing orders the making of the object before that use: the two are a data race.',
    variant: 'before',
    schedule: '.a3b6c2',
    goal: 'ben has loaded instance, and has read size; the race is found',
    claims: [{ thread: 'ben', state: 'finished', finding: 'data-race' }],
    lines: [
      'Config* found = instance.load(',
      'found = new Config{8};',
      'instance.store(found',
      'assert(get()->size == 8);',
    ],
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'Store the pointer release', variant: 'release-only' },
        { text: 'Load the pointer acquire', variant: 'acquire-only' },
        { text: 'Store release, and load first acquire', variant: 'landed' },
      ],
      because: 'The load under the lock may stay relaxed: the lock orders it.',
    },
  },
  {
    title: 'The fix: release and acquire',
    text: 'The release store publishes the object with its pointer, and the acquire load that finds it synchronizes with the store. The second load is under the lock: it may stay relaxed.',
    variant: 'landed',
    schedule: '.a3b6c2',
    goal: 'ben has loaded instance, has read size and finished',
    claims: [
      { thread: 'ann', state: 'finished' },
      { thread: 'ben', state: 'finished' },
    ],
    lines: ['Config* found = instance.load(', 'instance.store(found'],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong:
    'Whoever finds a pointer without a lock finds what it points to only if the pointer was stored with release and loaded with acquire.',
  evidence: [],
  hardware: {
    x86: 'It keeps stores in order, and loads too, so that a plain move does for release and acquire. The relaxed program fails where the compiler stores the pointer before the object.',
    arm: 'It may swap the stores of the object and of the pointer. The loads are kept in order, since the address of the second is what the first has read; C++ promises that of no relaxed load.',
  },
  variants: variantsOf(summary, {
    before: { sentence: 'The pointer is atomic, and is stored and loaded relaxed.', source: before, story },
    plain: { sentence: 'The pointer is not atomic.', source: plain },
    'release-only': { sentence: 'The pointer is stored release, and loaded relaxed.', source: releaseOnly },
    'acquire-only': { sentence: 'The pointer is loaded acquire, and stored relaxed.', source: acquireOnly },
    'no-second-check': {
      sentence: 'Under the lock nobody looks again whether the object was made meanwhile.',
      source: noSecondCheck,
    },
    landed: { sentence: 'The pointer is stored release, and its first load is acquire.', source: landed },
    'seq-cst': {
      sentence: 'All operations on the pointer are seq_cst.',
      source: seqCst,
      cost: 'It orders the pointer among all other seq_cst operations, which nobody needs here.',
    },
    'static-local': {
      sentence: 'The object is a static variable of the function: C++ makes it once.',
      source: staticLocal,
    },
    'always-lock': {
      sentence: 'Everybody takes the lock, each time.',
      source: alwaysLock,
      cost: 'Each use takes the lock, long after the object was made.',
    },
  }),
};
