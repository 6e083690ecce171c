import { expect, test } from 'vitest';
import { textWidth, uiWidth, wrapped } from './lines';

const letters = (n: number) => textWidth('m'.repeat(n));

test.each([
  ['watchedProducer', 12, ['watched', 'Producer']],
  ['containers[0].streams', 14, ['containers[0]', '.streams']],
  ['closeAllStreamsLock', 15, ['closeAllStreams', 'Lock']],
  ['gone at 37, worker', 12, ['gone at 37,', 'worker']],
  ['vbid 0, maxSeqno 2', 12, ['vbid 0,', 'maxSeqno 2']],
  ['bucket_del', 8, ['bucket_', 'del']],
  ['unbreakable', 5, ['unbre', 'akabl', 'e']],
  ['short', 9, ['short']],
  ['', 9, []],
])('%s in lines of %i letters', (name, n, lines) => {
  expect(wrapped(name, letters(n))).toEqual(lines);
});

test('narrow letters take less than wide ones', () => {
  expect(uiWidth('till')).toBeLessThan(uiWidth('mama') / 2);
});
