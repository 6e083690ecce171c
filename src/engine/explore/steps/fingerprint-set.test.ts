import { expect, test } from 'vitest';
import { createRng } from '../../../base/rng';
import { FingerprintSet } from './fingerprint-set';

test('a state is known by both words of its hash, whatever the table has grown to', () => {
  const seen = new FingerprintSet();
  const rng = createRng(1);
  const keys = Array.from({ length: 20_000 }, (_, i) => [rng.int(2 ** 31) | 0, i] as const);
  for (const [number, [one, two]] of keys.entries()) {
    expect(seen.put(one, two)).toBe(number);
    expect(seen.count).toBe(number + 1);
  }
  for (const [number, [one, two]] of keys.entries()) {
    expect(seen.put(one, two)).toBe(number);
    expect(seen.count).toBe(keys.length);
  }
  expect(seen.put(keys[0][0], -1)).toBe(keys.length);
  expect(seen.put(-1, keys[0][1])).toBe(keys.length + 1);
});
