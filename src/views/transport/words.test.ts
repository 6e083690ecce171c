import { expect, test } from 'vitest';
import type { SessionState } from '../../session';
import { modeText } from './words';

const workers = (...places: ('gate' | 'parked' | 'gone')[]) =>
  places.map((place, thread) => ({ thread, place, on: '' })) as unknown as SessionState['workers'];

test('real threads are counted, and the ones that wait are told', () => {
  expect(modeText('real', workers('gate', 'parked', 'gate'))).toBe('Real threads: 3 workers, 1 parked');
  expect(modeText('real', workers('gate', 'gone'))).toBe('Real threads: 1 worker');
});

test('before the first answer no number is said', () => {
  expect(modeText('real', [])).toBe('Real threads');
  expect(modeText('real', workers('gone', 'gone'))).toBe('Real threads');
});

test('without shared memory it says so', () => {
  expect(modeText('single', workers('gate'))).toBe('One worker: no shared memory here');
});
