import { afterEach, expect, test } from 'vitest';
import { compile, type Program } from '../engine';
import { type Bench, createBench } from '../host/testing/bench';
import { scenarios } from '../scenarios/all';

/** Random schedules a variant is compared on; `VITE_RUNS=10000 npx vitest run --project browser` for the long run. */
const RUNS = Number(import.meta.env.VITE_RUNS ?? 300);

let current: Bench | null = null;
afterEach(() => current?.close());

function programOf(source: string, file: string): Program {
  const compiled = compile(source, file);
  if (!('program' in compiled)) throw new Error(compiled.diagnostics.map((d) => d.message).join('\n'));
  return compiled.program;
}

const variants = scenarios.flatMap((s) => s.variants.map((v) => [`${s.id}/${v.slug}`, v] as const));
test.each(variants)(
  `%s: one thread, gates and relay tell the same in ${RUNS} random runs`,
  async (_name, { source, file }) => {
    current = await createBench(programOf(source, file));
    const { differ, steps, error } = await current.do({ kind: 'compare', from: 0, to: RUNS });
    expect({ error, differ }).toEqual({ error: null, differ: [] });
    expect(steps).toBeGreaterThan(20 * RUNS);
  },
  600_000,
);
