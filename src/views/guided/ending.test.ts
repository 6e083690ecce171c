/** The last card of every story: its own, with all of the change, and between what it says it is between. */
import { describe, expect, test } from 'vitest';
import { lessons, loadScenario, summaries } from '../../session';
import { diffLines, isCode } from './diff';
import { endingOf } from './ending';

const scenarios = await Promise.all([...lessons, ...summaries].map(({ id }) => loadScenario(id)));
const told = scenarios.flatMap((scenario) =>
  scenario.variants.flatMap((variant) =>
    variant.story === undefined ? [] : [{ name: `${scenario.id}/${variant.slug}`, scenario, variant }],
  ),
);

describe.each(told)('the end of the story of $name', ({ scenario, variant }) => {
  const { teller, heading, from, to, rows, added, removed } = endingOf(scenario, variant.slug)!;

  test('is its own, and shows what it came to', () => {
    expect(teller).toBe(variant);
    expect(heading).toBe(variant.role === 'before' ? scenario.wrong : variant.sentence);
    expect(to.slug).toBe(variant.story?.at(-1)?.variant);
    expect(from).not.toBe(to);
    const leads = variant.story?.some((beat) => beat.variant === from.slug && beat.aside === undefined);
    if (to !== variant) expect(leads, from.slug).toBe(true);
    // What is right is told against what is not.
    if (variant.role === 'before') {
      expect(from.expected.verdict).not.toBe('clean');
      expect(to.expected.verdict).toBe('clean');
      expect(to.role).toBe('landed');
    }
  });

  test('shows every changed line of the code, and none of what only plays a case', () => {
    const lines = to.source.split('\n');
    const main = lines.findIndex((line) => line.startsWith('int main('));
    const change = diffLines(to.source, from.source);
    const code = [...change.added].filter((line) => isCode(lines[line - 1]));
    const wanted = code.some((line) => line <= main) ? code.filter((line) => line <= main) : code;
    const shown = rows.flatMap((row) => (row.kind === 'line' && row.added ? row.line : []));
    expect(shown).toEqual(wanted);
    expect(added).toBe(wanted.length);
    expect(rows.filter(({ kind }) => kind === 'removed')).toHaveLength(removed);
    expect(added + removed).toBeGreaterThan(0);
  });
});

test('a variant that tells nothing has no end', () => {
  expect(endingOf(scenarios[0], scenarios[0].variants[1].slug)).toBeUndefined();
  expect(endingOf(scenarios[0], 'nonsense')).toBeUndefined();
});
