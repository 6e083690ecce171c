import { afterEach, expect, test } from 'vitest';
import { compile, type Program } from '../../engine';
import { type Bench, createBench } from '../../host/testing/bench';
import { scenarios } from '../../scenarios/all';

function programOf(source: string, file: string): Program {
  const compiled = compile(source, file);
  if (!('program' in compiled)) throw new Error(compiled.diagnostics.map((d) => d.message).join('\n'));
  return compiled.program;
}

const variants = scenarios.flatMap((s) => s.variants.map((v) => [`${s.id}/${v.slug}`, v] as const));

/** Compares the ways to take a step on so many random runs of every n-th variant. */
export function testDrivers(runs: number, n: number): void {
  let current: Bench | null = null;
  afterEach(() => current?.close());

  test.each(variants.filter((_, i) => i % n === 0))(
    `%s: one thread, gates and relay tell the same in ${runs} random runs`,
    async (_name, { source, file }) => {
      current = await createBench(programOf(source, file));
      const { differ, steps, error } = await current.do({ kind: 'compare', from: 0, to: runs });
      expect({ error, differ }).toEqual({ error: null, differ: [] });
      expect(steps).toBeGreaterThan(10 * runs);
    },
  );
}
