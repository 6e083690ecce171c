import { expect, test } from 'vitest';
import { Races } from './races';
import { addressOf, steps } from './testing/notation';

const run = (text: string): Races => {
  const races = new Races(() => 4);
  feed(races, text);
  return races;
};
const feed = (races: Races, text: string): void =>
  steps(text).forEach(({ thread, words }, i) => {
    races.feed(i + 1, thread, words, 0, words.length);
  });
/** Pairs of pcs, the earlier access first; a pc is the number of its event. */
const pairs = (text: string, list: 'found' | 'ends' = 'found'): string[] =>
  run(text)[list].map(({ before, now }) => `${before.pc}-${now.pc}`);
const racing = (text: string): number[] => [...run(text).racing].sort((a, b) => a - b);

test('two threads that write one word race, whoever comes first', () => {
  expect(pairs('0 spawn 1; 1 write x; 0 write x')).toEqual(['2-3']);
  expect(pairs('0 spawn 1; 0 write x; 1 write x')).toEqual(['2-3']);
});

test('a write races with reads on both sides, reads do not race with reads', () => {
  expect(pairs('0 spawn 1; 1 read x; 0 write x; 1 read x')).toEqual(['2-3', '3-4']);
  expect(pairs('0 spawn 1; 1 read x; 0 read x')).toEqual([]);
});

test('starting and joining a thread orders', () => {
  expect(pairs('0 write x; 0 spawn 1; 1 write x; 1 exit 1; 0 join 1; 0 write x')).toEqual([]);
  expect(pairs('0 spawn 1; 1 write x; 1 exit 1; 0 write x; 0 join 1')).toEqual(['2-4']);
});

test('a mutex orders what it guards, and nothing else', () => {
  const guarded = '1 lock m; 1 write x; 1 unlock m; 0 lock m; 0 write x; 0 unlock m';
  expect(pairs(`0 spawn 1; ${guarded}`)).toEqual([]);
  expect(pairs('0 spawn 1; 1 lock m; 1 write x; 1 unlock m; 0 lock n; 0 write x; 0 unlock n')).toEqual([
    '3-6',
  ]);
});

test('what is done before a lock is taken is ordered only if this thread had it first', () => {
  expect(pairs('0 spawn 1; 1 write x; 1 lock m; 1 unlock m; 0 lock m; 0 unlock m; 0 write x')).toEqual([]);
  expect(pairs('0 spawn 1; 0 lock m; 0 unlock m; 0 write x; 1 lock m; 1 unlock m; 1 write x')).toEqual([
    '4-7',
  ]);
});

test('readers of a shared lock are ordered with writers, not with each other', () => {
  const reader = (id: number): string => `${id} lock-shared m; ${id} read x; ${id} unlock-shared m`;
  expect(pairs(`0 spawn 1; ${reader(1)}; 0 lock m; 0 write x; 0 unlock m; ${reader(1)}`)).toEqual([]);
  const writers =
    '1 lock-shared m; 1 write x; 1 unlock-shared m; 0 lock-shared m; 0 write x; 0 unlock-shared m';
  expect(pairs(`0 spawn 1; ${writers}`)).toEqual(['3-6']);
});

test('an atomic store hands over to the load that comes after it', () => {
  expect(pairs('0 spawn 1; 1 write x; 1 store f; 0 load f; 0 read x')).toEqual([]);
  expect(pairs('0 spawn 1; 0 load f; 1 write x; 1 store f; 0 read x')).toEqual(['3-5']);
});

test('atomic accesses do not race with each other, but with plain ones', () => {
  expect(pairs('0 spawn 1; 1 store f; 0 rmw f; 1 load f')).toEqual([]);
  expect(pairs('0 spawn 1; 1 store f; 0 write f')).toEqual(['2-3']);
  expect(pairs('0 spawn 1; 1 read f; 0 load f')).toEqual([]);
});

