import { describe, expect, test } from 'vitest';
import { compile, decodeSchedule, type Program, Runner, type Snapshot } from '../engine';
import { scenarios } from '.';
import type { Beat, Claim, Variant } from './scenario';

function programOf(variant: Variant): Program {
  const compiled = compile(variant.source, variant.file);
  if (!('program' in compiled)) throw new Error(compiled.diagnostics.map((d) => d.message).join('\n'));
  return compiled.program;
}

/** The state a beat leaves, and what was found on the way. */
function after(program: Program, beat: Beat): { snapshot: Snapshot; kinds: string[] } {
  const { schedule, damaged } = decodeSchedule(beat.schedule);
  expect(damaged, 'the schedule can be read').toBe(false);
  const runner = new Runner(program, { granularity: schedule.granularity });
  expect(runner.open(schedule).complete, `the schedule fits the program (${runner.length} steps)`).toBe(true);
  return { snapshot: runner.snapshotAt(runner.length), kinds: runner.findings().map((f) => f.kind) };
}

function check(claim: Claim, source: string, { snapshot, kinds }: ReturnType<typeof after>): void {
  const thread = snapshot.threads.find((t) => t.name === claim.thread);
  expect(thread, claim.thread).toBeDefined();
  if (claim.state !== undefined) expect(thread?.state, claim.thread).toBe(claim.state);
  if (claim.line !== undefined) {
    const lines = source.split('\n');
    const line = 1 + lines.findIndex((l) => l.includes(claim.line ?? ''));
    expect(thread?.next?.line ?? thread?.frames[0]?.line, `${claim.thread} stands at ${claim.line}`).toBe(
      line,
    );
  }
  if (claim.finding !== undefined) expect(kinds).toContain(claim.finding);
}

describe.each(scenarios.map((s) => [s.id, s] as const))('the story of %s', (_id, scenario) => {
  const programs = new Map(scenario.variants.map((v) => [v.slug, programOf(v)]));
  test.each(scenario.story.map((b) => [b.title, b] as const))('%s', (_title, beat) => {
    const program = programs.get(beat.variant);
    if (program === undefined) throw new Error(`no variant ${beat.variant}`);
    const state = after(program, beat);
    const source = scenario.variants.find((v) => v.slug === beat.variant)?.source ?? '';
    for (const claim of beat.claims) check(claim, source, state);
  });

  test('each beat goes on from the one before it in the same variant', () => {
    const last = new Map<string, number>();
    for (const beat of scenario.story) {
      const steps = decodeSchedule(beat.schedule).schedule.choices.length;
      expect(steps).toBeGreaterThan(last.get(beat.variant) ?? 0);
      last.set(beat.variant, steps);
    }
  });
});
