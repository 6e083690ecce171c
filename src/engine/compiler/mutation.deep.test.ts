/** 10^5 programs that are nearly right (about an hour of one core): `npm run test:deep`. */
import { describe, expect, test } from 'vitest';
import { compile } from '.';
import { mutated, wellTold } from './testing/mutate';

const SEEDS = 100_000;
const PART = 5000;

describe('a program with a few tokens or characters changed', () => {
  const parts = Array.from({ length: SEEDS / PART }, (_, i) => i * PART);
  test.each(parts)('is compiled or refused: seeds from %i', { timeout: 3_600_000 }, (from) => {
    for (let seed = from; seed < from + PART; seed++) {
      const text = mutated(seed);
      expect({ seed, wrong: wellTold(text, compile(text)) }).toEqual({ seed, wrong: [] });
    }
  });
});
