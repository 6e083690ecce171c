import { describe, expect, test } from 'vitest';
import { compile, decodeSchedule, type Program, Runner, type Snapshot, type StepIndex } from '../engine';
import { scenarios as bugs, lessons } from './all.ts';
import type { Beat, Claim, Scenario, Variant } from './scenario';

const scenarios = [...lessons, ...bugs];

function programOf(variant: Variant): Program {
  const compiled = compile(variant.source, variant.file);
  if (!('program' in compiled)) throw new Error(compiled.diagnostics.map((d) => d.message).join('\n'));
  return compiled.program;
}

/** The state a beat leaves, and what was found on the way; a prediction is no finding to tell of. */
function after(program: Program, beat: Beat): { snapshot: Snapshot; kinds: string[] } {
  const { schedule, damaged } = decodeSchedule(beat.schedule);
  expect(damaged, 'the schedule can be read').toBe(false);
  const runner = new Runner(program, { granularity: schedule.granularity });
  expect(runner.open(schedule).complete, `the schedule fits the program (${runner.length} steps)`).toBe(true);
  const reached = runner.findings().filter((finding) => finding.reached);
  return { snapshot: runner.snapshotAt(runner.length), kinds: reached.map(({ kind }) => kind) };
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

const told = scenarios.flatMap((scenario) =>
  scenario.variants.flatMap((variant) =>
    variant.story === undefined
      ? []
      : [{ name: `${scenario.id}/${variant.slug}`, scenario, teller: variant, story: variant.story }],
  ),
);

/** Programs are compiled once for all stories of a scenario. */
const compiled = new Map<Scenario, Map<string, Program>>();
function programsOf(scenario: Scenario): Map<string, Program> {
  const known = compiled.get(scenario) ?? new Map(scenario.variants.map((v) => [v.slug, programOf(v)]));
  compiled.set(scenario, known);
  return known;
}

describe.each(told)('the story of $name', ({ scenario, teller, story }) => {
  const programs = programsOf(scenario);
  test.each(story.map((b) => [b.title, b] as const))('%s', (_title, beat) => {
    const program = programs.get(beat.variant);
    if (program === undefined) throw new Error(`no variant ${beat.variant}`);
    const state = after(program, beat);
    const source = scenario.variants.find((v) => v.slug === beat.variant)?.source ?? '';
    for (const claim of beat.claims) check(claim, source, state);
    for (const text of [...beat.lines, ...beat.claims.flatMap(({ line }) => line ?? [])])
      expect(source.split(text), text).toHaveLength(2);
  });

  test('each beat goes on from the one before it in the same variant', () => {
    const last = new Map<string, number>();
    for (const beat of story) {
      const steps = decodeSchedule(beat.schedule).schedule.choices.length;
      expect(steps).toBeGreaterThan(last.get(beat.variant) ?? 0);
      last.set(beat.variant, steps);
    }
  });

  test('ends in a failure the explorer names, if the variant is wrong', () => {
    const { verdict, also = [] } = teller.expected;
    if (verdict === 'clean') return;
    const last = story.findLast(({ variant }) => variant === teller.slug);
    const ends = last?.claims.map(({ finding }) => finding) ?? [];
    expect([verdict, ...also].filter((kind) => ends.includes(kind))).not.toEqual([]);
  });

  test('asks for a step where two threads can take one, at most once, and the next part answers', () => {
    const asked = story.filter(({ question }) => question !== undefined);
    expect(asked.length).toBeLessThanOrEqual(1);
    if (teller.role === 'before') expect(asked).toHaveLength(1);
    for (const beat of asked) {
      const next = story[story.indexOf(beat) + 1];
      const done = decodeSchedule(beat.schedule).schedule.choices.length as StepIndex;
      expect(next.variant).toBe(beat.variant);
      const { schedule } = decodeSchedule(next.schedule);
      const { granularity } = schedule;
      const runner = new Runner(programs.get(beat.variant) as Program, { granularity });
      runner.open(schedule);
      const { thread } = schedule.choices[done];
      // Who alone can step is no answer to anything.
      const { threads } = runner.snapshotAt(done);
      expect(threads.filter(({ state }) => state === 'ready').length, beat.title).toBeGreaterThan(1);
      expect(runner.snapshotAt(done).threads.find(({ id }) => id === thread)?.name).toBe(
        beat.question?.answer,
      );
    }
  });
});

describe.each(scenarios)('the evidence of $id', (scenario) => {
  test.each(scenario.evidence.map((e) => [e.quote, e] as const))('%s', (_quote, evidence) => {
    const { schedule, damaged } = decodeSchedule(evidence.schedule);
    expect(damaged).toBe(false);
    const program = programsOf(scenario).get(evidence.variant) as Program;
    expect(program, evidence.variant).toBeDefined();
    expect(new Runner(program, { granularity: schedule.granularity }).open(schedule).complete).toBe(true);
  });
});