test('an access to a larger atomic object is one atomic operation', () => {
  const store = (id: number): string => `${id} enter p =1; ${id} write p*2; ${id} leave p`;
  const load = (id: number): string => `${id} enter p =0; ${id} read p*2; ${id} leave p`;
  expect(pairs(`0 spawn 1; ${store(1)}; ${store(0)}; ${load(1)}`)).toEqual([]);
  expect(pairs(`0 spawn 1; 1 write x; ${store(1)}; ${load(0)}; 0 read x`)).toEqual([]);
  expect(pairs(`0 spawn 1; ${load(1)}; 1 write x; ${load(1)}; ${load(0)}; 0 read x`)).toEqual(['5-12']);
  expect(pairs(`0 spawn 1; ${store(1)}; 0 read p*2`)).toEqual(['3-5']);
});

test('notify orders nothing by itself: only the mutex does', () => {
  expect(pairs('0 spawn 1; 1 wait c; 0 write x; 0 notify c =2; 1 woken c; 1 read x')).toEqual(['3-6']);
});

test('several words race once, wherever they overlap', () => {
  const { found } = run('0 spawn 1; 1 write s*4; 0 read s+2*4');
  expect(found).toHaveLength(1);
  expect(found[0].address).toBe(addressOf('s') + 2);
});

test('the end of storage is a write to all of it', () => {
  const [race] = run('0 alloc b; 0 spawn 1; 1 write b+2; 0 free b').ends;
  expect(race.now).toMatchObject({ ends: true, writes: true, pc: 4, step: 4 });
  expect(race.before).toMatchObject({ ends: false, thread: 1, pc: 3, step: 3, event: 0 });
  expect(pairs('0 alloc b; 0 spawn 1; 1 lock b; 1 unlock b; 0 free b', 'ends')).toEqual(['4-5', '3-5']);
});

test('every instruction that takes part is racing, also where a later one hides it', () => {
  expect(racing('0 spawn 1; 1 read x; 1 write x; 0 write x; 0 write x')).toEqual([2, 3, 4, 5]);
  expect(racing('0 spawn 1; 1 write y; 1 write x; 0 write x')).toEqual([3, 4]);
});

test('the same pair is reported once', () => {
  expect(pairs('0 spawn 1; 1 write x @7; 0 write x @8; 1 write x @7; 0 write x @8')).toEqual(['7-8']);
});

test('drops of an owner happen before the last one, which may destroy', () => {
  expect(pairs('0 spawn 1; 1 read x; 1 drop c =1; 0 drop c =0; 0 write x')).toEqual([]);
  expect(pairs('0 spawn 1; 1 read x; 1 drop c =2; 0 drop c =1; 0 write x')).toEqual(['2-5']);
});

test('owner counts are racing where the order can matter', () => {
  expect(racing('0 spawn 1; 1 drop c =1; 0 drop c =0')).toEqual([2, 3]);
  expect(racing('0 spawn 1; 1 drop c =2; 0 drop c =1')).toEqual([]);
  expect(racing('0 spawn 1; 1 add c =2; 0 add c =3')).toEqual([]);
  expect(racing('0 spawn 1; 1 take c =1; 0 drop c =0')).toEqual([2, 3]);
  expect(racing('0 spawn 1; 0 drop c =0; 1 take c =0')).toEqual([2, 3]);
  expect(racing('0 spawn 1; 1 count c =2; 0 drop c =1')).toEqual([2, 3]);
  expect(racing('0 spawn 1; 1 drop c =1; 1 exit 1; 0 join 1; 0 drop c =0')).toEqual([]);
});

test('a reset forgets the run and keeps what is racing', () => {
  const races = run('0 spawn 1; 1 write x; 0 write x');
  races.reset();
  feed(races, '0 write x; 0 spawn 1; 1 read x; 1 exit 1');
  expect(races.found).toEqual([]);
  expect([...races.racing].sort()).toEqual([2, 3]);
});
