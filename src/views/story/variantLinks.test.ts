import { expect, test } from 'vitest';
import { lessons, loadScenario, summaries } from '../../session';
import { withVariants } from './variantLinks';

test('a title of a variant leads there, and other quotes stay as they are', () => {
  const variants = [{ slug: 'null-check', title: 'Null check' }];
  expect(withVariants('As in "Null check", "busy".', variants).map(({ text, slug }) => [text, slug])).toEqual(
    [
      ['As in ', null],
      ['Null check', 'null-check'],
      [', ', null],
      ['"busy"', null],
      ['.', null],
    ],
  );
});

test('wherever a story speaks of another variant, it names it, and the name leads there', async () => {
  let links = 0;
  for (const { id } of [...lessons, ...summaries]) {
    const { variants } = await loadScenario(id);
    for (const { text } of variants.flatMap(({ story = [] }) => story)) {
      for (const [said, quoted] of text.matchAll(/\bvariants? "([^"]+)"/g)) {
        links++;
        expect(withVariants(`"${quoted}"`, variants)[0].slug, said).not.toBeNull();
      }
      expect(text, `${id}: a variant without a name`).not.toMatch(/\b(the|that|two|next) variants?\b(?! ")/);
    }
  }
  expect(links).toBeGreaterThan(5);
});
