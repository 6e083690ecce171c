import { expect, test } from 'vitest';
import { createRng } from '../../../base/rng';
import { Visited } from './fingerprint-set';

test('a state is known by both words of its hash, whatever the table has grown to', () => {
  const visited = new Visited();
  const rng = createRng(1);
  const keys = Array.from({ length: 20_000 }, (_, i) => [rng.int(2 ** 31) | 0, i] as const);
  for (const [number, [one, two]] of keys.entries()) {
    expect(visited.enter(one, two)).toBe(-1);
    expect(visited.count).toBe(number + 1);
  }
  for (const [number, [one, two]] of keys.entries()) expect(visited.enter(one, two)).toBe(number);
  expect(visited.enter(keys[0][0], -1)).toBe(-1);
  expect(visited.enter(-1, keys[0][1])).toBe(-1);
});
