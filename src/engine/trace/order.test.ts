import { expect, test } from 'vitest';
import type { ThreadId } from '../bytecode/program';
import { eventsOf } from '../detect/history';
import { past } from '../detect/testing/past';
import { orderOf, Stamps } from './order';

const LETTERS = { before: 'b', self: 'X', after: 'a', concurrent: '|' };
function shade(text: string, step: number): string {
  const history = past(text);
  const stamps = new Stamps();
  const steps = Array.from({ length: history.length }, (_, i) => {
    const thread = history.threadAt(i + 1) as ThreadId;
    stamps.begin(thread);
    for (const { kind, address, value } of eventsOf(history, i + 1)) stamps.feed(kind, address, value);
    return { thread, ...stamps.end() };
  });
  return orderOf(steps, step)
    .map((order) => LETTERS[order])
    .join('');
}

test('a thread is ordered with itself', () => {
  expect(shade('0 write x; 0 write x; 0 write x', 2)).toBe('bXa');
});

test('what two threads do without a lock between them is concurrent', () => {
  const text = '0 spawn 1; 1 write x; 0 write y; 1 exit 1; 0 join 1';
  expect(shade(text, 2)).toBe('bX|aa');
  expect(shade(text, 3)).toBe('b|X|a');
});

test('a lock orders its holders, and what stands around them', () => {
  const text = '0 spawn 1; 1 lock m; 1 write x; 1 unlock m; 0 lock m; 0 write y; 0 unlock m; 1 write z';
  expect(shade(text, 5)).toBe('bbbbXaa|');
  expect(shade(text, 3)).toBe('bbXaaaaa');
});

test('a notify comes before the waking', () => {
  const text = '0 spawn 1; 1 wait c; 0 write x; 0 notify c =2; 1 woken c';
  expect(shade(text, 5)).toBe('bbbbX');
  expect(shade(text, 3)).toBe('b|Xaa');
});

test('a step of several events hands on what it released, not what the thread did later', () => {
  const text = '0 spawn 1; 1 lock m & 1 write x & 1 unlock m; 1 write y; 0 lock m; 0 write x';
  expect(shade(text, 3)).toBe('bbX||');
  expect(shade(text, 2)).toBe('bXaaa');
});
