import { describe, expect, test } from 'vitest';
import { hasCompiler, printedByCompiler, printedHere } from './testing/compare';
import { PROLOGUE, program } from './testing/unwinding';

const BATCH = 250;
const batches = Array.from({ length: 80 }, (_, i) => i * BATCH);

describe.skipIf(!hasCompiler)('20,000 programs of exceptions and sums print what g++ has them print', () => {
  test.each(batches)('seeds from %i', { timeout: 600_000 }, (from) => {
    const programs = Array.from({ length: BATCH }, (_, i) => program(from + i));
    const expected = printedByCompiler(PROLOGUE, programs);
    programs.forEach((text, i) => {
      const here = printedHere(PROLOGUE, text);
      expect({ seed: from + i, ...here }).toEqual({
        seed: from + i,
        printed: expected[i],
        end: 'finished',
        leaked: 0,
      });
    });
  });
});
