import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../engine';
import { lessons, loadScenario, type Scenario, summaries } from '../../session';
import { diffLines, isCode, type LineDiff } from './diff';
import { excerptOf, type Row } from './excerpt';
import { tokensOf } from './highlight';
import { changeOf, isFirstOfChange, namedBy, pictureOf } from './words';

const scenarios: readonly Scenario[] = await Promise.all(
  [...lessons, ...summaries].map(({ id }) => loadScenario(id)),
);
const stories = scenarios.flatMap((scenario) =>
  scenario.variants.flatMap(({ slug, story }) =>
    story === undefined ? [] : [{ name: `${scenario.id}/${slug}`, scenario, story }],
  ),
);
const sourceOf = (scenario: Scenario, slug: string): string =>
  scenario.variants.find((variant) => variant.slug === slug)?.source ?? '';

/** Names of the program that stand in the words: 'setDead', 'closeAllStreamsLock', 'vb_mutex', 'run()'. */
const namesIn = (text: string): string[] => text.match(/\b\w*(?:[a-z][A-Z]|_\w|\w(?=\(\)))\w*\b/g) ?? [];

/** Pixels that the code has on a phone of 390 × 844, and what a row takes there: Excerpt.module.css. */
const PHONE = 380;
const heightOf = (rows: readonly Row[]): number => sum(rows.map(({ kind }) => (kind === 'gap' ? 15 : 20)));
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe.each(stories)('the story of $name', ({ scenario, story }) => {
  test.each(story.map((beat, index) => [beat.title, index] as const))(
    '%s: the code of which it speaks is there to be seen',
    (_, index) => {
      const beat = story[index];
      const source = sourceOf(scenario, beat.variant);
      const named = namedBy(beat, source);
      expect(beat.lines).not.toEqual([]);
      const change = changeOf(scenario, story, index);
      const rows = excerptOf(source, named, change);
      const shown = rows.flatMap((row) => (row.kind === 'line' && row.look === 'named' ? row.line : []));
      expect(new Set(shown)).toEqual(named);
      expect(heightOf(rows)).toBeLessThanOrEqual(PHONE);
      // Threads have their marks at the lines where they stand.
      const isSaid = (name: string): boolean => {
        const word = new RegExp(`\\b${name}\\b`);
        if (!word.test(source) || source.includes(`std::thread ${name}(`)) return true;
        return rows.some((row) => row.kind === 'line' && word.test(row.text));
      };
      expect(namesIn(beat.text).filter((name) => !isSaid(name))).toEqual([]);
      if (isFirstOfChange(story, index)) expect(seenOf(change, rows)).not.toEqual([]);
    },
  );
});

/** What an excerpt shows of a change. */
const seenOf = ({ added }: LineDiff, rows: readonly Row[]): readonly Row[] =>
  rows.filter((row) => row.kind === 'removed' || (row.kind === 'line' && added.has(row.line) && row.added));

test('a difference of texts: what is only here, and what is gone', () => {
  const { added, removed } = diffLines('a\n  b\nnew\nd', 'a\nb\nc\nd');
  expect([...added]).toEqual([3]);
  expect([...removed.values()]).toEqual([['c']]);
  expect(diffLines('a\nb', 'a\n  b')).toEqual({ added: new Set(), removed: new Map() });
});

test('an excerpt shows a line with what opens its block, and counts what it leaves out', () => {
  const source = 'int x;\n\nvoid f() {\n  a();\n  // why\n  b();\n}\nint y;';
  expect(excerptOf(source, new Set([6]), diffLines(source, source.replace('  b();', '  c();')))).toEqual([
    { kind: 'gap', after: 0, lines: 2 },
    { kind: 'line', line: 3, text: 'void f() {', look: 'around', added: false },
    { kind: 'gap', after: 3, lines: 2 },
    { kind: 'removed', before: 6, text: '  c();' },
    { kind: 'line', line: 6, text: '  b();', look: 'named', added: true },
    { kind: 'gap', after: 6, lines: 2 },
  ]);
  expect(excerptOf(source, new Set(), diffLines(source, source), true)).toHaveLength(8);
});

test('words of a line keep its text, and every line of every program is taken whole', () => {
  expect(tokensOf('int n = 7; // "x"').map(({ text, tone }) => [text, tone])).toEqual([
    ['int', 'keyword'],
    [' n = ', null],
    ['7', 'literal'],
    ['; ', null],
    ['// "x"', 'comment'],
  ]);
  for (const { variants } of scenarios)
    for (const { source } of variants)
      for (const line of source.split('\n'))
        expect(
          tokensOf(line)
            .map(({ text }) => text)
            .join(''),
        ).toBe(line);
  expect(isCode('  // only words')).toBe(false);
});

test('the picture is what the claims are about, of what there is to be seen', () => {
  const snapshot = (more: object) =>
    ({ step: 3, status: 'running', locks: [{}], objects: [{}], atomics: [], ...more }) as unknown as Snapshot;
  const beat = { title: '', text: '', variant: '', schedule: '', goal: '', claims: [], lines: [] };
  expect(pictureOf(beat, null, false)).toBeNull();
  expect(pictureOf(beat, snapshot({ step: 0 }), true)).toBeNull();
  expect(pictureOf(beat, snapshot({}), false)).toBe('objects');
  expect(pictureOf(beat, snapshot({ objects: [] }), false)).toBe('locks');
  expect(pictureOf(beat, snapshot({ status: 'stuck' }), false)).toBe('locks');
  expect(pictureOf({ ...beat, claims: [{ thread: 'a', state: 'blocked' }] }, snapshot({}), false)).toBe(
    'locks',
  );
  expect(pictureOf(beat, snapshot({ atomics: [{}] }), false)).toBe('memory');
  expect(pictureOf(beat, snapshot({}), true)).toBe('files');
  expect(pictureOf({ ...beat, picture: 'objects' }, snapshot({}), true)).toBe('objects');
});
