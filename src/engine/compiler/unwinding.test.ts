import { expect, test } from 'vitest';
import { hasCompiler, printedByCompiler, printedHere } from './testing/compare';
import { PROLOGUE, program } from './testing/unwinding';

const seeds = Array.from({ length: 20 }, (_, i) => 7000 + i);
const programs = seeds.map(program);

test.each(seeds)('program %i leaves nothing behind, whatever it throws', (seed) => {
  const { end, leaked } = printedHere(PROLOGUE, program(seed));
  expect({ end, leaked }).toEqual({ end: 'finished', leaked: 0 });
});

test.skipIf(!hasCompiler)('what is caught, and destroyed in which order, is what g++ has', () => {
  const expected = printedByCompiler(PROLOGUE, programs);
  expect(programs.map((text) => printedHere(PROLOGUE, text).printed)).toEqual(expected);
});
