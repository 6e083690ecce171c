import { afterEach, expect, test } from 'vitest';
import { compile, type Program } from '../engine';
import type { Pressure, Series } from '../host/free/client';
import { createFreeClient, type FreeClientForTests } from '../host/free/freeClient';
import { lessons, scenarios } from './all';

/** Of each variant; VITE_RUNS=10000 for the long one. */
const RUNS = Number(import.meta.env.VITE_RUNS ?? 100);

let client: FreeClientForTests | null = null;
afterEach(() => {
  client?.dispose();
  client = null;
});

const series = (pressure: Pressure, runs = RUNS): Series => ({ pressure, depth: 2, runs, seed: 1 });

function programOf(source: string, file = 'program.cpp'): Program {
  const result = compile(source, file);
  if ('diagnostics' in result) throw new Error(result.diagnostics[0].message);
  return result.program;
}

test.each([...lessons, ...scenarios])('$id', async ({ id, variants }) => {
  client = createFreeClient();
  for (const { slug, file, source } of variants) {
    for (const pressure of ['free', 'yields'] as const) {
      const program = programOf(source, file);
      const tally = await client.run(program, null, series(pressure), () => {});
      console.log(id, slug, pressure, JSON.stringify({ ...tally, executions: tally.executions.size, failed: tally.failed.length }), Math.round(tally.runs / tally.ms * 1000));
    }
  }
});
