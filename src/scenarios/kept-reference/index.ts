import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import before from './before.cpp?raw';
import landed from './landed.cpp?raw';
import lockAgain from './lock-again.cpp?raw';
import pointer from './pointer.cpp?raw';
import shared from './shared.cpp?raw';
import { summary } from './summary.ts';

const story: readonly Beat[] = [
  {
    title: 'A room and a desk',
    text: 'guest looks up the room and goes in; owner demolishes it. Both lock the desk before they touch the pointer to the room.',
    variant: 'before',
    schedule: 'a3',
    goal: 'main has started guest and owner; neither has taken a step',
    claims: [
      { thread: 'guest', state: 'ready' },
      { thread: 'owner', state: 'ready' },
    ],
    lines: ['if (room == nullptr)', 'room = nullptr;'],
  },
  {
    title: 'guest knows where it is',
    text: 'guest has found the room and has unlocked the desk. All he keeps is a reference: an address, which does not own the room.',
    variant: 'before',
    schedule: 'a3b3',
    goal: 'guest has a reference to the room and has unlocked desk; owner has not begun',
    claims: [
      { thread: 'guest', state: 'ready', line: 'mine.guests++;' },
      { thread: 'owner', state: 'ready' },
    ],
    lines: ['Room& mine = *room;'],
    picture: 'objects',
    question: {
      text: 'Which thread must run now for guest to walk into a room that no longer exists?',
      answer: 'owner',
      hint: 'Nobody holds the lock.',
    },
  },
  {
    title: 'owner has been there',
    text: 'owner takes the lock, as he should, and gives the room up. Nothing tells him that somebody still has a reference to it.',
    variant: 'before',
    schedule: 'a3b3c4',
    goal: 'owner has freed the room and finished; guest uses it next',
    claims: [
      { thread: 'guest', state: 'ready', line: 'mine.guests++;' },
      { thread: 'owner', state: 'finished' },
    ],
    lines: ['room = nullptr;'],
    picture: 'objects',
    predict: {
      kind: 'sight',
      text: 'What will guest find through his reference?',
      thread: 'guest',
      options: [
        { text: 'the room', sees: 'reads' },
        { text: 'null', sees: 'null dereference' },
        { text: 'freed memory', sees: 'use after free' },
      ],
      because: 'A reference does not change when the object behind it is destroyed.',
    },
  },
  {
    title: 'Use after free',
    text: 'guest follows his reference to where the room used to be. In a real program he may find anything there.',
    variant: 'before',
    schedule: 'a3b3c4b',
    goal: 'guest has used the freed room',
    claims: [{ thread: 'guest', state: 'crashed', line: 'mine.guests++;', finding: 'use-after-free' }],
    lines: ['Room& mine = *room;'],
    picture: 'objects',
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'Lock again to use the room', variant: 'lock-again' },
        { text: 'Keep a pointer, and check it for null', variant: 'pointer' },
        { text: 'Hold the lock until the room was used', variant: 'landed' },
      ],
      because: 'Neither a second lock nor a check changes where the reference leads.',
    },
  },
  {
    title: 'The fix: hold the lock as long as the reference',
    text: 'guest keeps the lock until he has finished with the room. owner has to wait, and then demolishes a room that nobody uses.',
    variant: 'landed',
    schedule: 'a3b2c',
    goal: 'guest holds desk and has used the room; owner waits for desk',
    claims: [{ thread: 'owner', state: 'blocked' }],
    lines: ['Room& mine = *room;', 'mine.guests++;'],
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'The lock was held while the room was looked up, but not while it was used.',
  evidence: [],
  variants: variantsOf(summary, {
    before: { sentence: 'The lock is held to look up the room, but not to use it.', source: before, story },
    'lock-again': { sentence: 'The guest locks a second time to use the room.', source: lockAgain },
    pointer: {
      sentence: 'The guest keeps a pointer and checks it for null before using it.',
      source: pointer,
    },
    landed: {
      sentence: 'The lock is held until the guest has finished with the room.',
      source: landed,
      cost: 'Everyone who needs the desk waits for the guest.',
    },
    shared: {
      sentence: 'The guest gets a shared_ptr: the room lives as long as anybody owns it.',
      source: shared,
      cost: 'The room lives until its last guest has left.',
    },
  }),
};
