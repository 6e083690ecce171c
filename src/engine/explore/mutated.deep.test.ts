/** 2,000 programs that are nearly right and compile (about half an hour of one core), through a search that is bounded. */
import { expect, test } from 'vitest';
import { compile } from '../compiler';
import { mutated } from '../compiler/testing/mutate';
import { explore } from './explore';

const PROGRAMS = 2000;

test('whatever a program is, a search of it ends with an answer', { timeout: 7_200_000 }, () => {
  let searched = 0;
  for (let seed = 0; searched < PROGRAMS; seed++) {
    const compiled = compile(mutated(seed));
    if ('diagnostics' in compiled) continue;
    searched++;
    let looks = 0;
    const { complete, limit } = explore(compiled.program, { states: 3000, shouldStop: () => ++looks > 40 });
    expect({ seed, answered: complete || limit !== null }).toEqual({ seed, answered: true });
  }
});
