import { expect, test } from 'vitest';
import { failedOf } from './native';

test('what was measured is a share of the runs, what was not is a dash', () => {
  const native = { runs: 200, failures: { before: { plain: 0, tsan: 3, asan: 1 } } };
  expect(failedOf(native, 'before', 'tsan')).toBe('3 / 200');
  expect(failedOf(native, 'before', 'plain')).toBe('0 / 200');
  expect(failedOf(native, 'landed', 'plain')).toBe('\u2013');
  expect(failedOf({ ...native, runs: 0 }, 'before', 'plain')).toBe('\u2013');
});
