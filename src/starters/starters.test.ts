import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { everyNth } from '../base/testing/few';
import { compile, explore, type Program } from '../engine';
import { loadStarter, starters } from '.';

const all = await Promise.all(
  starters.map(async (starter) => ({ ...starter, forms: (await loadStarter(starter.slug)).forms })),
);

function compiled(source: string): Program {
  const result = compile(source);
  if ('program' in result) return result.program;
  throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
}
const worst = (source: string): string => {
  const { findings, complete } = explore(compiled(source));
  const reached = findings.filter((finding) => finding.reached);
  return reached[0]?.kind ?? (complete ? 'clean' : 'not known');
};

describe.each(all)('$slug', ({ verdict, forms }) => {
  test.each(forms)('its form $title does what is said of it', ({ title, source }) => {
    expect(worst(source)).toBe(title === 'Right' ? 'clean' : verdict);
  });

  test.each(forms)('its form $title is short enough to be read at once', ({ source }) => {
    const lines = source.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

test('a name that none has is that of an empty one', async () => {
  const [empty] = (await loadStarter('empty')).forms;
  expect((await loadStarter('no-such')).forms).toEqual([{ ...empty, slug: 'no-such' }]);
});

const absent = spawnSync('g++', ['--version']).error !== undefined;
const files = starters.flatMap(({ slug, hasRight }) =>
  (hasRight ? ['wrong', 'right'] : ['wrong']).map((form) => `${slug}/${form}.cpp`),
);
describe.skipIf(absent)('with g++, which has to be on PATH', () => {
  test.each(everyNth(8, files))('%s compiles without a warning', (file) => {
    const path = fileURLToPath(new URL(file, import.meta.url));
    const strict = ['-std=c++20', '-Wall', '-Wextra', '-Werror', '-pthread', '-fsyntax-only'];
    execFileSync('g++', [...strict, path], { stdio: 'pipe' });
  });
});
