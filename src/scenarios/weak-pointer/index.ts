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
    text: 'main owns the room through a shared_ptr, which hotel will reset. cleaner has a weak_ptr: it refers to the room without owning it.',
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
    text: 'cleaner has asked, and the room exists. He is not an owner yet.',
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
      text: 'Which thread must run now for cleaner to come away empty-handed?',
      answer: 'hotel',
      hint: 'The room has only one owner.',
    },
  },
  {
    title: 'hotel has been there',
    text: 'hotel has reset the only shared_ptr. cleaner has had his answer, and does not ask again.',
    variant: 'before',
    schedule: 'a3b2c3',
    goal: 'hotel has dropped the last owner and finished; cleaner locks the weak pointer next',
    claims: [
      { thread: 'cleaner', state: 'ready', line: 'known.lock()->clean' },
      { thread: 'hotel', state: 'finished' },
    ],
    lines: ['known.expired()', 'auto room = std::make_shared<Room>();', 'room = nullptr;'],
    picture: 'objects',
    predict: {
      kind: 'sight',
      text: 'What will cleaner get from lock()?',
      thread: 'cleaner',
      options: [
        { text: 'the room', sees: 'becomes an owner' },
        { text: 'null', sees: 'null dereference' },
        { text: 'a dangling pointer', sees: 'use after free' },
      ],
      because: 'lock() makes an owner only of what still has one.',
    },
  },
  {
    title: 'Null dereference',
    text: 'lock() returns null, since there is nothing left to own. cleaner does not check it, and dereferences a null pointer.',
    variant: 'before',
    schedule: 'a3b2c3b',
    goal: 'cleaner has followed null',
    claims: [
      { thread: 'cleaner', state: 'crashed', line: 'known.lock()->clean', finding: 'null-dereference' },
    ],
    lines: ['known.expired()'],
    picture: 'objects',
    predict: {
      kind: 'fix',
      text: 'Which of these changes is enough?',
      options: [
        { text: 'Ask use_count() in place of expired()', variant: 'use-count' },
        { text: 'Keep what lock() returns', variant: 'landed' },
        { text: 'Keep the pointer that lock() gives', variant: 'get' },
      ],
      because: 'Only a shared_ptr that is kept keeps the room.',
    },
  },
  {
    title: 'The fix: keep what lock() returns',
    text: 'lock() has made cleaner an owner. hotel has reset its shared_ptr, and the room stays until cleaner has finished with it.',
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
  wrong: 'The answer of expired() can be stale at once; only lock() checks and takes ownership in one step.',
  evidence: [],
  variants: variantsOf(summary, {
    before: { sentence: 'The cleaner checks expired(), and calls lock() afterwards.', source: before, story },
    'use-count': { sentence: 'The cleaner checks that use_count() is not zero.', source: useCount },
    get: { sentence: 'lock() is called first, but only a raw pointer is kept from it.', source: get },
    landed: {
      sentence: 'The cleaner keeps the shared_ptr that lock() returns, and checks that.',
      source: landed,
    },
    owner: {
      sentence: 'The cleaner has a shared_ptr from the start.',
      source: owner,
      cost: 'The room lives until the cleaner has been there, however late that is.',
    },
  }),
};
