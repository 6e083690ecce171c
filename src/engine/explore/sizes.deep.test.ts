/** SEARCH_PROGRAMS and SEARCH_FIRST as in random.deep.test.ts. */
import { test } from 'vitest';
import { seedsFrom } from './testing/claims';
import { expectSame, expectSameOfSeed, fixtures } from './testing/sizes';

const seeds = seedsFrom(Number(process.env.SEARCH_FIRST ?? 0), Number(process.env.SEARCH_PROGRAMS ?? 1000));

test.each(fixtures)('the least sizes change nothing: %s', (file, text) => expectSame(text, file, true));

test('the least sizes change nothing: random programs', () => {
  for (const seed of seeds) expectSameOfSeed(seed);
});
