import { expect, test } from 'vitest';
import { clipped, fitting, textWidth } from '../parts/lines';
import { plural, shortName, shortReason, uncut } from './words';

const letters = (n: number) => textWidth('m'.repeat(n));

test.each([
  ['connsLock', 9, 'connsLock'],
  ['connsLock', 5, 'conns'],
  ['streamMutex', 6, 'stream'],
  ['containers[0].rwlock', 9, 'rwlock 0'],
  ['containers[1].rwlock', 5, 'rw 1'],
  ['Stream 2.streamMutex', 8, 'stream 2'],
  ['Stream 2.streamMutex', 5, 'st…2'],
  ['backfillMgr', 5, 'back…'],
  ['mutex', 3, 'mu…'],
  ['BackfillManager.lock', 15, 'BackfillMa…lock'],
  ['BackfillManager.lock', 4, 'Bac…'],
  ['ActiveStream 2.lock', 9, 'Ac…lock 2'],
  ['closeAllStreamsLock', 15, 'closeAllSt…Lock'],
  ['ActiveStream 12', 9, 'Activ…12'],
  ['BackfillManagerTask', 14, 'BackfillM…Task'],
  ['PersistManifestTask 2', 16, 'PersistMa…Task 2'],
])('%s in %i letters reads %s', (name, n, short) => {
  expect(shortName(name, letters(n))).toBe(short);
});

test.each(['ready', 'counter', 'published', 'flag', 'mwmwmw', 'streamMutex', 'BackfillManagerTask'])(
  '%s is whole, a stem, or says that it is cut, in any room',
  (name) => {
    const stem = name.replace(/Mutex$/, '');
    for (let n = 2; n <= name.length; n++) {
      const short = uncut(shortName(name, letters(n)), letters(n));
      expect(short === name || short === stem || short.includes('…')).toBe(true);
    }
  },
);

test('a reason loses its end before its beginning', () => {
  const reason = 'waits for connsLock, held by bucket_del';
  expect(shortReason(reason, letters(60))).toBe(reason);
  expect(shortReason(reason, letters(20))).toBe('waits for connsLock');
  expect(shortReason(reason, letters(17))).toBe('waits: connsLock');
  expect(shortReason(reason, letters(13))).toBe('waits: conn…');
  expect(shortReason(reason, letters(2))).toBe('');
});

test('a letter is rather left out than cut through', () => {
  expect(uncut('conn', letters(4))).toBe('conn');
  expect(uncut('magm', letters(4))).toBe('ma…');
  expect(uncut('mm 1', letters(4))).toBe('mm 1');
});

test('what does not fit is left out or cut', () => {
  expect(fitting(['four', 'one'], letters(3))).toBe('one');
  expect(fitting(['four'], letters(3))).toBe('');
  expect(clipped('abcdefgh', letters(5))).toBe('abcd…');
});

test('one step, two steps', () => {
  expect([plural(1, 'step'), plural(2, 'step'), plural(2, 'strong', 'strong')]).toEqual([
    '1 step',
    '2 steps',
    '2 strong',
  ]);
});
