import { type Beat, type Scenario, variantsOf } from '../scenario.ts';
import before from './before.cpp?raw';
import get from './get.cpp?raw';
import landed from './landed.cpp?raw';
import owner from './owner.cpp?raw';
import { summary } from './summary.ts';
import useCount from './use-count.cpp?raw';

const story: readonly Beat[] = [
  {
    title: 'Who owns the room',
    text: 'main owns the room by a shared_ptr, and hotel may give it up. cleaner has a weak_ptr: he knows the room and owns nothing.',
    variant: 'before',
    schedule: 'a3',
    goal: 'main has started cleaner and hotel; neither has taken a step',
    claims: [
      { thread: 'cleaner', state: 'ready' },
      { thread: 'hotel', state: 'ready' },
    ],
    lines: ['std::weak_ptr<Room> known = room;'],
    picture: 'objects',
  },
  {
    title: 'It is there',
    text: 'cleaner has asked, and the room is there. He has not become an owner yet.',
    variant: 'before',
    schedule: 'a3b2',
    goal: 'cleaner has found that the room has an owner; he locks the weak pointer next',
    claims: [
      { thread: 'cleaner', state: 'ready', line: 'known.lock()->clean' },
      { thread: 'hotel', state: 'ready' },
    ],
    lines: ['known.expired()'],
    picture: 'objects',
    question: {
      text: 'Which thread must run now, so that cleaner gets nothing?',
      answer: 'hotel',
      hint: 'The room has one owner only.',
    },
  },
  {
    title: 'The last owner goes',
    text: 'hotel gives up its share, which was the last. The room is destroyed; the weak_ptr only knows that it was there.',
    variant: 'before',
    schedule: 'a3b2c3',
    goal: 'hotel has dropped the last owner and finished; cleaner locks the weak pointer next',
    claims: [
      { thread: 'cleaner', state: 'ready', line: 'known.lock()->clean' },
      { thread: 'hotel', state: 'finished' },
    ],
    lines: ['room = nullptr;'],
    picture: 'objects',
  },
  {
    title: 'And now?',
    text: 'lock() gives null, since there is nothing left to own. cleaner does not ask again, and follows a null pointer.',
    variant: 'before',
    schedule: 'a3b2c3b',
    goal: 'cleaner has followed null',
    claims: [
      { thread: 'cleaner', state: 'crashed', line: 'known.lock()->clean', finding: 'null-dereference' },
    ],
    lines: ['known.expired()'],
    picture: 'objects',
  },
  {
    title: 'The fix: keep what lock() gives',
    text: 'lock() has made cleaner an owner. hotel gives up its share, and the room stays until cleaner is done with it.',
    variant: 'landed',
    schedule: 'a3b2c2',
    goal: 'cleaner owns the room; hotel has dropped its share and finished',
    claims: [
      { thread: 'cleaner', state: 'ready', line: 'mine->clean = true;' },
      { thread: 'hotel', state: 'finished' },
    ],
    lines: ['mine = known.lock();'],
    picture: 'objects',
  },
];

export const scenario: Scenario = {
  ...summary,
  wrong: 'expired() tells of a moment that is over; only lock() asks and keeps in one step.',
  evidence: [],
  variants: variantsOf(summary, {
    before: { source: before, story },
    'use-count': { source: useCount },
    get: { source: get },
    landed: { source: landed },
    owner: { source: owner, cost: 'The room lives until the cleaner has been there, however late.' },
  }),
};
