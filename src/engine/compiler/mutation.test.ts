import { describe, expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import { compile } from '.';
import { mutated, wellTold } from './testing/mutate';

const SEEDS = few(60, 1000);

describe('a program with a few tokens or characters changed', () => {
  test('is compiled, or refused with diagnostics inside its text', () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const text = mutated(seed);
      expect({ seed, wrong: wellTold(text, compile(text)) }).toEqual({ seed, wrong: [] });
    }
  });
});
