import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile, decodeSchedule, explore, listExecutions } from '../engine';
import { lessons, scenarioById, scenarios } from './all.ts';
import { ladders, lessons as lessonSummaries, loadScenario, summaries, summaryById } from './index.ts';

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

it('every scenario can be opened, and is the one that the lists tell of', async () => {
  for (const summary of [...lessonSummaries, ...summaries]) {
    const scenario = await loadScenario(summary.id);
    expect(scenario).toMatchObject(summary);
    expect([...lessons, ...scenarios]).toContain(scenario);
  }
  expect(lessons.map(({ id }) => id)).toEqual(lessonSummaries.map(({ id }) => id));
  expect(scenarios.map(({ id }) => id)).toEqual(summaries.map(({ id }) => id));
  expect(summaryById('toString')).toBeUndefined();
});

it.each(scenarios)('the figures of $id are what the explorer finds, and what was measured', (scenario) => {
  const { variants, figures, native } = scenario;
  const failing = variants.find(({ expected }) => expected.verdict !== 'clean');
  const compiled = compile(failing?.source ?? '', 'figures.cpp');
  if (!('program' in compiled)) throw new Error('it does not compile');
  const verdict = explore(compiled.program);
  const { count } = listExecutions(compiled.program, verdict, { counted: 1000, listed: 1000 });
  expect(figures).toEqual({
    ...{ executions: count.executions, failing: count.failing, preemptions: verdict.minimal?.preemptions },
    ...{ tsan: native.failures[failing?.slug ?? 'before'].tsan, runs: native.runs },
  });
});

it('speaks of people and programs by their names, and asks one thing at a time', () => {
  for (const scenario of [...lessons, ...scenarios]) {
    const { variants, facts, evidence } = scenario;
    const beats = variants.flatMap(({ story = [] }) => story);
    const told = beats.flatMap(({ title, text }) => [title, text]);
    const asked = beats.flatMap(({ question, predict }) =>
      [question?.text ?? [], predict?.text ?? []].flat(),
    );
    const shown = evidence.map(({ shows }) => shows);
    const sources = variants.flatMap(({ source, sentence }) => [source, sentence]);
    for (const text of [...told, ...asked, ...shown, ...sources, ...(facts?.notes ?? [])])
      expect(text).not.toMatch(/\bupstream\b/i);
    for (const text of asked) expect(text.match(/\?/g), text).toHaveLength(1);
  }
});

it('the README counts the variants', () => {
  const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
  const variants = scenarios.flatMap((scenario) => scenario.variants);
  expect(readme).toContain(`**Five scenarios, ${variants.length} variants.**`);
  const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
  for (const { title, lessons } of ladders) {
    const count = lessons.flatMap((lesson) => lesson.variants).length;
    const noun = lessons.length === 1 ? 'lesson' : 'lessons';
    expect(readme).toContain(
      `**${title}: ${numbers[lessons.length].toLowerCase()} ${noun}, ${count} variants.**`,
    );
  }
});

it('scenarioById() finds every scenario by its id, and nothing by another word', () => {
  for (const scenario of scenarios) expect(scenarioById(scenario.id)).toBe(scenario);
  expect(scenarioById('toString')).toBeUndefined();
});

describe.each([...lessons, ...scenarios])('$id', ({ id, variants, native, parts, memory }) => {
  const story = variants.flatMap(({ slug, story: beats = [] }) =>
    beats.map((beat) => ({ ...beat, name: `${slug}: ${beat.title}` })),
  );
  const sources = new Map(variants.map(({ slug, source }) => [slug, source]));
  const sourceOf = (slug: (typeof variants)[number]['slug']) => sources.get(slug) ?? '';

  it('shows every program of its folder, the bug first', () => {
    const folder = readdirSync(fileURLToPath(new URL(id, import.meta.url)));
    expect(variants.map(({ file }) => file).sort()).toEqual(
      folder.filter((name) => name.endsWith('.cpp')).sort(),
    );
    expect(variants[0].role).toBe('before');
    expect(variants.filter(({ role }) => role === 'landed')).toHaveLength(1);
    for (const { slug, file } of variants) expect(file).toBe(`${slug}.cpp`);
  });

  it('is stepped under one memory', () => {
    const granularities = story.map(({ schedule }) => decodeSchedule(schedule).schedule.granularity);
    expect(new Set(granularities)).toEqual(new Set([memory ?? 'sync']));
  });

  it('keeps its lines short enough for the page', () => {
    for (const { source } of variants) {
      for (const line of source.split('\n')) expect(line.length, line).toBeLessThanOrEqual(92);
    }
  });

  it('has native figures for every variant, where it is no lesson', () => {
    if (native !== undefined)
      expect(Object.keys(native.failures).sort()).toEqual(variants.map(({ slug }) => slug).sort());
  });

  it('tells a story of what goes wrong wherever something does; a lesson tells one, in three to five parts', () => {
    if (parts !== undefined) {
      expect(story).toHaveLength(parts);
      expect(parts).toBeGreaterThanOrEqual(3);
      expect(parts).toBeLessThanOrEqual(5);
      expect(variants.filter(({ story: told }) => told !== undefined)).toEqual([variants[0]]);
      const most = memory === undefined ? 35 : 60;
      for (const { source } of variants)
        expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(most);
    }
    for (const { slug, story: beats = [], expected, role } of variants) {
      if (parts !== undefined && slug !== variants[0].slug) continue;
      if (expected.verdict === 'clean' && role !== 'before') continue;
      expect(beats.length, slug).toBeGreaterThanOrEqual(3);
      expect(beats.length, slug).toBeLessThanOrEqual(12);
    }
  });

  describe.each(story)('$name', ({ text, variant, goal, claims, question }) => {
    const lines = sourceOf(variant).split('\n');
    const isThread = (name: string) =>
      name === 'main' || lines.some((l) => l.includes(`std::thread ${name}(`));

    it('says two or three sentences', () => {
      expect(count(text, /[.?!](\s|$)/g)).toBeGreaterThanOrEqual(2);
      expect(count(text, /[.?!](\s|$)/g)).toBeLessThanOrEqual(3);
    });

    it('has a goal in one line', () => {
      expect(goal).toMatch(/^\S.*\S$/);
    });

    it('speaks of threads that the program has, in lines that it has once', () => {
      expect(claims.length).toBeGreaterThan(0);
      if (question !== undefined) expect(question.answer).toSatisfy(isThread);
      for (const { thread, line } of claims) {
        expect(thread).toSatisfy(isThread);
        if (line !== undefined) expect(lines.filter((l) => l.includes(line))).toHaveLength(1);
      }
    });
  });
});

describe('mb-38521', () => {
  it('has a fix that adds lines with its lock, and changes nothing else', () => {
    const [before, landed] = scenarioById('mb-38521')!.variants;
    const added = landed.source.split('\n').filter((line) => line.includes('closeAllStreamsLock'));
    expect(added).toHaveLength(2);
    expect(landed.source.split('\n').filter((line) => !added.includes(line))).toEqual(
      before.source.split('\n'),
    );
  });
});
